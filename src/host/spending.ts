/** What models were asked for and what that took: how much each account has spent, and every call of an interview. */
import type { Memory } from '../memory/memory.ts'
import { counted, type Ledger, type Spent, uncounted, type Window } from '../model/ledger.ts'
import type { Usage } from '../model/model.ts'
import { type Merging, mergingIn } from './merging.ts'
import { outlive } from './outlived.ts'
import { keys, recordOf } from './record.ts'
import { update } from './update.ts'
import { platformOf } from './voice.ts'
import type { World } from './world.ts'

/** A call and when it was over, in milliseconds since 1970. */
export type Call = Usage & { at: number }

/** So many calls of one interview are kept, the newest. */
const MOST = 1_000

type Kept = Spent & { day: string }

/** A ledger that lasts. An account of a day begins anew on the next one, so that there is one document for each person. */
export const ledgerOn = (memory: Memory): Ledger => {
  const merging = mergingIn(memory)
  return {
    ...countsOn(merging),
    spent: async (account) => {
      const { key, day } = placeOf(account)
      const kept = (await memory.load<Kept>(key))?.value
      return kept?.day === day ? { tokens: kept.tokens, cost: kept.cost } : { tokens: 0, cost: 0 }
    },
    spend: async (accounts, more) => {
      const spend = (account: string): Promise<void> => {
        const { key, day } = placeOf(account)
        return merging.change<Kept>(key, (before) => {
          const { tokens, cost } = before?.day === day ? before : { tokens: 0, cost: 0 }
          return { day, tokens: tokens + more.tokens, cost: cost + more.cost }
        })
      }
      await Promise.all(accounts.map(spend))
    },
  }
}

/** How often in a minute: each count is one document, which nobody replaces unseen, so that no process counts past a limit. */
const countsOn = ({ change }: Merging): Pick<Ledger, 'count' | 'uncount'> => ({
  async count(account, most, at) {
    let fits = false
    await change<Window>(keys.rate(account), (before = []) => {
      const next = counted(before, most, at)
      fits = next !== undefined
      return next ?? before
    })
    return fits
  },
  uncount: (account, at) => change<Window>(keys.rate(account), (before = []) => uncounted(before, at)),
})

/**
 * Lets go of what a person spent, once it limits nothing any more: whoever could have it forgotten at once would have no
 * limits. It is a count and nothing that they said.
 */
export const forgetAccounts = async (
  { memory, mailbox }: Pick<World, 'memory' | 'mailbox'>,
  person: string,
): Promise<void> => {
  const [spent, rate] = [keys.spent(`person:${person}`), keys.rate(`person:${person}`)]
  // Whoever sits at a terminal spends what is their own.
  if (platformOf(person) === 'terminal') {
    for (const key of [spent, rate]) await memory.forget(key)
    return
  }
  const day = (await memory.load<Kept>(spent))?.value.day
  const last = (await memory.load<Window>(rate))?.value.at(-1)
  if (day !== undefined) await outlive({ mailbox }, spent, Date.parse(day) + 86_400_000)
  if (last !== undefined) await outlive({ mailbox }, rate, (last[0] + 61) * 1_000)
}

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
