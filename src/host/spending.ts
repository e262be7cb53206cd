/** What models were asked for and what that took: how much each account has spent, and every call of an interview. */
import type { Memory } from '../memory/memory.ts'
import type { Ledger, Spent } from '../model/ledger.ts'
import type { Usage } from '../model/model.ts'
import { keys, recordOf } from './record.ts'
import { update } from './update.ts'

/** A call and when it was over, in milliseconds since 1970. */
export type Call = Usage & { at: number }

/** So many calls of one interview are kept, the newest. */
const MOST = 1_000

type Kept = Spent & { day: string }

/** A ledger that lasts. An account of a day begins anew on the next one, so that there is one document for each person. */
export const ledgerOn = (memory: Memory): Ledger => ({
  spent: async (account) => {
    const { key, day } = placeOf(account)
    const kept = (await memory.load<Kept>(key))?.value
    return kept?.day === day ? { tokens: kept.tokens, cost: kept.cost } : { tokens: 0, cost: 0 }
  },
  spend: async (accounts, more) => {
    for (const account of accounts) {
      const { key, day } = placeOf(account)
      await update<Kept>(memory, key, (before) => {
        const { tokens, cost } = before?.day === day ? before : { tokens: 0, cost: 0 }
        return { day, tokens: tokens + more.tokens, cost: cost + more.cost }
      })
    }
  },
})

/** `person:2026-01-31:ID` is that person's account of that day, `day:2026-01-31` everybody's, `interview:ID` has no day. */
const placeOf = (account: string): { key: string; day: string } => {
  const day = /^(?:person|day):(\d{4}-\d\d-\d\d)/.exec(account)?.[1] ?? ''
  return { key: keys.spent(day === '' ? account : account.replace(`:${day}`, '')), day }
}

/** Notes the calls with their interview; nothing where that is gone meanwhile. */
export const noteCalls = async (memory: Memory, interview: string, calls: readonly Call[]): Promise<void> => {
  if (!(await recordOf(memory, interview))) return
  await update<Call[]>(memory, keys.calls(interview), (before = []) => [...before, ...calls].slice(-MOST))
}

/** The calls of an interview, oldest first. */
export const callsOf = async (memory: Pick<Memory, 'load'>, interview: string): Promise<Call[]> =>
  (await memory.load<Call[]>(keys.calls(interview)))?.value ?? []

/** Removes what is noted of an interview's calls. */
export const forgetCalls = async (memory: Memory, interview: string): Promise<void> => {
  await memory.forget(keys.calls(interview))
  await memory.forget(keys.spent(`interview:${interview}`))
}
