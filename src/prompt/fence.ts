/**
 * Words of others in a prompt: data between marks that they cannot know, with everything defused in them that looks like a
 * heading, another speaker or a control word of a chat template.
 */

export type Passage = {
  /** What stands beside the mark, such as `candidate 12, data`. */
  label: string
  text: string
}

/** Passages one after another, each headed by the mark, closed by the mark and `end`. */
export const fenced = (passages: readonly Passage[], mark: string, most: number): string => {
  if (!MARK.test(mark))
    throw new RangeError('A mark has at least eight letters and digits, chosen at random.')
  const shown = passages.map(
    ({ label, text }) => `[${mark} ${label}]\n${harmless(shortened(text, most), mark)}`,
  )
  return [...shown, `[${mark} end]`].join('\n')
}

/** A quote as the person wrote it, for one that a model took from a fence together with what defused it. */
export const unfenced = (quote: string): string =>
  quote.replace(/(^|\n)([ \t>*_]*)\\/g, '$1$2').replace(/([<[|｜])\\/g, '$1')

const MARK = /^[A-Za-z0-9]{8,}$/

/** Control characters, and those that change the order of what is read or are not seen at all. */
const UNSEEN = /[^\P{Cc}\n\t]|[\u{E0000}-\u{E007F}\u202A-\u202E\u2066-\u2069]/gu
const BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/** The beginnings of a line that make it a heading, a rule, a block or somebody else's turn. */
const HEADING = /^([ \t>*_]*)(?=#|={3,}|-{3,}|`{3,}|~{3,}|<\/?[a-z!]|\[[/\w])/gim
const SPEAKER =
  /^([ \t>*_]*)(?=(?:system|assistant|user|developer|tool|human|ai|interviewer|candidate|judge|grader|instructions?|rules?|prompt|verdicts?)\b[ \t*_]*[:>])/gim

/** Control words of chat templates, wherever they stand. */
const CONTROL =
  /<(?=[|｜]|\/?s>|<\/?SYS|\/?(?:start|end|begin)_of_|\/?(?:think|tool_call|tool_response)>)|[|｜](?=>)|\[(?=\/?(?:INST|SYSTEM|AVAILABLE_TOOLS))/gi

const harmless = (text: string, mark: string): string =>
  text
    .toWellFormed()
    .replace(BREAKS, '\n')
    .replace(UNSEEN, '')
    .replaceAll(mark, `${mark.slice(0, 4)}\\${mark.slice(4)}`)
    .replace(CONTROL, '$&\\')
    .replace(HEADING, '$1\\')
    .replace(SPEAKER, '$1\\')
    .trim()

const shortened = (text: string, most: number): string => {
  if (text.length <= most) return text
  const head = Math.floor((most * 2) / 3)
  const left = text.length - most
  return `${text.slice(0, head)}\n(${left} characters left out)\n${text.slice(text.length - (most - head))}`
}
