/** What goes wrong at an endpoint, and what the caller is told. */
import { inspect } from 'node:util'
import { expect, onTestFinished, test, vi } from 'vitest'
import { virtualClock } from '../../src/clock.ts'
import { chatModel } from '../../src/model/chat.ts'
import type { FailureKind } from '../../src/model/model.ts'
import { turnable } from '../mailbox/turnable.ts'
import { asking, failureOf, GOOD, MESSAGES, MOVE } from './contract.ts'
import {
  answer,
  cut,
  type Faulty,
  faulty,
  gone,
  json,
  type Manner,
  silent,
  stalled,
  status,
  thinking,
} from './faulty.ts'
import { driven, endpointAt, KEY, modelAt, settingsFor, worldOf } from './house.ts'

const GOOD_TEXT = JSON.stringify(GOOD)
const OK = answer(GOOD_TEXT)

const open = async (...given: Parameters<typeof modelAt> extends [string, (infer M)?] ? [M?] : never) => {
  const server = await faulty()
  onTestFinished(() => server.close())
  return { server, ...modelAt(server.url, given[0]) }
}

/** When each request came, in milliseconds after the first. */
const timed = (server: Faulty, now: () => number) => {
  const at: number[] = []
  const noted =
    (manner: Manner): Manner =>
    (response, sent) => {
      at.push(now())
      return manner(response, sent)
    }
  return { noted, after: () => at.map((time) => time - (at[0] ?? 0)), server }
}

test.each<[what: string, manner: Manner]>([
  ['an error of the server', status(500)],
  ['a gateway without a server', status(502, {}, { 'content-type': 'text/html' })],
  ['too many requests', status(429, { code: 'rate_limit_exceeded' })],
  ['a broken connection', gone],
  ['an answer that is cut', cut('{"say": "Which')],
  ['an answer that ends in its middle', answer('{"say": "Which', { finish: null, done: false })],
  [
    'an error in the middle of a stream',
    (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.end('data: {"error": {"message": "The server had an error", "code": 500}}\n\n')
    },
  ],
])('%s passes: it is tried again, and each try is counted', async (_, manner) => {
  const { server, model, clock } = await open()
  server.next(manner, manner, OK)
  const { value, usage } = await driven(model.ask(asking()), clock, server)
  expect(value).toEqual(GOOD)
  expect(server.requests).toHaveLength(3)
  expect(usage).toHaveLength(3)
  expect(usage[2]).toMatchObject({ outcome: 'answered', sent: 100, cached: 60, received: 20 })
  // 40 new tokens, 60 from the cache and 20 received, at the prices of gpt-4.1-mini.
  expect(usage[2]?.cost).toBeCloseTo((40 * 0.4 + 60 * 0.1 + 20 * 1.6) / 1e6, 12)
})

test.each<[what: string, manner: Manner, kind: FailureKind, says: RegExp]>([
  ['an error of the server', status(500), 'unreachable', /fails by itself \(500\)\. It was tried 3 times\./],
  ['too many requests', status(429), 'busy', /takes no more requests for now.*3 times/],
  ['a server that is down', gone, 'unreachable', /cannot be reached/],
  ['an answer that is always cut', cut('{"say"'), 'unreachable', /broke off in the middle/],
])('%s that does not pass fails after three tries', async (_, manner, kind, says) => {
  const { server, model, clock } = await open()
  server.always(manner)
  const failure = await driven(failureOf(model.ask(asking())), clock, server)
  expect(failure.kind).toBe(kind)
  expect(failure.message).toMatch(says)
  expect(failure.message).toMatch(/127\.0\.0\.1/)
  expect(server.requests).toHaveLength(3)
  expect(failure.usage.map(({ outcome }) => outcome)).toEqual([kind, kind, kind])
})

