import type { Arrow } from './diagram.ts'

/** A line of plain arrows, cut into what stands between them: one term more than joints. */
export type Cut = { terms: string[]; joints: Joint[] }

export type Joint = { label: string; heads: Arrow['heads']; later: boolean; backwards: boolean }

type Form = { form: RegExp; heads?: Arrow['heads']; later?: true; backwards?: true }

// Text within an arrow: bounded, and a dash in it never begins the head of the arrow.
const TEXT = '((?:[^\\n<>=→-]|-(?![->])){1,80})'

/** The arrows as people write them, in the order in which they are tried; the first group is a label. */
const FORMS: readonly Form[] = [
  { form: /(?:<-{1,3}>|<={1,3}>|↔|⇔|⟷)(?:\s*\|([^|\n]{0,80})\|)?/y, heads: 'both' },
  { form: /(?:-\.+-?>|\.{2,3}>|\.->|~{1,2}>|⇢)(?:\s*\|([^|\n]{0,80})\|)?/y, later: true },
  { form: /(?<=[\s\])}"])~(?=\S)([^\n<>~]{1,80})~>/y, later: true },
  { form: /(?:-{1,4}>|={1,4}>|→|⇒|⟶)(?:\s*\|([^|\n]{0,80})\|)?/y },
  { form: /(?:<-{1,3}|←|⇐)(?![->])/y, backwards: true },
  { form: /(?<=[\s\])}"])-\.\s?((?:[^\n<>.]){1,80})\.->/y, later: true },
  { form: /(?<=[\s\])}"])-{1,2}\s?[[(|"]([^\n\])|"]{1,80})[\])|"]\s?-{1,2}>/y },
  { form: new RegExp(`(?<=[\\s\\])}"])(?:--\\s?|-(?=\\S))${TEXT}-{1,3}>`, 'y') },
]

/** True when the line has an arrow of any form. */
export const hasArrow = (line: string): boolean => cut(line).joints.length > 0

/** Cuts a line at its arrows; arrows in brackets or quotes are text. */
export const cut = (line: string): Cut => {
  const terms: string[] = []
  const joints: Joint[] = []
  let begin = 0
  let within = ''
  for (let at = 0; at < line.length; ) {
    const found = within === '' ? jointAt(line, at) : undefined
    if (found !== undefined) {
      terms.push(line.slice(begin, at).trim())
      joints.push(found.joint)
      at = begin = found.end
    } else {
      within = quoted(within, line.charAt(at))
      at += 1
    }
  }
  return { terms: [...terms, line.slice(begin).trim()], joints }
}

/** The closing sign that is waited for, after one more character. */
const quoted = (within: string, character: string): string => {
  if (within !== '') return character === within ? '' : within
  return character === '[' ? ']' : character === '"' ? '"' : ''
}

const STARTS = new Set('<-=.~↔⇔⟷⇢→⇒⟶←⇐')

const jointAt = (line: string, at: number): { joint: Joint; end: number } | undefined => {
  if (!STARTS.has(line.charAt(at))) return undefined
  for (const { form, heads = 'one', later = false, backwards = false } of FORMS) {
    form.lastIndex = at
    const match = form.exec(line)
    if (match !== null)
      return { joint: { label: (match[1] ?? '').trim(), heads, later, backwards }, end: form.lastIndex }
  }
  return undefined
}
