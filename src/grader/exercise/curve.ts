/** A learning curve: whether more rows would help, and what it shows about the model. */
import { FREER, OVERFITS, ROWS, UNDERFITS } from './errors.ts'
import type { Rules } from './rules.ts'

const FALLS = `still falling, still falls, still going down, still goes down, still dropping, still drops, still improving, still improves, still decreasing, still decreases, keeps falling, keeps dropping, keeps improving, keeps going down, keeps decreasing, not flat, hasnt flattened, not flattened, no sign of plateau, no plateau,
  not converged, havent converged, not met, not plateaued, large gap, big gap, wide gap, gap is large, gap is big, gap is wide, gap is still, still a gap, still + gap, curve is falling, falling with each, going down with,
  {still|keeps|keep|continues|continue} {fall*|drop*|improv*|decreas*|going down|go down|declin*|descend*|shrink*|com* down}, room {for|to|left|down}, within reach, {came|come|coming} down, more data closes, room between, {bring|pull|push|move} validation + {down|towards|closer}, fails on {rest|others|new|unseen}, gets better with, better with {more|volume|rows}, variance gap, {distance|gap|difference} + {still big|still large|still wide|still considerable|considerable|wide}, {well|far|still|much} {above|over|higher} training, every doubling + {down|lower|less|better}, {substantial|sizeable|considerable|huge|real} gap, gap {remains|left|to close}`

const FLAT = `flat, flattened, flattens, plateau*, converged, converge, have met, met near, met at, levelled, leveled, saturated, saturates, no longer falls, no longer falling, no longer improves, stopped improving, stopped falling, dont move, doesnt move, not moving, hardly moves, barely moves, no gap, gap is closed, gap has closed, gap is tiny, tiny gap, small gap, gap is small, nothing left to gain,
  {hardly|barely|scarcely|no longer|stopped|stops} {mov*|chang*|improv*|fall*|drop*|budg*}, only {moved|fell|gained|dropped}, {sits|sit|lies|lie} on + {training|validation}, nothing left to {close|win|learn}, training + validation + {almost same|nearly same|about same|equal|identical|basically same}, {hit|reached} {ceiling|limit|plateau}, no {gap|difference} to close, {gap|difference} is {gone|zero|nil|negligible}, {lines|curves|errors} + {come together|meet|touch|overlap|same|on top}, {model|capacity|features} + bottleneck, stuck, both + {same|equal|identical|stuck}, training {error itself|itself}, {cant|cannot|wont} get + below, already {met|converged|flat}, limited by bias, bias limited`

/** To take the rows. */
const TAKES = `${ROWS}, take them, take it, take the data, take the rows, take the offer, would pay, id pay, i pay, ill pay, pay for, buy them, buy it, buy the data, accept, worth it, worth the money, extra data, extra rows, new rows, {go for it|go ahead|say yes|deal}, {take|use|want|buy|add|have} {the|those|these} rows`

/** It falls still: rows help. */
export const HELPED: Rules = {
  right: `${OVERFITS}, ${FALLS}`,
  wrong: `${UNDERFITS}, ${FLAT}`,
  helps: TAKES,
  harms: `${FREER}, waste*, not worth, decline, refuse, {ill|id|would|will|i} pass, pointless, no point`,
  further: [],
}

/** It is flat and far from the goal: rows do not help. */
export const FLATTENED: Rules = {
  right: `${UNDERFITS}, ${FLAT}`,
  wrong: `${OVERFITS}, ${FALLS}`,
  helps: `${FREER}, better features, more features, features, not worth, waste*, decline, refuse, save the money, keep the money, {ill|id|would|will|i} pass, better {spent|invested}, {spend|invest|put} + {features|model|capacity|architecture}, pointless, no point, no use`,
  harms: TAKES,
  further: [],
}
