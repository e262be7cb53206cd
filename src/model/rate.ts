/** How often models may be asked in a minute: by a person, and by all of a team. */
import type { Ledger } from './ledger.ts'
import type { Ask } from './model.ts'
import type { Rates } from './settings.ts'

/** A limit is reached; the message says which, and who can lift it. */
export class TooOften extends Error {
  override readonly name = 'TooOften'
}

/**
 * Counts a call for somebody of a team before it is made; throws a `TooOften` where a limit does not allow it, and counts
 * nothing then. It is counted in the ledger, so that several processes do not pass a limit together.
 */
export const countCall = async (
  rates: Rates,
  ledger: Ledger,
  whose: Ask<unknown>['whose'],
  at: number,
): Promise<void> => {
  if (whose?.team === undefined) return
  const taken: string[] = []
  for (const scope of ['person', 'team'] as const) {
    const [most, name] = [rates[scope], whose[scope]]
    if (most === undefined || name === undefined) continue
    const account = `${scope}:${name}`
    if (await ledger.count(account, most, at)) taken.push(account)
    else {
      for (const one of taken) await ledger.uncount(one, at)
      throw new TooOften(SAID[scope](most))
    }
  }
}

const SAID: Readonly<Record<keyof Rates, (most: number) => string>> = {
  person: (most) =>
    `For one person the model is asked ${most} times a minute at most (MLSD_RATE_PERSON_CALLS); whoever runs mlsd can raise it.`,
  team: (most) =>
    `For one team the model is asked ${most} times a minute at most (MLSD_RATE_TEAM_CALLS); whoever runs mlsd can raise it.`,
}
