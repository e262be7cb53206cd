/** Arithmetic as people type it into a chat: "120M users x 9 / 86400", "3 % of 22 million", "12/(12+95)". */
import { type Quantity, quantityAt } from './figure.ts'
import type { Token } from './token.ts'
import { type Head, unitAt } from './unit.ts'

/**
 * A value in three readings, since people mix units and bare numbers: `raw` as written with per cent as a share, `whole`
 * with per cent as a number, `base` in seconds, bytes, dollars and per second.
 */
export type Reading = { raw: number; whole: number; base: number }

/** An expression from token `from` up to `next`; `inputs` are its numbers, `heads` their units, `rates` whether one is per time. */
export type Expression = Reading & {
  from: number
  next: number
  operations: number
  divides: boolean
  inputs: number[]
  heads: Head[]
  rates: boolean
  /** The time that its first rate is counted per. */
  seconds?: number | undefined
  /** The last summand alone: "a + b x c = d" is often written where d is b x c. */
  tail?: Reading
  /** Whether a part can be read in more than one way, as "$2 per million" or "7.5k + 60 %". */
  unsure: boolean
}

/** The longest expression that begins at a token, if one does. */
export const expressionAt = (tokens: readonly Token[], from: number): Expression | undefined => {
  const sum = sumAt(tokens, from, 0)
  return sum && { ...sum, from }
}

/** An expression that goes on from a value: "1.08B" with " / 86400" after it. */
export const continued = (
  tokens: readonly Token[],
  start: Omit<Expression, 'from'>,
  from: number,
): Expression => ({ ...chained(tokens, start, 0), from })

type Part = Omit<Expression, 'from'>
const MOST_DEPTH = 20
const MOST_INPUTS = 60

const sumAt = (tokens: readonly Token[], at: number, depth: number): Part | undefined => {
  const first = atomAt(tokens, at, depth)
  if (first === undefined) return undefined
  return summed(tokens, chained(tokens, first, depth), depth)
}

const summed = (tokens: readonly Token[], first: Part, depth: number): Part => {
  let left = first
  for (
    let sign = signAt(tokens, left.next, depth);
    sign !== undefined;
    sign = signAt(tokens, left.next, depth)
  ) {
    const atom = atomAt(tokens, sign.next, depth)
    if (atom === undefined || left.inputs.length > MOST_INPUTS) break
    const right = chained(tokens, atom, depth)
    const { by } = sign
    const mixed = left.heads.includes('share') !== right.heads.includes('share')
    const sum = joined(left, right, (a, b) => a + by * b)
    left = { ...sum, tail: right, unsure: sum.unsure || mixed }
  }
  return left
}

const chained = (tokens: readonly Token[], first: Part, depth: number): Part => {
  let left = first
  for (let step = stepAt(tokens, left); step !== undefined; step = stepAt(tokens, left)) {
    const right = atomAt(tokens, step.next, depth)
    if (right === undefined || left.inputs.length > MOST_INPUTS) break
    const { divides } = step
    left = { ...joined(left, right, (a, b) => (divides ? a / b : a * b)), divides: left.divides || divides }
  }
  return left
}

const joined = (left: Part, right: Part, of: (a: number, b: number) => number): Part => ({
  raw: of(left.raw, right.raw),
  whole: of(left.whole, right.whole),
  base: of(left.base, right.base),
  next: right.next,
  operations: left.operations + right.operations + 1,
  divides: left.divides || right.divides,
  inputs: [...left.inputs, ...right.inputs],
  heads: [...left.heads, ...right.heads],
  rates: left.rates || right.rates,
  seconds: left.seconds ?? right.seconds,
  unsure: left.unsure || right.unsure,
})

const FUNCTIONS: ReadonlyMap<string, (value: number) => number> = new Map([
  ['sqrt', Math.sqrt],
  ['ln', Math.log],
  ['log2', Math.log2],
  ['log10', Math.log10],
  ['exp', Math.exp],
])

