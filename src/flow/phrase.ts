/**
 * The phrase language of a flow, compiled: many phrases are looked for in one pass over the words.
 *
 * A *sentence*, in which parts joined by ` + ` must stand together, is a stretch of `SENTENCE` words: full stops are
 * punctuation, and punctuation must not move a verdict.
 */
import { match, type Test } from './match.ts'
import { stem } from './stem.ts'
import { type Word, words } from './words.ts'

/** Indexes of words, `to` exclusive. */
export type Span = { from: number; to: number }

export type Phrasebook = {
  /** Where each phrase that occurs is found; phrases that do not occur are absent. */
  find(text: readonly Word[]): Map<string, Span[]>
}

export const SENTENCE = 20
const MOST = 64
const PREFIX = 2

/** A part of a phrase. Unless `last` is empty, every text that holds the part has a word of that stem or of `closed`. */
type Atom = { tests: Test[]; last: string; closed: string }
type Compiled = { phrase: string; atoms: Atom[] }

/** Compiles phrases once; looking for them costs by the words of the text, not by the number of phrases. */
export const phrasebook = (phrases: Iterable<string>): Phrasebook => {
  const atoms = new Map<string, Atom>()
  const all: Compiled[] = []
  for (const phrase of new Set(phrases)) {
    const parts = phrase.split(/\s\+\s/).map(parsed)
    all.push({ phrase, atoms: parts.filter((tests) => tests.length > 0).map((tests) => kept(atoms, tests)) })
  }
  const index = indexed(atoms.values(), all)
  return { find: (text) => found(text, index) }
}

const DROPPED = new Set(['a', 'an', 'the', 'per', 'of'])

const parsed = (part: string): Test[] => {
  const tests = words(part).map((word): Test => {
    const prefix = part.charAt(word.end) === '*' ? word.text : ''
    return { stem: prefix === '' ? word.stem : '', prefix, raw: word.text }
  })
  const telling = tests.filter((test) => !DROPPED.has(test.raw))
  return telling.length >= 2 ? telling : tests
}

const kept = (atoms: Map<string, Atom>, tests: Test[]): Atom => {
  const key = tests.map((test) => `${test.stem}|${test.prefix}`).join(' ')
  const atom = atoms.get(key) ?? { tests, ...ending(tests) }
  atoms.set(key, atom)
  return atom
}

/** What the last of several words is found as: by itself, or in one word with the word before it. */
const ending = (tests: readonly Test[]): Pick<Atom, 'last' | 'closed'> => {
  const last = tests.at(-1)
  const before = tests.at(-2)
  if (last === undefined || before === undefined || last.prefix !== '') return { last: '', closed: '' }
  return { last: last.stem, closed: before.prefix === '' ? stem(before.raw + last.raw) : '' }
}

type Index = {
  /** Atoms whose first word has this stem, and those whose first word only begins alike. */
  plain: ReadonlyMap<string, readonly Atom[]>
  begun: ReadonlyMap<string, readonly Atom[]>
  compound(a: Word, b: Word | undefined): string | undefined
  using: Map<Atom, Compiled[]>
}

const NONE: readonly Atom[] = []

const indexed = (atoms: Iterable<Atom>, all: readonly Compiled[]): Index => {
  const byStem = new Map<string, Atom[]>()
  const byPrefix = new Map<string, Atom[]>()
  const raws = new Map<string, string>()
  for (const atom of atoms) {
    const [first, second] = atom.tests
    if (first === undefined) continue
    if (first.prefix === '') push(byStem, first.stem, atom)
    else push(byPrefix, first.prefix.slice(0, PREFIX), atom)
    if (second !== undefined && first.prefix === '' && second.prefix === '')
      push(byStem, stem(first.raw + second.raw), atom)
    for (const test of atom.tests) if (test.prefix === '') raws.set(test.raw, test.stem)
  }
  const using = new Map<Atom, Compiled[]>()
  for (const compiled of all) for (const atom of new Set(compiled.atoms)) push(using, atom, compiled)
  return {
    using,
    plain: byStem,
    begun: byPrefix,
    compound: (a, b) => {
      if (b === undefined) return undefined
      const joined = a.text + b.text
      return raws.get(joined) ?? (joined.endsWith('s') ? raws.get(joined.slice(0, -1)) : undefined)
    },
  }
}

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

const found = (text: readonly Word[], index: Index): Map<string, Span[]> => {
  const at = new Map<Atom, Span[]>()
  const joined = text.map((word, i) => index.compound(word, text[i + 1]))
  const stems = new Set<string | undefined>(joined)
  for (const word of text) stems.add(word.stem)
  for (let from = 0; from < text.length; from += 1) {
    const word = text[from] as Word
    const compound = joined[from]
    const lists = [
      index.plain.get(word.stem),
      index.begun.get(word.text.slice(0, PREFIX)),
      compound === undefined ? undefined : index.plain.get(compound),
    ]
    for (const atoms of lists)
      for (const atom of atoms ?? NONE)
        if (mayHold(stems, atom)) note(at, atom, match(atom.tests, text, joined, from))
  }
  return phrases(at, index)
}

const phrases = (at: Map<Atom, Span[]>, index: Index): Map<string, Span[]> => {
  const out = new Map<string, Span[]>()
  for (const atom of at.keys()) {
    for (const { phrase, atoms } of index.using.get(atom) ?? [])
      if (!out.has(phrase)) together(phrase, atoms, at, out)
  }
  return out
}

const mayHold = (stems: ReadonlySet<string | undefined>, { last, closed }: Atom): boolean =>
  last === '' || stems.has(last) || stems.has(closed)

const note = (at: Map<Atom, Span[]>, atom: Atom, span: Span | null): void => {
  if (span && (at.get(atom)?.length ?? 0) < MOST) push(at, atom, span)
}

const together = (
  phrase: string,
  atoms: readonly Atom[],
  at: Map<Atom, Span[]>,
  out: Map<string, Span[]>,
): void => {
  const [first, ...rest] = atoms.map((atom) => at.get(atom))
  if (first === undefined || rest.includes(undefined)) return
  if (rest.length === 0) {
    out.set(phrase, first)
    return
  }
  const spans = first.map((span) =>
    rest.reduce<Span | null>((whole, others) => joinedWith(whole, others ?? []), span),
  )
  const whole = spans.filter((span): span is Span => span !== null)
  if (whole.length > 0) out.set(phrase, whole)
}

const joinedWith = (whole: Span | null, others: readonly Span[]): Span | null => {
  let best: Span | null = null
  for (const other of whole ? others : []) {
    const span = { from: Math.min(whole?.from ?? 0, other.from), to: Math.max(whole?.to ?? 0, other.to) }
    if (span.to - span.from <= SENTENCE && (best === null || span.to - span.from < best.to - best.from))
      best = span
  }
  return best
}
