/** Verdicts that people contest, beside what labels say of the grader. Nothing here says whose they are. */
import { blockquote, plain } from '../interview/markdown/plain.ts'
import type { ContestedVerdict } from '../interview/report/contests.ts'
import { tableOf } from './table.ts'

/** So many are shown with their reasons. */
const SHOWN = 10

/** How many there are of each criterion, and the newest with reason and quote; empty where there are none. */
export const contestedMarkdown = (contested: readonly ContestedVerdict[]): string => {
  if (contested.length === 0) return ''
  const newest = contested.toSorted((one, other) => other.at - one.at)
  return [
    '## Contested verdicts',
    tableOf(['criterion', 'n', 'judged again', 'changed'], rowsOf(contested)),
    ...newest.slice(0, SHOWN).map(shown),
    ...(newest.length > SHOWN ? [`And ${newest.length - SHOWN} earlier ones.`] : []),
  ].join('\n\n')
}

/** The most contested first. */
const rowsOf = (contested: readonly ContestedVerdict[]): string[][] =>
  [...Map.groupBy(contested, ({ criterion }) => criterion)]
    .sort(([one, all], [other, many]) => many.length - all.length || (one < other ? -1 : 1))
    .map(([criterion, all]) => {
      const again = all.filter(({ outcome }) => outcome !== undefined)
      const changed = again.filter(({ verdict, outcome }) => outcome?.verdict !== verdict)
      return [plain(criterion), ...[all, again, changed].map(({ length }) => String(length))]
    })

const shown = (one: ContestedVerdict): string => {
  const { criterion, problem, stage, verdict, quote, reason, at, by, outcome } = one
  const day = new Date(at).toISOString().slice(0, 10)
  const again = outcome === undefined ? '' : `; ${plain(outcome.by)} says ${outcome.verdict}`
  return [
    `**${plain(criterion)} ${verdict}** by ${plain(by)}${again} (${plain(problem)}, ${plain(stage)}, ${day}): ${plain(reason)}`,
    ...(quote === '' ? [] : [blockquote(quote)]),
  ].join('\n\n')
}
