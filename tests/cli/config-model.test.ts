import { expect, test } from 'vitest'
import { ConfigError, configOf } from '../../src/config.ts'

const KEY = 'sk-hush-hush'

const modelOf = (env: Record<string, string>) => configOf({ HOME: '/h', ...env }).model

const faultsOf = (env: Record<string, string>): string => {
  try {
    modelOf(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.faults.join('\n')
  }
  return ''
}

const COMMON = { baseUrl: 'OPENAI_BASE_URL', model: 'MLSD_MODEL', apiKey: 'OPENAI_API_KEY' }

test('with nothing set there is no model, nor with a key or an address alone', () => {
  expect(modelOf({})).toBeUndefined()
  expect(modelOf({ OPENAI_API_KEY: KEY, OPENAI_BASE_URL: 'http://localhost:11434' })).toBeUndefined()
  expect(modelOf({ MLSD_MODEL: ' ' })).toBeUndefined()
})

test('one model for both roles, at OpenAI unless told otherwise, with everything else as it comes', () => {
  const endpoint = { baseUrl: 'https://api.openai.com/v1', model: 'gpt-5.4-mini', apiKey: KEY, named: COMMON }
  expect(modelOf({ MLSD_MODEL: ' gpt-5.4-mini\n', OPENAI_API_KEY: KEY })).toEqual({
    roles: { interviewer: endpoint, judge: endpoint },
    calls: 4,
    firstToken: 20_000,
    whole: 90_000,
    budget: { interview: { tokens: 1_000_000 }, person: {}, day: {} },
    rates: { person: 20, team: 200 },
  })
})

test('limits', () => {
  expect(
    modelOf({
      MLSD_MODEL: 'llama3.2:3b',
      OPENAI_BASE_URL: 'http://ollama:11434',
      MLSD_MODEL_EFFORT: 'low',
      MLSD_MODEL_CALLS: '1',
      MLSD_MODEL_FIRST_SECONDS: '60',
      MLSD_MODEL_SECONDS: '300',
      MLSD_BUDGET_INTERVIEW_TOKENS: '0',
      MLSD_BUDGET_INTERVIEW_COST: '0.5',
      MLSD_BUDGET_PERSON_TOKENS: '10',
      MLSD_BUDGET_PERSON_COST: '2',
      MLSD_BUDGET_DAY_TOKENS: '100',
      MLSD_BUDGET_DAY_COST: '20',
      MLSD_RATE_PERSON_CALLS: '5',
      MLSD_RATE_TEAM_CALLS: '50',
      MLSD_PRICES: '/etc/prices.json',
    }),
  ).toEqual({
    roles: {
      interviewer: { baseUrl: 'http://ollama:11434/v1', model: 'llama3.2:3b', effort: 'low', named: COMMON },
      judge: { baseUrl: 'http://ollama:11434/v1', model: 'llama3.2:3b', effort: 'low', named: COMMON },
    },
    calls: 1,
    firstToken: 60_000,
    whole: 300_000,
    budget: {
      interview: { tokens: 0, cost: 0.5 },
      person: { tokens: 10, cost: 2 },
      day: { tokens: 100, cost: 20 },
    },
    rates: { person: 5, team: 50 },
    prices: '/etc/prices.json',
  })
})

test('each role may have a model, an address, a key and an effort of its own', () => {
  const { roles } = modelOf({
    MLSD_MODEL: 'gpt-5.4-mini',
    OPENAI_API_KEY: KEY,
    MLSD_JUDGE_MODEL: 'big',
    MLSD_JUDGE_BASE_URL: 'https://judge.example.org/api/v1/',
    MLSD_JUDGE_API_KEY: 'other-key',
    MLSD_JUDGE_EFFORT: 'high',
  }) ?? { roles: undefined }
  expect(roles?.interviewer).toMatchObject({ model: 'gpt-5.4-mini', apiKey: KEY })
  expect(roles?.judge).toEqual({
    baseUrl: 'https://judge.example.org/api/v1',
    model: 'big',
    apiKey: 'other-key',
    effort: 'high',
    named: { baseUrl: 'MLSD_JUDGE_BASE_URL', model: 'MLSD_JUDGE_MODEL', apiKey: 'MLSD_JUDGE_API_KEY' },
  })
})

test('a model for one role leaves the other without', () => {
  const model = modelOf({ MLSD_INTERVIEWER_MODEL: 'gpt-5.4', OPENAI_API_KEY: KEY })
  expect(Object.keys(model?.roles ?? {})).toEqual(['interviewer'])
})

test('the common key goes to the common address and to no other', () => {
  const env = { MLSD_MODEL: 'm', OPENAI_API_KEY: KEY, MLSD_JUDGE_BASE_URL: 'https://judge.example.org/v1' }
  expect(modelOf(env)?.roles.judge).not.toHaveProperty('apiKey')
  expect(modelOf(env)?.roles.judge?.named.apiKey).toBe('MLSD_JUDGE_API_KEY')
  const same = { ...env, OPENAI_BASE_URL: 'https://judge.example.org/v2' }
  expect(modelOf(same)?.roles.judge?.apiKey).toBe(KEY)
})

test.each([
  ['http://localhost:11434', 'http://localhost:11434/v1'],
  ['http://127.0.0.1:8000/v1/', 'http://127.0.0.1:8000/v1'],
  ['http://[::1]:8080/v1', 'http://[::1]:8080/v1'],
  ['http://192.168.0.7:1234/v1', 'http://192.168.0.7:1234/v1'],
  ['http://172.20.0.2/v1', 'http://172.20.0.2/v1'],
  ['http://host.docker.internal:11434', 'http://host.docker.internal:11434/v1'],
  ['http://gpu.local/v1', 'http://gpu.local/v1'],
  ['https://models.example.org/v1/chat/completions', 'https://models.example.org/v1'],
])('the address %s', (address, baseUrl) => {
  expect(modelOf({ MLSD_MODEL: 'm', OPENAI_BASE_URL: address })?.roles.judge?.baseUrl).toBe(baseUrl)
})

test.each<[what: string, env: Record<string, string>, says: RegExp]>([
  ['no key for OpenAI', {}, /^OPENAI_API_KEY is not set; wanted is the key for api\.openai\.com\.$/],
  [
    'no key for Azure',
    { OPENAI_BASE_URL: 'https://mine.openai.azure.com/openai/v1' },
    /^OPENAI_API_KEY is not set/,
  ],
  ['a quoted key', { OPENAI_API_KEY: `"${KEY}"` }, /^OPENAI_API_KEY begins with a quotation mark/],
  ['a key with spaces', { OPENAI_API_KEY: 'hush hush' }, /^OPENAI_API_KEY is no key/],
  [
    'a key for a model',
    { OPENAI_API_KEY: KEY, MLSD_MODEL: 'hush hush' },
    /^MLSD_MODEL is no name of a model/,
  ],
  ['plain http', { OPENAI_BASE_URL: 'http://hush.example.org/v1' }, /^OPENAI_BASE_URL is no address/],
  [
    'http to a public number',
    { OPENAI_BASE_URL: 'http://172.32.0.1/hush' },
    /^OPENAI_BASE_URL is no address/,
  ],
  ['a key for an address', { OPENAI_BASE_URL: KEY }, /^OPENAI_BASE_URL is no address/],
  [
    'a password in the address',
    { OPENAI_BASE_URL: 'https://me:hush@x.org/v1' },
    /^OPENAI_BASE_URL holds a name or password/,
  ],
  [
    'an effort',
    { OPENAI_API_KEY: KEY, MLSD_MODEL_EFFORT: 'hush' },
    /^MLSD_MODEL_EFFORT .*none, minimal, low/,
  ],
  [
    'half a call',
    { OPENAI_API_KEY: KEY, MLSD_MODEL_CALLS: '1.5' },
    /^MLSD_MODEL_CALLS .*whole number from 1 to 100/,
  ],
  ['no time', { OPENAI_API_KEY: KEY, MLSD_MODEL_SECONDS: '1' }, /^MLSD_MODEL_SECONDS .*from 5 to 600/],
  ['a budget in words', { OPENAI_API_KEY: KEY, MLSD_BUDGET_DAY_COST: 'hush' }, /^MLSD_BUDGET_DAY_COST/],
])('%s: refused in one line, and nothing secret is shown', (_, env, says) => {
  const faults = faultsOf({ MLSD_MODEL: 'm', ...env })
  expect(faults).toMatch(says)
  expect(faults).not.toMatch(/hush|\n/)
})

test.each(['MLSD_JUDGE_API_KEY', 'MLSD_INTERVIEWER_BASE_URL', 'MLSD_JUDGE_EFFORT', 'MLSD_MODEL_EFFORT'])(
  '%s without a model is a wish that is not whole',
  (name) => {
    expect(faultsOf({ [name]: 'hush' })).toBe(
      `${name} is set and no model; wanted is its name in MLSD_MODEL.`,
    )
  },
)

test('faults of the model are listed with all others', () => {
  const env = { MLSD_MODEL: 'a b', MLSD_MODEL_CALLS: 'x', DISCORD_TOKEN: 'hush', MLSD_IDLE_HOURS: 'soon' }
  const names = faultsOf(env)
    .split('\n')
    .map((fault) => fault.split(' ')[0])
  expect(names.toSorted()).toEqual(['DISCORD_TOKEN', 'MLSD_IDLE_HOURS', 'MLSD_MODEL', 'MLSD_MODEL_CALLS'])
})
