/** How much may be spent: by an interview, by a person in a day, by all in a day. */

import type { Ledger, Spent } from './ledger.ts'
import type { Ask } from './model.ts'
import type { Most, Scope } from './settings.ts'

export type Budget = {
  /** Sets aside what a call may come to; throws an `Overspent` when a limit does not allow it. */
  reserve(whose: Ask<unknown>['whose'], expected: Spent): Promise<Reserved>
}

export type Reserved = {
  /** Books what the calls came to in place of what was set aside. */
  book(spent: Spent): Promise<void>
}

/** A limit is reached; the message says which, and who can lift it. */
export class Overspent extends Error {
  override readonly name = 'Overspent'
}

/** The budget over a ledger. What is on its way counts, so that calls at the same time do not pass a limit together. */
export const budgetOf = (
  limits: Readonly<Record<Scope, Most>>,
  ledger: Ledger,
  now: () => number,
  currency: string,
): Budget => {
  const onTheWay = new Map<string, Spent>()
  const move = (accounts: readonly string[], { tokens, cost }: Spent, sign: 1 | -1): void => {
    for (const account of accounts) {
      const before = onTheWay.get(account) ?? NOTHING
      const left = { tokens: before.tokens + sign * tokens, cost: before.cost + sign * cost }
      if (left.tokens > 0) onTheWay.set(account, left)
      else onTheWay.delete(account)
    }
  }
  return {
    async reserve(whose, expected) {
      const accounts = accountsOf(whose, now())
      const names = accounts.map(({ account }) => account)
      move(names, expected, 1)
      try {
        for (const { scope, account } of accounts) {
          const [spent, waiting] = [await ledger.spent(account), onTheWay.get(account) ?? NOTHING]
          throwIfOver(scope, limits[scope], add(spent, waiting), currency)
        }
      } catch (error) {
        move(names, expected, -1)
        throw error
      }
      return {
        async book(spent) {
          // What cannot be written stays set aside, so that the limits hold for as long as this process runs.
          await ledger.spend(names, spent)
          move(names, expected, -1)
        },
      }
    },
  }
}

const NOTHING: Spent = { tokens: 0, cost: 0 }

const add = (one: Spent, other: Spent): Spent => ({
  tokens: one.tokens + other.tokens,
  cost: one.cost + other.cost,
})

const accountsOf = (whose: Ask<unknown>['whose'], now: number): { scope: Scope; account: string }[] => {
  const day = new Date(now).toISOString().slice(0, 10)
  return [
    ...(whose?.interview === undefined
      ? []
      : [{ scope: 'interview' as const, account: `interview:${whose.interview}` }]),
    ...(whose?.person === undefined
      ? []
      : [{ scope: 'person' as const, account: `person:${day}:${whose.person}` }]),
    { scope: 'day', account: `day:${day}` },
  ]
}

const throwIfOver = (scope: Scope, { tokens, cost }: Most, total: Spent, currency: string): void => {
  const { whose, setting, until } = SAID[scope]
  const over = (amount: string, unit: string) =>
    new Overspent(
      `${whose} is used up (${amount}, set as MLSD_BUDGET_${setting}_${unit})${until}; whoever runs mlsd can raise it.`,
    )
  if (tokens !== undefined && total.tokens > tokens) throw over(`${tokens} tokens`, 'TOKENS')
  if (cost !== undefined && total.cost > cost) throw over(`${cost} ${currency}`, 'COST')
}

const SAID: Readonly<Record<Scope, { whose: string; setting: string; until: string }>> = {
  interview: { whose: 'What the model may cost in one interview', setting: 'INTERVIEW', until: '' },
  person: {
    whose: 'What the model may cost one person in a day',
    setting: 'PERSON',
    until: ' until midnight, UTC',
  },
  day: { whose: 'What the model may cost in a day', setting: 'DAY', until: ' until midnight, UTC' },
}
