import type { VirtualClock } from '../../src/clock.ts'

/** A clock that can also be set back; who waits then still waits as long as before, as with the machine's own. */
export type Turnable = VirtualClock & { turnBack(ms: number): void }

export const turnable = (clock: VirtualClock): Turnable => {
  let back = 0
  return {
    now: () => clock.now() - back,
    at: (time, wake) => clock.at(time + back, wake),
    advance: clock.advance,
    turnBack(ms) {
      back += ms
    },
  }
}