test.each<[what: string, manner: Manner, kind: FailureKind, says: RegExp]>([
  [
    'a wrong key',
    status(401, { code: 'invalid_api_key', message: `Incorrect API key provided: ${KEY}` }),
    'refused',
    /look at OPENAI_API_KEY/,
  ],
  [
    'no such model',
    status(404, { code: 'model_not_found' }),
    'refused',
    /"gpt-4\.1-mini".*MLSD_MODEL and OPENAI_BASE_URL/,
  ],
  ['nothing left to spend', status(429, { code: 'insufficient_quota' }), 'refused', /billing/],
  [
    'a country that is not served',
    status(403, { message: 'Country not supported' }),
    'refused',
    /403: .*Country not supported/,
  ],
  [
    'a redirect',
    json(307, {}, { location: 'https://example.org/v1' }),
    'refused',
    /elsewhere \(307\).*OPENAI_BASE_URL/,
  ],
  [
    'a prompt that is too long',
    status(400, { code: 'context_length_exceeded' }),
    'too-long',
    /too long for gpt-4\.1-mini/,
  ],
  [
    'the same of another server',
    status(400, { message: "This model's maximum context length is 8192 tokens." }),
    'too-long',
    /too long/,
  ],
  ['a body that is too large', status(413), 'too-long', /too long/],
  ['a filter on what is sent', status(400, { code: 'content_filter' }), 'declined', /filter/],
  ['a filter on what is answered', answer('{"say": "', { finish: 'content_filter' }), 'declined', /filter/],
  [
    'a refusal',
    answer('', { before: [{ refusal: 'I cannot help ' }, { refusal: 'with that.' }] }),
    'declined',
    /would not answer/,
  ],
  [
    'a server that asks not to be tried again',
    status(503, {}, { 'x-should-retry': 'false' }),
    'unreachable',
    /503/,
  ],
])('%s is told at once', async (_, manner, kind, says) => {
  const { server, model, clock } = await open()
  server.always(manner)
  const failure = await driven(failureOf(model.ask(asking())), clock, server)
  expect(failure.kind).toBe(kind)
  expect(failure.message).toMatch(says)
  expect(server.requests).toHaveLength(1)
  expect(failure.usage).toMatchObject([{ outcome: kind }])
})

test('retry-after is respected, and other waits grow', async () => {
  const { server, model, clock } = await open()
  const { noted, after } = timed(server, clock.now)
  server.next(noted(status(429, {}, { 'retry-after': '7' })), noted(status(500)), noted(OK))
  await driven(model.ask(asking()), clock, server)
  const [, first = 0, second = 0] = after()
  expect(first).toBeGreaterThanOrEqual(7_000)
  expect(first).toBeLessThan(9_000)
  expect(second - first).toBeGreaterThanOrEqual(500)
  expect(second - first).toBeLessThan(2_500)
})

test('who is asked to stay away for long fails at once, and leaves the endpoint in peace until then', async () => {
  const { server, model, clock } = await open()
  server.next(status(429, {}, { 'retry-after': '120' }))
  server.always(OK)
  const failure = await driven(failureOf(model.ask(asking())), clock, server)
  expect(failure.kind).toBe('busy')
  const again = await failureOf(model.ask(asking({ role: 'judge' })))
  expect(again).toMatchObject({ kind: 'busy', usage: [] })
  expect(again.message).toMatch(/in peace for another 1[12]\d s/)
  expect(server.requests).toHaveLength(1)
  await clock.advance(120_000)
  expect((await driven(model.ask(asking()), clock, server)).value).toEqual(GOOD)
})

test.each<[what: string, manner: Manner]>([
  ['wanted to be left in peace', status(429, {}, { 'retry-after': '120' })],
  ['had failed often', gone],
])('an endpoint that %s while the clock was ahead is asked once it is set back', async (_, manner) => {
  const clock = turnable(virtualClock(Date.UTC(2030, 0, 1, 13)))
  const { server, model } = await open({ world: { clock } })
  server.always(manner)
  const asked = () => driven(failureOf(model.ask(asking())), clock, server)
  for (let shut = false; !shut; ) {
    const { length } = server.requests
    await asked()
    shut = server.requests.length === length
  }
  clock.turnBack(3_600_000)
  server.always(OK)
  expect((await driven(model.ask(asking()), clock, server)).value).toEqual(GOOD)
})

