/** How many faults there were of each kind. */
export type Tally = {
  add(kind: string): void
  all(): number
  /** A line for people, the most frequent first. */
  told(): string
  of(kind: string): number
}

export const tallyOf = (): Tally => {
  const counts = new Map<string, number>()
  return {
    add: (kind) => void counts.set(kind, (counts.get(kind) ?? 0) + 1),
    all: () => [...counts.values()].reduce((sum, count) => sum + count, 0),
    of: (kind) => counts.get(kind) ?? 0,
    told: () =>
      [...counts]
        .sort(([, one], [, other]) => other - one)
        .map(([kind, count]) => `${kind} ${count}`)
        .join(', '),
  }
}
