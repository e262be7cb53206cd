/** A data file with so many daily questions turned on, some of them due at one moment. */
import type { Clock } from '../../../src/clock.ts'
import { arrange } from '../../../src/host/daily/arrange.ts'
import { type Daily, dailyKey } from '../../../src/host/daily/record.ts'
import { NOTHING, practiceKey } from '../../../src/host/practice/kept.ts'
import { sqliteMailbox } from '../../../src/mailbox/sqlite.ts'
import { sqliteMemory } from '../../../src/memory/sqlite.ts'
import { type Deck, reviewed } from '../../../src/practice/recall.ts'
import { committer } from '../../../src/sqlite/committer.ts'
import { openDatabase } from '../../../src/sqlite/open.ts'
import { bank } from '../bank.ts'
import { ORGANISATION, TEAM_DIGITS, TEAMS } from './web-api.ts'

/** A Monday, nine o'clock UTC. */
export const DUE = Date.UTC(2026, 0, 5, 9)

const DAY = 86_400_000
const AT_ONCE = 500

/** Writes it; those that are due come spread among the others. */
export const subscribe = async (file: string, all: number, due: number): Promise<void> => {
  const database = openDatabase(file)
  const commits = committer(database)
  const clock: Clock = { now: () => DUE - DAY / 24, at: () => () => {} }
  const memory = sqliteMemory(commits)
  const mailbox = sqliteMailbox(commits, clock)
  const deck = practised()
  const every = all / due
  for (let n = 0; n < all; n += AT_ONCE) {
    const works = Array.from({ length: Math.min(AT_ONCE, all - n) }, async (_, at) => {
      const isDue = (n + at) % every === 0
      const daily = dailyOf(n + at, Math.floor((n + at) / every), isDue)
      await memory.save(dailyKey(daily.subscriber), daily, 0)
      // What the others have practised is not read, and only makes the file slow to write.
      if (isDue) await memory.save(practiceKey(daily.by), { ...NOTHING, deck }, 0)
      await arrange({ mailbox, clock }, daily)
    })
    await Promise.all(works)
  }
  await mailbox.stop()
  await commits.close()
  database.close()
}

/** Every other one is of a channel; nobody's time but that of those who are due is at nine by UTC. */
const dailyOf = (n: number, group: number, isDue: boolean): Daily => {
  const team = String(group % TEAMS).padStart(TEAM_DIGITS, '0')
  const tenant = `slack:${ORGANISATION}.T${team}`
  const number = `${team}${String(n).padStart(8, '0')}`
  const by = `${tenant}/U${number}`
  const minutes = 10 * 60 + (n % (13 * 60))
  const later = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
  return {
    ...{ subscriber: Math.floor(group / TEAMS) % 2 === 0 ? by : `${tenant}/C${number}`, by },
    schedule: { time: isDue ? '09:00' : later, zone: 'UTC' },
    ...{ level: 'mid', topics: [], epoch: 1, done: '', prompts: [], members: [] },
  }
}

/** Everything was asked once. */
const practised = (): Deck => {
  const [flow] = bank().flows.values()
  const criteria = (flow?.stages ?? []).flatMap((stage) => stage.criteria)
  const heard = criteria.map(({ id }, n) => ({ criterion: id, verdict: ([0, 1, 2] as const)[n % 3] ?? 0 }))
  return reviewed({}, heard, DUE - 5 * DAY)
}
