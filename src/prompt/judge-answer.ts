/** What the judge answers: a verdict for each criterion, and warnings that came true. */
import { z } from 'zod'
import type { Mark } from '../interview/verdict.ts'
import type { Shape } from '../model/model.ts'
import { shapeOf } from './shape.ts'

/** Something that a rubric or a problem warns of, with the key that the judge names it by. */
export type Warning = { key: string; criterion: string; says: string }

export type JudgeAnswer = {
  /** One for each criterion, in the order in which they were put. */
  verdicts: { criterion: string; quote: string; reason: string; verdict: Mark }[]
  flags: { criterion: string; says: string; quote: string }[]
}

/** The shape of a judgement on these criteria, which may warn of this. */
export const judgeShape = (criteria: readonly string[], warnings: readonly Warning[]): Shape<JudgeAnswer> => {
  const byKey = new Map(warnings.map((warning) => [warning.key, warning]))
  const shape = shapeOf('judgement', Answer, ({ verdicts, flags }) => [
    ...uneven(criteria, verdicts),
    ...flags.flatMap(({ warning }) => (byKey.has(warning) ? [] : [`flags: there is no warning ${warning}`])),
  ])
  const named = ({ warning, quote }: { warning: string; quote: string }) => {
    const known = byKey.get(warning)
    return known === undefined ? [] : [{ criterion: known.criterion, says: known.says, quote }]
  }
  return {
    ...shape,
    parse(value) {
      const read = shape.parse(value)
      if ('fault' in read) return read
      const { verdicts, flags } = read.value
      const ordered = verdicts.toSorted(
        (a, b) => criteria.indexOf(a.criterion) - criteria.indexOf(b.criterion),
      )
      return { value: { verdicts: ordered, flags: flags.flatMap(named) } }
    },
  }
}

/**
 * Quote and reason come before the verdict that rests on them. The schema names no criteria: endpoints keep it with what
 * they were sent before, so that it has to be the same for every stage.
 */
const Answer = z.strictObject({
  verdicts: z
    .array(
      z.strictObject({
        criterion: z.string().describe('Its key.'),
        quote: z.string().describe("The candidate's words, verbatim; empty where nothing was said."),
        reason: z.string().describe('One sentence.'),
        verdict: z.literal([0, 1, 2]),
      }),
    )
    .describe('One for each criterion, in the order in which they stand.'),
  flags: z
    .array(
      z.strictObject({
        warning: z.string().describe('Its key.'),
        quote: z.string().describe("The candidate's words, verbatim."),
      }),
    )
    .describe('Warnings that came true; mostly none.'),
})

/** Criteria without a verdict, those with more than one, and those that nobody asked about. */
const uneven = (criteria: readonly string[], verdicts: readonly { criterion: string }[]): string[] => {
  const given = verdicts.map(({ criterion }) => criterion)
  const foreign = [...new Set(given)].filter((id) => !criteria.includes(id))
  const wrong = criteria.flatMap((id) => {
    const count = given.filter((one) => one === id).length
    if (count === 1) return []
    return [count === 0 ? `verdicts: ${id} is missing` : `verdicts: ${id} stands there ${count} times`]
  })
  return [...wrong, ...foreign.map((id) => `verdicts: ${id} is none of the criteria`)]
}
