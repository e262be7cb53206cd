/** Spelling mistakes: a word that nobody knows is read as the known one that it all but spells. */
import { distance } from 'fastest-levenshtein'
import { isEnglish } from './english.ts'
import { FUNCTION_WORDS } from './function-words.ts'
import { stem } from './stem.ts'
import type { Word } from './words.ts'

/** Reads misspelt words as what was meant; where that is not plain, the word stays as it is. */
export type Speller = <W extends Word>(text: readonly W[]) => W[]

/** The shortest word that is mended, and from how many letters on two slips are mended. */
const SHORTEST = 5
const LONG = 9
const KEPT = 20_000

/**
 * Mends towards `wanted` words. English words, those that are `ordinary` here, and those that share their stem with a
 * known one are never touched. A slip is a letter too much, too few, wrong, or in the wrong place; the first letter has to be right.
 */
export const speller = (wanted: Iterable<string>, ordinary: Iterable<string>): Speller => {
  const meant = new Set([...wanted].filter((word) => word.length >= SHORTEST && /^[a-z]+$/.test(word)))
  const known = new Set([...meant, ...ordinary, ...FUNCTION_WORDS].map(stem))
  const shelves = new Map<string, string[]>()
  for (const word of [...meant].sort()) push(shelves, shelf(word.charAt(0), word.length), word)
  const read = new Map<string, string>()
  const mended = (text: string): string => {
    const before = read.get(text)
    if (before !== undefined) return before
    const found = isEnglish(text) ? text : nearest(text, shelves)
    if (read.size >= KEPT) read.clear()
    read.set(text, found)
    return found
  }
  return (text) =>
    text.map((word) => {
      if (word.number || word.text.length < SHORTEST || known.has(word.stem)) return word
      const found = mended(word.text)
      return found === word.text ? word : { ...word, text: found, stem: stem(found) }
    })
}

const shelf = (letter: string, length: number): string => `${letter}${length}`

const push = (map: Map<string, string[]>, key: string, word: string): void => {
  const list = map.get(key)
  if (list) list.push(word)
  else map.set(key, [word])
}

/** As `closest`, and where nothing is near, without a usual ending of the word. */
const nearest = (text: string, shelves: ReadonlyMap<string, string[]>): string => {
  for (const ending of ['', 's', 'd', 'ed', 'ing']) {
    const bare = text.endsWith(ending) ? text.slice(0, text.length - ending.length) : ''
    const found = bare.length < SHORTEST ? bare : closest(bare, shelves)
    if (found !== bare) return found
  }
  return text
}

/** The one wanted word within the slips that a word of this length may have; of several the nearest, then none. */
const closest = (text: string, shelves: ReadonlyMap<string, string[]>): string => {
  if (!/^[a-z]+$/.test(text)) return text
  const slips = text.length >= LONG ? 2 : 1
  let best = text
  let least = slips + 1
  for (let length = text.length - slips; length <= text.length + slips; length += 1)
    for (const word of shelves.get(shelf(text.charAt(0), length)) ?? []) {
      const away = apart(text, word)
      if (away < least) [best, least] = [word, away]
      else if (away === least && least <= slips && !akin(word, best)) best = text
    }
  return best
}

/** Forms of one word, also where their stems differ, as those of `imbalance` and `imbalanced` do. */
const akin = (a: string, b: string): boolean => a.startsWith(stem(b)) || b.startsWith(stem(a))

/** Edits between two words, where two letters that changed places count as one. */
const apart = (a: string, b: string): number => {
  const edits = distance(a, b)
  return edits === 2 && a.length === b.length && sorted(a) === sorted(b) ? 1 : edits
}

const sorted = (word: string): string => [...word].sort().join('')
