/** A model behind an endpoint that speaks chat completions, held to its limits: time, calls at once, budget, shape. */
import type { Clock } from '../clock.ts'
import { valueFrom } from './asking.ts'
import { type Budget, budgetOf, Overspent, type Reserved } from './budget.ts'
import { type Gate, gateOf } from './gate.ts'
import type { Ledger } from './ledger.ts'
import { limitsOf } from './limits.ts'
import { type Line, lineOf } from './line.ts'
import { meaningOf } from './meaning.ts'
import { type Ask, type Model, ModelFailure, type Role, type Usage } from './model.ts'
import { costOf, type Prices } from './prices.ts'
import { countCall, TooOften } from './rate.ts'
import { tokensIn } from './request.ts'
import { describeEndpoint, type Endpoint, type ModelSettings } from './settings.ts'
import { Trouble, type Wire } from './wire.ts'

export type ChatWorld = {
  clock: Clock
  /** From 0 to 1; spreads the tries of those who failed together. */
  random: () => number
  /** What was spent before, so that budgets hold across restarts. */
  ledger: Ledger
  prices: Prices
  wire: (endpoint: Endpoint, now: () => number) => Wire
  /** Told what went wrong beside an answer: spending that could not be written down. */
  report: (error: unknown) => void
}

/** The model of each role that has an endpoint; asking for another one is refused. */
export const chatModel = (settings: ModelSettings, world: ChatWorld): Model => {
  const { clock, prices, ledger } = world
  const budget = budgetOf(settings.budget, ledger, clock.now, prices.currency)
  const gates = new Map<string, Gate>()
  const gateTo = (endpoint: Endpoint): Gate => {
    const known = gates.get(endpoint.baseUrl)
    const isIll = (error: unknown) => error instanceof Trouble && meaningOf(error, endpoint).ill
    const gate = known ?? gateOf(clock, settings.calls, isIll)
    gates.set(endpoint.baseUrl, gate)
    return gate
  }
  const lines = new Map<Role, Line>()
  for (const role of ['interviewer', 'judge'] as const) {
    const endpoint = settings.roles[role]
    if (endpoint === undefined) continue
    const wire = world.wire(endpoint, clock.now)
    lines.set(role, lineOf(role, endpoint, { ...world, wire, gate: gateTo(endpoint), limits: settings }))
  }
  return {
    describe(role) {
      const line = lines.get(role)
      return line ? describeEndpoint(line.endpoint) : 'no model'
    },
    async ask(ask) {
      const line = lines.get(ask.role)
      if (line === undefined)
        throw new ModelFailure('refused', `No model is set for the ${ask.role}; look at MLSD_MODEL.`, [])
      await allowed(() => countCall(settings.rates ?? {}, ledger, ask.whose, clock.now()))
      const reserved = await allowed(() => reserve(budget, ask, line))
      const limits = limitsOf(clock, settings.whole, ask.signal)
      const used: Usage[] = []
      try {
        return await valueFrom(line, { ask, limits, used, heard: 0 })
      } finally {
        limits.end()
        await reserved.book(sum(used)).catch(world.report)
      }
    },
  }
}

/** What a limit does not allow, and what cannot be looked up, is not asked. */
const allowed = async <T>(look: () => Promise<T>): Promise<T> => {
  try {
    return await look()
  } catch (cause) {
    if (cause instanceof TooOften) throw new ModelFailure('rate', cause.message, [], { cause })
    if (cause instanceof Overspent) throw new ModelFailure('budget', cause.message, [], { cause })
    const says = 'What has been spent cannot be read, so that no model is asked.'
    throw new ModelFailure('budget', says, [], { cause })
  }
}

const reserve = <T>(
  budget: Budget,
  { whose, messages, most }: Ask<T>,
  { price }: Line,
): Promise<Reserved> => {
  const sent = tokensIn(...messages.map(({ content }) => content))
  const cost = price ? costOf(price, { sent, cached: 0, received: most }) : 0
  return budget.reserve(whose, { tokens: sent + most, cost })
}

const sum = (used: readonly Usage[]) => ({
  tokens: used.reduce((sum, { sent, received }) => sum + sent + received, 0),
  cost: used.reduce((sum, { cost }) => sum + (cost ?? 0), 0),
})
