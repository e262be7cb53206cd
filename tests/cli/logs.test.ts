/** What a bot writes to its log: enough to follow one message, and nothing that people wrote or that opens anything. */
import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { serverLog } from '../../src/main/log.ts'
import { collector } from './collector.ts'
import { dataFolder, mlsd } from './run.ts'
import { serving } from './serving.ts'
import { answered, begun, listening, MARKED, workspace } from './watched.ts'

const SECRET = 'My marked sentence: the zebra clicks at https://marked.example/p/abcdefghijklmnop when asked.'
const KEY = 'sk-marked-0815-hush-hush'

/** A model server that refuses, and says why with the words and the key that it was sent. */
const gossip = async (): Promise<string> => {
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request.setEncoding('utf8')) body += part
    const at = Math.max(0, body.indexOf('My marked'))
    const message = `Bad request: ${body.slice(at, at + 100)} from ${KEY}`
    response
      .writeHead(400, { 'Content-Type': 'application/json' })
      .end(JSON.stringify({ error: { message } }))
  })
  return `http://127.0.0.1:${await listening(server)}/v1`
}

type Line = Record<string, unknown> & { level: string; msg: string }

test('one message is followed through the lines by its ids, and no line holds words, tokens or links', async () => {
  const { slack, env } = await workspace()
  const model = { MLSD_MODEL: 'gossip-1', OPENAI_API_KEY: KEY, OPENAI_BASE_URL: await gossip() }
  const bot = await serving(dataFolder(), { ...env, ...model, MLSD_LOG: 'debug' })
  const thread = await begun(slack)
  slack.trouble.fail('chat.postMessage', 500, { times: 2 })
  await answered(slack, thread, SECRET)
  await answered(slack, thread, 'Another marked sentence about zebras.')
  bot.process.kill('SIGTERM')
  const { code, out, err } = await bot.ended()
  expect(code).toBe(0)

  const lines = err.trimEnd().split('\n')
  const told: Line[] = lines.map((line) => JSON.parse(line))
  expect(told.every(({ level, msg, time }) => level && msg && !Number.isNaN(Date.parse(String(time))))).toBe(
    true,
  )
  const heard = told.find(({ msg, kind }) => msg === 'heard' && kind === 'message')
  expect(heard).toMatchObject({
    level: 'debug',
    platform: 'slack',
    key: expect.stringMatching(/^interview:/),
  })
  const handled = told.find(({ msg, message }) => msg === 'handled' && message === heard?.message)
  expect(handled).toMatchObject({
    ...{ key: heard?.key, kind: 'heard', platform: 'slack', attempt: 1 },
    interview: String(heard?.key).replace('interview:', ''),
  })
  const failed = told.find(({ msg }) => msg === 'ask failed')
  expect(failed).toMatchObject({
    level: 'warn',
    kind: 'work',
    interview: handled?.interview,
    platform: 'slack',
  })
  expect(failed?.message).toEqual(expect.any(String))

  for (const secret of ['zebra', 'marked', 'hush', MARKED, KEY, slack.appToken, 'abcdefghijklmnop'])
    expect(`${out}${err}`).not.toContain(secret)
})

test('only what is asked for is told', async () => {
  const { slack, env } = await workspace()
  const bot = await serving(dataFolder(), env)
  await begun(slack)
  bot.process.kill('SIGTERM')
  expect(await bot.ended()).toMatchObject({ code: 0, err: '' })
})

test('a level that there is not is refused, with those that there are', async () => {
  const { env } = await workspace()
  const { code, err } = await mlsd(dataFolder(), ['serve'], '', { env: { ...env, MLSD_LOG: 'loud' } })
  expect(code).toBe(1)
  expect(err).toContain('MLSD_LOG is "loud"; wanted is one of debug, info, warn, error.')
})

/** What a server's log writes of these words. */
const written = (what: string, details?: Record<string, unknown>, person = false): string => {
  const out = Object.assign(collector(), person && { isTTY: true })
  serverLog(out, { least: 'info', secrets: ['a-very-own-secret'] })('warn', what, details)
  return out.text()
}

test.each([
  ['a token of Slack', 'xoxb-1-2-abc was refused'],
  ['an app token', 'xapp-1-A1-2-abc was refused'],
  ['a token that is renewed', 'xoxe.xoxp-1-abcdef was refused'],
  ['a token in a header', 'sent Authorization: Bearer abcdef0123456789'],
  ['a key of a model', 'Incorrect API key provided: sk-proj-abcdef012345'],
  ['a token of Discord', `token ${'M'.repeat(24)}.abcdef.${'x'.repeat(27)} is bad`],
  ['a setting', 'cannot log in with a-very-own-secret'],
  ['a link', 'see https://mlsd.example/p/abcdefghijkl.mnop?x=abc'],
  ['a link to a page', 'GET /p/abcdefghijklmnop.abc failed'],
  ['a database', 'cannot reach postgres://me:abcdef@db:5432/mlsd'],
  ['an address', 'no such person: abc.def@mail.example'],
  ['a code', 'the code ABCD-ABCD is used'],
  ['a sentence that was cut', 'it said "My answer is abc and def to'],
  ['a sentence', 'Unexpected token in "I said abc and def to them all"'],
])('%s is not written, in what is told, in its details or below them', (_, words) => {
  for (const text of [
    written(words),
    written('x', { reason: words }),
    written('x', { of: { these: [words] } }),
  ]) {
    expect(text).toMatch(/redacted|\.\.\.|\[address\]/)
    expect(text).not.toMatch(/abc|ABCD|own-secret/)
  }
})

test.each(['text', 'heard', 'card', 'token', 'url', 'body', 'args'])(
  'whatever is called %s is never written',
  (name) => {
    for (const value of ['zebra', { deep: 'zebra' }, ['zebra']])
      expect(JSON.parse(written('x', { [name]: value, kept: 'ant' }))).toMatchObject({
        [name]: '[redacted]',
        kept: 'ant',
      })
  },
)

test('names that one follows are left as they are', () => {
  const ids = {
    ...{ message: 'slack:T1/C1/1795795789.585000 1795795791.333000', key: 'interview:15d338a17177a2ef' },
    ...{ interview: '15d338a17177a2ef', platform: 'slack', attempt: 3, person: 'slack:T0123ABCD/U0123ABCD' },
  }
  expect(JSON.parse(written('"mlsd doctor" says what to do, or "mlsd status".', ids))).toMatchObject({
    ...ids,
    msg: '"mlsd doctor" says what to do, or "mlsd status".',
  })
  expect(
    written('x', { reason: 'Error: no\n    at turn (file:///srv/mlsd/src/host/turn.ts:5:1)' }),
  ).toContain('file:///srv/mlsd/src/host/turn.ts:5:1')
})

test('whoever sits at a terminal reads lines and no JSON', () => {
  const line = written(
    'a card is not up to date',
    { place: 'slack:T1/C1', reason: 'no such "card"', n: 2 },
    true,
  )
  expect(line).toMatch(
    /^\d\d:\d\d:\d\d warn {2}a card is not up to date place=slack:T1\/C1 reason="no such \\"card\\"" n=2\n$/,
  )
})

test('what cannot be written as JSON, or has no end, is told all the same', () => {
  const round: Record<string, unknown> = { n: 10n }
  round.self = round
  const line = written('x', { round, long: 'y'.repeat(100_000), error: new Error('xoxb-1-abc') })
  expect(JSON.parse(line)).toMatchObject({ level: 'warn', round: { n: '10' }, error: 'Error: [redacted]' })
  expect(line.length).toBeLessThan(5_000)
})
