/** A bot as its operator sees it: health, readiness, figures and traces of a real process, and what it loads for them. */
import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import type { Readiness } from '../../src/web/readiness.ts'
import { freePort } from '../free-port.ts'
import { standIn as guilds } from '../platform/discord/stand-in/stand-in.ts'
import { figure } from '../web/scraped.ts'
import { collectorOfSpans } from '../web/spans.ts'
import { dataFolder, mlsd, start } from './run.ts'
import { serving, stopped } from './serving.ts'
import { answered, begun, listening, MARKED, workspace } from './watched.ts'

test('it is healthy and ready, its figures follow an interview, and it stops quietly', async () => {
  const { slack, env } = await workspace()
  const port = await freePort()
  const bot = await serving(dataFolder(), { ...env, MLSD_OPS_PORT: `127.0.0.1:${port}` })
  expect(bot.out()).toContain(`/healthz, /readyz and /metrics on port ${port}.\n`)
  const get = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`)
    return { status: answer.status, text: await answer.text() }
  }
  expect(await get('/healthz')).toEqual({ status: 200, text: 'ok\n' })
  const { status, text } = await get('/readyz')
  expect([status, JSON.parse(text)]).toEqual([
    200,
    {
      ready: true,
      checks: [
        { what: 'store', ok: true, says: 'is read and written' },
        { what: 'process', ok: true, says: 'has begun' },
        { what: 'slack', ok: true, says: 'has begun' },
      ],
    },
  ])
  const thread = await begun(slack)
  await answered(slack, thread, 'A marked zebra clicks.')
  const { text: page } = await get('/metrics')
  expect(figure(page, 'mlsd_heard_total', { platform: 'slack', taken: 'new' })).toBeGreaterThanOrEqual(2)
  expect(figure(page, 'mlsd_part_seconds_count', { part: 'save', platform: 'slack' })).toBeGreaterThan(0)
  expect(figure(page, 'mlsd_queue_up')).toBe(1)
  expect(figure(page, 'mlsd_info', { role: 'all' })).toBe(1)
  for (const secret of ['zebra', MARKED, slack.appToken, 'U1', 'T1']) expect(page).not.toContain(secret)
  await stopped(bot)
  await expect(get('/healthz')).rejects.toThrow()
})

/** Has the clock of a process be ahead by 20 seconds more with each signal, so that nobody has to wait for them. */
const SKIPPING = `data:text/javascript,${encodeURIComponent(`
  const real = Date.now
  let ahead = 0
  process.on('SIGUSR2', () => (ahead += 20_000))
  Date.now = () => real() + ahead
`)}`

test('while a platform stays cut off it is not ready, and is again once it is back', async () => {
  const { slack, env } = await workspace()
  const discord = await guilds({ now: Date.now })
  onTestFinished(() => discord.stop())
  const port = await freePort()
  const bot = await serving(dataFolder(), {
    ...env,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    MLSD_OPS_PORT: `127.0.0.1:${port}`,
    NODE_OPTIONS: `--import=${SKIPPING}`,
  })
  const wrong = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`)
    const { checks } = (await answer.json()) as Readiness
    return [answer.status, ...checks.flatMap(({ ok, what }) => (ok ? [] : [what]))]
  }
  for (const { sockets, name } of [
    { sockets: slack.sockets, name: 'slack' },
    { sockets: discord.gateway, name: 'discord' },
  ]) {
    sockets.refuse()
    sockets.drop()
    await expect.poll(() => sockets.open(), PATIENCE).toBe(0)
    await expect.poll(wrong, PATIENCE).toEqual([200])
    bot.process.kill('SIGUSR2')
    await expect.poll(wrong, PATIENCE).toEqual([503, name])
    sockets.accept()
    await expect.poll(wrong, PATIENCE).toEqual([200])
  }
  bot.process.kill('SIGTERM')
  expect((await bot.ended()).code).toBe(0)
})

const PATIENCE = { timeout: 15_000, interval: 100 }

test('before a platform has begun it lives and is not ready', async () => {
  const { env } = await workspace()
  const silent = createServer(() => {}) // Never answers, as a platform that hangs.
  const base = `http://127.0.0.1:${await listening(silent)}/api/`
  const port = await freePort()
  const settings = { ...env, SLACK_API_URL: base, MLSD_OPS_PORT: String(port) }
  const bot = start(dataFolder(), ['serve'], settings)
  await bot.saying('/readyz')
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`)
  expect(answer.status).toBe(503)
  expect(await answer.json()).toMatchObject({ ready: false })
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
  silent.closeAllConnections()
})

/** Has Node tell on stderr which library for watching it loads. */
const TELLING = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module'
  registerHooks({
    resolve(name, context, next) {
      if (/^(@opentelemetry|prom-client|pino$)/.test(name)) process.stderr.write('LOADED ' + name + '\\n')
      return next(name, context)
    },
  })
`)}`
const loadedIn = (err: string) =>
  new Set([...err.matchAll(/LOADED (@?[\w-]+)/g)].map(([, name = '']) => name))

test('traces go where they are wanted, and what sends them is loaded only then', async () => {
  const { slack, env } = await workspace()
  const collector = await collectorOfSpans()
  onTestFinished(() => collector.stop())
  const telling = { ...env, NODE_OPTIONS: `--import=${TELLING}` }
  const bot = await serving(dataFolder(), { ...telling, OTEL_EXPORTER_OTLP_ENDPOINT: collector.address })
  const thread = await begun(slack)
  await answered(slack, thread, 'A marked zebra clicks.')
  bot.process.kill('SIGTERM')
  const { code, err } = await bot.ended()
  expect(code).toBe(0)
  expect(loadedIn(err)).toEqual(new Set(['pino', '@opentelemetry']))
  const spans = collector.spans()
  const linked = spans.filter(({ name, links }) => name === 'handle heard' && links.length === 1)
  expect(linked.length).toBeGreaterThanOrEqual(2)
  expect(spans.filter(({ name }) => name === 'perform').length).toBeGreaterThan(0)
  for (const secret of ['zebra', MARKED]) expect(collector.raw()).not.toContain(secret)

  const plain = await serving(dataFolder(), telling)
  plain.process.kill('SIGTERM')
  expect(loadedIn((await plain.ended()).err)).toEqual(new Set(['pino']))
  const help = start(dataFolder(), ['serve', '--help'], telling)
  expect(loadedIn((await help.ended()).err)).toEqual(new Set())
})

test('a port that is taken ends it with what to do', async () => {
  const { env } = await workspace()
  const port = await listening(createServer())
  const settings = { ...env, MLSD_OPS_PORT: `127.0.0.1:${port}` }
  const { code, err } = await mlsd(dataFolder(), ['serve'], '', { env: settings })
  expect(code).toBe(1)
  expect(err).toMatch(
    /Health and figures cannot be served: .*EADDRINUSE.*\nMLSD_OPS_PORT names another port\./,
  )
})

test.each([
  ['MLSD_OPS_PORT', '0'],
  ['MLSD_OPS_PORT', 'everywhere'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://me:hush@collector:4318'],
])('%s=%s is refused, with what is wanted, and no password is shown', async (name, value) => {
  const { env } = await workspace()
  const { code, err } = await mlsd(dataFolder(), ['serve'], '', { env: { ...env, [name]: value } })
  expect(code).toBe(1)
  expect(err).toMatch(new RegExp(`${name} .*wanted is`))
  expect(err).not.toContain('hush')
})
