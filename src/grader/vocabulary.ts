/** The words of a flow's criteria, made ready once: every phrase that is looked for, and how words are to be read. */
import type { Criterion } from '../flow/flow.ts'
import { type Phrasebook, phrasebook } from '../flow/phrase.ts'
import { speller } from '../flow/spelling.ts'
import { concepts } from '../flow/synonyms.ts'
import { type Word, words } from '../flow/words.ts'
import { REASONS } from './argument-words.ts'
import { kept } from './kept.ts'

export type Vocabulary = {
  /** Every phrase of the criteria: their ideas and their red flags. */
  book: Phrasebook
  /** Reads words as they were meant: slips mended, synonyms as one. */
  read: <W extends Word>(text: readonly W[]) => W[]
}

/** The vocabulary of these criteria. */
export const vocabularyOf = kept(({ criteria, synonyms }): Vocabulary => {
  const phrases = criteria.flatMap(({ signals, redFlags }) => [
    ...(signals?.ideas.flat() ?? []),
    ...redFlags.flatMap((flag) => flag.phrases),
  ])
  const merged = concepts(synonyms)
  const prose = criteria.flatMap(ordinary)
  const spelt = speller([...meant([...phrases, ...(synonyms ?? []).flat()], prose), ...REASONS], prose)
  return { book: phrasebook(phrases, merged), read: (text) => merged(spelt(text)) }
})

const WORDS = /[a-z]+\*?/g

/** The words that phrases want: as they stand there, and of what they only begin the words that the prose has. */
const meant = (phrases: readonly string[], prose: readonly string[]): string[] => {
  const all = new Set(phrases.flatMap((one) => one.match(WORDS) ?? []))
  const begun = [...all].filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1))
  const starts = new Set(begun.filter((start) => start.length >= BEGINNING))
  return [
    ...[...all].filter((word) => !word.endsWith('*')),
    ...prose.filter((word) => starts.has(longestStart(word, starts))),
  ]
}

const BEGINNING = 4

const longestStart = (word: string, starts: ReadonlySet<string>): string => {
  for (let end = word.length; end >= BEGINNING; end -= 1)
    if (starts.has(word.slice(0, end))) return word.slice(0, end)
  return ''
}

const prose = new WeakMap<Criterion, string[]>()

/** Words of a criterion's own prose, which are spelt as they should be. */
const ordinary = (criterion: Criterion): string[] => {
  const before = prose.get(criterion)
  if (before) return before
  const { asks, anchors, probes, press, hints, exemplar, redFlags } = criterion
  const says = [asks, ...Object.values(anchors), ...probes, press, ...hints, exemplar]
  const all = words([...says, ...redFlags.map((flag) => flag.says)].join(' '))
  const found = [...new Set(all.map(({ text }) => text))]
  prose.set(criterion, found)
  return found
}
