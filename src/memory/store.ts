/** What memory needs of the shared database; `postgres/open.ts` keeps it. */
export type Store = {
  query(text: string, values?: readonly unknown[]): Promise<Readonly<Record<string, unknown>>[]>
}
