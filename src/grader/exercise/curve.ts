/** A learning curve: whether more rows would help, and what it shows about the model. */
import { FREER, OVERFITS, ROWS, UNDERFITS } from './errors.ts'
import type { Rules } from './rules.ts'

const FALLS = `still falling, still falls, still going down, still goes down, still dropping, still drops, still improving, still improves, still decreasing, still decreases, keeps falling, keeps dropping, keeps improving, keeps going down, keeps decreasing, not flat, hasnt flattened, not flattened, no sign of plateau, no plateau,
  not converged, havent converged, not met, not plateaued, large gap, big gap, wide gap, gap is large, gap is big, gap is wide, gap is still, still a gap, still + gap, curve is falling, falling with each, going down with`

const FLAT = `flat, flattened, flattens, plateau*, converged, converge, have met, met near, met at, levelled, leveled, saturated, saturates, no longer falls, no longer falling, no longer improves, stopped improving, stopped falling, dont move, doesnt move, not moving, hardly moves, barely moves, no gap, gap is closed, gap has closed, gap is tiny, tiny gap, small gap, gap is small, nothing left to gain`

/** To take the rows. */
const TAKES = `${ROWS}, take them, take it, take the data, take the rows, take the offer, would pay, id pay, i pay, ill pay, pay for, buy them, buy it, buy the data, accept, worth it, worth the money, extra data, extra rows, new rows, the rows`

/** It falls still: rows help. */
export const HELPED: Rules = {
  right: `${OVERFITS}, ${FALLS}`,
  wrong: `${UNDERFITS}, ${FLAT}`,
  helps: TAKES,
  harms: `${FREER}, waste*, not worth, decline, refuse`,
  further: [],
}

/** It is flat and far from the goal: rows do not help. */
export const FLATTENED: Rules = {
  right: `${UNDERFITS}, ${FLAT}`,
  wrong: `${OVERFITS}, ${FALLS}`,
  helps: `${FREER}, better features, more features, features, not worth, waste*, decline, refuse, save the money, keep the money`,
  harms: TAKES,
  further: [],
}
