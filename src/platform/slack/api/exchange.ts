/** One call of a method, once Slack takes it, and what is to be made of what came back. */
import type { Clock } from '../../../clock.ts'
import { isUnwell } from './fault.ts'
import { gateOf, type Limit } from './gate.ts'
import { type Body, NoAnswer, type Reply, type Wire } from './wire.ts'

export type Exchange = {
  /** Throws `busy` where Slack will not take it within `longest` milliseconds. */
  exchange(token: string, tenant: string, method: string, args: object, longest: number): Promise<Outcome>
  /** Lets nobody wait any longer. */
  stop(): void
}

/** `sent` where a call that got no answer may have been carried out all the same. */
export type Outcome = { answer: object } | { refused: Body } | Lost
export type Lost = { lost: string; sent: boolean; cause?: unknown }

/** What Slack asks to wait where it does not say for how long. */
const USUAL_LIMIT_MS = 1_000

export const exchangeOf = (wire: Pick<Wire, 'call'>, clock: Clock): Exchange => {
  const gate = gateOf(clock)
  return {
    exchange: (token, tenant, method, args, longest) =>
      gate.pass(limitedBy(tenant, method, args), longest, async (): Promise<Outcome | Limit> => {
        try {
          return outcomeOf(await wire.call(token, method, args))
        } catch (error) {
          if (error instanceof NoAnswer) return { lost: error.message, sent: error.sent, cause: error }
          throw error
        }
      }),
    stop: gate.stop,
  }
}

const outcomeOf = ({ status, retryAfter, body }: Reply): Outcome | Limit => {
  const error = body?.error
  if (status === 429 || error === 'ratelimited')
    return { limitMs: retryAfter === undefined ? USUAL_LIMIT_MS : retryAfter * 1000 }
  if (body?.ok === true) return { answer: body }
  if (body && error !== undefined && status < 500 && !isUnwell(error)) return { refused: body }
  if (body && status === 404) return { refused: { ...body, error: UNKNOWN } }
  const what = typeof error === 'string' ? error.slice(0, 100) : `HTTP ${status}`
  return { lost: `it answered ${what}${body ? '' : ', and not as Slack does'}`, sent: true }
}

/** Slack's own word for a method that it does not have; another Web API may have fewer, and say so in its own way. */
const UNKNOWN = 'unknown_method'

/** Slack limits a method for a workspace, and what is sent to a channel for each channel; said in words. */
const limitedBy = (tenant: string, method: string, args: object): string =>
  method.startsWith('chat.') && 'channel' in args
    ? `${method} in ${tenant}/${args.channel}`
    : `${method} in ${tenant}`
