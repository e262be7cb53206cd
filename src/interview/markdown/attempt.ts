/** A stage that was tried again, before and after side by side, as Markdown. */
import type { AttemptReport, Compared, Side } from '../report/attempts.ts'
import type { Report } from '../report.ts'
import { MARK_NAMES } from '../verdict.ts'
import { place } from './feedback.ts'
import { blockquote, plain } from './plain.ts'
import { percent } from './scores.ts'
import { table } from './table.ts'

/** One line on an attempt, for the report of the whole talk. */
export const attemptLine = ({ attempt, title, before, after, changed }: AttemptReport): string =>
  after === null
    ? `- Attempt ${attempt}, ${plain(title)}: not judged.`
    : `- Attempt ${attempt}, ${plain(title)}: mark ${marked(before)} before, ${marked(after)} now; ${counted(changed.length)}.`

/** The attempt with what changed, the words it rests on, and what is still open. */
export const attemptPage = (report: Report, one: AttemptReport, prefix: string): string => {
  const { title, before, after, criteria } = one
  const head = `# ${plain(title)}, tried again`
  if (after === null) return `${head}\n\nThis attempt could not be judged, so the mark stays as it was.`
  const better = criteria.filter((each) => each.after > each.before)
  const open = criteria.filter((each) => each.core && each.after < 2)
  return [
    head,
    summary(before, after),
    table(
      ['', 'Before', 'Now'],
      [
        ['Mark', marked(before), marked(after)],
        ['Core met', before === null ? '-' : percent(before.share), percent(after.share)],
        ['Clear', before === null ? '-' : String(before.clear), String(after.clear)],
        ['Partial', before === null ? '-' : String(before.partial), String(after.partial)],
      ],
    ),
    '## Point by point',
    table(
      ['Criterion', 'Before', 'Now'],
      criteria.map((each) => [criterionCell(each), MARK_NAMES[each.before], nowCell(each)]),
    ),
    ...(better.length > 0
      ? ['## What is better now', ...better.flatMap((each) => evidence(report, each))]
      : []),
    ...(open.length > 0 ? ['## Still open', open.slice(0, MOST_OPEN).map(stillOpen).join('\n')] : []),
    `Again: \`${prefix}retry ${one.stage}\``,
  ].join('\n\n')
}

const MOST_OPEN = 3

const summary = (before: Side | null, after: Side): string => {
  if (before === null || before.mark === null || after.mark === null) {
    return `**Mark ${marked(after)}.** There was no mark to compare it with.`
  }
  const change = after.mark - before.mark
  const share = after.share - before.share
  if (change > 0) return `**From mark ${before.mark} to ${after.mark}.** That is a real step.`
  if (change < 0)
    return `**From mark ${before.mark} to ${after.mark}.** A retry is judged by itself, and less was heard in it; what was said before keeps its mark in the report.`
  if (share > 0) return `**Still mark ${after.mark}, with more of the core met.** The next mark is nearer.`
  return `**Still mark ${after.mark}.** What is open below is where the next mark lies.`
}

const marked = (side: Side | null): string => String(side?.mark ?? 'none')

const counted = (changes: number): string =>
  changes === 0
    ? 'no criterion changed'
    : changes === 1
      ? '1 criterion changed'
      : `${changes} criteria changed`

const criterionCell = ({ name, core }: Compared): string => (core ? `**${plain(name)}**` : plain(name))

const nowCell = ({ before, after }: Compared): string =>
  before === after ? MARK_NAMES[after] : `**${MARK_NAMES[after]}**`

const evidence = (report: Report, { name, quote, where }: Compared): string[] =>
  where === null ? [] : [`**${plain(name)}** (${place(report, where)})`, blockquote(quote)]

const stillOpen = ({ name, sentence }: Compared): string =>
  `- **${plain(name)}**. You could say: *${plain(sentence)}*`
