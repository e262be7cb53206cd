import { finite, label, MOST, points, thinned, within } from '../bounded.ts'
import type { Axis, Lines, Point, Series, View } from '../figure.ts'
import { short } from '../numeral.ts'
import type { Phrases } from '../phrases.ts'
import type { Calibration, PrecisionRecall, Roc } from '../picture.ts'

/** From nothing to all, along either axis. */
const SHARE: readonly [number, number] = [0, 1]
const UNIT = { x: SHARE, y: SHARE }
const axis = (title: string): Axis => ({ title, from: 0, to: 1, as: 'share' })
const DIAGONAL: readonly Point[] = [
  { x: 0, y: 0 },
  { x: 1, y: 1 },
]

/** ROC curves beside the diagonal of a coin. */
export const rocView = ({ curves }: Roc, { roc }: Phrases): View => {
  within(curves.length, MOST.curves, 'curves')
  const read = curves.map(({ name: given, fpr, tpr, area }) => {
    const name = label(given)
    const all = points(name, fpr, tpr, UNIT).sort((a, b) => a.x - b.x || a.y - b.y)
    const told = areaOf(name, area)
    const series: Series = { name: titled(name, told, roc.named), points: thinned(all), look: 'line' }
    return { series, seen: roc.seen({ name, area: told, at: highestUpTo(all, 0.1) }) }
  })
  const reference: Series = { name: roc.reference, points: DIAGONAL, look: 'reference' }
  return {
    figure: shares(roc, roc.note, [...read.map(({ series }) => series), reference]),
    alt: roc.alt(read.map(({ seen }) => seen)),
  }
}

/** Precision over recall, beside the precision of a coin where the share of positives is known. */
export const precisionRecallView = (
  { curves, prevalence }: PrecisionRecall,
  { precisionRecall: say }: Phrases,
): View => {
  within(curves.length, MOST.curves, 'curves')
  const read = curves.map(({ name: given, recall, precision, area }) => {
    const name = label(given)
    const all = points(name, recall, precision, UNIT).sort((a, b) => a.x - b.x || b.y - a.y)
    const told = areaOf(name, area)
    const series: Series = { name: titled(name, told, say.named), points: thinned(all), look: 'line' }
    return { series, seen: say.seen({ name, area: told, at: highestFrom(all, 0.5) }) }
  })
  const coin = prevalence === undefined ? [] : [finite(prevalence, 'The share of positives', 0, 1)]
  const references = coin.map(
    (y): Series => ({
      name: say.reference,
      points: DIAGONAL.map(({ x }) => ({ x, y })),
      look: 'reference',
    }),
  )
  const alt = say.alt(read.map(({ seen }) => seen))
  return {
    figure: shares(say, prevalence === undefined ? say.note : say.noteWith(prevalence), [
      ...read.map(({ series }) => series),
      ...references,
    ]),
    alt: prevalence === undefined ? alt : `${alt} ${say.coin(prevalence)}`,
  }
}

/** What came true over what was predicted, beside the diagonal where both agree. */
export const calibrationView = ({ curves }: Calibration, { calibration: say }: Phrases): View => {
  within(curves.length, MOST.curves, 'curves')
  const read = curves.map(({ name: given, predicted, observed }) => {
    const name = label(given)
    const all = points(name, predicted, observed, UNIT).sort((a, b) => a.x - b.x)
    const off = all.reduce((sum, { x, y }) => sum + x - y, 0) / all.length
    const { x, y } = all.reduce((worst, one) => (apart(one) > apart(worst) ? one : worst))
    const series: Series = { name, points: thinned(all), look: 'dots' }
    return { series, seen: say.seen(name, off, { predicted: x, observed: y }) }
  })
  const reference: Series = { name: say.reference, points: DIAGONAL, look: 'reference' }
  return {
    figure: shares(say, say.note, [...read.map(({ series }) => series), reference]),
    alt: say.alt(read.map(({ seen }) => seen)),
  }
}

/** Shares over shares. */
const shares = (
  { title, x, y }: { title: string; x: string; y: string },
  note: string,
  series: readonly Series[],
): Lines => ({ form: 'lines', title, note, x: axis(x), y: axis(y), series })

const areaOf = (name: string, area: number | undefined): string | undefined =>
  area === undefined ? undefined : short(finite(area, `The area of "${name}"`, 0, 1))

const titled = (name: string, area: string | undefined, named: (name: string, area: string) => string) =>
  area === undefined ? name : named(name, area)

const apart = ({ x, y }: Point): number => Math.abs(x - y)

/** The highest point that is not further to the right; 0 where there is none. */
const highestUpTo = (all: readonly Point[], x: number): number =>
  all.reduce((best, point) => (point.x <= x ? Math.max(best, point.y) : best), 0)

/** The highest point from a place on; undefined where there is none. */
const highestFrom = (all: readonly Point[], x: number): number | undefined =>
  all.reduce<number | undefined>(
    (best, point) => (point.x >= x ? Math.max(best ?? 0, point.y) : best),
    undefined,
  )
