/**
 * The phrase language of a flow, compiled: many phrases are looked for in one pass over the words.
 *
 * A *sentence*, in which parts joined by ` + ` must stand together, is a stretch of `SENTENCE` words: full stops are
 * punctuation, and punctuation must not move a verdict.
 */
import { stem } from './stem.ts'
import { type Test, trie } from './trie.ts'
import { type Word, words } from './words.ts'

/** Indexes of words, `to` exclusive. */
export type Span = { from: number; to: number }

/** Where a phrase stands; one of several parts that stand together also says where each of them is. */
export type Place = Span & { parts?: readonly Span[] }

/** The parts that stand at a place: itself, where there is but one. */
export const partsOf = (at: Place): readonly Span[] => at.parts ?? [at]

export type Phrasebook = {
  /** Where each phrase that occurs is found; phrases that do not occur are absent. */
  find(text: readonly Word[]): Map<string, Place[]>
}

export const SENTENCE = 20
const MOST = 64

/** A part of a phrase: nothing but itself, once it is in the trie. */
type Atom = { readonly key: string }
type Compiled = { phrase: string; atoms: readonly Atom[] }

/** Compiles phrases once; looking for them costs by the words of the text, not by the number of phrases. */
export const phrasebook = (phrases: Iterable<string>, read: Reading = asWritten): Phrasebook => {
  const parts = trie<Atom>()
  const atoms = new Map<string, Atom>()
  const atomOf = (tests: readonly Test[]): Atom => {
    const key = tests.map((test) => `${test.stem}|${test.prefix}`).join(' ')
    const known = atoms.get(key)
    if (known) return known
    const atom = { key }
    atoms.set(key, atom)
    parts.add(tests, atom)
    return atom
  }
  const compiled = (phrase: string): Compiled => {
    const runs = phrase.split(/\s\+\s/).map((part) => parsed(part, read))
    return { phrase, atoms: runs.filter((tests) => tests.length > 0).map(atomOf) }
  }
  const all = [...new Set(phrases)].map(compiled).filter(({ atoms }) => atoms.length > 0)
  const using = byRarest(all)
  return {
    find: (text) => {
      const at = new Map<Atom, Span[]>()
      parts.walk(text, (atom, from, to) => note(at, atom, from, to))
      return standing(at, using)
    },
  }
}

const DROPPED = new Set(['a', 'an', 'the', 'per', 'of'])

/** How the words of a phrase are to be read, the same as those of the texts it is looked for in. */
type Reading = (text: readonly Word[]) => readonly Word[]
const asWritten: Reading = (text) => text

const parsed = (part: string, read: Reading): Test[] => {
  const written = plainWords(part) ?? words(part)
  const tests = read(written).map((word): Test => {
    const asIs = written.some(({ start, stem }) => start === word.start && stem === word.stem)
    const prefix = asIs && part.charAt(word.end) === '*' ? word.text : ''
    return { stem: prefix === '' ? word.stem : '', prefix, raw: word.text }
  })
  const telling = tests.filter((test) => !DROPPED.has(test.raw))
  return telling.length >= 2 ? telling : tests
}

/** The words of a part that is nothing but plain words, as most are; what else there may be is left to `words`. */
const plainWords = (part: string): Word[] | undefined =>
  /^[a-z][a-z* -]+$/.test(part) && !/\b[a-z]\b/.test(part)
    ? [...part.matchAll(/[a-z]+/g)].map(({ 0: text, index }) => ({
        text,
        stem: stem(text),
        start: index,
        end: index + text.length,
        number: false,
      }))
    : undefined

/** Each phrase under that part of it which the fewest phrases have, so that a common word brings few to look at. */
const byRarest = (all: readonly Compiled[]): Map<Atom, Compiled[]> => {
  const uses = new Map<Atom, number>()
  for (const { atoms } of all) for (const atom of atoms) uses.set(atom, (uses.get(atom) ?? 0) + 1)
  const using = new Map<Atom, Compiled[]>()
  for (const compiled of all) {
    const rarest = compiled.atoms.reduce((a, b) => ((uses.get(b) ?? 0) < (uses.get(a) ?? 0) ? b : a))
    const list = using.get(rarest)
    if (list) list.push(compiled)
    else using.set(rarest, [compiled])
  }
  return using
}

/** Of the runs that begin at one word the shortest counts. */
const note = (at: Map<Atom, Span[]>, atom: Atom, from: number, to: number): void => {
  const spans = at.get(atom)
  const last = spans?.at(-1)
  if (spans === undefined) at.set(atom, [{ from, to }])
  else if (last?.from === from) last.to = Math.min(last.to, to)
  else if (spans.length < MOST) spans.push({ from, to })
}

const standing = (
  at: ReadonlyMap<Atom, Span[]>,
  using: ReadonlyMap<Atom, Compiled[]>,
): Map<string, Place[]> => {
  const out = new Map<string, Place[]>()
  for (const atom of at.keys())
    for (const { phrase, atoms } of using.get(atom) ?? []) together(phrase, atoms, at, out)
  return out
}

const together = (
  phrase: string,
  atoms: readonly Atom[],
  at: ReadonlyMap<Atom, Span[]>,
  out: Map<string, Place[]>,
): void => {
  const [first, ...rest] = atoms.map((atom) => at.get(atom))
  if (first === undefined || rest.includes(undefined)) return
  if (rest.length === 0) {
    out.set(phrase, first)
    return
  }
  const spans = first.map((span) => tightest({ ...span, parts: [span] }, rest as readonly Span[][]))
  const whole = spans.filter((span) => span !== null)
  if (whole.length > 0) out.set(phrase, whole)
}

type Whole = Span & { parts: readonly Span[] }

/** The shortest stretch that holds these parts and, by words of its own, one of each list; null where none is short enough. */
const tightest = (span: Whole, [others, ...rest]: readonly Span[][]): Whole | null => {
  if (others === undefined) return span
  let best: Whole | null = null
  for (const other of others) {
    if (span.parts.some((part) => part.from < other.to && other.from < part.to)) continue
    const [from, to] = [Math.min(span.from, other.from), Math.max(span.to, other.to)]
    const whole = to - from <= SENTENCE ? tightest({ from, to, parts: [...span.parts, other] }, rest) : null
    if (whole && (best === null || whole.to - whole.from < best.to - best.from)) best = whole
  }
  return best
}
