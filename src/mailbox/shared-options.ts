import { DEFAULTS, type DeliveryOptions } from './options.ts'

export type SharedOptions = DeliveryOptions & {
  /** How often a process says that it lives, and how long after the last time it is taken for dead. */
  beatMs?: number
  leaseMs?: number
  /** How often each process looks by itself, in case that it missed a call. */
  lookMs?: number
}

/** The lease is three beats and more; a lease and a beat are less than the 15 s within which work is taken over. */
export const SHARED_DEFAULTS = {
  ...DEFAULTS,
  beatMs: 3_000,
  leaseMs: 10_000,
  lookMs: 1_000,
} satisfies Required<SharedOptions>
