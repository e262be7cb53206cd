/** From the marks of the stages to the vote, with the reason in one sentence. */
import { type Band, SCORING, type StageMark } from './scoring.ts'

/** A vote and why it is this one, in a sentence. */
export type Banded = { band: Band; reason: string }

/** The band for S and the marks it is the mean of; the reason names what holds it where it is. */
export const bandOf = (S: number, marks: readonly { title: string; mark: StageMark }[]): Banded => {
  const least = Math.min(...marks.map(({ mark }) => mark))
  const reached = SCORING.bands.find((rule) => S >= rule.S && least >= rule.stage)
  const bySum = SCORING.bands.find((rule) => S >= rule.S)
  const score = `S is ${S.toFixed(2)}`
  if (reached === undefined) return { band: 'no hire', reason: `${score}, below ${SCORING.bands.at(-1)?.S}.` }
  if (bySum === undefined || bySum === reached) {
    return { band: reached.band, reason: `${score}; ${reached.band} starts at ${reached.S}.` }
  }
  const low = marks.filter(({ mark }) => mark < bySum.stage).map(({ title, mark }) => `${title} at ${mark}`)
  return {
    band: reached.band,
    reason: `An S of ${S.toFixed(2)} is enough for ${bySum.band}, but that needs every stage at ${bySum.stage} or more: ${low.join(', ')}.`,
  }
}
