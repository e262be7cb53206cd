/** The latest contested verdicts of everybody, for whoever looks into how well the grader judges. */
import { type ContestedVerdict, contestedOf } from '../interview/report/contests.ts'
import { materialOf } from '../interview/report/material.ts'
import type { Memory } from '../memory/memory.ts'
import { wordsOf } from './language.ts'
import type { InterviewRecord } from './record.ts'
import { keys, recordOf, transcriptOf } from './record.ts'
import { update } from './update.ts'
import type { World } from './world.ts'

/** One of them, found again by its interview. */
export type Kept = ContestedVerdict & { interview: string }

/** So many are kept, the newest. */
const MOST = 1_000

/** Code points of a quote that are kept. */
const QUOTE = 500

/** Notes a verdict of the interview as it is contested now; nothing is left where the interview goes meanwhile. */
export const noteContest = async (
  { memory, library }: Pick<World, 'memory' | 'library'>,
  record: InterviewRecord,
  criterion: string,
): Promise<void> => {
  const [flow, problem, log] = await Promise.all([
    library.flow(record.flow),
    library.problem(record.problem),
    transcriptOf(memory, record),
  ])
  const { context } = record.interview.snapshot
  const material = materialOf({ flow, problem, context, log, by: record.interviewer }, wordsOf(record))
  const row = contestedOf(material).find((one) => one.criterion === criterion)
  if (row === undefined) return
  const { stage, verdict, quote, reason, at, by, again } = row
  const entry: Kept = {
    interview: record.id,
    ...{ criterion, problem: problem.id, stage, verdict, quote: cut(quote), reason, at, by },
    ...(again !== null && { outcome: { ...again, quote: cut(again.quote) } }),
  }
  await update<readonly Kept[]>(memory, keys.contested(), (all = []) =>
    [...all.filter((one) => !isOf(one, record.id, criterion)), entry].slice(-MOST),
  )
  if (!(await recordOf(memory, record.id))) await forgetContests(memory, record.id)
}

/** All that are kept, the newest last. */
export const contestsIn = async (memory: Memory): Promise<readonly Kept[]> =>
  (await memory.load<readonly Kept[]>(keys.contested()))?.value ?? []

/** Removes those of an interview. */
export const forgetContests = async (memory: Memory, interview: string): Promise<void> => {
  if (!(await contestsIn(memory)).some((one) => isOf(one, interview))) return
  await update<readonly Kept[]>(memory, keys.contested(), (all = []) =>
    all.filter((one) => !isOf(one, interview)),
  )
}

const isOf = (one: Kept, interview: string, criterion = one.criterion): boolean =>
  one.interview === interview && one.criterion === criterion

const cut = (text: string): string => [...text].slice(0, QUOTE).join('')
