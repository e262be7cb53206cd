/** What a trouble on the line means for whoever asked. */
import type { FailureKind } from './model.ts'
import { type Endpoint, hostOf } from './settings.ts'
import type { Trouble } from './wire.ts'

export type Meaning = {
  kind: FailureKind
  /** In a sentence that says whose fault it is and what to do. */
  says: string
  /** Whether it may pass by itself within seconds. */
  passing: boolean
  /** Whether it shows the endpoint to be ill, and not only this request. */
  ill: boolean
}

/** Codes of our own: for what ends an answer from this side, and for one that ends too early. */
export const ABORTED = 'taken back'
export const SLOW = 'out of time'
export const BROKE_OFF = 'broke off'

/** What it means; a trouble without a status is one of the connection. */
export const meaningOf = (trouble: Trouble, endpoint: Endpoint): Meaning => {
  const rule = RULES.find(({ when }) => when(trouble, `${trouble.code} ${trouble.message}`)) ?? ODD
  const { kind, says, passing = false, ill = false } = rule
  return { kind, says: says({ ...endpoint, host: hostOf(endpoint.baseUrl), trouble }), passing, ill }
}

type Rule = {
  when(trouble: Trouble, all: string): boolean
  says(found: Endpoint & { host: string; trouble: Trouble }): string
} & Pick<Meaning, 'kind'> &
  Partial<Pick<Meaning, 'passing' | 'ill'>>

/** The first that fits holds. Errors of the server itself are told by their status alone. */
const RULES: readonly Rule[] = [
  {
    kind: 'aborted',
    when: ({ code }) => code === ABORTED,
    says: () => 'The question to the model was taken back.',
  },
  {
    kind: 'slow',
    when: ({ code }) => code === SLOW,
    says: ({ model, host, trouble }) => `${model} at ${host} took too long (${trouble.message}).`,
    ill: true,
  },
  {
    kind: 'too-long',
    when: ({ status = 500 }, all) => status === 413 || (status < 500 && TOO_LONG.test(all)),
    says: ({ model, host }) => `The conversation has become too long for ${model} at ${host}.`,
  },
  {
    kind: 'declined',
    when: ({ status = 500 }, all) => status < 500 && FILTERED.test(all),
    says: ({ model, host }) => `A content filter of ${host} stopped the request to ${model}.`,
  },
  {
    kind: 'refused',
    when: ({ status }, all) => status === 402 || (status === 429 && UNPAID.test(all)),
    says: ({ host }) => `The account at ${host} has nothing left to spend; look at its billing.`,
  },
  {
    kind: 'refused',
    when: ({ status }, all) => status === 401 || (status === 403 && KEY.test(all)),
    says: ({ host, named }) => `${host} does not take the key; look at ${named.apiKey}.`,
  },
  {
    kind: 'refused',
    when: ({ status }) => status === 404,
    says: ({ host, model, named }) =>
      `${host} knows no model "${model}", or has nothing at this address; look at ${named.model} and ${named.baseUrl}.`,
  },
  {
    kind: 'busy',
    when: ({ status }) => status === 429,
    says: ({ host }) => `${host} takes no more requests for now (429).`,
    passing: true,
  },
  {
    kind: 'unreachable',
    when: ({ code }) => code === BROKE_OFF,
    says: ({ host, model }) => `${model} at ${host} broke off in the middle of its answer.`,
    passing: true,
    ill: true,
  },
  {
    kind: 'unreachable',
    when: ({ status }) => status === undefined,
    says: ({ host, trouble: { code, message } }) =>
      `${host} cannot be reached (${code === '' ? message : code}).`,
    passing: true,
    ill: true,
  },
  {
    kind: 'unreachable',
    when: ({ status = 0 }) => status >= 500 || status === 408 || status === 409,
    says: ({ host, trouble }) => `${host} fails by itself (${trouble.status}).`,
    passing: true,
    ill: true,
  },
  {
    kind: 'refused',
    when: ({ status = 0 }) => status >= 300 && status < 400,
    says: ({ host, named, trouble }) =>
      `${host} sends us elsewhere (${trouble.status}); set the address itself in ${named.baseUrl}.`,
  },
]

const ODD: Rule = {
  kind: 'refused',
  when: () => true,
  says: ({ host, trouble }) => `${host} does not take the request (${trouble.status}: ${trouble.message}).`,
}

const TOO_LONG =
  /context_length_exceeded|context (length|window|size)|maximum context|too many (input )?tokens|(prompt|input|request) (is |was )?too (long|large)|exceeds? .{0,40}(context|token)/i
const FILTERED = /content[_ ](filter|policy|management)|ResponsibleAI|safety system|moderation/i
const UNPAID = /insufficient_quota|billing|credit balance/i
const KEY = /key|token|credential|authenti/i
