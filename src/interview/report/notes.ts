/** What has to be known to read a report. */
import type { Material } from './material.ts'

/** The rule of the mode, and what was not assessed and why. */
export const notesOf = ({ context, opened, judged, title }: Material): string[] => {
  const { mode, peer } = context.options
  const strange = opened.filter((id) => judged[id]?.assessed === false)
  const unjudged = opened.filter((id) => judged[id] === undefined)
  const named = (ids: readonly string[]): string => ids.map(title).join(', ')
  return [
    ...(peer ? ["Asked by a person; the marks are those of the judge, who did not see that person's."] : []),
    mode === 'exam'
      ? 'Exam: no hints, and a stage that was not reached counts with mark 1.'
      : 'Coach: only the stages that were opened count, and a band is given when all of them were.',
    ...(strange.length > 0
      ? [`Not assessed: ${named(strange)}. The answers there are in a language that the judge does not know.`]
      : []),
    ...(unjudged.length > 0
      ? [`Not assessed: ${named(unjudged)}. No judge could be reached, so nothing is counted there.`]
      : []),
    ...(context.standIns > 0
      ? [
          `The stand-in, which needs no model, took over ${context.standIns === 1 ? 'once' : `${context.standIns} times`}.`,
        ]
      : []),
  ]
}
