import type { Token } from './dot-tokens.ts'
import { wrong } from './sketch.ts'

/** A place in the pieces of a text. */
export type Reader = ReturnType<typeof readerOf>

/** A piece as a fault names it. */
export const shown = (token: Token): string =>
  token.kind === 'end' ? 'the end' : `"${token.text.slice(0, 30)}"`

/** Reads the pieces one after another, with a look at those to come. */
export const readerOf = (tokens: readonly Token[]) => {
  let next = 0
  const end: Token = tokens.at(-1) ?? { kind: 'end', text: '', row: 0 }
  const peek = (ahead = 0): Token => tokens[next + ahead] ?? end
  const sign = (text: string, ahead = 0): boolean => peek(ahead).kind === 'sign' && peek(ahead).text === text
  const take = (): Token => {
    const token = peek()
    next += 1
    return token
  }
  return {
    peek,
    sign,
    take,
    word: (text: string): boolean => peek().kind === 'name' && peek().text.toLowerCase() === text,
    want: (text: string): void => {
      const token = take()
      if (token.kind !== 'sign' || token.text !== text)
        throw wrong(
          `"${text}" was expected instead of ${shown(token)}.`,
          token.row,
          'Compare the brackets before it.',
        )
    },
    /** A name or text, with parts joined by `+`. */
    name: (): Token => {
      const token = take()
      if (token.kind !== 'name' && token.kind !== 'quoted')
        throw wrong(
          `a name was expected instead of ${shown(token)}.`,
          token.row,
          'Put names with signs in quotes.',
        )
      let { text } = token
      while (sign('+') && peek(1).kind === 'quoted') {
        take()
        text += take().text
      }
      return { ...token, text }
    },
  }
}
