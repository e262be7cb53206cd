/** What has been spent, and how often, by account; whoever keeps it on disk counts across restarts. */

export type Spent = { tokens: number; cost: number }

export type Ledger = {
  /** What an account has spent so far; nothing for one that is not known. */
  spent(account: string): Promise<Spent>
  /** Adds to what each of the accounts has spent. */
  spend(accounts: readonly string[], more: Spent): Promise<void>
  /** Counts a call of an account, unless it had `most` in the minute before; answers whether it did. */
  count(account: string, most: number, at: number): Promise<boolean>
  /** Takes back a call that was counted at that time. */
  uncount(account: string, at: number): Promise<void>
}

/** A ledger that lasts as long as the process. */
export const ledgerInMemory = (): Ledger => {
  const accounts = new Map<string, Spent>()
  const calls = new Map<string, Window>()
  const of = (account: string) => accounts.get(account) ?? { tokens: 0, cost: 0 }
  return {
    spent: async (account) => of(account),
    async spend(names, { tokens, cost }) {
      for (const name of names) {
        const before = of(name)
        accounts.set(name, { tokens: before.tokens + tokens, cost: before.cost + cost })
      }
    },
    async count(account, most, at) {
      const next = counted(calls.get(account) ?? [], most, at)
      if (next) calls.set(account, next)
      return next !== undefined
    },
    async uncount(account, at) {
      calls.set(account, uncounted(calls.get(account) ?? [], at))
    },
  }
}

/** How many calls there were in a second since 1970, oldest first; seconds without any are left out. */
export type Window = readonly (readonly [second: number, calls: number])[]

/** One call more at a time in milliseconds; nothing where the minute before it has `most` already. */
export const counted = (window: Window, most: number, at: number): Window | undefined => {
  const recent = lastMinute(window, at)
  if (recent.reduce((sum, [, calls]) => sum + calls, 0) >= most) return undefined
  return changed(recent, secondOf(at), 1)
}

/** Without one of the calls that were counted at that time. */
export const uncounted = (window: Window, at: number): Window => changed(window, secondOf(at), -1)

/** Seconds that a call holds its place: what is counted by the second is over when all of its second is. */
const HELD = 61

/** What lies ahead by more than a minute was counted by a clock that went wrong, and does not count. */
const lastMinute = (window: Window, at: number): Window =>
  window.filter(([second]) => Math.abs(second - secondOf(at)) < HELD)

const secondOf = (at: number): number => Math.floor(at / 1_000)

const changed = (window: Window, second: number, by: 1 | -1): Window => {
  const before = window.find(([one]) => one === second)?.[1] ?? 0
  const others = window.filter(([one]) => one !== second)
  const calls = before + by
  return calls < 1 ? others : [...others, [second, calls] as const].sort(([a], [b]) => a - b)
}
