/** Changes that are said to be of another size than their two ends: "from 6.5 % to 5 % is a 10 % drop". */
import { numberText } from '../number-text.ts'
import type { Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import type { Said } from './judge.ts'
import { sizeText } from './lines.ts'
import { isCorrected, isQuestion, isRejected, isSupposed, type Stretch, wordsOf } from './sentence.ts'
import type { Token } from './token.ts'

/** How far from every way of reckoning it a change must be. */
const OVER = 1.3

/** A finding for each change of which both ends and the size are named, and the size is none that they can have. */
export const changeFindings = (text: string, said: Said): Finding[] => {
  const { tokens, figures, sentences } = said
  return figures.flatMap((from, n): Finding[] => {
    const [to, size] = [figures[n + 1], figures[n + 2]]
    if (to === undefined || size === undefined || !isPair(tokens, from, to)) return []
    if (!isJoined(tokens, to.next, size.first) || !isSize(tokens, to.next, size, gapOf(from, to))) return []
    const sentence = sentences.find((one) => from.first >= one.from && size.first < one.to)
    if (sentence === undefined || isOpen(tokens, sentence, size)) return []
    const ways = waysOf(from, to)
    const stated = size.low * 0.01
    if (ways.some((way) => stated < way * OVER && stated > way / OVER)) return []
    return [findingOf(text, { from, to, size, change: ways[0] ?? 0, stated })]
  })
}

const isOpen = (tokens: readonly Token[], sentence: Stretch, size: Figure): boolean =>
  isQuestion(tokens, sentence) ||
  isSupposed(tokens, sentence) ||
  isRejected(tokens, size.first, size.next) ||
  isCorrected(tokens, size.next) ||
  / (?:not|never|nicht|kein|keine|wrong|falsch|says|said|claims|claimed) /.test(wordsOf(tokens, sentence))

/** "from 6.5 % to 5 %", both of one kind and neither of them rough, a bound, a year or a mere position. */
const isPair = (tokens: readonly Token[], from: Figure, to: Figure): boolean => {
  const before = (figure: Figure): string => tokens[figure.first - 1]?.text ?? ''
  if (!/^(?:from|von)$/.test(before(from)) || !/^(?:to|auf)$/.test(before(to)) || to.first !== from.next + 1)
    return false
  const exact = [from, to].every(({ low, high, hedged }) => low === high && low > 0 && !hedged)
  const alike = from.unit.head === to.unit.head || from.unit.head === 'none'
  return exact && alike && gapOf(from, to) !== 0 && /^(?:share|time|money|bytes|bits)$/.test(to.unit.head)
}

const FALLS =
  /^(?:drop|decrease|reduction|fall|decline|loss|saving|cut|lower|less|fewer|faster|rückgang|weniger|minus|senkung|schneller)$/
const RISES =
  /^(?:lift|increase|rise|gain|growth|uplift|jump|improvement|higher|more|slower|anstieg|zuwachs|mehr|plus|steigerung|langsamer)$/
const RELATIVE = /^(?:relative|relativer?)$/
const LINKS =
  /^(?:,|=|→|\(|is|are|means|makes|gives|that|that's|thats|which|so|it's|a|an|about|around|roughly|only|just|of|by|ist|sind|das|also|ein|eine|einem|von|um|etwa|rund|nur|ca)$/
const MOST_BETWEEN = 7

/** Whether nothing but a link and the name of the change stands between two tokens. */
const isJoined = (tokens: readonly Token[], from: number, to: number): boolean =>
  to > from &&
  to - from <= MOST_BETWEEN &&
  tokens.slice(from, to).every(({ text }) => [LINKS, FALLS, RISES, RELATIVE].some((one) => one.test(text)))

/** Whether a share is named as the size of a change in that direction, and of nothing else than what changed. */
const isSize = (tokens: readonly Token[], from: number, size: Figure, by: number): boolean => {
  const { first, next, unit, bound, low, high } = size
  if (unit.head !== 'share' || bound !== undefined || low !== high) return false
  const between = tokens.slice(from, first).map(({ text }) => text)
  const after = unit.nouns.filter((word) => !RELATIVE.test(word))
  const [same, other] = by < 0 ? [FALLS, RISES] : [RISES, FALLS]
  const names = [...between, ...after, tokens[next]?.text ?? '']
  if (!names.some((word) => same.test(word)) || names.some((word) => other.test(word))) return false
  return (
    after.every((word) => same.test(word)) &&
    !/^(?:in|of|on|for|at|to|from|beim|bei|im|der|des)$/.test(tokens[next]?.text ?? '')
  )
}

/** Of the first end or of the second, in points, and of what is missing to the whole. */
const waysOf = (from: Figure, to: Figure): number[] => {
  const [a, b] = [from.low * scaleOf(from, to), to.low * to.unit.scale]
  const gap = Math.abs(a - b)
  const share = to.unit.head === 'share' ? [gap, gap / (1 - a), gap / (1 - b)] : []
  return [gap / a, gap / b, ...share].filter((way) => way > 0 && Number.isFinite(way))
}

const gapOf = (from: Figure, to: Figure): number => to.low * to.unit.scale - from.low * scaleOf(from, to)

/** "from 200 to 150 ms": the first end is in the unit of the second. */
const scaleOf = (from: Figure, to: Figure): number => (from.unit.head === 'none' ? to : from).unit.scale

type Change = { from: Figure; to: Figure; size: Figure; change: number; stated: number }

const findingOf = (text: string, { from, to, size, change, stated }: Change): Finding => {
  const sum = `${text.slice(from.start, from.end)} → ${text.slice(to.start, to.end)}`
  const [gives, said] = [percentOf(change), percentOf(stated)]
  return {
    kind: 'arithmetic',
    quote: text.slice(size.start, size.end),
    start: size.start,
    end: size.end,
    stated: said,
    expected: gives,
    unit: '%',
    factor: stated / change,
    derivation: [`${sum} = ${numberText(gives)} %`, sizeText(`${numberText(said)} %`, stated / change)],
    reckoned: { of: 'sum', sum, gives, stated: said, before: '', unit: '%' },
  }
}

const percentOf = (share: number): number => Number((100 * share).toPrecision(3))
