/** Many short runs of words looked for at once: each step of a search asks which runs go on with the next word, never run by run. */
import { stem } from './stem.ts'
import type { Word } from './words.ts'

/** One word of a run: compared by its stem, or by its beginning when `prefix` is not empty. */
export type Test = { stem: string; prefix: string; raw: string }

/** Where a run was found: indexes of words, `to` exclusive. */
export type Found = { from: number; to: number }

export type Trie<T> = {
  add(tests: readonly Test[], ending: T): void
  /** Calls for every run that stands in the text, each word at most two words after the one before. */
  walk(text: readonly Word[], found: (ending: T, from: number, to: number) => void): void
}

const BETWEEN = 2
/** Words of other lengths are no compounds, and no part of one is shorter than `PART`. */
const COMPOUND = { least: 6, most: 24 }
const PART = 3
const KEPT = 20_000

/** Most nodes are leaves, so that what a leaf lacks is made only where it is needed. */
type Node<T> = {
  next: Map<string, Node<T>> | undefined
  /** By the first letters of the prefix. */
  begun: Map<string, { prefix: string; node: Node<T> }[]> | undefined
  endings: T[] | undefined
}

const LETTERS = 2

const node = <T>(): Node<T> => ({ next: undefined, begun: undefined, endings: undefined })

/** An empty trie. A word of the text that is two words of a run written as one counts as both, and the other way round. */
export const trie = <T>(): Trie<T> => {
  const root = node<T>()
  /** The stems of the words of all runs, and how they begin. */
  const stems = new Set<string>()
  const heads = new Set<string>()
  const beginnings = new Set<string>()
  const parts = new Map<string, readonly Halves[]>()

  const add: Trie<T>['add'] = (tests, ending) => {
    let at = root
    for (const test of tests) {
      if (test.prefix === '') {
        if (!stems.has(test.stem)) for (const one of beginningsOf(test.stem)) beginnings.add(one)
        stems.add(test.stem)
        heads.add(test.stem.slice(0, PART))
      }
      at = test.prefix === '' ? plain(at, test.stem) : begun(at, test.prefix)
    }
    at.endings ??= []
    at.endings.push(ending)
  }

  const divided = (word: Word): readonly Halves[] => {
    const { length } = word.text
    if (word.number || length < COMPOUND.least || length > COMPOUND.most) return NONE
    const before = parts.get(word.text)
    if (before !== undefined) return before
    const made = halves(word.text, stems, heads)
    if (parts.size >= KEPT) parts.clear()
    parts.set(word.text, made)
    return made
  }

  const walk: Trie<T>['walk'] = (text, found) => {
    const joined = text.map((word, i) =>
      heads.has(word.text.slice(0, PART)) ? compound(word, text[i + 1], stems, beginnings) : undefined,
    )
    const split = text.map(divided)
    const letters = text.map((word) => word.text.slice(0, LETTERS))
    const visit = (here: Node<T> | undefined, from: number, to: number): void => {
      if (here === undefined) return
      for (const ending of here.endings ?? NONE) found(ending as T, from, to)
      if (here.next === undefined && here.begun === undefined) return
      for (let at = to; at <= Math.min(to + BETWEEN, text.length - 1); at += 1) step(here, from, at)
    }
    const step = ({ next, begun }: Node<T>, from: number, at: number): void => {
      const word = text[at] as Word
      visit(next?.get(word.stem), from, at + 1)
      for (const { prefix, node } of begun?.get(letters[at] ?? '') ?? NONE)
        if (word.text.startsWith(prefix)) visit(node as Node<T>, from, at + 1)
      const one = joined[at]
      if (one !== undefined) visit(next?.get(one), from, at + 2)
      for (const [first, second] of split[at] ?? NONE)
        visit(next?.get(first)?.next?.get(second), from, at + 1)
    }
    text.forEach((_, from) => void step(root, from, from))
  }
  return { add, walk }
}

// biome-ignore lint/suspicious/noExplicitAny: nothing is ever in it
const NONE: readonly any[] = []

const plain = <T>(at: Node<T>, key: string): Node<T> => {
  at.next ??= new Map()
  const next = at.next.get(key) ?? node<T>()
  at.next.set(key, next)
  return next
}

const begun = <T>(at: Node<T>, prefix: string): Node<T> => {
  at.begun ??= new Map()
  const shelf = at.begun.get(prefix.slice(0, LETTERS)) ?? []
  at.begun.set(prefix.slice(0, LETTERS), shelf)
  const known = shelf.find((one) => one.prefix === prefix)
  if (known) return known.node
  const made = node<T>()
  shelf.push({ prefix, node: made })
  return made
}

/** The stem that this word and the next make together, where some run has that as one word. */
const compound = (
  { text, number }: Word,
  next: Word | undefined,
  stems: ReadonlySet<string>,
  beginnings: ReadonlySet<string>,
): string | undefined => {
  if (next === undefined || number || next.number || text.length >= LONGEST_BEGINNING) return undefined
  const joined = text + next.text
  if (!beginnings.has(joined.slice(0, Math.min(text.length + 2, LONGEST_BEGINNING)))) return undefined
  const made = stem(joined)
  return stems.has(made) ? made : undefined
}

const LONGEST_BEGINNING = 12

/** How a stem begins, at every length: two words make it only if the first goes on into the second as it does. */
const beginningsOf = (whole: string): string[] =>
  Array.from({ length: Math.max(0, Math.min(whole.length, LONGEST_BEGINNING) - PART) }, (_, n) =>
    whole.slice(0, PART + 1 + n),
  )

type Halves = readonly [string, string]

/** The stems of words of the runs, two by two, that make up this one. */
const halves = (text: string, stems: ReadonlySet<string>, heads: ReadonlySet<string>): Halves[] => {
  const out: Halves[] = []
  for (let cut = PART; cut <= text.length - PART && heads.has(text.slice(0, PART)); cut += 1) {
    if (!heads.has(text.slice(cut, cut + PART))) continue
    const [first, second] = [stem(text.slice(0, cut)), stem(text.slice(cut))]
    if (stems.has(first) && stems.has(second)) out.push([first, second])
  }
  return out
}
