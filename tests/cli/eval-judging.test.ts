/** What the judging of many answers waits for, and when it gives up; on a clock that moves when told to. */
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import type { Job } from '../../src/cli/eval-jobs.ts'
import { journalAt } from '../../src/cli/eval-journal.ts'
import { judgeAll } from '../../src/cli/eval-judging.ts'
import { virtualClock } from '../../src/clock.ts'
import type { Flow } from '../../src/flow/flow.ts'
import type { Grader } from '../../src/grader/grader.ts'
import { type FailureKind, ModelFailure } from '../../src/model/model.ts'
import { BANK } from './labelled.ts'
import { dataFolder } from './run.ts'

const flow = BANK.flows.get('mlsd') as Flow

const jobs = (count: number): Job[] =>
  Array.from({ length: count }, (_, n) => ({
    key: `key-${n}`,
    id: `answer-${n}`,
    change: '',
    single: { flow, stage: 'data', messages: [`Answer ${n} speaks of rows.`] },
  }))

/** Judges three answers one after the other; `fails` says of each call, by its number from 1, how it fails. */
const judgedWith = async (fails: (call: number) => FailureKind | undefined) => {
  const clock = virtualClock(Date.UTC(2030, 0, 1))
  let calls = 0
  const grader: Grader = {
    by: 'test 1.0.0',
    local: false,
    judge: async ({ criteria }) => {
      const kind = fails(++calls)
      if (kind) throw new ModelFailure(kind, `It is ${kind}.`, [])
      const verdicts = criteria.map(({ id }) => ({ criterion: id, verdict: 0 as const, quote: '' }))
      return { verdicts, flags: [], by: 'test 1.0.0', assessed: true }
    },
  }
  const journal = journalAt(join(dataFolder(), 'judged.jsonl'))
  const err = new PassThrough().resume()
  const streams = { in: new PassThrough(), out: err, err, tty: false }
  const work = judgeAll({
    app: { clock: async () => clock, streams },
    judge: { grader, atOnce: 1 },
    journal,
    waiting: jobs(3),
    all: 3,
    budget: undefined,
    each: 0,
  })
  let settled = false
  const end = work.then(
    () => '',
    (error: Error) => error.message,
  )
  end.then(() => {
    settled = true
  })
  for (let waits = 0; !settled && waits < 200; waits++) await clock.advance(10_000)
  const judged = journal.lines().flatMap((line) => ('grade' in line ? [line.id] : []))
  return { says: await end, calls, judged, minutes: (clock.now() - Date.UTC(2030, 0, 1)) / 60_000 }
}

test('an endpoint that is away for a minute is waited for', async () => {
  const { says, judged, minutes } = await judgedWith((call) =>
    call === 2 || call === 3 ? 'busy' : undefined,
  )
  expect(says).toBe('')
  expect(judged).toEqual(['answer-0', 'answer-1', 'answer-2'])
  expect(minutes).toBeGreaterThan(1)
})

test('one that stays away costs an answer, and is then asked for the next', async () => {
  const { says, judged, calls } = await judgedWith((call) =>
    call >= 2 && call <= 4 ? 'unreachable' : undefined,
  )
  expect(says).toBe('')
  expect(judged).toEqual(['answer-0', 'answer-2'])
  expect(calls).toBe(5)
})

test.each(['unreachable', 'slow', 'busy', 'refused', 'budget'] as const)(
  'where the very first is %s, nothing more is asked',
  async (kind) => {
    const { says, calls } = await judgedWith(() => kind)
    expect(says).toMatch(
      new RegExp(`^It is ${kind}\\. It stopped there: 0 judgements are kept in .*goes on\\.$`),
    )
    expect(calls).toBe(1)
  },
)

test.each(['malformed', 'declined', 'too-long'] as const)('what is %s is no reason to stop', async (kind) => {
  const { says, judged, calls } = await judgedWith((call) => (call === 1 ? kind : undefined))
  expect(says).toBe('')
  expect(judged).toEqual(['answer-1', 'answer-2'])
  expect(calls).toBe(3)
})
