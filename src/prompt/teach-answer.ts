/** What a teacher answers: for some of the points one sentence each, and the moment to which it belongs. */
import { z } from 'zod'
import type { Shape } from '../model/model.ts'
import { shapeOf } from './shape.ts'

/** The schema names no points, so that it is the same for every interview. */
const Answer = z.strictObject({
  lessons: z
    .array(
      z.strictObject({
        criterion: z.string().describe('The key of the point.'),
        after: z.int().min(0).describe("The number of the candidate's message on which it follows."),
        say: z.string().describe('What the candidate could have said.'),
      }),
    )
    .describe('At most one for each point.'),
})

export type TeachAnswer = z.infer<typeof Answer>

/** The shape of what is taught. What is wrong with a single sentence is seen later: it spoils no other. */
export const teachShape = (): Shape<TeachAnswer> => shapeOf('lessons', Answer)
