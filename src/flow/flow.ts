/**
 * The shape of an interview framework: stages in order, each with its criteria.
 *
 * A *flow* is data. Nothing here knows how a talk runs; `interview/` builds its machine from this, the graders
 * read `signals`, the report reads `anchors` and `exemplar`.
 */
import { z } from 'zod'
import { EXERCISES } from '../numbers/exercise/exercise.ts'

/** Seniority the candidate is interviewed for, lowest first. The order of this list is the order of the bars. */
export const LEVELS = ['junior', 'mid', 'senior', 'staff'] as const
export const Level = z.enum(LEVELS)
export type Level = z.infer<typeof Level>

/** True when something expected from level `from` is expected of a candidate at `level`. */
export const reaches = (level: Level, from: Level): boolean => LEVELS.indexOf(level) >= LEVELS.indexOf(from)

const text = z.string().trim().min(1)
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'use lower-case letters, digits and hyphens, letter first')
const version = z.string().regex(/^\d+\.\d+\.\d+$/, 'use three numbers such as 1.0.0')

/**
 * A phrase of the lexical grader: words that must stand in this order with at most two others between them
 * (`class weight`), each compared by its stem; `calibrat*` compares by its beginning; ` + ` joins phrases that
 * must share a sentence in any order (`threshold + cost`).
 */
export const Phrase = text

/** Phrases as a list, or as one text with commas between them, which is quicker to write and to read. */
export const Phrases = z.union([
  z.array(Phrase).min(1),
  text
    .transform((all) => all.split(/\s*,\s*/).filter((phrase) => phrase !== ''))
    .pipe(z.array(Phrase).min(1)),
])

/** What the lexical grader looks for. An *idea* is a list of phrases, any one of which shows it. */
export const Signals = z.strictObject({
  ideas: z.array(Phrases).min(1).describe('Each idea is a list of phrases; any one shows the idea.'),
  clear: z
    .int()
    .min(1)
    .optional()
    .describe('How many ideas, argued, make verdict 2. All of them when absent.'),
  number: z.boolean().default(false).describe('Verdict 2 needs a figure in the same passage.'),
})
export type Signals = z.infer<typeof Signals>

/** Something said that shows the opposite of what is asked; it turns its criterion into a miss. */
export const RedFlag = z.strictObject({ says: text, phrases: Phrases })

export const Criterion = z.strictObject({
  id: z.string().regex(/^[A-Z]{2}\d+$/, 'use two capitals and a number, such as CL4'),
  step: id.describe('The sub-step of the stage this belongs to.'),
  name: text.max(60).describe('A few words for tables, such as "Derives a number".'),
  asks: text.describe('What the candidate has to do, checkable.'),
  level: Level.describe('The level from which this is expected.'),
  core: Level.optional().describe(
    'The level from which this is core. Never core when absent: then it is an extra.',
  ),
  weight: z.int().min(1).max(3).default(1).describe('Weight among the criteria of the stage.'),
  anchors: z.strictObject({ miss: text, partial: text, clear: text }),
  probes: z.array(text).min(1).describe('Open questions that do not name what is looked for.'),
  alone: z
    .array(text)
    .min(1)
    .optional()
    .describe('Those with which a talk can begin, where some of the probes lean on what was said before.'),
  press: text.describe('A direct question that names it: what follows earns at most a partial.'),
  hints: z
    .tuple([text, text, text, text])
    .describe('Restate, name the dimension, two directions, tiny example.'),
  exemplar: text.describe('A sentence the candidate could have said.'),
  signals: Signals.optional(),
  redFlags: z.array(RedFlag).default([]),
  measured: z
    .enum(['stages-reached'])
    .optional()
    .describe('Computed in code from the talk instead of judged.'),
})
export type Criterion = z.infer<typeof Criterion>

export const Stage = z.strictObject({
  id,
  title: text,
  minutes: z.number().positive(),
  weight: z.number().positive().max(1),
  opening: text.describe('The question that opens the stage.'),
  alone: text.optional().describe('The same where nothing came before it, if the opening leans on that.'),
  steps: z
    .array(z.strictObject({ id, title: text, covers: z.array(text).default([]) }))
    .min(1)
    .describe('The sub-steps of the framework.'),
  strong: text.describe('What a strong stage sounds like.'),
  weak: text.describe('What a weak stage sounds like.'),
  criteria: z.array(Criterion).min(1),
  twist: z.boolean().default(false).describe('Whether one requirement changes in this stage.'),
  exercises: z
    .array(z.enum(EXERCISES))
    .min(1)
    .optional()
    .describe('Situations in figures, one of which the interviewer sets in this stage.'),
  next: z
    .union([id, z.literal('end')])
    .optional()
    .describe('The stage after this one; the following one when absent.'),
})
export type Stage = z.infer<typeof Stage>

export const Flow = z.strictObject({
  id,
  version,
  rubric: version.describe('Version of the criteria and their anchors, named in every report.'),
  title: text,
  about: text,
  minutes: z.number().positive().describe('Planned length; the stages add up to it.'),
  bounds: z
    .strictObject({ least: z.number().positive(), most: z.number().positive() })
    .describe('Minutes a person may ask for.'),
  clock: z
    .strictObject({ nudge: z.number().positive(), interrupt: z.number().positive() })
    .describe('Shares of a stage at which the interviewer nudges and interrupts.'),
  twists: z
    .array(z.strictObject({ id, says: text }))
    .min(1)
    .describe('Requirement changes for problems without one.'),
  synonyms: z
    .array(z.array(Phrase).min(2))
    .optional()
    .describe('Groups of words or short phrases that mean the same to the lexical grader.'),
  stages: z.array(Stage).min(1),
})

/** How much of a flow another one takes: a stage in depth, or one question on one criterion. */
export const TAKES = ['one-stage', 'one-criterion'] as const
export type Take = (typeof TAKES)[number]

/** A whole flow, or a `part` of another one, which says what it was cut `of`, such as `mlsd 1.0.0`. */
export type Flow = z.infer<typeof Flow> & { part?: { of: string; take: Take } }

/** Whether the talk is one question long: the interviewer closes it, and its report follows at once. */
export const isOneQuestion = ({ part }: Pick<Flow, 'part'>): boolean => part?.take === 'one-criterion'

/** The stages in the order they are held, following `next`; a stage left out here is unreachable. */
export const route = <S extends Pick<Stage, 'id' | 'next'>>(flow: { stages: readonly S[] }): S[] => {
  const order: S[] = []
  let at = flow.stages[0]
  while (at !== undefined && !order.includes(at)) {
    const here: S = at
    order.push(here)
    at =
      here.next === undefined
        ? flow.stages[flow.stages.indexOf(here) + 1]
        : flow.stages.find((s) => s.id === here.next)
  }
  return order
}