test('tries of those who failed together are spread', async () => {
  const waits: number[] = []
  for (const chance of [0, 1]) {
    const { server, model, clock } = await open({ world: { random: () => chance } })
    const { noted, after } = timed(server, clock.now)
    server.next(noted(status(500)), noted(OK))
    await driven(model.ask(asking()), clock, server)
    waits.push(after()[1] ?? 0)
  }
  const [least = 0, most = 0] = waits
  expect(most).toBeGreaterThan(least)
})

test('without a first word in time it is slow, and not tried again', async () => {
  const { server, model, clock } = await open()
  server.always(silent)
  const start = clock.now()
  const failure = await driven(failureOf(model.ask(asking())), clock, server)
  expect(failure.kind).toBe('slow')
  expect(failure.message).toMatch(/took too long \(no word in 20 s\)/)
  expect(clock.now() - start).toBeGreaterThanOrEqual(20_000)
  expect(clock.now() - start).toBeLessThan(40_000)
  expect(server.requests).toHaveLength(1)
})

test('an answer that stands still is given up when the whole time is over, and its tokens are counted', async () => {
  const { server, model, clock } = await open({ settings: { firstToken: 5_000, whole: 30_000 } })
  server.always(stalled)
  const start = clock.now()
  const failure = await driven(failureOf(model.ask(asking())), clock, server)
  expect(failure).toMatchObject({ kind: 'slow', usage: [{ outcome: 'slow' }] })
  expect(failure.usage[0]?.sent).toBeGreaterThan(0)
  expect(failure.usage[0]?.received).toBeGreaterThan(0)
  expect(clock.now() - start).toBeGreaterThanOrEqual(30_000)
})

test('a model that is seen to think is waited for beyond the first word', async () => {
  const { server, model, clock } = await open()
  const { promise: thought, resolve } = Promise.withResolvers<void>()
  server.next(thinking(thought, GOOD_TEXT))
  const asked = model.ask(asking())
  while (server.requests.length === 0) await new Promise((done) => setTimeout(done, 5))
  await new Promise((done) => setTimeout(done, 50))
  await clock.advance(60_000)
  resolve()
  expect((await asked).value).toEqual(GOOD)
})

test('an endpoint that is down for an hour is hardly asked meanwhile, and is back soon after', async () => {
  const { server, model, clock } = await open()
  server.always(gone)
  const said = new Set<string>()
  for (let minute = 0; minute < 60; minute++) {
    const failure = await driven(failureOf(model.ask(asking())), clock, server)
    expect(failure.kind).toBe('unreachable')
    said.add(failure.message.replace(/\d+ s|:\d+/g, ''))
    await clock.advance(60_000)
  }
  expect([...said].some((says) => says.includes('several times in a row'))).toBe(true)
  expect(server.requests.length).toBeGreaterThan(10)
  expect(server.requests.length).toBeLessThan(50)
  server.always(OK)
  let minutes = 0
  for (let answered = false; !answered && minutes < 10; minutes++) {
    await clock.advance(60_000)
    answered = await driven(model.ask(asking()), clock, server).then(
      () => true,
      () => false,
    )
  }
  expect(minutes).toBeLessThanOrEqual(6)
  expect((await driven(model.ask(asking()), clock, server)).value).toEqual(GOOD)
})

test('wrong requests do not close an endpoint to others', async () => {
  const { server, model, clock } = await open()
  server.always(status(401))
  for (let n = 0; n < 8; n++) await driven(failureOf(model.ask(asking())), clock, server)
  server.always(OK)
  expect((await driven(model.ask(asking()), clock, server)).value).toEqual(GOOD)
})

test('no more calls at once than are allowed; the others wait for their turn', async () => {
  const { server, model, clock } = await open({ settings: { calls: 2 } })
  let [now, most] = [0, 0]
  server.always(async (response, sent) => {
    most = Math.max(most, ++now)
    await new Promise((done) => setTimeout(done, 15))
    now--
    await OK(response, sent)
  })
  const asked = Array.from({ length: 7 }, (_, n) =>
    model.ask(asking({ role: n % 2 ? 'judge' : 'interviewer' })),
  )
  const answers = await driven(Promise.all(asked), clock, server)
  expect(answers.every(({ value }) => value.say === GOOD.say)).toBe(true)
  expect(most).toBe(2)
})

