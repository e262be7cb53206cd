/**
 * A text as words and sentences. Case, punctuation, Markdown and line breaks leave the words as they are; a number
 * and its unit are two words however they were written (`100ms`, `12.5k/s`, `1.1 %`).
 */
import { remembered } from './remembered.ts'
import { stem } from './stem.ts'

/** A word where it stands in the text: `text` is folded, `stem` is what it is compared by. */
export type Word = { text: string; stem: string; start: number; end: number; number: boolean }

const WORDS = new Intl.Segmenter('en', { granularity: 'word' })
const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' })

const split = (text: string): readonly Word[] => {
  const out: Word[] = []
  let slash = false
  let item = 0
  for (const { segment, index, isWordLike } of WORDS.segment(text)) {
    if (isWordLike) {
      const last = out.at(-1)
      if (
        /^s$/i.test(segment) &&
        last !== undefined &&
        !last.number &&
        SET_OFF.test(text.slice(last.end, index))
      )
        out[out.length - 1] = { ...last, text: `${last.text}s`, stem: stem(`${last.text}s`), end: index + 1 }
      else if (bullet(text, index, segment) && Number(segment) <= item + 1) item = Number(segment)
      else add(out, segment, index, text, slash)
      slash = false
    } else {
      slash = segment === '/'
      const sign = SIGNS.get(segment)
      if (sign !== undefined) put(out, sign, index, index + segment.length, false)
    }
  }
  return out
}

/** The words of a text in order, in time that grows with its length only. */
export const words = remembered(split)

const divided = (text: string): readonly { start: number; end: number }[] => {
  const out: { start: number; end: number }[] = []
  for (const { segment, index } of SENTENCES.segment(text)) {
    const start = index + segment.length - segment.trimStart().length
    const end = index + segment.trimEnd().length
    if (end > start) out.push({ start, end })
  }
  return out
}

/** Where the sentences of a text begin and end, white space around them left out. */
export const sentences = remembered(divided)

/** What stands between `user` and its ending in **user**'s. */
const SET_OFF = /^[*_`~]+['’‘ʼ]$/

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['%', 'percent'],
  ['€', 'euro'],
  ['$', 'dollar'],
  ['£', 'pound'],
])

const UNITS: ReadonlyMap<string, string> = new Map([
  ['k', 'thousand'],
  ['m', 'million'],
  ['mn', 'million'],
  ['mio', 'million'],
  ['b', 'billion'],
  ['bn', 'billion'],
  ['s', 'second'],
  ['h', 'hour'],
  ['hr', 'hour'],
  ['hrs', 'hour'],
  ['d', 'day'],
  ['min', 'minute'],
  ['mins', 'minute'],
  ['yr', 'year'],
  ['wk', 'week'],
])

const PIECE = /[\p{L}\p{M}\p{N}'’‘ʼ.,]+/gu
const NUMBER = /^(\d+(?:[.,]\d+)*(?:e\d+)?)(\p{L}*)$/u

const put = (out: Word[], text: string, start: number, end: number, number: boolean): void => {
  out.push({ text, stem: number ? text : stem(text), start, end, number })
}

const add = (out: Word[], segment: string, index: number, text: string, slash: boolean): void => {
  if (/^[a-z]+$/i.test(segment)) {
    letters(out, segment.toLowerCase(), index, index + segment.length, slash)
    return
  }
  for (const piece of segment.matchAll(PIECE)) {
    const start = index + piece.index
    const folded = piece[0]
      .normalize('NFKC')
      .toLowerCase()
      .replace(/['’‘ʼ]/g, '')
    const figure = NUMBER.exec(folded)
    if (figure) digits(out, figure, start, start + piece[0].length, text)
    else dotted(out, folded, start, start + piece[0].length, slash)
  }
}

/** `done.Then` is two words, `e.g` is one. */
const dotted = (out: Word[], folded: string, start: number, end: number, slash: boolean): void => {
  const parts = folded.split(/[.,]+/).filter((part) => part !== '')
  if (parts.every((part) => part.length === 1)) letters(out, parts.join(''), start, end, slash)
  else for (const part of parts) letters(out, part, start, end, slash)
}

const letters = (out: Word[], text: string, start: number, end: number, slash: boolean): void => {
  if (text === '') return
  const last = out.at(-1)
  if (
    text === 't' &&
    last !== undefined &&
    /^(?:do|is|are|was|wo|ca|would|should|does|did|could)n$|^can$/.test(last.text)
  ) {
    out[out.length - 1] = { ...last, text: `${last.text}t`, stem: stem(`${last.text}t`), end }
    return
  }
  const unit = last?.number || (slash && RATES.has(text)) ? UNITS.get(text) : undefined
  if (slash && (unit !== undefined || PER.has(text))) put(out, 'per', start, start, false)
  put(out, unit ?? text, start, end, false)
}

const RATES = new Set(['s', 'h', 'd', 'min', 'hr', 'wk', 'yr'])
const PER = new Set([
  'second',
  'sec',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'year',
  'user',
  'request',
  'item',
])

const digits = (out: Word[], figure: RegExpExecArray, start: number, end: number, text: string): void => {
  const number = (figure[1] ?? '').replace(/,(?=\d{3})/g, '')
  const unit = figure[2] ?? ''
  const last = out.at(-1)
  const grouped =
    last?.number && /^\d{3}$/.test(number) && /^\d{1,9}$/.test(last.text) && start - last.end === 1
  if (grouped && /\s/u.test(text.charAt(last.end))) {
    out[out.length - 1] = { ...last, text: last.text + number, stem: last.text + number, end }
  } else put(out, number, start, end - unit.length, true)
  if (unit !== '') put(out, UNITS.get(unit) ?? unit, end - unit.length, end, false)
}

/** The number of a list item is layout, not a word. */
const bullet = (text: string, index: number, segment: string): boolean => {
  if (
    !/^\d{1,2}$/.test(segment) ||
    !/^[.)]\s/.test(text.slice(index + segment.length, index + segment.length + 2))
  )
    return false
  let at = index - 1
  while (at >= 0 && /[ \t>*_#]/.test(text.charAt(at))) at -= 1
  return at < 0 || text.charAt(at) === '\n'
}
