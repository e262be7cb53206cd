/** Every labelled answer graded: once, once more by a fresh grader in another order, and once for each perturbation. */
import type { Flow } from '../flow/flow.ts'
import type { Problem } from '../flow/problem.ts'
import type { Grader } from '../grader/grader.ts'
import type { LabelledAnswer } from './labelled.ts'
import { levelOf, type Outcome } from './outcome.ts'
import type { LabelledFile } from './parse.ts'
import { PERTURBATIONS } from './perturbation.ts'
import { gradeSingle, type Single, type SingleGrade } from './single.ts'

export type Trial = {
  files: readonly LabelledFile[]
  flow: Flow
  problems: ReadonlyMap<string, Problem>
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
  const outcomes = tasks.map(({ file, question, answer, single }, n): Outcome => {
    const { score, verdicts } = first[n] as SingleGrade
    return {
      id: answer.id,
      file: file.file,
      problem: file.problem,
      heldOut: file.heldOut,
      stage: single.stage,
      question,
      label: answer.level,
      ...(answer.trick && { trick: answer.trick }),
      words: wordsIn(answer.says),
      score,
      level: score === null ? null : levelOf(score),
      verdicts: verdicts.map(({ criterion, verdict, quote }) => ({ criterion, verdict, quote })),
      repeated: JSON.stringify(first[n]) === JSON.stringify(again[n]),
      moved: moved[n] ?? [],
    }
  })
  return { by: grader.by, outcomes }
}

type Task = { file: LabelledFile; question: string; answer: LabelledAnswer; single: Single }

const tasksOf = ({ files, flow, problems }: Trial): Task[] =>
  files.flatMap((file) =>
    file.questions.flatMap(({ stage, asks, answers }, n) =>
      answers.map((answer) => ({
        file,
        question: `${file.file}#${n + 1}`,
        answer,
        single: { flow, stage, problem: problems.get(file.problem), asked: asks, messages: answer.says },
      })),
    ),
  )

const backwards = async (grader: Grader, tasks: readonly Task[]): Promise<SingleGrade[]> => {
  const out: SingleGrade[] = []
  for (const { single } of tasks.toReversed()) out.push(await gradeSingle(grader, single))
  return out.reverse()
}

const movedBy = async (grader: Grader, single: Single, grade: SingleGrade): Promise<string[]> => {
  const moved: string[] = []
  for (const { id, change } of PERTURBATIONS) {
    const messages = single.messages.map(change)
    if (messages.every((text, n) => text === single.messages[n])) continue
    const other = await gradeSingle(grader, { ...single, messages })
    if (marks(other) !== marks(grade)) moved.push(id)
  }
  return moved
}

const marks = ({ score, verdicts }: SingleGrade): string =>
  `${score === null} ${verdicts.map(({ criterion, verdict }) => `${criterion} ${verdict}`).join(' ')}`

const wordsIn = (messages: readonly string[]): number =>
  messages.reduce((sum, text) => sum + text.split(/\s+/).filter(Boolean).length, 0)
