/** The settings of the language model: where each role's model is, and how much may be asked of it. No fault ever shows a secret. */
import { resolve } from 'node:path'
import type { ModelSettings as Asked, Effort, Endpoint, Most } from '../model/settings.ts'
import { baseOf, ownHost } from './base.ts'
import { type Blame, type Given, trimmed } from './given.ts'
import { numberOf } from './number.ts'

/** What is asked of the models, and where the prices stand. */
export type ModelSettings = Asked &
  Readonly<{
    /** A file with prices, in place of the table that comes along. */
    prices?: string
  }>

/** What is set for a model, or nothing where none is wanted or it cannot be used; `blame` is told each fault. */
export const modelOf = (settings: Given, blameAll: Blame): ModelSettings | undefined => {
  const given = trimmed(settings)
  const blame = once(blameAll)
  // A key alone is no wish: many have one in their environment, and what is said here must not go out unasked.
  if (!MODELS.some((name) => given[name] !== undefined)) return wantsModel(given, blame)
  const interviewer = endpointOf(INTERVIEWER, given, blame)
  const judge = endpointOf(JUDGE, given, blame)
  const whole = numberOf('MLSD_MODEL_SECONDS', given, blame, { least: 5, most: 600, preset: 90 })
  const first = numberOf('MLSD_MODEL_FIRST_SECONDS', given, blame, { least: 1, most: 600, preset: 20 })
  return {
    roles: { ...(interviewer && { interviewer }), ...(judge && { judge }) },
    calls: numberOf('MLSD_MODEL_CALLS', given, blame, { least: 1, most: 100, preset: 4, whole: true }),
    firstToken: first * 1_000,
    whole: whole * 1_000,
    budget: {
      interview: mostOf(
        'MLSD_BUDGET_INTERVIEW_TOKENS',
        'MLSD_BUDGET_INTERVIEW_COST',
        given,
        blame,
        1_000_000,
      ),
      person: mostOf('MLSD_BUDGET_PERSON_TOKENS', 'MLSD_BUDGET_PERSON_COST', given, blame),
      day: mostOf('MLSD_BUDGET_DAY_TOKENS', 'MLSD_BUDGET_DAY_COST', given, blame),
    },
    rates: {
      person: numberOf('MLSD_RATE_PERSON_CALLS', given, blame, { ...OFTEN, preset: 20 }),
      team: numberOf('MLSD_RATE_TEAM_CALLS', given, blame, { ...OFTEN, preset: 200 }),
    },
    ...(given.MLSD_PRICES !== undefined && { prices: resolve(given.MLSD_PRICES) }),
  }
}

/** Calls a minute. */
const OFTEN = { least: 1, most: 100_000, whole: true } as const

/** Both roles read the common settings; a fault in them is told once. */
const once = (blame: Blame): Blame => {
  const told = new Set<string>()
  return (fault) => {
    if (!told.has(fault)) blame(fault)
    told.add(fault)
    return undefined
  }
}

type Names = { model: string; baseUrl: string; apiKey: string; effort: string }

const COMMON: Names = {
  model: 'MLSD_MODEL',
  baseUrl: 'OPENAI_BASE_URL',
  apiKey: 'OPENAI_API_KEY',
  effort: 'MLSD_MODEL_EFFORT',
}
const INTERVIEWER: Names = {
  model: 'MLSD_INTERVIEWER_MODEL',
  baseUrl: 'MLSD_INTERVIEWER_BASE_URL',
  apiKey: 'MLSD_INTERVIEWER_API_KEY',
  effort: 'MLSD_INTERVIEWER_EFFORT',
}
const JUDGE: Names = {
  model: 'MLSD_JUDGE_MODEL',
  baseUrl: 'MLSD_JUDGE_BASE_URL',
  apiKey: 'MLSD_JUDGE_API_KEY',
  effort: 'MLSD_JUDGE_EFFORT',
}
const MODELS = [COMMON.model, INTERVIEWER.model, JUDGE.model]

/** Settings that say that a model is wanted, and not which. */
const wantsModel = (given: Given, blame: Blame): undefined => {
  const own = [INTERVIEWER, JUDGE].flatMap(({ baseUrl, apiKey, effort }) => [baseUrl, apiKey, effort])
  const lonely = [...own, COMMON.effort].find((name) => given[name] !== undefined)
  return lonely === undefined
    ? undefined
    : blame(`${lonely} is set and no model; wanted is its name in MLSD_MODEL.`)
}

const endpointOf = (own: Names, given: Given, blame: Blame): Endpoint | undefined => {
  const pick = (field: keyof Names) => (given[own[field]] === undefined ? COMMON[field] : own[field])
  const named = { model: pick('model'), baseUrl: pick('baseUrl'), apiKey: pick('apiKey') }
  const model = given[named.model]
  if (model === undefined) return undefined
  const baseUrl =
    baseOf(named.baseUrl, given, blame) ?? (given[named.baseUrl] === undefined ? OPENAI : undefined)
  const effort = effortOf(pick('effort'), given, blame)
  if (!/^[\w.:/@+-]+$/.test(model))
    return blame(
      `${named.model} is no name of a model; wanted is one such as gpt-5.4-mini, without spaces or quotation marks.`,
    )
  if (baseUrl === undefined) return undefined
  // The common key belongs to the common address: it is not sent to another one.
  const foreign =
    named.apiKey === COMMON.apiKey && named.baseUrl !== COMMON.baseUrl && !sameHost(baseUrl, given)
  if (foreign) named.apiKey = own.apiKey
  const apiKey = given[named.apiKey]
  if (apiKey === undefined && !ownHost(baseUrl) && PAID.test(baseUrl))
    return blame(`${named.apiKey} is not set; wanted is the key for ${new URL(baseUrl).host}.`)
  if (apiKey !== undefined && !/^[\x21-\x7e]+$/.test(apiKey))
    return blame(`${named.apiKey} is no key; wanted is one without spaces and quotation marks.`)
  if (apiKey !== undefined && /^["']/.test(apiKey))
    return blame(`${named.apiKey} begins with a quotation mark, which has to be left out.`)
  return { baseUrl, model, ...(apiKey && { apiKey }), ...(effort && { effort }), named }
}

const OPENAI = 'https://api.openai.com/v1'

/** Addresses that answer nobody without a key. */
const PAID = /^https:\/\/([\w-]+\.)*(openai|azure)\.com\//

const sameHost = (baseUrl: string, given: Given): boolean =>
  URL.parse(given[COMMON.baseUrl] ?? OPENAI)?.host === URL.parse(baseUrl)?.host

const EFFORTS: readonly Effort[] = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh']

const effortOf = (name: string, given: Given, blame: Blame): Effort | undefined => {
  const value = given[name]
  if (value === undefined) return undefined
  const effort = EFFORTS.find((effort) => effort === value)
  return effort ?? blame(`${name} cannot be used; wanted is one of ${EFFORTS.join(', ')}.`)
}

const mostOf = (tokensName: string, costName: string, given: Given, blame: Blame, preset?: number): Most => {
  const bounds = { least: 0, most: 1e12, preset: preset ?? Number.POSITIVE_INFINITY }
  const tokens = numberOf(tokensName, given, blame, { ...bounds, whole: true })
  const cost = numberOf(costName, given, blame, { ...bounds, preset: Number.POSITIVE_INFINITY })
  return { ...(Number.isFinite(tokens) && { tokens }), ...(Number.isFinite(cost) && { cost }) }
}
