import type { Chance } from '../chance.ts'
import type { Fault, Field } from '../faults.ts'

/** A fault that always befalls, and is over at once. */
export const atOnce =
  (work: (field: Field, chance: Chance) => void): Fault['befall'] =>
  (field, chance) => {
    work(field, chance)
    return true
  }
