/** The shape of a practice problem: a public opening, and everything the interviewer holds back. */
import { z } from 'zod'
import { Level, Phrase, RedFlag, Signals } from './flow.ts'

const text = z.string().trim().min(1)
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'use lower-case letters, digits and hyphens, letter first')
const version = z.string().regex(/^\d+\.\d+\.\d+$/, 'use three numbers such as 1.0.0')
const stage = id.describe('A stage of the flow.')
const criterion = z.string().regex(/^[A-Z]{2}\d+$/, 'use two capitals and a number, such as CL4')

/** One thing the interviewer knows and tells only when asked. */
export const Fact = z.strictObject({
  id,
  topic: id.describe('What it is about, such as goal, scale, latency, labels, actions.'),
  says: text.max(300).describe('The sentence the interviewer says.'),
  asks: z.array(Phrase).min(1).describe('Phrases of a question that this answers.'),
})
export type Fact = z.infer<typeof Fact>

/** A figure that a candidate can derive from the facts. */
export const NumericCheck = z.strictObject({
  id,
  asks: text,
  derivation: text.describe('An expression such as "120e6 * 9 / 86400" that gives the value.'),
  value: z.number(),
  tolerance: z.number().positive().max(1).describe('Relative: 0.05 accepts 5 % either way.'),
  unit: text,
  words: z.array(Phrase).min(1).describe('Phrases beside which the figure is stated.'),
})
export type NumericCheck = z.infer<typeof NumericCheck>

export const Problem = z.strictObject({
  id,
  version,
  title: text,
  difficulty: z.int().min(1).max(3),
  family: text,
  archetype: text,
  opening: text.describe('What the candidate is told at the start.'),
  facts: z.array(Fact).default([]),
  twist: z
    .strictObject({ id, says: text, moves: text.describe('What a good answer changes and keeps.') })
    .optional(),
  mustReach: z.array(z.strictObject({ id, says: text, criterion, signals: Signals })).default([]),
  traps: z.array(RedFlag.extend({ id, criterion })).default([]),
  probes: z
    .array(
      z.strictObject({
        ...{ stage, criterion, asks: text },
        leans: z
          .literal(true)
          .optional()
          .describe('It leans on what was said before, so that no talk can begin with it.'),
      }),
    )
    .default([]),
  metrics: z
    .strictObject({
      offline: z.array(text).min(1),
      online: z.array(text).min(1),
      guardrails: z.array(text).min(1),
      beware: text,
    })
    .optional(),
  checks: z.array(NumericCheck).default([]),
  exemplars: z.record(criterion, text).default({}).describe('Sentences that fit this problem, by criterion.'),
  levels: z.partialRecord(Level, text).default({}).describe('What this problem asks of each level.'),
})
export type Problem = z.infer<typeof Problem>

/** A problem in the candidate's own words: no facts are held, the interviewer says to assume. */
export const ownScenario = (words: string): Problem =>
  Problem.parse({
    id: 'own-scenario',
    version: '1.0.0',
    title: 'Your own scenario',
    difficulty: 2,
    family: 'own',
    archetype: 'stated by the candidate',
    opening: words,
  })
