import { expect, onTestFinished, test } from 'vitest'
import { systemClock, virtualClock } from '../../src/clock.ts'
import type { Finding } from '../../src/finding.ts'
import { checkModels } from '../../src/model/doctor.ts'
import { openAiWire } from '../../src/model/openai.ts'
import { housePrices } from '../../src/model/prices.ts'
import type { Endpoint, ModelSettings } from '../../src/model/settings.ts'
import { answer, type Faulty, faulty, gone, json, type Manner, silent, status } from './faulty.ts'
import { driven, endpointAt, KEY, settingsFor } from './house.ts'

const NUMBERS = '{"numbers": ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]}'
/** Counts a token for each word that is sent. */
const OK: Manner = (response, sent) => {
  const prompt_tokens = (sent.body.messages ?? []).flatMap(({ content }) => content.split(/\s+/)).length
  const usage = { prompt_tokens, completion_tokens: 20, total_tokens: prompt_tokens + 20 }
  return answer(NUMBERS, { usage })(response, sent)
}
const listing = (fields: object) => json(200, { data: [{ id: 'gpt-4.1-mini', ...fields }] })

/** Answers, and says that so many tokens were read. */
const counting = (prompt_tokens: number): Manner =>
  answer('one', { usage: { prompt_tokens, completion_tokens: 1, total_tokens: prompt_tokens + 1 } })

const look = async (
  tell: (server: Faulty) => void,
  endpoint: Partial<Endpoint> = {},
  settings: Partial<ModelSettings> = {},
): Promise<{ found: Finding[]; server: Faulty }> => {
  const server = await faulty()
  onTestFinished(() => server.close())
  tell(server)
  const world = { clock: systemClock(), prices: housePrices(), wire: openAiWire }
  const found = await checkModels(settingsFor(endpointAt(server.url, endpoint), settings), world)
  expect(JSON.stringify(found)).not.toContain(KEY)
  return { found, server }
}

const notWell = (found: readonly Finding[]) => found.filter(({ ok }) => ok !== true)

test('a good endpoint: there, has the model, takes the schema, streams; one question for both roles', async () => {
  const { found, server } = await look((server) => server.always(OK))
  expect(notWell(found)).toEqual([])
  expect(found.map(({ says }) => says).join('\n')).toMatch(
    /^answers\ngpt-4\.1-mini is there\nfit a JSON schema.*\nfirst word after \d+ ms, ten words after \d+ ms, as a stream\n32,768 tokens$/,
  )
  expect(server.requests).toHaveLength(1)
})

test('two endpoints are looked at apart', async () => {
  const server = await faulty()
  onTestFinished(() => server.close())
  server.always(OK)
  const [interviewer, judge] = [endpointAt(server.url), endpointAt(server.url, { model: 'gpt-9' })]
  const world = { clock: systemClock(), prices: housePrices(), wire: openAiWire }
  const found = await checkModels(settingsFor(interviewer, { roles: { interviewer, judge } }), world)
  expect([...new Set(server.requests.map(({ body }) => body.model))].toSorted()).toEqual([
    'gpt-4.1-mini',
    'gpt-9',
  ])
  expect(notWell(found)).toMatchObject([
    { what: 'model of the judge', mend: expect.stringContaining('gpt-4.1-mini') },
  ])
})

test.each<
  [what: string, models: Manner | undefined, chat: Manner, ok: Finding['ok'], says: RegExp, mend: RegExp]
>([
  ['a wrong key', status(401), status(401), false, /does not take the key/, /OPENAI_API_KEY/],
  ['a server that is down', gone, gone, false, /cannot be reached/, /OPENAI_BASE_URL/],
  ['no such model, without a list', status(404), status(404), false, /knows no model/, /MLSD_MODEL/],
  [
    'a model that is not in the list',
    json(200, { data: [{ id: 'other' }, { id: '\u001b[31mred' }] }),
    OK,
    'warning',
    /is not in the list/,
    /such as other\.$/,
  ],
  ['prose', undefined, answer('One, two, three.'), false, /not in the form/, /larger model/],
  ['an answer all at once', undefined, answer(NUMBERS, { pieces: 1 }), 'warning', /all at once/, /streaming/],
  ['too many requests', undefined, status(429), 'warning', /no more requests/, /again/],
])('%s', async (_, models, chat, ok, says, mend) => {
  const { found } = await look((server) => {
    if (models) server.models(models)
    server.always(chat)
  })
  const [first, ...others] = notWell(found)
  expect(others).toEqual([])
  expect(first).toMatchObject({ ok, says: expect.stringMatching(says), mend: expect.stringMatching(mend) })
})

