/** Small things that an edge keeps for itself; see `host/shelf.ts`. */
export type Shelf = {
  load(name: string): Promise<unknown>
  save(name: string, value: unknown): Promise<void>
  remove(name: string): Promise<void>
}

/** The same with a part for each person at a place, of which nothing stays: it has its end, and goes with all else of theirs. */
export type PersonalShelf = Shelf & {
  of(person: string): {
    load(place: string): Promise<unknown>
    save(place: string, value: Passing): Promise<void>
  }
}

/** Kept `until` a moment, in milliseconds since 1970. */
export type Passing = { until: number }
