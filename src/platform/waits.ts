/** Waiting that can be called off. */
import type { Clock } from '../clock.ts'

export type Waits = {
  /** Resolves after so many milliseconds: `true`, or at once with `false` when it was called off. */
  pause(ms: number): Promise<boolean>
  /** Calls off all waiting, now and from now on. */
  stop(): void
}

export const waitsOf = (clock: Clock): Waits => {
  const waiting = new Set<() => void>()
  let stopped = false
  return {
    pause(ms) {
      if (stopped) return Promise.resolve(false)
      return new Promise((resolve) => {
        const end = (whole: boolean): void => {
          takeBack()
          waiting.delete(off)
          resolve(whole)
        }
        const off = (): void => end(false)
        const takeBack = clock.at(clock.now() + ms, () => end(true))
        waiting.add(off)
      })
    },
    stop() {
      stopped = true
      for (const off of [...waiting]) off()
    },
  }
}

/** Each pause twice the one before up to `longest`, and by chance up to half of it shorter. */
export const growing = (failures: number, first: number, longest: number, chance: number): number =>
  Math.min(first * 2 ** Math.max(failures - 1, 0), longest) * (1 - chance / 2)
