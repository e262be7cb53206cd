/** A worker is frozen in the middle of its work until others have taken it over, and then wakes: it must change nothing. */
import { setTimeout } from 'node:timers/promises'
import type { Figure } from '../bench.ts'
import { inParallel } from '../process.ts'
import { fleetOf } from './fleet.ts'
import { peopleOf, slackOf } from './people.ts'
import type { Stage } from './stage.ts'
import type { Store } from './stores.ts'

const TALKS = 32
const TURNS = 5
/** Work of a process that is gone is taken over within these seconds; the turn itself takes one as well. */
const TAKEN_OVER = 16

export const frozen = async ({ settings, storeWith, newcomers }: Stage): Promise<Figure[]> => {
  const store = await storeWith('PostgreSQL', settings.sizes[0] ?? 0)
  const slack = await slackOf()
  const fleet = await fleetOf(['edge', 'worker', 'worker'], { ...store.env, SLACK_API_URL: slack.url })
  const people = peopleOf(slack, fleet.ports, newcomers())
  const sleeper = fleet.bots.find(({ role }) => role === 'worker')
  try {
    const threads = await inParallel(TALKS, TALKS, (n) => people.begin(n))
    const round = (from: number) =>
      inParallel(TALKS, TALKS, async (n) => {
        let longest = 0
        for (let turn = from; turn < from + TURNS; turn += 1)
          longest = Math.max(longest, (await people.say(n, threads[n] ?? '', turn)).answered)
        return longest
      })
    const talks = round(0)
    await setTimeout(400)
    sleeper?.signal('SIGSTOP')
    await setTimeout(8_000)
    const inHand = await heldBySleeper(store)
    const longest = Math.max(...(await talks)) / 1_000
    await setTimeout(1_000)
    const [before, posted] = [await records(store), slack.posted()]
    sleeper?.signal('SIGCONT')
    await setTimeout(4_000)
    const [after, then] = [await records(store), slack.posted()]
    const changed = [...after].filter(([key, value]) => before.get(key) !== value).length
    await round(TURNS)
    return [
      {
        name: `records changed by a worker that woke after ${inHand} of its messages were taken over`,
        value: String(changed),
        baseline: `${before.size} records, each at its revision`,
        goal: 'none, and it held some',
        met: changed === 0 && inHand > 0,
      },
      {
        name: 'longest turn while it was frozen',
        value: `${longest.toFixed(1)} s`,
        baseline: 'every message was answered, before and after it woke',
        goal: `under ${TAKEN_OVER} s`,
        met: longest < TAKEN_OVER,
      },
      {
        name: 'messages shown by it after it woke',
        value: String(then.all - posted.all),
        baseline: `${then.doubled} messages bore the id of one before; a real Slack is read back first`,
        goal: 'none that was not shown before',
        met: then.all - posted.all === then.doubled - posted.doubled,
      },
    ]
  } finally {
    sleeper?.signal('SIGCONT')
    people.close()
    await fleet.stop()
    await slack.close()
  }
}

/** Who lives has said so within the last three seconds, and has seven more. */
const heldBySleeper = async ({ run }: Store): Promise<number> => {
  const [row] = await run(`
    SELECT count(*) AS held FROM mlsd.message m JOIN mlsd.holder h ON h.id = m.holder
    WHERE h.until < clock_timestamp() + interval '4 s'`)
  return Number(row?.held)
}

const records = async ({ run }: Store): Promise<Map<string, string>> => {
  const rows = await run(
    `SELECT key, revision || ' ' || md5(value) AS mark FROM mlsd.document WHERE key LIKE 'interview:%'`,
  )
  return new Map(rows.map(({ key, mark }) => [String(key), String(mark)]))
}
