/** Every number that turns verdicts into marks, bands and scores. A change of one is a new version. */
import type { Level } from '../../flow/flow.ts'

/** What an interviewer would vote, best first. */
export const BANDS = ['strong hire', 'lean hire', 'lean no hire', 'no hire'] as const
/** One of the votes. */
export type Band = (typeof BANDS)[number]

/** The cuts, named in every report by `version`. */
export const SCORING = Object.freeze({
  version: '1.2.0',
  /** What a verdict of 0, 1 or 2 is worth of a criterion's weight: half credit for partial. */
  credit: Object.freeze([0, 0.5, 1] as const),
  /** The share of the core weight from which a stage has this mark, best first; below them all it has `lowest`. */
  marks: Object.freeze([
    Object.freeze({ mark: 4, share: 0.8 } as const),
    Object.freeze({ mark: 3, share: 0.55 } as const),
    Object.freeze({ mark: 2, share: 0.3 } as const),
  ]),
  lowest: 1,
  /** How much of the core weight extras that are clear may stand in for. */
  standIn: 1 / 4,
  /** What a band asks for: the least S and the least mark that any stage may have; below them all it is no hire. */
  bands: Object.freeze([
    Object.freeze({ band: 'strong hire', S: 3.5, stage: 3 } as const),
    Object.freeze({ band: 'lean hire', S: 2.75, stage: 2 } as const),
    Object.freeze({ band: 'lean no hire', S: 2, stage: 1 } as const),
  ]),
  /** How many of the cheapest upgrades are named. */
  upgrades: 3,
  /** One answer; see `answerScore`. */
  answer: Object.freeze({
    halving: 2,
    partial: 0.4,
    named: 1.1,
    flagged: 1,
    weak: 0.25,
    solid: 0.5,
    outstanding: 0.75,
  }),
})

/** A stage's mark, from 1 (little of what is expected) to 4 (what is expected, and more). */
export type StageMark = 1 | 2 | 3 | 4

/** One value for each level. */
export type PerLevel<T> = Readonly<Record<Level, T>>

/** A sum of weights without the dust of floating point, so that an exact cut is met exactly. */
export const settled = (value: number): number => Math.round(value * 1e9) / 1e9
