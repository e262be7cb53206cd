/** What a turn carries of the talk: the current stage word for word, all else as short notes. */
import { extract } from './extract.ts'
import type { Passage } from './fence.ts'
import type { Spoken } from './spoken.ts'

/** Messages that are told of a stage that is over. */
const NOTES = 8

/** Characters of a stage that are carried word for word; beyond them its older half becomes notes, and so on. */
const VERBATIM = 24_000

export type Carried = { notes: Passage[]; verbatim: Passage[] }

/**
 * What is to be shown of a talk in a stage. Both lists only grow while a stage lasts, so that a turn repeats the turn before
 * it and adds to it; only a very long stage is now and then shortened, in large steps.
 */
export const carried = (talk: readonly Spoken[], stage: string): Carried => {
  const others = Object.entries(Object.groupBy(talk, (one) => one.stage)).filter(([id]) => id !== stage)
  const here = talk.filter((one) => one.stage === stage)
  const from = folded(here)
  const earlier = from > 0 ? [notesOf(`${stage}, earlier`, here.slice(0, from))] : []
  return {
    notes: [...others.map(([id, all = []]) => notesOf(id, all)), ...earlier].flat(),
    verbatim: here.slice(from).map(({ who, entry, text }) => ({
      label: who === 'candidate' ? `candidate ${entry}` : who,
      text,
    })),
  }
}

/** How many of the oldest messages of a stage are only noted. */
const folded = (here: readonly Spoken[]): number => {
  let from = 0
  let size = 0
  for (const [index, { text }] of here.entries()) {
    size += text.length
    if (size <= VERBATIM) continue
    while (size > VERBATIM / 2 && from < index) {
      size -= here[from]?.text.length ?? 0
      from += 1
    }
  }
  return from
}

/** The messages of a stage that hold most, one line each, in the order in which they were said. */
const notesOf = (label: string, all: readonly Spoken[]): Passage[] => {
  const lines = all.flatMap(({ who, text }) => (who === 'candidate' ? (extract(text) ?? []) : []))
  const kept = new Set(lines.toSorted((a, b) => b.length - a.length).slice(0, NOTES))
  const text = lines.filter((line) => kept.has(line)).join('\n')
  return text === '' ? [] : [{ label: `notes on ${label}`, text }]
}
