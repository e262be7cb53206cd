/** What the interviewer answers in one turn: first the words, so that they can be shown as they come. */
import { z } from 'zod'
import type { Flow } from '../flow/flow.ts'
import type { Shape } from '../model/model.ts'
import { shapeOf } from './shape.ts'

/** What a turn can do; `open`, `return` and `twist` are asked for, the rest is the interviewer's choice. */
export const MOVES = [
  'open',
  'return',
  'twist',
  'fact',
  'assume',
  'probe',
  'press',
  'challenge',
  'redirect',
  'advance',
] as const

const answer = (criteria: readonly string[]) => {
  const criterion = z.enum(criteria)
  return z.strictObject({
    say: z.string().describe('What the candidate reads.'),
    move: z.enum(MOVES),
    criterion: criterion.nullable().describe('What the question is about; null without a question.'),
    named: z.boolean().describe('Whether the question names what is looked for.'),
    facts: z.array(z.string()).describe('Keys of the facts told.'),
    unknown: z.array(z.string()).describe('Questions for which no fact is held, verbatim.'),
    noticed: z
      .array(
        z.strictObject({
          criterion,
          quote: z.string().describe('Verbatim, three to twelve words.'),
          mark: z.literal([1, 2]),
        }),
      )
      .describe('At most three.'),
  })
}

export type InterviewerAnswer = z.infer<ReturnType<typeof answer>>

/** The shape of a turn in a flow; equal for all turns, since an endpoint may keep it with what it was sent before. */
export const interviewerShape = ({ stages }: Pick<Flow, 'stages'>): Shape<InterviewerAnswer> =>
  shapeOf('turn', answer(stages.flatMap(({ criteria }) => criteria.map(({ id }) => id))), ({ say }) =>
    say.trim() === '' ? ['say is empty'] : [],
  )
