/** What is put to a model of a labelled answer, and what its judgements in the journal come to. */
import type { Asking } from '../evaluation/asking.ts'
import type { Outcome } from '../evaluation/outcome.ts'
import { PERTURBATIONS } from '../evaluation/perturbation.ts'
import type { Single, SingleGrade } from '../evaluation/single.ts'
import { changedBy, outcomeOf, sameMarks, type Task } from '../evaluation/tasks.ts'
import { type Journal, keyOf } from './eval-journal.ts'

/** One judgement that is wanted: of the answer as it stands, of the same once more, or of it written in another way. */
export type Job = { key: string; id: string; change: string; single: Single }

/** The jobs of an answer; without `steady` it is judged once, as it stands. */
export const jobsOf = (judge: string, { answer: { id }, single }: Task, steady: boolean): Job[] => {
  const job = (change: string, single: Single): Job => ({
    key: keyOf(judge, single, change),
    id,
    change,
    single,
  })
  if (!steady) return [job(PLAIN, single)]
  const others = PERTURBATIONS.flatMap((one) => {
    const other = changedBy(one, single)
    return other ? [job(one.id, other)] : []
  })
  return [job(PLAIN, single), job(AGAIN, single), ...others]
}

/** What became of each answer that has a judgement. */
export const outcomesIn = (journal: Journal, tasks: readonly Task[], jobs: readonly Job[]): Outcome[] => {
  const grades = gradesIn(journal)
  const byAnswer = Map.groupBy(jobs, ({ id }) => id)
  return tasks.flatMap((task) => {
    const own = byAnswer.get(task.answer.id) ?? []
    const of = (change: string): SingleGrade | undefined =>
      grades.get(own.find((job) => job.change === change)?.key ?? '')
    const [first, again] = [of(PLAIN), of(AGAIN)]
    if (!first) return []
    const others = own.filter(({ change }) => change !== PLAIN && change !== AGAIN)
    const moved = others.filter(({ change }) => {
      const other = of(change)
      return other !== undefined && !sameMarks(other, first)
    })
    const steady = {
      repeated: again ? judged(again) === judged(first) : null,
      moved: own.length > 1 ? moved.map(({ change }) => change) : null,
    }
    return [outcomeOf(task, first, steady)]
  })
}

/** The answers without a judgement as they stand, and why there is none. */
export const failedIn = (journal: Journal, jobs: readonly Job[]): Asking['failed'] => {
  const grades = gradesIn(journal)
  const whys = new Map(journal.lines().flatMap((line) => ('failed' in line ? [[line.key, line.failed]] : [])))
  return jobs
    .filter(({ key, change }) => change === PLAIN && !grades.has(key))
    .map(({ key, id }) => ({ id, why: whys.get(key) ?? 'It was not asked for.' }))
}

const PLAIN = ''
const AGAIN = 'again'

const gradesIn = (journal: Journal): Map<string, SingleGrade> =>
  new Map(journal.lines().flatMap((line) => ('grade' in line ? [[line.key, line.grade]] : [])))

/** All that a second judgement has to repeat; the words of a reason may differ. */
const judged = ({ score, verdicts }: SingleGrade): string =>
  JSON.stringify([score, ...verdicts.map(({ criterion, verdict, quote }) => [criterion, verdict, quote])])
