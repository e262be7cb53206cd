/**
 * The property tests draw the same cases in every run, so that a green change stays green; `npm run fuzz` draws others
 * each time, and a failure prints the seed that shows it again.
 */
import fc from 'fast-check'

const asked = process.env.MLSD_SEED ?? '20261127'

if (asked !== 'random') {
  const seed = Number(asked)
  if (!Number.isInteger(seed)) throw new Error(`MLSD_SEED is a whole number or "random", not "${asked}".`)
  fc.configureGlobal({ seed })
}
