/** A message over two processes, as their operator sees it: one trail of ids from hearing to the answer, and figures on both. */
import { expect, onTestFinished, test } from 'vitest'
import { SCOPES } from '../../src/platform/slack/needs.ts'
import { thinkerOf } from '../bench/load/thinker.ts'
import { freePort } from '../free-port.ts'
import { standIn } from '../platform/slack/stand-in/stand-in.ts'
import { withPostgres } from '../postgres/server.ts'
import { figure } from '../web/scraped.ts'
import { dataFolder } from './run.ts'
import { serving } from './serving.ts'
import { answered, begun } from './watched.ts'

type Line = Record<string, unknown> & { msg: string }

const linesOf = (err: string): Line[] =>
  err
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

withPostgres('over two processes', (server) => {
  test('what an edge hears is followed to what a worker says, and each counts what it does', async () => {
    const slack = await standIn({ now: Date.now, teams: [{ id: 'T1', name: 'Acme', scopes: SCOPES }] })
    const thinker = await thinkerOf(20, 4)
    onTestFinished(() => Promise.all([slack.stop(), thinker.close()]).then(() => {}))
    const [port, ears, hands] = [await freePort(), await freePort(), await freePort()]
    const secret = '0123456789abcdef'.repeat(2)
    slack.deliverTo(`http://127.0.0.1:${port}/slack/events`, secret)
    const env = {
      ...thinker.env,
      DATABASE_URL: await server().database(),
      SLACK_BOT_TOKEN: slack.token('T1'),
      SLACK_API_URL: slack.apiUrl,
      SLACK_SIGNING_SECRET: secret,
      PORT: String(port),
      MLSD_CHAT_QUIET_SECONDS: '0.1',
      MLSD_LOG: 'debug',
    }
    const edge = await serving(dataFolder(), {
      ...env,
      MLSD_ROLE: 'edge',
      MLSD_OPS_PORT: `127.0.0.1:${ears}`,
    })
    const worker = await serving(dataFolder(), {
      ...env,
      MLSD_ROLE: 'worker',
      MLSD_OPS_PORT: `127.0.0.1:${hands}`,
    })
    const thread = await begun(slack)
    await answered(slack, thread, 'A marked zebra clicks.')
    let seen = ''
    worker.process.stderr?.on('data', (text) => {
      seen += text
    })
    const page = async (at: number) => (await fetch(`http://127.0.0.1:${at}/metrics`)).text()
    await expect.poll(async () => figure(await page(hands), 'mlsd_model_calls_total')).toBe(thinker.asked())
    await expect.poll(() => seen).toMatch(/"msg":"a model was asked".*"msg":"said"/s)
    const [heardOf, handledOf] = [await page(ears), await page(hands)]
    for (const bot of [edge, worker]) bot.process.kill('SIGKILL')
    const [told, done] = await Promise.all([edge.ended(), worker.ended()])

    const [ear, mouth] = [linesOf(told.err), linesOf(done.err)]
    const command = ear.find(({ msg, kind }) => msg === 'heard' && kind === 'command')
    const words = ear.find(({ msg, kind }) => msg === 'heard' && kind === 'message')
    const begins = mouth.find(({ msg, message }) => msg === 'handled' && message === command?.message)
    expect(begins).toMatchObject({ platform: 'slack', attempt: 1, interview: expect.any(String) })
    const interview = begins?.interview
    const taken = mouth.findIndex(({ msg, message }) => msg === 'handled' && message === words?.message)
    expect(mouth[taken]).toMatchObject({ key: words?.key, interview, platform: 'slack' })
    const after = mouth.slice(taken + 1).filter((line) => line.interview === interview)
    expect(after.map(({ msg }) => msg)).toEqual(expect.arrayContaining(['a model was asked', 'said']))
    const said = after.find(({ msg }) => msg === 'said')
    expect(said?.id).toMatch(new RegExp(`^${interview}\\.\\d+$`))
    expect(after.indexOf(said as Line)).toBeGreaterThan(
      after.findIndex(({ msg }) => msg === 'a model was asked'),
    )
    for (const secretly of ['zebra', secret, slack.token('T1'), 'for-tests'])
      expect(`${told.err}${told.out}${done.err}${done.out}`).not.toContain(secretly)

    const slackOnly = { platform: 'slack' }
    expect(figure(heardOf, 'mlsd_heard_total', { ...slackOnly, taken: 'new' })).toBe(2)
    expect(figure(heardOf, 'mlsd_acknowledged_seconds_count', slackOnly)).toBe(2)
    expect(heardOf).not.toContain('mlsd_handled_total{')
    expect(handledOf).not.toContain('mlsd_heard_total{')
    expect(figure(handledOf, 'mlsd_handled_total', { kind: 'heard', outcome: 'done' })).toBe(2)
    const calls = { role: 'interviewer', outcome: 'answered' }
    expect(figure(handledOf, 'mlsd_model_calls_total', calls)).toBe(thinker.asked())
    expect(figure(handledOf, 'mlsd_model_tokens_total', { way: 'sent' })).toBe(3_000 * thinker.asked())
    for (const one of [heardOf, handledOf]) expect(figure(one, 'mlsd_queue_up')).toBe(1)
  }, 60_000)
})
