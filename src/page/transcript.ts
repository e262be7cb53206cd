/** The talk, message by message: each quotation of the report marked where it stands, with its verdict beside it. */
import type { Report } from '../interview/report.ts'
import { answers, type Entry } from '../interview/transcript.ts'
import type { Words } from '../words/words.ts'
import { escaped } from './escape.ts'
import { stretches } from './marks.ts'

/** What is drawn for an entry, such as a diagram that it describes, as HTML. */
export type Figures = ReadonlyMap<number, string>

/** The messages of the interview itself as they finally stand, under their stages. */
export const transcript = (report: Report, log: readonly Entry[], figures: Figures, words: Words): string => {
  const said = new Map(answers(log).map((answer) => [answer.entry, answer.text]))
  const notes = notesOf(report, words)
  let stage = ''
  const parts = log.flatMap((entry) => {
    const text = entry.who === 'candidate' ? said.get(entry.n) : entry.text
    if (text === undefined || text.trim() === '' || entry.attempt !== undefined) return []
    const head = entry.stage === stage ? '' : heading(report, entry.stage)
    stage = entry.stage
    return [
      `${head}${turn(report, entry, text, notes.get(entry.n) ?? [], figures.get(entry.n) ?? '', words)}`,
    ]
  })
  return parts.length === 0 ? '' : `<div class="talk">${parts.join('\n')}</div>`
}

/** A verdict or a warning that rests on words of an entry. */
type Note = { quote: string; html: string }

const notesOf = ({ points, flags, sums }: Report, { verdicts, page }: Words): Map<number, Note[]> => {
  const all = new Map<number, Note[]>()
  const add = (entry: number | undefined, note: Note): void => {
    if (entry !== undefined) all.set(entry, [...(all.get(entry) ?? []), note])
  }
  for (const { criterion, name, verdict, helped, quote, where } of points) {
    const counts = helped ? 1 : verdict
    const label = `${escaped(criterion)} ${escaped(name)}: ${escaped(verdicts[counts])}`
    add(where?.entry, { quote, html: `<span class="v${counts}">${label}</span>` })
  }
  for (const { name, says, quote, where } of flags)
    add(where.entry, { quote, html: `<strong>${escaped(name)}:</strong> ${escaped(says)}` })
  for (const { quote, where } of sums) add(where.entry, { quote, html: escaped(page.sum) })
  return all
}

const heading = ({ stages }: Report, stage: string): string =>
  `<h3>${escaped(stages.find(({ id }) => id === stage)?.title ?? stage)}</h3>\n`

const turn = (
  report: Report,
  { who, at }: Entry,
  text: string,
  notes: readonly Note[],
  figure: string,
  { page }: Words,
): string => {
  const minute = Math.max(0, Math.floor((at - report.began) / 60_000))
  const quotes = notes.map(({ quote }) => quote)
  const body = stretches(text, quotes)
    .map(({ text: part, marks }) => {
      const html = escaped(part)
      return marks.length === 0 ? html : `<mark>${html}<sup>${marks.map((n) => n + 1).join(' ')}</sup></mark>`
    })
    .join('')
  const beside = notes.map(({ html }, n) => `<li><sup>${n + 1}</sup> ${html}</li>`).join('')
  return [
    `<div class="turn ${who}">`,
    `<span class="who">${escaped(page.said({ who: page[who], minute }))}</span>`,
    `<p>${body}</p>`,
    beside === '' ? '' : `<ul class="notes">${beside}</ul>`,
    figure,
    '</div>',
  ].join('')
}
