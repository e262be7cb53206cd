/** What has to be known to read a report. */
import type { Agreement } from '../verdict.ts'
import { teachingOf } from './lessons.ts'
import type { Material } from './material.ts'

/** The rule of the mode, and what was not assessed and why. */
export const notesOf = (material: Material): string[] => {
  const { flow, context, opened, judged, title, words } = material
  const { mode, peer } = context.options
  const strange = opened.filter((id) => judged[id]?.assessed === false)
  const unjudged = opened.filter((id) => judged[id] === undefined)
  const named = (ids: readonly string[]): string => ids.map(title).join(', ')
  return [
    ...(peer ? [words.remarks.peer] : []),
    ...(flow.part ? [words.parts[flow.part.take]] : []),
    (flow.part ? words.partRules : words.wholeRules)[mode],
    ...(strange.length > 0 ? [words.remarks.strange({ stages: named(strange) })] : []),
    ...(unjudged.length > 0 ? [words.remarks.unjudged({ stages: named(unjudged) })] : []),
    ...agreedIn(material),
    ...contestedIn(material),
    ...(teachingOf(material).failed.includes(0) ? [words.remarks.untaught] : []),
    ...(context.standIns > 0 ? [words.remarks.standIns({ times: context.standIns })] : []),
  ]
}

/** How far a judge that was asked twice agreed with itself, and with the one beside it. */
const agreedIn = ({ judged, words: { remarks } }: Material): string[] => {
  const all = Object.values(judged).flatMap(({ agreement }) => agreement ?? [])
  const sum = (of: (one: Agreement) => number): number => all.reduce((total, one) => total + of(one), 0)
  const asked = sum((one) => one.asked)
  if (asked === 0) return []
  const differ = sum((one) => one.differ.length)
  const twice = remarks.judgedTwice({ same: sum((one) => one.same), asked })
  return [differ === 0 ? twice : `${twice} ${remarks.apart({ count: differ })}`]
}

/** How many verdicts are contested, and what came of it. */
const contestedIn = ({ context: { contested = {} }, words: { remarks } }: Material): string[] => {
  const all = Object.values(contested)
  const count = all.length
  const again = all.filter((one) => one.again !== undefined).length
  if (count === 0) return []
  return [again === 0 ? remarks.contested({ count }) : remarks.contestedJudged({ count, again })]
}