test('who waits for a turn and takes the question back gets away, and nothing is sent for it', async () => {
  const { server, model, clock } = await open({ settings: { calls: 1 } })
  server.next(stalled)
  const control = new AbortController()
  const first = model.ask(asking({ signal: control.signal })).catch(() => 'ended')
  while (server.requests.length === 0) await new Promise((done) => setTimeout(done, 5))
  const impatient = new AbortController()
  const second = failureOf(model.ask(asking({ signal: impatient.signal })))
  impatient.abort()
  expect(await second).toMatchObject({ kind: 'aborted', usage: [] })
  control.abort()
  expect(await first).toBe('ended')
  server.always(OK)
  expect((await driven(model.ask(asking()), clock, server)).value).toEqual(GOOD)
  expect(server.requests).toHaveLength(2)
})

test('a second try begins the text anew, under the next number', async () => {
  const { server, model, clock } = await open()
  const heard: [string, number][] = []
  server.next(cut('{"say": "Wh'), OK)
  await driven(
    model.ask(asking({ onText: (soFar, attempt) => void heard.push([soFar, attempt]) })),
    clock,
    server,
  )
  expect(heard[0]).toEqual(['{"say": "Wh', 1])
  expect(heard.at(-1)).toEqual([GOOD_TEXT, 2])
})

test('a long answer of a model that thinks is given room for its thoughts', async () => {
  const { server, model, clock } = await open()
  const usage = {
    prompt_tokens: 9,
    completion_tokens: 300,
    completion_tokens_details: { reasoning_tokens: 300 },
  }
  server.next(answer('', { finish: 'length', usage }), OK, OK)
  expect((await driven(model.ask(asking()), clock, server)).value).toEqual(GOOD)
  await driven(model.ask(asking()), clock, server)
  const most = server.requests.map(({ body }) => body.max_tokens)
  expect(most[0]).toBe(300)
  expect(most[1]).toBeGreaterThan(2_000)
  expect(most[2]).toBe(most[1])
  expect(server.requests[1]?.body.messages).toHaveLength(MESSAGES.length + 1)
})

test.each([
  ['a fence', `Here you are:\n\`\`\`json\n${GOOD_TEXT}\n\`\`\``],
  ['thoughts', `<think>Hm, {"say"?</think>\n${GOOD_TEXT}`],
  ['words around', `Sure: ${GOOD_TEXT} I hope that helps.`],
])('JSON in %s is found', async (_, text) => {
  const { server, model, clock } = await open()
  server.next(answer(text))
  expect((await driven(model.ask(asking()), clock, server)).value).toEqual(GOOD)
  expect(server.requests).toHaveLength(1)
})

test('a server without schemas is asked in words from then on, in the part that does not change', async () => {
  const { server, model, clock } = await open()
  const unsupported: Manner = (response, sent) =>
    sent.body.response_format === undefined
      ? OK(response, sent)
      : status(400, { message: `response_format ${sent.body.response_format.type} is not supported` })(
          response,
          sent,
        )
  server.always(unsupported)
  const { usage } = await driven(model.ask(asking()), clock, server)
  expect(usage).toHaveLength(1)
  expect(server.requests.map(({ body }) => body.response_format?.type)).toEqual([
    'json_schema',
    'json_object',
    undefined,
  ])
  await driven(model.ask(asking()), clock, server)
  expect(server.requests).toHaveLength(4)
  const [system, user] = server.requests[3]?.body.messages ?? []
  expect(system?.content.startsWith(MESSAGES[0]?.content ?? '?')).toBe(true)
  expect(system?.content).toContain(JSON.stringify(MOVE.schema))
  expect(user).toEqual(MESSAGES[1])
})

test('a server that takes a schema and answers in prose is asked in words from then on', async () => {
  const { server, model, clock } = await open()
  server.next(answer('I would ask about clicks.'), OK)
  const { value } = await driven(model.ask(asking()), clock, server)
  expect(value).toEqual(GOOD)
  expect(server.requests.map(({ body }) => body.response_format?.type)).toEqual(['json_schema', undefined])
})

