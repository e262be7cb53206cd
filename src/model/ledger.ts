/** What has been spent, by account; whoever keeps it on disk counts across restarts. */

export type Spent = { tokens: number; cost: number }

export type Ledger = {
  /** What an account has spent so far; nothing for one that is not known. */
  spent(account: string): Promise<Spent>
  /** Adds to what each of the accounts has spent. */
  spend(accounts: readonly string[], more: Spent): Promise<void>
}

/** A ledger that lasts as long as the process. */
export const ledgerInMemory = (): Ledger => {
  const accounts = new Map<string, Spent>()
  const of = (account: string) => accounts.get(account) ?? { tokens: 0, cost: 0 }
  return {
    spent: async (account) => of(account),
    async spend(names, { tokens, cost }) {
      for (const name of names) {
        const before = of(name)
        accounts.set(name, { tokens: before.tokens + tokens, cost: before.cost + cost })
      }
    },
  }
}
