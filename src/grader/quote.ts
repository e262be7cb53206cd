/** The words a verdict rests on, verbatim: the sentence around a passage, or two that stand together. */
import type { Span } from '../flow/phrase.ts'
import { sentences } from '../flow/words.ts'
import type { Answer } from '../interview/transcript.ts'
import { JUDGED, type Said } from './said.ts'

const LONGEST = 280

/** A substring of one message, at most 280 characters, that holds as much of the passage as it can. */
export const quote = (said: readonly Said[], span: Span): { quote: string; entry: number } => {
  const first = said[span.from]
  if (first === undefined) return { quote: '', entry: -1 }
  const { answer } = first
  let end = first.end
  for (const word of said.slice(span.from, span.to)) if (word.answer === answer) end = word.end
  const here = bounds(answer, first.start, end)
  return { quote: cut(answer.text, here, first.start, end), entry: answer.entry }
}

/** The sentences that hold the passage. */
const bounds = (answer: Answer, start: number, end: number): { start: number; end: number } => {
  const all = sentences(answer.text.slice(0, JUDGED))
  const holding = all.filter((s) => s.end > start && s.start < end).slice(0, 2)
  return { start: holding[0]?.start ?? start, end: holding.at(-1)?.end ?? end }
}

const cut = (text: string, whole: { start: number; end: number }, start: number, end: number): string => {
  if (whole.end - whole.start <= LONGEST) return text.slice(whole.start, whole.end)
  const middle = Math.min(end, start + LONGEST)
  const from = Math.max(whole.start, Math.min(start, middle - Math.floor((LONGEST + middle - start) / 2)))
  const to = Math.min(whole.end, from + LONGEST)
  return edged(
    text,
    from === whole.start ? from : onward(text, from, start),
    to === whole.end ? to : back(text, to, from),
  )
}

const onward = (text: string, from: number, most: number): number => {
  for (let at = from; at < most; at += 1) if (/\s/.test(text.charAt(at))) return at + 1
  return most
}

const back = (text: string, to: number, least: number): number => {
  for (let at = to; at > least; at -= 1) if (/\s/.test(text.charAt(at))) return at
  return whole(text, to)
}

/** Never between the two halves of one character. */
const whole = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at)

const edged = (text: string, from: number, to: number): string => text.slice(from, to).trim()
