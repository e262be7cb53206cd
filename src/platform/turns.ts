/** So many at a time, and first those for whom somebody waits. */
export type Turns = { take<T>(place: string, job: () => Promise<T>): Promise<T> }

export const turnsOf = (atOnce: number, urgent: (place: string) => boolean): Turns => {
  const waiting: { place: string; go: () => void }[] = []
  let going = 0

  /** Hands its turn on, or back. */
  const next = (): void => {
    const first = waiting.findIndex(({ place }) => urgent(place))
    const [one] = waiting.splice(Math.max(first, 0), 1)
    if (one) one.go()
    else going -= 1
  }

  return {
    async take(place, job) {
      if (going < atOnce) going += 1
      else await new Promise<void>((go) => waiting.push({ place, go }))
      try {
        return await job()
      } finally {
        next()
      }
    },
  }
}
