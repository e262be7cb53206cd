/** An endpoint with all that stands before it. */
import type { Clock } from '../clock.ts'
import { type Abilities, firstAbilities } from './abilities.ts'
import type { Gate } from './gate.ts'
import type { Role } from './model.ts'
import { type Price, type Prices, priceOf } from './prices.ts'
import type { Endpoint, ModelSettings } from './settings.ts'
import type { Wire } from './wire.ts'

export type Line = {
  role: Role
  endpoint: Endpoint
  wire: Wire
  gate: Gate
  /** Learned from call to call. */
  abilities: Abilities
  price: Price | undefined
  clock: Clock
  /** From 0 to 1. */
  random: () => number
  limits: Pick<ModelSettings, 'firstToken' | 'whole'>
}

/** The line of a role. */
export const lineOf = (
  role: Role,
  endpoint: Endpoint,
  given: Pick<Line, 'wire' | 'gate' | 'clock' | 'random' | 'limits'> & { prices: Prices },
): Line => ({
  ...given,
  role,
  endpoint,
  abilities: firstAbilities(endpoint),
  price: priceOf(given.prices, endpoint.model),
})
