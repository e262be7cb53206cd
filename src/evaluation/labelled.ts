/** The shape of a file of labelled answers: what candidates said to one problem, and what each answer is worth. */
import { z } from 'zod'

/** What an answer can be worth, from nothing of use to outstanding. */
export const LABELS = ['nothing of use', 'weak', 'solid', 'outstanding'] as const
/** The place of a label in `LABELS`. */
export type Label = 0 | 1 | 2 | 3

/** Ways to seem to answer; none of them is worth anything. An answer in another language is not to be judged at all. */
export const TRICKS = [
  'keyword-list',
  'echo',
  'gibberish',
  'order',
  'forged-header',
  'nonsense',
  'foreign',
  'definition',
  'name-dropping',
  'same-as-before',
  'off-topic',
] as const
export const Trick = z.enum(TRICKS)
export type Trick = z.infer<typeof Trick>

const text = z.string().trim().min(1)
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'use lower-case letters, digits and hyphens, letter first')

export const LabelledAnswer = z.strictObject({
  id: id.describe('A name of its own, such as card-fraud-data-1-a.'),
  level: z.literal([0, 1, 2, 3]).describe('0 nothing of use, 1 weak, 2 solid, 3 outstanding.'),
  trick: Trick.optional().describe('What it tries in place of an answer.'),
  why: text.describe('A sentence or two on why this level is right.'),
  says: z
    .union([z.array(text).min(1), text])
    .transform((said): string[] => (typeof said === 'string' ? [said] : said))
    .describe('The message, or a list of messages typed one after another.'),
})
export type LabelledAnswer = z.infer<typeof LabelledAnswer>

export const Labelled = z.strictObject({
  problem: id.describe('The problem of the bank that is talked about.'),
  heldOut: z.boolean().default(false).describe('Whether it is kept out of all tuning.'),
  questions: z
    .array(
      z.strictObject({
        stage: id.describe('The stage of the flow in which it is asked.'),
        asks: text.describe('The question that is answered.'),
        answers: z.array(LabelledAnswer).min(1).describe('What different candidates answered.'),
      }),
    )
    .min(1),
})
export type Labelled = z.infer<typeof Labelled>

/** The shape as JSON Schema, whose descriptions help to explain a fault. */
export const labelledOutline = () => z.toJSONSchema(Labelled, { io: 'input' })
