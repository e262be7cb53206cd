/** Words that say the same, as a flow lists them: every text is read as though its writer had used the first of each group. */
import type { Word } from './words.ts'
import { words } from './words.ts'

/** Reads words as concepts; words that no group names stay as they are. */
export type Concepts = <W extends Word>(text: readonly W[]) => W[]

type Node = { next: Map<string, Node>; concept?: string }

const made = new WeakMap<readonly (readonly string[])[], Concepts>()

/**
 * Groups of words or short phrases that mean the same. The longest phrase wins; one that several groups name belongs to
 * the first. What is found becomes one word, which keeps its first word's `text` and has the group's own `stem`. Two words may
 * be written as one.
 */
export const concepts = (groups: readonly (readonly string[])[] = NONE): Concepts => {
  const before = made.get(groups)
  if (before) return before
  const root: Node = { next: new Map() }
  groups.forEach((group, n) => {
    for (const phrase of group) {
      const all = words(phrase)
      plant(root, all, `=${n}`)
      if (all.length === 2) plant(root, words(all.map(({ text }) => text).join('')), `=${n}`)
    }
  })
  const read: Concepts = (text) => (root.next.size === 0 ? [...text] : replaced(text, root))
  made.set(groups, read)
  return read
}

const NONE: readonly (readonly string[])[] = []

const plant = (root: Node, phrase: readonly Word[], concept: string): void => {
  let at = root
  for (const { stem } of phrase) {
    const next = at.next.get(stem) ?? { next: new Map() }
    at.next.set(stem, next)
    at = next
  }
  if (at !== root) at.concept ??= concept
}

const replaced = <W extends Word>(text: readonly W[], root: Node): W[] => {
  const out: W[] = []
  for (let i = 0; i < text.length; ) {
    const first = text[i] as W
    const found = longest(text, i, root)
    if (found === undefined) out.push(first)
    else out.push({ ...first, stem: found.concept, end: text[found.to - 1]?.end ?? first.end })
    i = found?.to ?? i + 1
  }
  return out
}

const longest = (
  text: readonly Word[],
  from: number,
  root: Node,
): { concept: string; to: number } | undefined => {
  let found: { concept: string; to: number } | undefined
  let at = root.next.get(text[from]?.stem ?? '')
  for (let to = from + 1; at !== undefined; to += 1) {
    if (at.concept !== undefined) found = { concept: at.concept, to }
    at = at.next.get(text[to]?.stem ?? '')
  }
  return found
}
