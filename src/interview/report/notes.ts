/** What has to be known to read a report. */
import type { Take } from '../../flow/flow.ts'
import type { Mode } from '../context.ts'
import type { Agreement } from '../verdict.ts'
import type { Material } from './material.ts'

/** The rule of the mode, and what was not assessed and why. */
export const notesOf = (material: Material): string[] => {
  const { flow, context, opened, judged, title } = material
  const { mode, peer } = context.options
  const strange = opened.filter((id) => judged[id]?.assessed === false)
  const unjudged = opened.filter((id) => judged[id] === undefined)
  const named = (ids: readonly string[]): string => ids.map(title).join(', ')
  return [
    ...(peer ? ["Asked by a person; the marks are those of the judge, who did not see that person's."] : []),
    ...(flow.part ? [PARTS[flow.part.take]] : []),
    flow.part ? IN_PARTS[mode] : IN_WHOLES[mode],
    ...(strange.length > 0
      ? [`Not assessed: ${named(strange)}. The answers there are in a language that the judge does not know.`]
      : []),
    ...(unjudged.length > 0
      ? [`Not assessed: ${named(unjudged)}. No judge could be reached, so nothing is counted there.`]
      : []),
    ...agreedIn(material),
    ...contestedIn(material),
    ...(context.standIns > 0
      ? [
          `The stand-in, which needs no model, took over ${context.standIns === 1 ? 'once' : `${context.standIns} times`}.`,
        ]
      : []),
  ]
}

const PARTS: Readonly<Record<Take, string>> = {
  'one-stage':
    'One stage by itself: its mark says how well this stage would have gone at each level, and nothing of the others.',
  'one-criterion': 'One question: its verdict is no mark of a stage.',
}

const IN_PARTS: Readonly<Record<Mode, string>> = {
  exam: 'Exam: no hints, and the clock decided.',
  coach: 'Coach: what came after a hint counts as partial at most.',
}

const IN_WHOLES: Readonly<Record<Mode, string>> = {
  exam: 'Exam: no hints, and a stage that was not reached counts with mark 1.',
  coach: 'Coach: only the stages that were opened count, and a band is given when all of them were.',
}

/** How far a judge that was asked twice agreed with itself, and with the one beside it. */
const agreedIn = ({ judged }: Material): string[] => {
  const all = Object.values(judged).flatMap(({ agreement }) => agreement ?? [])
  const sum = (of: (one: Agreement) => number): number => all.reduce((total, one) => total + of(one), 0)
  const asked = sum((one) => one.asked)
  if (asked === 0) return []
  const differ = sum((one) => one.differ.length)
  const beside =
    differ === 0 ? '' : ` On ${differ} it was two apart from the lexical grader; a third call settled them.`
  return [
    `Each criterion was judged twice: ${sum((one) => one.same)} of ${asked} came out the same.${beside}`,
  ]
}

/** How many verdicts are contested, and what came of it. */
const contestedIn = ({ context: { contested = {} } }: Material): string[] => {
  const all = Object.values(contested)
  const again = all.filter((one) => one.again !== undefined).length
  const judged = again === 0 ? 'none of them was judged again so far' : `${again} judged again`
  return all.length === 0 ? [] : [`Contested verdicts: ${all.length}; ${judged}.`]
}