test('a server without a list of models is well when it answers, and takes a long text', async () => {
  const { found } = await look((server) => {
    server.models(status(404))
    server.always(OK)
  })
  expect(notWell(found)).toEqual([])
})

test('a server without schemas is asked in words, and that is said', async () => {
  const { found } = await look((server) =>
    server.always((response, sent) =>
      sent.body.response_format
        ? status(400, { message: 'no response_format' })(response, sent)
        : OK(response, sent),
    ),
  )
  expect(notWell(found)).toMatchObject([
    { ok: 'warning', says: expect.stringMatching(/not held to a JSON schema/) },
  ])
})

test('a budget in money warns of a model without a price', async () => {
  const models = json(200, { data: [{ id: 'mine', max_model_len: 32_768 }] })
  const tell = (server: Faulty) => {
    server.models(models)
    server.always(OK)
  }
  const budget = { interview: {}, person: {}, day: { cost: 5 } }
  const { found } = await look(tell, { model: 'mine' }, { budget })
  expect(notWell(found)).toMatchObject([{ ok: 'warning', mend: expect.stringContaining('MLSD_PRICES') }])
  expect(notWell((await look(tell, { model: 'mine' })).found)).toEqual([])
})

test('a server that says nothing is given up after the whole time', async () => {
  const server = await faulty()
  onTestFinished(() => server.close())
  server.always(silent)
  const clock = virtualClock(0)
  const world = { clock, prices: housePrices(), wire: openAiWire }
  const found = await driven(checkModels(settingsFor(endpointAt(server.url)), world), clock, server)
  expect(notWell(found)).toMatchObject([
    {
      ok: false,
      says: expect.stringContaining('took too long'),
      mend: expect.stringContaining('MLSD_MODEL_SECONDS'),
    },
  ])
})

const WINDOW = 'what the model reads at once'
const windowOf = (found: readonly Finding[]) => found.find(({ what }) => what === WINDOW)

test.each<[server: string, fields: object, ok: Finding['ok'], says: string]>([
  ['vLLM', { max_model_len: 32_768 }, true, '32,768 tokens'],
  ['vLLM with little', { max_model_len: 8_192 }, false, '8,192 tokens, and a talk needs 14,000'],
  [
    'vLLM with just enough',
    { max_model_len: 15_000 },
    'warning',
    '15,000 tokens, which is little for a long talk',
  ],
  [
    'LM Studio',
    { max_context_length: 131_072, loaded_context_length: 4_096 },
    false,
    '4,096 tokens, and a talk needs 14,000',
  ],
  ['OpenRouter', { context_length: 128_000 }, true, '128,000 tokens'],
  ['Groq', { context_window: 131_072 }, true, '131,072 tokens'],
  ['llama.cpp', { meta: { n_ctx_train: 8_192 } }, false, '8,192 tokens, and a talk needs 14,000'],
])('%s tells how much its model reads at once', async (_, fields, ok, says) => {
  const { found, server } = await look((server) => {
    server.models(listing(fields))
    server.always(OK)
  })
  expect(windowOf(found)).toMatchObject({ ok, says })
  if (ok !== true) expect(windowOf(found)?.mend).toMatch(/OLLAMA_CONTEXT_LENGTH.*--ctx-size.*--max-model-len/)
  expect(server.requests).toHaveLength(1)
})

test.each<[server: string, manner: Manner, ok: Finding['ok'], says: RegExp]>([
  ['takes a long text', counting(14_020), true, /^14,000 tokens at least, in \d+ s$/],
  ['cuts it off and says nothing', counting(4_096), false, /^4,096 tokens, and a talk needs 14,000$/],
  [
    'takes none so long',
    status(400, { code: 'context_length_exceeded' }),
    false,
    /^less than the 14,000 tokens/,
  ],
  ['takes it and counts nothing', answer('one', { usage: null }), true, /was taken$/],
  ['fails at it', status(500), 'warning', /^cannot be told: /],
])(
  "a server of one's own that does not tell is given a long text: one that %s",
  async (_, manner, ok, says) => {
    const { found, server } = await look((server) => {
      server.models(listing({ meta: { n_ctx_train: 131_072 } }))
      server.next(OK)
      server.always(manner)
    })
    expect(windowOf(found)).toMatchObject({ ok, says: expect.stringMatching(says) })
    expect(server.requests).toHaveLength(2)
    const [{ content = '' } = {}] = server.requests[1]?.body.messages ?? []
    expect(content.split(/\s+/).length).toBeGreaterThan(14_000)
  },
)

test('an endpoint that does not answer is not given a long text', async () => {
  const { found, server } = await look((server) => {
    server.models(status(404))
    server.always(status(500))
  })
  expect(windowOf(found)).toBeUndefined()
  expect(server.requests).toHaveLength(1)
})
