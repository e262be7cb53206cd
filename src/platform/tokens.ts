/** A command line cut into words, quoted texts and options. */

export type Token =
  | { type: 'word'; text: string; quoted: boolean; from: number; to: number }
  /** `--name`; some keyboards make a long dash of the two short ones, which is said in `typographic`. */
  | { type: 'option'; name: string; text: string; typographic: boolean; from: number; to: number }

const TOKEN =
  /\s*(?:(?<dash>--|—|–)(?<option>[a-z][\w-]*)(?:=|(?=\s|$))|"(?<straight>[^"]*)"(?=\s|$)|“(?<curly>[^”]*)”(?=\s|$)|(?<word>\S+))/iy

/** The tokens of a line from `from` on; nothing when a quotation mark is opened and not closed. */
export const tokenise = (line: string, from: number): Token[] | undefined => {
  const tokens: Token[] = []
  const pattern = new RegExp(TOKEN)
  pattern.lastIndex = from
  for (let match = pattern.exec(line); match; match = pattern.exec(line)) {
    const token = tokenOf(match, pattern.lastIndex)
    if (token.type === 'word' && !token.quoted && /^["“]/.test(token.text)) return undefined
    tokens.push(token)
  }
  return tokens
}

const tokenOf = (match: RegExpExecArray, to: number): Token => {
  const { dash, option, straight, curly, word } = match.groups ?? {}
  const text = match[0].trimStart()
  const from = to - text.length
  if (option !== undefined)
    return { type: 'option', name: option, text, typographic: dash !== '--', from, to }
  const quote = straight ?? curly
  return { type: 'word', text: quote ?? word ?? '', quoted: quote !== undefined, from, to }
}
