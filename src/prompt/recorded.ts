/** A talk that was written down: what an interview is measured by where none has been held yet. */
import { z } from 'zod'
import { readDocument } from '../flow/document.ts'
import { LEVELS } from '../flow/flow.ts'
import { placed } from '../flow/placed.ts'
import { PromptError } from './fault.ts'
import type { PromptFile } from './template.ts'

const text = z.string().trim().min(1)

/** A stage that is opened, or what was said and how the interviewer went on. */
const Kept = z.strictObject({
  stage: text.optional(),
  says: text.optional(),
  asks: text,
  /** The criterion of the question, and the keys of the facts that were told. */
  about: text.optional(),
  facts: z.array(text).optional(),
})
export type Kept = z.infer<typeof Kept>

const Recorded = z.strictObject({
  flow: text,
  problem: text,
  minutes: z.number().positive(),
  level: z.enum(LEVELS),
  turns: z
    .array(Kept)
    .min(1)
    .refine(([first]) => first?.stage !== undefined, 'a talk begins with a stage'),
})
export type Recorded = z.infer<typeof Recorded>

/** The talk of a file; throws a PromptError that lists what is wrong with it. */
export const recordedFrom = ({ file, text }: PromptFile): Recorded => {
  const { value, findings, lineOf } = readDocument(text)
  const read = Recorded.safeParse(value)
  if (read.success && findings.length === 0) return read.data
  const issues = read.error?.issues ?? []
  const wrong = issues.map(({ path, message }) => ({
    path: path.map((part) => (typeof part === 'number' ? part : String(part))),
    says: message,
    mend: 'see the other entries of the file',
  }))
  throw new PromptError(placed([...findings, ...wrong], { file, value, lineOf }))
}
