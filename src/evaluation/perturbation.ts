/** Small changes to how an answer is written that leave its words as they are, so that no verdict may move. */

export type Perturbation = {
  id: string
  /** What it does, for people. */
  says: string
  change(text: string): string
}

/** Every change that is tried, each by itself. */
export const PERTURBATIONS: readonly Perturbation[] = [
  { id: 'lower-case', says: 'every letter in lower case', change: (text) => recased(text, 'toLowerCase') },
  { id: 'upper-case', says: 'every letter in upper case', change: (text) => recased(text, 'toUpperCase') },
  {
    id: 'no-punctuation',
    says: 'marks at the edges of words and dashes between them removed',
    change: (text) => unpunctuated(text),
  },
  {
    id: 'one-line',
    says: 'line breaks and the list markers after them turned into a space',
    change: (text) => oneLine(text),
  },
  {
    id: 'markdown',
    says: 'a list marker before every line, every third plain word emphasised',
    change: (text) => markedUp(text),
  },
]

/** Letter by letter; one that would become another letter or two of them (ß, ı, µ) stays. */
const recased = (text: string, way: 'toLowerCase' | 'toUpperCase'): string =>
  [...text]
    .map((letter) => {
      const other = letter[way]()
      const same = other.toLowerCase() === letter.toLowerCase() && other.length === letter.length
      return same ? other : letter
    })
    .join('')

const MARKS = /[.,;:!?'"()[\]{}…“”„‘’«»‹›]+/g
const DASH = /(?<=\S[ \t]+)[-–—]+(?=[ \t]+\S)/g
const ITEM = /(?:^|\n)(?:[ \t>*_#-]*\d{1,2}[.)](?=\s))*[ \t>*_#-]*\d{1,2}$/

/**
 * A run of marks becomes a space where it touches white space or an end, so that nothing inside a number or a word is
 * lost (`3.5`, `don't`, `10:30`) and nothing is joined. The `.` of `.5` stays, and so do the numbers of a list
 * item (`2. 3)` opens a list in a list), `%`, `$`, `/`, `-` and every other sign that means something. A dash between figures may be a minus and stays.
 */
const unpunctuated = (text: string): string =>
  text
    .replace(MARKS, (run: string, at: number) => {
      const before = text.slice(0, at)
      const after = text.slice(at + run.length)
      if (/^[.)]$/.test(run) && /^\s/.test(after) && ITEM.test(before)) return run
      const free = /^(?:\s|$)/.test(after) || (/(?:^|\s)$/.test(before) && !/[.,]/.test(run))
      return free ? ' ' : run
    })
    .replace(DASH, (dash: string, at: number, whole: string) => {
      const figures = /\d\s*$/.test(whole.slice(0, at)) && /^\s*\d/.test(whole.slice(at + dash.length))
      return figures ? dash : ' '
    })

const BREAK = /[ \t]*\n\s*(?:(?:[-*+•]|[>*_# \t]*\d{1,2}[.)])[ \t]+)*/g

/** A marker in the middle of a line would be a word, so it goes; figures that would become one (`12 500`) stay apart. */
const oneLine = (text: string): string =>
  text.replace(BREAK, (gap: string, at: number) => {
    const figures = /\d$/.test(text.slice(0, at)) && /^\d{3}(?!\d)/.test(text.slice(at + gap.length))
    return figures ? gap : ' '
  })

const MARKED = /^\s*(?:$|[-*+•>#|]|\d{1,2}[.)]\s)/
const PLAIN = /(?<=^|\s)\p{L}{4,}(?=\s|$)/gu
const EVERY = 3

/** Lines that are marked already keep their marker; a text with a block of code stays as it is. */
const markedUp = (text: string): string => {
  if (text.includes('```')) return text
  let seen = 0
  const emphasised = text.replace(PLAIN, (word) => {
    seen += 1
    if (seen % EVERY !== 0) return word
    return seen % (2 * EVERY) === 0 ? `_${word}_` : `**${word}**`
  })
  return emphasised
    .split('\n')
    .map((line) => (MARKED.test(line) && !/^\s*\*\*/.test(line) ? line : `- ${line}`))
    .join('\n')
}
