/** One try: a request is sent, its answer collected, and what it took is written down. */
import { collect, nothingYet, type Received, throwIfCut } from './collecting.ts'
import { Shut } from './gate.ts'
import type { Limits } from './limits.ts'
import type { Line } from './line.ts'
import { ABORTED, meaningOf, SLOW } from './meaning.ts'
import type { Ask, Message, Usage } from './model.ts'
import { costOf } from './prices.ts'
import { requestOf, tokensIn } from './request.ts'
import { hostOf } from './settings.ts'
import { Trouble } from './wire.ts'

/** An ask on its way, through all of its tries. */
export type Course<T> = {
  ask: Ask<T>
  limits: Limits
  /** What each try took that was sent. */
  used: Usage[]
  /** How many tries have given text to whoever listens. */
  heard: number
}

/** Sends the messages once; throws a `Trouble` or a `Shut`. */
export const attempt = async <T>(
  line: Line,
  course: Course<T>,
  messages: readonly Message[],
): Promise<Received> => {
  const { clock, gate } = line
  const { limits } = course
  const received = nothingYet(clock.now())
  let sent = false
  const work = () => {
    sent = true
    return answer(line, course, messages, received)
  }
  try {
    await gate.through(work, limits.signal)
    course.used.push(usageOf(line, course.ask, messages, received, 'answered'))
    return received
  } catch (error) {
    if (error instanceof Shut) throw error
    const trouble = ended(limits) ?? error
    if (!(trouble instanceof Trouble)) throw error
    if (sent)
      course.used.push(usageOf(line, course.ask, messages, received, meaningOf(trouble, line.endpoint).kind))
    throw trouble
  }
}

const answer = async <T>(
  line: Line,
  course: Course<T>,
  messages: readonly Message[],
  received: Received,
): Promise<void> => {
  const { clock, endpoint, abilities, limits: most } = line
  const { ask, limits } = course
  received.sentAt = clock.now()
  const first = limits.first(most.firstToken)
  let number = 0
  const text = (soFar: string): void => {
    if (limits.signal.aborted) return
    if (number === 0) number = ++course.heard
    ask.onText?.(soFar, number)
  }
  try {
    const request = requestOf(ask, messages, abilities, endpoint.effort)
    const watch = { now: clock.now, begun: first.end, text }
    await collect(line.wire.stream(request, first.signal), received, watch)
  } finally {
    first.end()
  }
  const early = ended(limits)
  if (early) throw early
  if (first.missed()) throw new Trouble(`no word in ${seconds(most.firstToken)}`, { code: SLOW })
  throwIfCut(received)
}

/** Why it was ended from this side, if it was. */
const ended = (limits: Limits): Trouble | undefined => {
  const why = limits.why()
  if (why === undefined) return undefined
  return why === 'slow'
    ? new Trouble('no whole answer in time', { code: SLOW })
    : new Trouble('taken back', { code: ABORTED })
}

const seconds = (ms: number): string => `${Math.round(ms / 100) / 10} s`

const usageOf = <T>(
  { role, endpoint, price, clock }: Line,
  { prompt }: Ask<T>,
  messages: readonly Message[],
  { tokens, text, begun, sentAt, firstAt }: Received,
  outcome: Usage['outcome'],
): Usage => {
  const whole = clock.now() - sentAt
  const estimated = begun
    ? { sent: tokensIn(...messages.map(({ content }) => content)), cached: 0, received: tokensIn(text) }
    : { sent: 0, cached: 0, received: 0 }
  const { sent, cached, received } = tokens ?? estimated
  return {
    role,
    model: endpoint.model,
    endpoint: hostOf(endpoint.baseUrl),
    prompt,
    sent,
    cached,
    received,
    firstToken: firstAt === undefined ? whole : firstAt - sentAt,
    whole,
    cost: price ? costOf(price, { sent, cached, received }) : null,
    outcome,
  }
}
