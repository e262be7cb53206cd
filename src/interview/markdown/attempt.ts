/** A stage that was tried again, before and after side by side, as Markdown. */
import type { Words } from '../../words/words.ts'
import type { AttemptReport, Compared, Side } from '../report/attempts.ts'
import { stillOpen } from '../report/open.ts'
import type { Report } from '../report.ts'
import { couldHaveSaid, place } from './feedback.ts'
import { blockquote, plain } from './plain.ts'
import { percent } from './scores.ts'
import { table } from './table.ts'

/** One line on an attempt, for the report of the whole talk. */
export const attemptLine = (one: AttemptReport, words: Words): string => {
  const { attempt, before, after, changed } = one
  const stage = plain(one.title)
  if (after === null) return `- ${words.attempt.unjudgedLine({ attempt, stage })}`
  const marks = { before: marked(before, words), after: marked(after, words) }
  return `- ${words.attempt.line({ attempt, stage, ...marks, changed: changed.length })}`
}

/** The attempt with what changed, the words it rests on, and what is still open. */
export const attemptPage = (report: Report, one: AttemptReport, prefix: string, words: Words): string => {
  const { before, after, criteria } = one
  const { attempt: says, scores, verdicts } = words
  const head = `# ${says.title({ stage: plain(one.title) })}`
  if (after === null) return `${head}\n\n${says.unjudged}`
  const better = criteria.filter((each) => each.after > each.before)
  const open = stillOpen(criteria)
  return [
    head,
    summary(before, after, words),
    table(
      ['', says.before, says.now],
      [
        [scores.mark, marked(before, words), marked(after, words)],
        [scores.coreMet, before === null ? '-' : percent(before.share), percent(after.share)],
        [scores.clear, before === null ? '-' : String(before.clear), String(after.clear)],
        [scores.partial, before === null ? '-' : String(before.partial), String(after.partial)],
      ],
    ),
    `## ${says.pointByPoint}`,
    table(
      [says.criterion, says.before, says.now],
      criteria.map((each) => [criterionCell(each), verdicts[each.before], nowCell(each, words)]),
    ),
    ...(better.length > 0
      ? [`## ${says.better}`, ...better.flatMap((each) => evidence(report, each, words))]
      : []),
    ...(open.length > 0
      ? [`## ${says.open}`, open.map((each) => openLine(report, each, words)).join('\n')]
      : []),
    ...(one.untaught ? [words.remarks.untaught] : []),
    says.again({ command: `${prefix}retry ${one.stage}` }),
  ].join('\n\n')
}

const summary = (before: Side | null, after: Side, words: Words): string => {
  const { attempt: says } = words
  if (before === null || before.mark === null || after.mark === null) {
    return says.firstMark({ mark: marked(after, words) })
  }
  const { mark } = after
  const change = after.mark - before.mark
  const share = after.share - before.share
  if (change > 0) return says.up({ before: before.mark, after: mark })
  if (change < 0) return says.down({ before: before.mark, after: mark })
  return share > 0 ? says.nearer({ mark }) : says.same({ mark })
}

const marked = (side: Side | null, words: Words): string => String(side?.mark ?? words.attempt.markless)

const criterionCell = ({ name, core }: Compared): string => (core ? `**${plain(name)}**` : plain(name))

const nowCell = ({ before, after }: Compared, { verdicts }: Words): string =>
  before === after ? verdicts[after] : `**${verdicts[after]}**`

const evidence = (report: Report, { name, quote, where }: Compared, words: Words): string[] =>
  where === null ? [] : [`**${plain(name)}** (${place(report, where, words)})`, blockquote(quote)]

const openLine = (report: Report, one: Compared, words: Words): string =>
  `- **${plain(one.name)}**. ${
    one.moment === null
      ? words.feedback.couldSay({ sentence: `*${plain(one.sentence)}*` })
      : couldHaveSaid(report, one, words)
  }`
