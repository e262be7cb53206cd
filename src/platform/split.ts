/** Long Markdown in parts that fit into messages. */
import { type Line, linesOf, type Open, type Seam } from './split/lines.ts'
import { gapIn } from './split/word.ts'

/**
 * The text in as few parts of at most so many characters as whole paragraphs allow: cut before headings and between
 * paragraphs, else between lines, sentences or words. A block of code or a table that is too long for one part is closed
 * and opened again. Nothing is lost but white space at the cuts. `most` is 50 at least.
 */
export const split = (markdown: string, most: number): string[] => partsOf(markdown, most, true)

/** Longer texts are not looked over for the best headings: nobody reads that many messages. */
const MOST_PARTS = 20

/** What is still to be cut; its first `fixed` characters open a block again and are no text of its own. */
type Rest = { text: string; fixed: number }

type Cut = { part: string; rest: Rest }

const partsOf = (markdown: string, most: number, choosy: boolean): string[] => {
  const parts: string[] = []
  let rest = fresh(markdown)
  while (rest.text.length > rest.fixed) {
    const cut = whole(rest, most) ?? cutOf(rest, most, choosy && rest.text.length < MOST_PARTS * most)
    parts.push(cut.part)
    rest = cut.rest
  }
  return parts
}

/** All of it where it fits, with its code closed. */
const whole = ({ text }: Rest, most: number): Cut | undefined => {
  if (text.length > most) return undefined
  const part = text.trimEnd() + (linesOf(text, most, text.length).open?.end ?? '')
  return part.length <= most ? { part, rest: { text: '', fixed: 0 } } : undefined
}

const cutOf = (rest: Rest, most: number, choosy: boolean): Cut => {
  const { lines } = linesOf(rest.text, most, 2 * most)
  const fitting = lines.filter(({ at, within }) => at > rest.fixed && lengthTo(rest.text, at, within) <= most)
  const last = (...seams: Seam[]): Line | undefined => fitting.findLast(({ seam }) => seams.includes(seam))
  const before = (line: Line): Cut => cutBefore(rest, line)
  const fills = (line: Line, next: number): boolean => line.at >= most / 2 || next - line.at <= most

  const paragraph = last('heading', 'paragraph')
  if (paragraph && fills(paragraph, endOf(lines, paragraph, rest.text))) {
    return (choosy && headed(rest, fitting, paragraph, most)) || before(paragraph)
  }
  const line = last('heading', 'paragraph', 'line')
  if (line && fills(line, line.end)) return before(line)
  const poor = last('poor')
  if (poor && poor.at >= most / 2) return before(poor)
  return cutInside(rest, lines, most)
}

/** A cut before a heading further up, where that costs no part more. */
const headed = (rest: Rest, fitting: readonly Line[], latest: Line, most: number): Cut | undefined => {
  const headings = fitting.filter(({ seam, at }) => seam === 'heading' && at <= latest.at).slice(-4)
  const count = ({ text }: Rest): number => partsOf(text, most, false).length
  const least = count(cutBefore(rest, latest).rest)
  return headings
    .reverse()
    .map((heading) => cutBefore(rest, heading))
    .find((cut) => count(cut.rest) === least)
}

/** Where what begins with a line ends, as far as it was read. */
const endOf = (lines: readonly Line[], from: Line, text: string): number =>
  lines.find(({ at, seam }) => at > from.at && (seam === 'heading' || seam === 'paragraph'))?.at ??
  text.length

const lengthTo = (text: string, at: number, within: Open | undefined): number =>
  text.slice(0, at).trimEnd().length + (within?.end.length ?? 0)

const cutBefore = ({ text }: Rest, { at, within }: Line): Cut => ({
  part: text.slice(0, at).trimEnd() + (within?.end ?? ''),
  rest: within ? { text: within.again + text.slice(at), fixed: within.again.length } : fresh(text.slice(at)),
})

/** A cut in the middle of the line that is at the limit; with less room where the cut leaves code to be closed. */
const cutInside = (rest: Rest, lines: readonly Line[], most: number): Cut => {
  for (let room = most; ; ) {
    const { part, from, quote } = partWithin(rest, lines, room)
    const { again, end } = linesOf(part, most, part.length).open ?? {
      again: quote.length <= most / 3 ? quote : '',
      end: '',
    }
    if (part.length + end.length <= most) {
      return { part: part + end, rest: { text: again + rest.text.slice(from), fixed: again.length } }
    }
    room = Math.min(room - 1, most - end.length)
  }
}

const partWithin = ({ text, fixed }: Rest, lines: readonly Line[], room: number) => {
  const line = lines.findLast(({ at }) => at < room)
  const quote = /^(?:[ \t]*>)+ ?/.exec(line?.text ?? '')?.[0] ?? ''
  const least = (line?.at ?? 0) + quote.length
  const { to, from } = gapIn(text, Math.max(fixed, least < room ? least : 0), room)
  return { part: text.slice(0, to).trimEnd(), from, quote }
}

/** A text that begins anew: without blank lines, nor an indent that would make code of it. */
const fresh = (text: string): Rest => ({
  text: text
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .replace(/^(?: {4,}|\t)[^\S\n]*/, '')
    .trimEnd(),
  fixed: 0,
})
