/** Every labelled answer graded: once, once more by a fresh grader in another order, and once for each perturbation. */
import type { Grader } from '../grader/grader.ts'
import type { Outcome } from './outcome.ts'
import { PERTURBATIONS } from './perturbation.ts'
import { gradeSingle, type Single, type SingleGrade } from './single.ts'
import { type Answers, changedBy, outcomeOf, sameMarks, type Task, tasksOf } from './tasks.ts'

export type Trial = Answers & {
  /** Makes a grader that has graded nothing yet. */
  grader(): Promise<Grader>
}

/** Who graded, and what became of every answer, in the order of the files. */
export const trialOf = async (trial: Trial): Promise<{ by: string; outcomes: Outcome[] }> => {
  const tasks = tasksOf(trial)
  const grader = await trial.grader()
  const first: SingleGrade[] = []
  const moved: string[][] = []
  for (const { single } of tasks) {
    const grade = await gradeSingle(grader, single)
    first.push(grade)
    moved.push(await movedBy(grader, single, grade))
  }
  const again = await backwards(await trial.grader(), tasks)
  const outcomes = tasks.map((task, n) =>
    outcomeOf(task, first[n] as SingleGrade, {
      repeated: JSON.stringify(first[n]) === JSON.stringify(again[n]),
      moved: moved[n] ?? [],
    }),
  )
  return { by: grader.by, outcomes }
}

const backwards = async (grader: Grader, tasks: readonly Task[]): Promise<SingleGrade[]> => {
  const out: SingleGrade[] = []
  for (const { single } of tasks.toReversed()) out.push(await gradeSingle(grader, single))
  return out.reverse()
}

const movedBy = async (grader: Grader, single: Single, grade: SingleGrade): Promise<string[]> => {
  const moved: string[] = []
  for (const one of PERTURBATIONS) {
    const other = changedBy(one, single)
    if (other && !sameMarks(await gradeSingle(grader, other), grade)) moved.push(one.id)
  }
  return moved
}
