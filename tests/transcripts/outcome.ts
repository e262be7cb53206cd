/** Compares what came of a transcript with what it was to come to. */
import { answers } from '../../src/interview/transcript.ts'
import type { Replayed } from './replay.ts'
import { bounds, within } from './seen.ts'
import type { Bounds, Outcome } from './transcript.ts'

/** What is not as it should be, one sentence each. */
export const missed = (wanted: Outcome, { report, record, log }: Replayed): string[] => {
  const faults: string[] = []
  const check = (what: string, is: unknown, right: boolean, should: unknown): void => {
    if (!right)
      faults.push(
        `${what} is ${JSON.stringify(is)}, not ${typeof should === 'string' ? should : JSON.stringify(should)}`,
      )
  }
  const number = (what: string, is: number | null | undefined, should: Bounds | undefined): void => {
    if (should !== undefined) check(what, is, is != null && within(is, should), bounds(should))
  }
  const same = (what: string, is: readonly unknown[], should: readonly unknown[] | undefined): void => {
    if (should !== undefined)
      check(what, is, JSON.stringify([...is].sort()) === JSON.stringify([...should].sort()), should)
  }
  const holds = (what: string, is: readonly string[], should: readonly string[]): void => {
    for (const one of should) check(what, is, is.includes(one), `with "${one}"`)
  }

  const asked = report.levels[0]
  check('how', report.how, report.how === wanted.how, wanted.how)
  check(
    `band (${asked?.bandReason})`,
    asked?.band ?? 'none',
    wanted.band.includes(asked?.band ?? 'none'),
    wanted.band,
  )
  number('S', asked?.S, wanted.S)
  for (const [id, should] of Object.entries(wanted.marks)) {
    const mark = report.stages.find((stage) => stage.id === id)?.mark
    if (should === null) check(`mark of ${id}`, mark, mark === null, null)
    else number(`mark of ${id}`, mark, should)
  }
  const judged = new Map(
    Object.values(record.interview.snapshot.context.judged).flatMap(({ verdicts }) =>
      verdicts.map((one) => [one.criterion, one]),
    ),
  )
  for (const [id, should] of Object.entries(wanted.verdicts))
    number(`verdict on ${id}`, judged.get(id)?.verdict ?? 0, should)
  if (wanted.every)
    for (const { criterion, verdict, quote } of judged.values())
      number(`verdict on ${criterion} ("${quote}")`, verdict, wanted.every)
  same(
    'helped',
    report.points.filter(({ helped }) => helped).map(({ criterion }) => criterion),
    wanted.helped,
  )
  same(
    'flags',
    report.flags.map(({ criterion }) => criterion),
    wanted.flags,
  )
  holds(
    'facts asked for',
    report.facts.asked.map(({ id }) => id),
    wanted.asked,
  )
  holds(
    'facts never asked for',
    report.facts.neverAsked.map(({ id }) => id),
    wanted.neverAsked,
  )
  number('unknown', report.facts.unknown.length, wanted.unknown)
  same(
    'not reached',
    report.notReached.map(({ stage }) => stage),
    wanted.notReached,
  )
  for (const [id, should] of Object.entries(wanted.pace)) {
    const says = report.pace.find(({ stage }) => stage === id)?.says
    check(`pace of ${id}`, says, says === should, should)
  }
  number('minutes', report.minutes, wanted.minutes)
  for (const [id, should] of Object.entries(wanted.hints))
    number(`hints on ${id}`, report.hints.find(({ criterion }) => criterion === id)?.hints ?? 0, should)
  number('answers', answers(log).length, wanted.answers)
  number('turns', log.filter(({ who }) => who === 'interviewer').length, wanted.turns)
  for (const [n, should] of wanted.attempts.entries()) {
    const attempt = report.attempts[n]
    check(`attempt ${n + 1}`, attempt?.stage, attempt?.stage === should.stage, should.stage)
    number(`mark before attempt ${n + 1}`, attempt?.before?.mark, should.before)
    number(`mark after attempt ${n + 1}`, attempt?.after?.mark, should.after)
    holds(`changed by attempt ${n + 1}`, attempt?.changed ?? [], should.changed)
  }
  check(
    'number of attempts',
    report.attempts.length,
    report.attempts.length === wanted.attempts.length,
    wanted.attempts.length,
  )
  for (const [id, should] of Object.entries(wanted.ratings)) {
    const says = report.ratings.find(({ stage }) => stage === id)?.says
    check(`own rating of ${id}`, says, says === should, should)
  }
  return faults
}
