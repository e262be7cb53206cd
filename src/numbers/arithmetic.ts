/**
 * Arithmetic written by a person, computed without ever being run as code.
 *
 * `sum := product (('+' | '-') product)*`, `product := signed (('*' | '/') signed)*`,
 * `signed := '-' signed | power`, `power := atom ('^' signed)?`, `atom := number | '(' sum ')' | name '(' sum (',' sum)* ')'`.
 * So `-2^2` is -4, `2^3^2` is 512 and `2^-1` is a half.
 */

/** A finite value, or what is wrong and at which character (from 0) of the expression. */
export type Evaluation = { value: number; fault?: never } | { fault: string; at: number; value?: never }

/** Characters an expression may have. */
export const MOST_CHARACTERS = 500
/** Parentheses, minus signs and powers that may stand inside one another. */
export const MOST_DEPTH = 50

/** Computes an expression such as `120e6 * 9 / 86_400`; never throws, and every value is finite. */
export const evaluate = (expression: string): Evaluation => {
  if (expression.length > MOST_CHARACTERS)
    return { fault: `it is longer than ${MOST_CHARACTERS} characters`, at: MOST_CHARACTERS }
  try {
    return { value: parser(tokens(expression))() }
  } catch (error) {
    if (error instanceof Wrong) return { fault: error.message, at: error.at }
    throw error
  }
}

class Wrong extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

type Token = { kind: 'number' | 'name' | 'sign' | 'end'; text: string; at: number }

const TOKEN =
  /\s*(?:(?<number>(?:\d+(?:_\d+)*(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[a-z][a-z0-9]*)|(?<sign>[-+*/^(),]))/y

const tokens = (expression: string): Token[] => {
  const found: Token[] = []
  const end = expression.trimEnd().length
  for (let at = 0; at < end; ) {
    TOKEN.lastIndex = at
    const match = TOKEN.exec(expression)
    const start = at + (expression.slice(at).length - expression.slice(at).trimStart().length)
    if (!match) throw new Wrong(`"${expression.charAt(start)}" is not part of an expression`, start)
    const { number, name, sign } = match.groups ?? {}
    const kind = number !== undefined ? 'number' : name !== undefined ? 'name' : 'sign'
    found.push({ kind, text: number ?? name ?? sign ?? '', at: start })
    at = TOKEN.lastIndex
  }
  return [...found, { kind: 'end', text: 'the end', at: end }]
}

const FUNCTIONS = new Map<string, { most: number; of: (...values: number[]) => number }>([
  ['sqrt', { most: 1, of: Math.sqrt }],
  ['ln', { most: 1, of: Math.log }],
  ['log2', { most: 1, of: Math.log2 }],
  ['log10', { most: 1, of: Math.log10 }],
  ['exp', { most: 1, of: Math.exp }],
  ['ceil', { most: 1, of: Math.ceil }],
  ['floor', { most: 1, of: Math.floor }],
  ['round', { most: 1, of: Math.round }],
  ['min', { most: Number.POSITIVE_INFINITY, of: Math.min }],
  ['max', { most: Number.POSITIVE_INFINITY, of: Math.max }],
])

const finite = (value: number, at: number): number => {
  if (Number.isFinite(value)) return value
  throw new Wrong(Number.isNaN(value) ? 'this has no value' : 'this is too large or infinite', at)
}

/** Reads and computes in one pass; each level of the grammar is one function. */
const parser = (list: Token[]): (() => number) => {
  let next = 0
  let depth = 0
  const last: Token = list[list.length - 1] ?? { kind: 'end', text: 'the end', at: 0 }
  const peek = (): Token => list[next] ?? last
  const take = (): Token => {
    const token = peek()
    next += 1
    return token
  }
  const is = (...signs: string[]): boolean => peek().kind === 'sign' && signs.includes(peek().text)
  const want = (sign: string): void => {
    const token = take()
    if (token.kind !== 'sign' || token.text !== sign)
      throw new Wrong(`"${sign}" was expected instead of ${shown(token)}`, token.at)
  }

  const deeper = (read: () => number): number => {
    depth += 1
    if (depth > MOST_DEPTH) throw new Wrong(`it is nested more than ${MOST_DEPTH} deep`, peek().at)
    const value = read()
    depth -= 1
    return value
  }

  const sum = (): number => {
    let value = product()
    while (is('+', '-')) {
      const { text, at } = take()
      const right = product()
      value = finite(text === '+' ? value + right : value - right, at)
    }
    return value
  }

  const product = (): number => {
    let value = signed()
    while (is('*', '/')) {
      const { text, at } = take()
      const right = signed()
      if (text === '/' && right === 0) throw new Wrong('this divides by zero', at)
      value = finite(text === '*' ? value * right : value / right, at)
    }
    return value
  }

  const signed = (): number => {
    if (!is('-')) return power()
    take()
    return -deeper(signed)
  }

  const power = (): number => {
    const base = atom()
    if (!is('^')) return base
    const { at } = take()
    return finite(base ** deeper(signed), at)
  }

  const atom = (): number => {
    const token = take()
    if (token.kind === 'number') return finite(Number(token.text.replaceAll('_', '')), token.at)
    if (token.kind === 'name') return call(token)
    if (token.kind === 'sign' && token.text === '(') {
      const value = deeper(sum)
      want(')')
      return value
    }
    throw new Wrong(`a number was expected instead of ${shown(token)}`, token.at)
  }

  const call = ({ text, at }: Token): number => {
    const known = FUNCTIONS.get(text)
    if (!known)
      throw new Wrong(`"${text}" is not a function; known are ${[...FUNCTIONS.keys()].join(', ')}`, at)
    want('(')
    const values = [deeper(sum)]
    while (is(',')) {
      take()
      values.push(deeper(sum))
    }
    want(')')
    if (values.length > known.most) throw new Wrong(`${text} takes one value, not ${values.length}`, at)
    return finite(known.of(...values), at)
  }

  return () => {
    const value = sum()
    if (peek().kind !== 'end') throw new Wrong(`${shown(peek())} was not expected here`, peek().at)
    return value
  }
}

const shown = (token: Token): string => (token.kind === 'end' ? 'the end' : `"${token.text}"`)
