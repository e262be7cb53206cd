/** Turns at a few connections: who waits for a free one waits here, and not for an answer of the server. */
export type Turns = {
  /** Does `work` when its turn comes, first come, first served; rejects with `tooLong` where that took too long. */
  take<T>(work: () => Promise<T>): Promise<T>
  /**
   * For how long the first of those who wait has waited, in milliseconds; 0 where nobody does, or where no work has come to
   * a good end for a while: then it is not that there is too much of it.
   */
  waited(): number
}

/**
 * So many at once. Nobody is sent away before a turn is free: what is under way comes to an end in any case. `tooLong` is
 * told whether work has come to a good end meanwhile.
 */
export const turnsAt = (most: number, patience: number, tooLong: (goesOn: boolean) => Error): Turns => {
  const waiting: { since: number; go: () => void; refuse: (error: Error) => void }[] = []
  let busy = 0
  let worked = performance.now()

  const goesOn = (): boolean => performance.now() - worked < SILENT_MS

  /** Hands a turn on. */
  const next = (): void => {
    for (let first = waiting.shift(); first; first = waiting.shift()) {
      if (performance.now() - first.since > patience) first.refuse(tooLong(goesOn()))
      else {
        first.go()
        return
      }
    }
    busy -= 1
  }

  return {
    async take(work) {
      if (busy < most) busy += 1
      else await new Promise<void>((go, refuse) => waiting.push({ since: performance.now(), go, refuse }))
      try {
        const result = await work()
        worked = performance.now()
        return result
      } finally {
        next()
      }
    },
    waited() {
      const [first] = waiting
      return first && goesOn() ? performance.now() - first.since : 0
    },
  }
}

/** Whoever says nothing for so long has stopped. */
const SILENT_MS = 2_000
