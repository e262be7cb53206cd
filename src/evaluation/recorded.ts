/** Figures as they were recorded, and whether what is graded now is as good. */
import type { Evaluation } from './evaluation.ts'
import type { Figures } from './figures.ts'

/** Every recorded figure by name, such as `heldOut.kappa`. */
export type Recorded = Readonly<Record<string, number>>

/**
 * The figures that may not get worse, to three decimals and rounded so that the same figures always pass: overall, apart
 * for tuned and held-out problems, per stage; tricks; repetition; steadiness. What is undefined is left out.
 */
export const recordOf = (evaluation: Evaluation): Recorded =>
  Object.fromEntries(
    measures(evaluation).flatMap(({ name, value, better }) =>
      value === null ? [] : [[name, rounded(value, better)]],
    ),
  )

/** Of each figure that got worse, is gone or was never recorded: what it was and what it is; nothing when all is well. */
export const worsened = (recorded: Recorded, evaluation: Evaluation): string[] => {
  const now = new Map(measures(evaluation).map((measure) => [measure.name, measure]))
  const before = Object.entries(recorded).flatMap(([name, was]) => {
    const measure = now.get(name)
    if (measure === undefined || measure.value === null)
      return [`${name}: was ${was}, and can no longer be computed.`]
    const is = rounded(measure.value, measure.better)
    if (measure.better === 'higher' ? is >= was : is <= was) return []
    return [`${name}: was ${was}, is ${is}; ${measure.better} is better.`]
  })
  const fresh = Object.keys(recordOf(evaluation)).filter((name) => !(name in recorded))
  return [...before, ...fresh.map((name) => `${name}: was not recorded yet; run "mlsd eval --record".`)]
}

type Better = 'higher' | 'lower'
type Measure = { name: string; value: number | null; better: Better }

const measures = (evaluation: Evaluation): Measure[] => {
  const { overall, tuned, heldOut, stages, tricks, repeat, steadiness } = evaluation
  return [
    ...measuresOf('overall', overall),
    ...measuresOf('tuned', tuned),
    ...measuresOf('heldOut', heldOut),
    ...stages.flatMap(({ stage, figures }) => measuresOf(`stage.${stage}`, figures)),
    lower('tricks.mean', tricks.mean),
    ...tricks.kinds.map(({ trick, mean }) => lower(`trick.${trick}.mean`, mean)),
    ...tricks.kinds.flatMap(({ trick, answers, unassessed }) =>
      trick === 'foreign' ? [lower('trick.foreign.assessed', answers - unassessed)] : [],
    ),
    higher('repeat', repeat.share),
    ...steadiness.map(({ change, share }) => lower(`moved.${change}`, share)),
  ]
}

const measuresOf = (of: string, figures: Figures): Measure[] =>
  figures.answers === 0
    ? []
    : [
        higher(`${of}.kappa`, figures.kappa),
        higher(`${of}.spearman`, figures.spearman),
        higher(`${of}.ordering`, figures.ordering),
        higher(`${of}.exact`, figures.exact),
        higher(`${of}.within`, figures.within),
        lower(`${of}.|length|`, figures.length === null ? null : Math.abs(figures.length)),
        lower(`${of}.unassessed`, figures.unassessed),
      ]

const higher = (name: string, value: number | null): Measure => ({ name, value, better: 'higher' })
const lower = (name: string, value: number | null): Measure => ({ name, value, better: 'lower' })

/** Down where higher is better and up where lower is, after the dust of floating point is gone. */
const rounded = (value: number, better: Better): number => {
  const thousandths = Math.round(value * 1e9) / 1e6
  return (better === 'higher' ? Math.floor(thousandths) : Math.ceil(thousandths)) / 1000
}
