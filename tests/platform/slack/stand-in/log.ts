/** One call of the Web API, as it was answered: `ok`, an error code, or an HTTP status. */
export type Logged = {
  method: string
  team: string | undefined
  channel: string | undefined
  args: Record<string, unknown>
  /** Milliseconds since the stand-in started. */
  at: number
  answer: string
}

/** A list that forgets its oldest entries. */
export const bounded = <T>(most: number): { all: T[]; add(entry: T): void } => {
  const all: T[] = []
  return {
    all,
    add: (entry) => {
      all.push(entry)
      if (all.length >= 2 * most) all.splice(0, all.length - most)
    },
  }
}
