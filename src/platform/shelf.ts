/** Small things that an edge keeps for itself; see `host/shelf.ts`. */
export type Shelf = {
  load(name: string): Promise<unknown>
  save(name: string, value: unknown): Promise<void>
  remove(name: string): Promise<void>
}
