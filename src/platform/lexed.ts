/** Markdown as tokens, where reading it is worth the time. */
import { lexer, type Token } from 'marked'

/** Longer texts are shown as they are: nobody wrote that much Markdown by hand. */
const LONGEST = 200_000
/** So many signs of formatting in one paragraph are noise, on which a parser can spend minutes. */
const MOST_SIGNS = 2000

/** The tokens of a text; nothing where it is too long, too noisy or too deep to be formatting. */
export const lexed = (text: string): Token[] | undefined => {
  if (text.length > LONGEST || isNoisy(text)) return undefined
  try {
    return lexer(text)
  } catch (error) {
    // Brackets nested thousands deep exhaust the stack of any parser; they are no formatting.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const isNoisy = (text: string): boolean =>
  text.split(/\n[ \t]*\n/).some((paragraph) => (paragraph.match(/[*_~`[\]<!]/g)?.length ?? 0) > MOST_SIGNS)