const atomAt = (tokens: readonly Token[], from: number, depth: number): Part | undefined => {
  let at = from
  while (/^(?:the|our|about|roughly|those|these|~|≈|some)$/.test(tokens[at]?.text ?? '') && at < from + 2)
    at += 1
  if (/^[$€£]$/.test(tokens[at]?.text ?? '')) at += 1
  const token = tokens[at]
  if (token === undefined || depth > MOST_DEPTH) return undefined
  const named = FUNCTIONS.get(token.text)
  if (token.text === '(' || (named && tokens[at + 1]?.text === '(')) {
    const inner = sumAt(tokens, at + (named ? 2 : 1), depth + 1)
    if (inner === undefined || tokens[inner.next]?.text !== ')') return undefined
    const applied = named ? applying(inner, named) : inner
    return raised(tokens, { ...applied, next: inner.next + 1 })
  }
  if (token.kind !== 'number') return undefined
  return raised(tokens, numberAt(tokens, at))
}

const applying = (part: Part, of: (value: number) => number): Part => ({
  ...part,
  raw: of(part.raw),
  whole: of(part.whole),
  base: of(part.base),
  operations: part.operations + 1,
})

const numberAt = (tokens: readonly Token[], at: number): Part => {
  const bytes = tokens.some(({ text }) => /^(?:[kmgt]i?b|bytes?|float\d+|int8)$/.test(text))
  const quantity: Quantity = quantityAt(tokens, at, bytes)
  const dashed = tokens[quantity.next]?.text === '-' && tokens[quantity.next + 1]?.kind === 'word'
  const skip = dashed && tokens[quantity.next]?.glued && tokens[quantity.next + 1]?.glued ? 1 : 0
  const { unit, next } = unitAt(tokens, quantity.next + skip)
  const { value } = quantity
  const share = unit.head === 'share' || unit.head === 'points'
  const scaled = value * unit.scale
  return {
    raw: share ? value * 0.01 : value,
    whole: value,
    base: share ? value * 0.01 : unit.seconds === undefined ? scaled : scaled / unit.seconds,
    next,
    operations: 0,
    divides: false,
    inputs: [share ? value * 0.01 : value],
    heads: [share ? 'share' : unit.head],
    rates: unit.seconds !== undefined,
    seconds: unit.seconds,
    unsure: unit.per !== undefined && /^\d/.test(unit.per),
  }
}

/** Powers after a value: `^ 2`, "squared". */
const raised = (tokens: readonly Token[], part: Part): Part => {
  const text = tokens[part.next]?.text
  const two = text === '²' || text === 'squared'
  const exponent = two ? 2 : text === '^' ? tokens[part.next + 1]?.value : undefined
  if (exponent === undefined) return part
  const powered = applying(part, (value) => value ** exponent)
  return { ...powered, next: part.next + (two ? 1 : 2) }
}

type Step = { divides: boolean; next: number }

const stepAt = (tokens: readonly Token[], left: Part): Step | undefined => {
  const at = left.next
  const text = tokens[at]?.text ?? ''
  const after = tokens[at + 1]
  if (/^(?:x|\*|times)$/.test(text)) return { divides: false, next: at + 1 }
  if (text === '/' && (after?.kind === 'number' || after?.text === '('))
    return { divides: true, next: at + 1 }
  if (text === 'over' && after?.kind === 'number') return { divides: true, next: at + 1 }
  if (/^(?:multiplied|divided)$/.test(text) && after?.text === 'by')
    return { divides: text === 'divided', next: at + 2 }
  if (text === 'of' && left.heads.at(-1) === 'share') return { divides: false, next: at + 1 }
  return undefined
}

const signAt = (
  tokens: readonly Token[],
  at: number,
  depth: number,
): { by: 1 | -1; next: number } | undefined => {
  const token = tokens[at]
  if (token === undefined) return undefined
  if (token.text === '+' || token.text === 'plus') return { by: 1, next: at + 1 }
  if (token.text === 'minus') return { by: -1, next: at + 1 }
  const apart = !token.glued && tokens[at + 1]?.glued === false
  if (token.text === '-' && (depth > 0 || apart)) return { by: -1, next: at + 1 }
  return undefined
}
