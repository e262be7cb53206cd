/** From the marks of the stages to the vote, with its reason. */
import type { Take } from '../../flow/flow.ts'
import { type Band, SCORING, type StageMark } from './scoring.ts'

/** Why a vote is this one, or why there is none; put into words where it is read. */
export type Why =
  | { says: 'below'; S: number; least: number }
  | { says: 'reached'; S: number; band: Band; from: number }
  /** S is enough for more, but these stages hold it where it is. */
  | { says: 'held'; S: number; band: Band; least: StageMark; low: { title: string; mark: StageMark }[] }
  | { says: 'unread' | 'unreached'; titles: string[] }
  | { says: 'part'; take: Take }
  | { says: 'nothing expected' }

/** A vote and why it is this one. */
export type Banded = { band: Band; why: Why }

/** The band for S and the marks it is the mean of; the reason knows what holds it where it is. */
export const bandOf = (S: number, marks: readonly { title: string; mark: StageMark }[]): Banded => {
  const least = Math.min(...marks.map(({ mark }) => mark))
  const reached = SCORING.bands.find((rule) => S >= rule.S && least >= rule.stage)
  const bySum = SCORING.bands.find((rule) => S >= rule.S)
  if (reached === undefined) {
    return { band: 'no hire', why: { says: 'below', S, least: SCORING.bands.at(-1)?.S ?? 0 } }
  }
  const { band } = reached
  if (bySum === undefined || bySum === reached) {
    return { band, why: { says: 'reached', S, band, from: reached.S } }
  }
  const low = marks.filter(({ mark }) => mark < bySum.stage).map(({ title, mark }) => ({ title, mark }))
  return { band, why: { says: 'held', S, band: bySum.band, least: bySum.stage, low } }
}
