/** The teacher's prompt: rules, then the problem as far as it was told, the talk, and the points that were not met. */
import type { Criterion } from '../flow/flow.ts'
import type { Problem } from '../flow/problem.ts'
import type { Mark } from '../interview/verdict.ts'
import { fenced } from './fence.ts'
import { tongue } from './language.ts'
import type { Prompt } from './prompt.ts'
import { facts, opening } from './sheet.ts'
import type { Spoken } from './spoken.ts'
import { type TeachAnswer, teachShape } from './teach-answer.ts'
import { type PromptFile, templateOf } from './template.ts'

/** A point that was not met, or in part, with a sentence that would meet it in general. */
export type OpenPoint = { criterion: Criterion; verdict: Mark; exemplar: string }

/** All that the prompt may tell; a review has it all but the talk as it is shown. */
export type Teaching = {
  points: readonly OpenPoint[]
  problem: Problem
  /** Ids of the facts that were told. */
  revealed: readonly string[]
  talk: readonly Spoken[]
  /** The language to speak, by its English name or its code; that of the candidate when absent. */
  language?: string | undefined
}

const PARTS = {
  system: [],
  user: ['mark', 'language', 'opening', 'facts', 'talk', 'points'],
  spoken: [],
} as const

/** Characters of one message that are shown. */
const MOST = 6_000

/** Reads the file and answers what makes a prompt of what is to be taught. */
export const teachPrompt = (
  file: PromptFile,
): ((teaching: Teaching, mark: string) => Prompt<TeachAnswer>) => {
  const template = templateOf({ name: 'teach', role: 'judge' }, file, PARTS)
  return ({ points, problem, revealed, talk, language }, mark) => {
    const told = problem.facts.filter(({ id }) => revealed.includes(id))
    const user = template.put('user', {
      mark,
      language: language === undefined ? template.put('spoken', {}) : tongue(language),
      opening: opening(problem, mark),
      facts: told.length === 0 ? 'None.' : facts({ ...problem, facts: told }),
      talk: fenced(talk.map(passage), mark, MOST),
      points: points.map(pointOf).join('\n\n'),
    })
    return {
      prompt: template.prompt,
      messages: [
        { role: 'system', content: template.put('system', {}) },
        { role: 'user', content: user },
      ],
      shape: teachShape(),
    }
  }
}

const passage = ({ who, entry, stage, text }: Spoken) => ({
  label: who === 'candidate' ? `candidate ${entry}, ${stage}` : `interviewer, ${stage}`,
  text,
})

const pointOf = ({ criterion: { id, name, asks, anchors }, verdict, exemplar }: OpenPoint): string =>
  [
    `### ${id}: ${name}`,
    asks,
    `Clear: ${anchors.clear}`,
    verdict === 0 ? 'It was not heard.' : `It was heard in part: ${anchors.partial}`,
    `In general, without their design: ${exemplar}`,
  ].join('\n')