test.each<[what: string, setting: string, message: string, gone: string, instead?: string]>([
  [
    'the old name of the most tokens',
    'max_tokens',
    "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
    'max_tokens',
    'max_completion_tokens',
  ],
  [
    'the wish for a count',
    'stream_options',
    'Extra inputs are not permitted: stream_options',
    'stream_options',
  ],
  [
    'the wish how long to think',
    'reasoning_effort',
    'Unrecognized request argument supplied: reasoning_effort',
    'reasoning_effort',
  ],
])('a server that does not take %s is asked without it', async (_, setting, message, left, instead) => {
  const { server, model, clock } = await open({ endpoint: { effort: 'low' } })
  server.always((response, sent) =>
    setting in sent.body ? status(400, { message })(response, sent) : OK(response, sent),
  )
  expect((await driven(model.ask(asking()), clock, server)).value).toEqual(GOOD)
  expect(server.requests).toHaveLength(2)
  expect(server.requests[1]?.body).not.toHaveProperty(left)
  if (instead) expect(server.requests[1]?.body).toHaveProperty(instead, 300)
})

test('a server that takes nothing is not asked forever', async () => {
  const { server, model, clock } = await open()
  server.always(status(400, { message: 'max_tokens and max_completion_tokens are unsupported' }))
  expect((await driven(failureOf(model.ask(asking())), clock, server)).kind).toBe('refused')
  expect(server.requests.length).toBeLessThan(10)
})

test('where nobody counts the tokens they are told by length', async () => {
  const { server, model, clock } = await open()
  server.next(answer(GOOD_TEXT, { usage: null }))
  const { usage } = await driven(model.ask(asking()), clock, server)
  expect(usage[0]?.sent).toBeGreaterThan(10)
  expect(usage[0]?.received).toBe(Math.ceil(GOOD_TEXT.length / 4))
})

test('a model without a price has no cost', async () => {
  const { server, model, clock } = await open({ endpoint: { model: 'llama-of-my-own' } })
  server.next(OK)
  expect((await driven(model.ask(asking()), clock, server)).usage[0]?.cost).toBeNull()
})

const echo: Manner = (response, sent) =>
  status(400, { message: `Bad request with ${sent.headers.authorization} and ${KEY}` })(response, sent)

test('a key that an endpoint repeats shows nowhere', async () => {
  const { server, model, clock } = await open()
  server.always(echo)
  const failure = await driven(failureOf(model.ask(asking())), clock, server)
  expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`)
  const { cause } = failure
  if (!(cause instanceof Error)) throw new Error('The cause is lost.')
  const told = [
    failure.message,
    failure.stack,
    cause.message,
    cause.stack,
    inspect(failure, { depth: 20 }),
  ].join('\n')
  expect(failure.message).toContain('Bad request with')
  expect(told).not.toContain('hush')
})

test('where no key is set none is sent, nor anything else that the environment holds', async () => {
  vi.stubEnv('OPENAI_API_KEY', KEY)
  vi.stubEnv('OPENAI_ORG_ID', 'org-hush')
  vi.stubEnv('OPENAI_CUSTOM_HEADERS', 'x-more: hush')
  vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:9/v1')
  onTestFinished(() => void vi.unstubAllEnvs())
  const server = await faulty()
  onTestFinished(() => server.close())
  const { apiKey, ...endpoint } = endpointAt(server.url)
  expect(apiKey).toBe(KEY)
  server.next(OK)
  await chatModel(settingsFor(endpoint), worldOf()).ask(asking())
  expect(server.requests[0]?.headers).not.toHaveProperty('authorization')
  expect(JSON.stringify(server.requests[0])).not.toContain('hush')
})

test('a port where nobody listens is named with the reason', async () => {
  const server = await faulty()
  await server.close()
  const { model, clock } = modelAt(server.url)
  const failure = await driven(failureOf(model.ask(asking())), clock, server)
  expect(failure.kind).toBe('unreachable')
  expect(failure.message).toMatch(
    /^127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\)\. It was tried 3 times\.$/,
  )
})
