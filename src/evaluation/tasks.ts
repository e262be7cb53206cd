/** Every labelled answer as something to be graded, and what becomes of it. */
import type { Flow } from '../flow/flow.ts'
import type { Problem } from '../flow/problem.ts'
import type { LabelledAnswer } from './labelled.ts'
import { levelOf, type Outcome } from './outcome.ts'
import type { LabelledFile } from './parse.ts'
import type { Perturbation } from './perturbation.ts'
import type { Single, SingleGrade } from './single.ts'

export type Task = { file: LabelledFile; question: string; answer: LabelledAnswer; single: Single }

/** Where labelled answers are from: their files, the flow of their stages, the problems they speak of. */
export type Answers = {
  files: readonly LabelledFile[]
  flow: Flow
  problems: ReadonlyMap<string, Problem>
}

/** The answers in the order of the files. */
export const tasksOf = ({ files, flow, problems }: Answers): Task[] =>
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

/** The answer written in another way; nothing where the change leaves it as it is. */
export const changedBy = ({ change }: Perturbation, single: Single): Single | undefined => {
  const messages = single.messages.map(change)
  return messages.every((text, n) => text === single.messages[n]) ? undefined : { ...single, messages }
}

/** Whether the same verdicts were given, whatever they were said to rest on. */
export const sameMarks = (one: SingleGrade, other: SingleGrade): boolean => marks(one) === marks(other)

const marks = ({ score, verdicts }: SingleGrade): string =>
  `${score === null} ${verdicts.map(({ criterion, verdict }) => `${criterion} ${verdict}`).join(' ')}`

/** What became of an answer with this grade; `steady` says what a second grading and other ways of writing made of it. */
export const outcomeOf = (
  { file, question, answer, single }: Task,
  { score, verdicts }: SingleGrade,
  steady: Pick<Outcome, 'repeated' | 'moved'>,
): Outcome => ({
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
  ...steady,
})

const wordsIn = (messages: readonly string[]): number =>
  messages.reduce((sum, text) => sum + text.split(/\s+/).filter(Boolean).length, 0)
