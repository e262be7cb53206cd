/** Where each role's model is, and how much may be asked of it. */
import type { Role } from './model.ts'

export type Effort = 'none' | 'minimal' | 'low' | 'medium' | 'high' | 'xhigh'

/** One model at one address; `named` are the settings it came from, so that an error can name them. */
export type Endpoint = Readonly<{
  /** The address to which `/chat/completions` is added. */
  baseUrl: string
  model: string
  /** Sent with each request; servers of one's own often want none. */
  apiKey?: string
  /** How long a model that thinks may think; its own choice when absent. */
  effort?: Effort
  named: Readonly<{ baseUrl: string; model: string; apiKey: string }>
}>

/** The most that may be spent; without a number there is no limit. */
export type Most = Readonly<{ tokens?: number; cost?: number }>

/** Whose spending is limited: one interview, one person in a day, all together in a day. */
export type Scope = 'interview' | 'person' | 'day'

/** So many calls a minute at most, for one person and for all of a team; without a number there is no limit. */
export type Rates = Readonly<{ person?: number; team?: number }>

export type ModelSettings = Readonly<{
  /** A role without an endpoint has no model. */
  roles: Readonly<Partial<Record<Role, Endpoint>>>
  /** So many calls at once at one address; others wait. */
  calls: number
  /** Milliseconds until the first token of a try, and until the whole answer is there, tries and waits included. */
  firstToken: number
  whole: number
  budget: Readonly<Record<Scope, Most>>
  rates?: Rates
}>

/** Such as `gpt-5-mini at api.openai.com`. */
export const describeEndpoint = ({ model, baseUrl }: Endpoint): string => `${model} at ${hostOf(baseUrl)}`

/** The host of an address, with its port. */
export const hostOf = (baseUrl: string): string =>
  URL.parse(baseUrl)?.host ?? 'an address that cannot be read'
