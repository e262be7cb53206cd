/** Arithmetic as people type it into a chat: "120M users x 9 / 86400", "3 % of 22 million", "12/(12+95)". */
import { applying, operandAt, type Part, raised } from './operand.ts'
import { jointAt, readingOf, spellAt, spokenBy } from './spoken.ts'
import type { Token } from './token.ts'

/** Arithmetic from token `from` on. */
export type Expression = Part & { from: number }

/** The longest expression that begins at a token, if one does. */
export const expressionAt = (tokens: readonly Token[], from: number): Expression | undefined => {
  const sum = sumAt(tokens, from, 0)
  return sum && { ...sum, from }
}

/** An expression that goes on from a value: "1.08B" with " / 86400" after it. */
export const continued = (tokens: readonly Token[], start: Part, from: number): Expression => ({
  ...chained(tokens, start, 0),
  from,
})

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
  while (left.inputs.length <= MOST_INPUTS) {
    const step = stepAt(tokens, left)
    const next = step ? stepped(tokens, left, step, depth) : told(tokens, left)
    if (next === undefined) break
    left = next
  }
  return left
}

const stepped = (tokens: readonly Token[], left: Part, step: Step, depth: number): Part | undefined => {
  const atom = atomAt(tokens, step.next, depth)
  const right = atom && closed(tokens, atom, step)
  if (right === undefined) return undefined
  const { divides } = step
  const share = /^(?:of|von)$/.test(tokens[left.next]?.text ?? '') && left.heads.at(-1) === 'share'
  const quotient = joined(share ? { ...left, whole: left.raw } : left, right, (a, b) =>
    divides ? a / b : a * b,
  )
  const split = divides && isSplit(tokens, step.next, left, right)
  return { ...quotient, divides: left.divides || divides, unsure: quotient.unsure || split }
}

/** A step that a word makes, as far as what stands on both sides of it bears that out. */
const told = (tokens: readonly Token[], left: Part): Part | undefined => {
  const joint = jointAt(tokens, left.next)
  const right = joint && (spellAt(tokens, joint.next) ?? atomAt(tokens, joint.next, MOST_DEPTH))
  return right && spokenBy(joint.word, left, right)
}

/** "80/20", "50/50", "70/20/10": parts of a whole. */
const isSplit = (tokens: readonly Token[], at: number, left: Part, right: Part): boolean =>
  (left.divides || (left.operations === 0 && left.whole + right.whole === 100)) &&
  tokens[at]?.glued === true &&
  tokens[at - 1]?.glued === true

/** The right side together with the word that has to follow it: "at 3 MB each", "stored three times". */
const closed = (tokens: readonly Token[], right: Part, { closes }: Step): Part | undefined => {
  if (closes === undefined) return right
  return closes.test(tokens[right.next]?.text ?? '') ? { ...right, next: right.next + 1 } : undefined
}

const joined = (left: Part, right: Part, of: (a: number, b: number) => number): Part => ({
  ...readingOf(left, right, of),
  next: right.next,
  operations: left.operations + right.operations + 1,
  divides: left.divides || right.divides,
  inputs: [...left.inputs, ...right.inputs],
  heads: [...left.heads, ...right.heads],
  nouns: [...left.nouns, ...right.nouns],
  rates: left.rates || right.rates,
  seconds: left.seconds ?? right.seconds,
  unsure: left.unsure || right.unsure,
  ...(left.spoken && {
    spoken: { ...left.spoken, others: left.spoken.others.map((other) => readingOf(other, right, of)) },
  }),
  ...(right.spoken &&
    !left.spoken && {
      spoken: { ...right.spoken, others: right.spoken.others.map((other) => readingOf(left, other, of)) },
    }),
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
  return raised(tokens, operandAt(tokens, at))
}

type Step = { divides: boolean; next: number; closes?: RegExp }

const stepAt = (tokens: readonly Token[], left: Part): Step | undefined => {
  const at = left.next
  const text = tokens[at]?.text ?? ''
  const after = tokens[at + 1]
  if (/^(?:x|\*|times|mal)$/.test(text)) return { divides: false, next: at + 1 }
  if (text === '/' && (after?.kind === 'number' || after?.text === '('))
    return { divides: true, next: at + 1 }
  if (text === 'durch' && after?.kind === 'number') return { divides: true, next: at + 1 }
  if (
    /^(?:multiplied|divided|multipliziert|geteilt)$/.test(text) &&
    /^(?:by|mit|durch)$/.test(after?.text ?? '')
  )
    return { divides: /^(?:divided|geteilt)$/.test(text), next: at + 2 }
  if (/^(?:at|with|of|having)$/.test(text) && isEach(tokens, at + 1))
    return { divides: false, next: at + 1, closes: /^each$/ }
  const repeats = text === 'in' ? at + 1 : at
  if (isRepeat(tokens, repeats))
    return { divides: false, next: repeats, closes: /^(?:times|copies|replicas)$/ }
  if (/^(?:of|von)$/.test(text) && left.heads.at(-1) === 'share') return { divides: false, next: at + 1 }
  return undefined
}

/** "3 MB each", "12 pings a minute each": a number with "each" soon after it, and no other number between. */
const isEach = (tokens: readonly Token[], from: number): boolean => {
  const at = /^[$€£]$/.test(tokens[from]?.text ?? '') ? from + 1 : from
  if (tokens[at]?.kind !== 'number') return false
  const near = tokens.slice(at + 1, at + 6)
  const each = near.findIndex(({ text }) => text === 'each')
  return each >= 0 && near.slice(0, each).every(({ kind }) => kind === 'word')
}

/** "stored three times", and not "three times four". */
const isRepeat = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'number' &&
  /^(?:\w+ed|kept|in)$/.test(tokens[at - 1]?.text ?? '') &&
  /^(?:times|copies|replicas)$/.test(tokens[at + 1]?.text ?? '') &&
  !/^(?:number|sign)$/.test(tokens[at + 2]?.kind ?? '')

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
