/** Two strengths, two things to grow, and the one to practise next. */
import { type Moment, sayable } from './lessons.ts'
import type { Material } from './material.ts'
import type { Missed, Point } from './points.ts'
import type { Where } from './where.ts'

/** How many strengths and how many areas of growth are named. */
const NAMED = 2

/** Something done well, with the words that show it. */
export type Strength = {
  criterion: string
  name: string
  stage: string
  verdict: 1 | 2
  quote: string
  where: Where
  /** What made it count. */
  why: string
}

/**
 * The best evidence: clear before partial, without help before with it, said where it was asked for,
 * heavy, core, and from different stages.
 */
export const strengthsOf = (material: Material, points: readonly Point[]): Strength[] => {
  const share = new Map(material.stages.map(({ id, weight }) => [id, weight]))
  const rank = ({ verdict, helped, core, weight, stage, where }: Point): number =>
    verdict * 100 +
    (helped ? 0 : 50) +
    (where?.stage === stage ? 20 : 0) +
    weight * 4 +
    (core ? 2 : 0) +
    (share.get(stage) ?? 0)
  const ranked = points.filter(({ where }) => where !== null).sort((a, b) => rank(b) - rank(a))
  const clear = ranked.filter(({ verdict }) => verdict === 2)
  const enough = clear.length >= NAMED ? clear : ranked
  const firsts = enough.filter((point, n) => enough.findIndex(({ stage }) => stage === point.stage) === n)
  const chosen = [...new Set([...firsts, ...enough])].slice(0, NAMED)
  return chosen.flatMap(({ criterion, name, stage, verdict, quote, where }) => {
    const anchors = material.criterion(criterion)?.criterion.anchors
    if (where === null || anchors === undefined) return []
    const why = verdict === 2 ? anchors.clear : anchors.partial
    return [{ criterion, name, stage, verdict, quote, where, why }]
  })
}

/** Something to raise, with a sentence that would have met it. */
export type Growth = {
  criterion: string
  name: string
  stage: string
  verdict: 0 | 1
  helped: boolean
  /** What was said, where it was partial. */
  quote: string
  where: Where | null
  /** Why it counts as partial; empty for a miss. */
  why: string
  /** What was missing: what it takes to be clear. */
  missing: string
  /** A sentence the candidate could have said, and at which moment where it is one of this very talk. */
  sentence: string
  moment: Moment | null
  /** By how much S rises when this alone becomes clear; 0 when it takes more than this. */
  gain: number
}

/** The most valuable things to raise: what lifts S by itself, then missed or partial core by its weight in the whole. */
export const growthOf = (
  material: Material,
  points: readonly Point[],
  missed: readonly Missed[],
): Growth[] => {
  const { upgrades, stages } = material.levels[material.level]
  const gain = new Map(upgrades.map((upgrade) => [upgrade.criterion, upgrade.gain]))
  const weights = new Map(stages.map(({ id, weight }) => [id, weight]))
  const open = [...missed, ...points.filter(({ verdict, measured }) => verdict === 1 && !measured)]
  const value = (one: Missed | Point): number =>
    (gain.get(one.criterion) ?? 0) * 100 +
    (one.core ? 10 : 0) +
    one.weight * (weights.get(one.stage) ?? 0) * ('verdict' in one ? 0.5 : 1)
  const expected = open.filter((one) => one.core || gain.has(one.criterion) || !('verdict' in one))
  return expected
    .filter((one) => material.criterion(one.criterion)?.criterion.measured === undefined)
    .sort((a, b) => value(b) - value(a))
    .slice(0, NAMED)
    .map((one) => grown(material, one, gain.get(one.criterion) ?? 0))
}

const grown = (material: Material, one: Missed | Point, gain: number): Growth => {
  const { criterion, name, stage } = one
  const known = material.criterion(criterion)?.criterion
  const partial = 'verdict' in one ? one : null
  const helped = partial?.helped ?? false
  return {
    criterion,
    name,
    stage,
    verdict: partial === null ? 0 : 1,
    helped,
    quote: partial?.quote ?? '',
    where: partial?.where ?? null,
    why: partial === null ? '' : helped ? material.words.feedback.helped : (known?.anchors.partial ?? ''),
    missing: known?.anchors.clear ?? '',
    ...sayable(material, criterion),
    gain,
  }
}

/** What to practise, the question to practise on, and the command that opens its stage again. */
export type Next = { criterion: string; name: string; stage: string; probe: string; command: string }

/** The one thing to practise next; null when nothing core is left open. */
export const nextOf = (material: Material, [first]: readonly Growth[]): Next | null => {
  if (first === undefined) return null
  const { criterion, name, stage } = first
  const probe = material.criterion(criterion)?.criterion.probes[0] ?? ''
  return { criterion, name, stage, probe, command: `/retry ${stage}` }
}
