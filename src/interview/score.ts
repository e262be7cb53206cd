/**
 * From verdicts to a vote. Judges only point; this adds up, by the cuts in `score/scoring.ts`.
 *
 * Verdicts arrive capped for help already. An omission costs once: in the criterion that asks for it and nowhere else.
 */
import type { Flow, Level, Stage } from '../flow/flow.ts'
import { LEVELS, route } from '../flow/flow.ts'
import type { Mode } from './context.ts'
import { bandOf, type Why } from './score/band.ts'
import { withMeasured } from './score/measured.ts'
import { type Climb, type NextBand, nextBandOf, rungsOf } from './score/next-band.ts'
import type { Band, PerLevel, StageMark } from './score/scoring.ts'
import { settled } from './score/scoring.ts'
import type { StageScore } from './score/stage-mark.ts'
import { markBeyond, stageMark } from './score/stage-mark.ts'
import type { Counted, Upgrade } from './score/upgrades.ts'
import { upgradesOf } from './score/upgrades.ts'
import type { Judgement, Verdict } from './verdict.ts'

/** A talk that is over, as far as its score goes. */
export type Talk = {
  flow: Flow
  mode: Mode
  /** Ids of the stages that were opened. */
  opened: readonly string[]
  /** The final judgement per opened stage; a stage without one was not assessed. */
  judged: Readonly<Record<string, Pick<Judgement, 'verdicts' | 'assessed'>>>
}

/** Why a stage has the mark it has, or none. */
export type Standing = 'judged' | 'not reached' | 'not assessed' | 'nothing expected'

/** A stage's part in the score. */
export type ScoredStage = {
  id: string
  mark: StageMark | null
  share: number
  /** The stage's weight in the flow. */
  weight: number
  standing: Standing
}

/** What a talk comes to at one level. */
export type TalkScore = {
  level: Level
  /** Weighted mean of the marks that count, 1 to 4; null when none does. */
  S: number | null
  band: Band | null
  /** Why this band, or why none; null where there is nothing to say of it. */
  why: Why | null
  stages: ScoredStage[]
  upgrades: Upgrade[]
}

/** The score of a talk at one level. */
export const scoreTalk = (talk: Talk, level: Level): TalkScore => {
  const rows = rowsOf(talk, level)
  const counting = rows.flatMap(({ stage, scored: { mark, weight } }) =>
    mark === null ? [] : [{ title: stage.title, mark, weight }],
  )
  const weight = counting.reduce((sum, one) => sum + one.weight, 0)
  const total = counting.reduce((sum, one) => sum + one.weight * one.mark, 0)
  const S = weight === 0 ? null : settled(total / weight)
  const stages = rows.map(({ scored }) => scored)
  const open = gaps(talk, rows)
  const banded = S === null || open !== null ? { band: null, why: open } : bandOf(S, counting)
  const counted = rows.flatMap((one) => countedOf(talk, one, level, weight))
  const upgrades = upgradesOf(talk.flow, counted, level)
  return { level, S, band: banded.band, why: banded.why, stages, upgrades }
}

/** What would bring the next better vote at a level; null where there is no vote, or none better. */
export const toNextBand = (talk: Talk, level: Level): NextBand | null => {
  const { band } = scoreTalk(talk, level)
  if (band === null) return null
  const climbs = rowsOf(talk, level).flatMap((one): Climb[] => {
    const { stage } = one
    const { mark } = one.scored
    if (mark === null) return []
    const [counted] = countedOf(talk, one, level, 1)
    const rungs = counted === undefined ? [{ mark, criteria: [] }] : rungsOf(counted, level)
    return [{ title: stage.title, weight: stage.weight, rungs }]
  })
  return nextBandOf(band, climbs)
}

/** The same transcript at every level, at no extra judgement. */
export const scoreAllLevels = (talk: Talk): PerLevel<TalkScore> =>
  Object.fromEntries(LEVELS.map((level) => [level, scoreTalk(talk, level)])) as PerLevel<TalkScore>

type Scored = { verdicts: Verdict[]; score: StageScore | null }

type Row = { stage: Stage; verdicts: readonly Verdict[]; scored: ScoredStage }

/** A stage that was judged, with the mark that other verdicts would bring; `weight` is that of all that count. */
const countedOf = (talk: Talk, { stage, verdicts, scored }: Row, level: Level, weight: number): Counted[] => {
  if (scored.standing !== 'judged') return []
  const markWith: Counted['markWith'] = (others) =>
    (judgedStage(talk, stage, others, level).score ?? beyondIn(talk, stage, others, level).score)?.mark ??
    null
  return [{ stage, verdicts, share: stage.weight / weight, markWith }]
}

/**
 * Every stage as it counts at a level. One that expects nothing of this level, though of a higher one, counts where it
 * lifts S, so that no higher level ever has the better vote.
 */
const rowsOf = (talk: Talk, level: Level): Row[] => {
  const rows = route(talk.flow).map((stage) => row(talk, stage, level))
  const counting = rows.filter(({ scored }) => scored.mark !== null)
  let weight = counting.reduce((sum, { scored }) => sum + scored.weight, 0)
  let total = counting.reduce((sum, { scored }) => sum + scored.weight * (scored.mark ?? 0), 0)
  const beyond = rows
    .flatMap((one) => beyondOf(talk, one, level))
    .toSorted((a, b) => (b.scored.mark ?? 0) - (a.scored.mark ?? 0))
  const lifting = beyond.filter(({ scored }) => {
    const lifts = weight > 0 && (scored.mark ?? 0) > settled(total / weight)
    if (lifts) {
      weight += scored.weight
      total += scored.weight * (scored.mark ?? 0)
    }
    return lifts
  })
  return rows.map((one) => lifting.find(({ stage }) => stage === one.stage) ?? one)
}

/** What was shown in a stage that expects nothing of this level, as the next level which does expect something marks it. */
const beyondOf = (talk: Talk, { stage, scored }: Row, level: Level): Row[] => {
  if (scored.standing !== 'nothing expected') return []
  const { verdicts, score } = beyondIn(talk, stage, talk.judged[stage.id]?.verdicts ?? [], level)
  if (score === null) return []
  return [
    { stage, verdicts, scored: { ...scored, mark: score.mark, share: score.share, standing: 'judged' } },
  ]
}

const beyondIn = (talk: Talk, stage: Stage, judged: readonly Verdict[], level: Level): Scored => {
  const verdicts = withMeasured(stage, judged, talk.flow, talk.opened)
  return { verdicts, score: markBeyond(marked(talk, stage, verdicts), verdicts, level) }
}

const row = (talk: Talk, whole: Stage, level: Level): Row => {
  const judgement = talk.judged[whole.id]
  const rest = { id: whole.id, weight: whole.weight, share: 0 }
  const none = (standing: Standing, mark: StageMark | null): Row => ({
    stage: whole,
    verdicts: [],
    scored: { ...rest, mark, standing },
  })
  if (!talk.opened.includes(whole.id)) return none('not reached', talk.mode === 'exam' ? 1 : null)
  if (judgement === undefined || !judgement.assessed) return none('not assessed', null)
  const { verdicts, score } = judgedStage(talk, whole, judgement.verdicts, level)
  if (score === null) return none('nothing expected', null)
  const { mark, share } = score
  return { stage: whole, verdicts, scored: { ...rest, mark, share, standing: 'judged' } }
}

/** A stage with what is measured in it, which depends on whether anything was said that counts. */
const judgedStage = (talk: Talk, whole: Stage, judged: readonly Verdict[], level: Level): Scored => {
  const verdicts = withMeasured(whole, judged, talk.flow, talk.opened)
  const score = stageMark(marked(talk, whole, verdicts), verdicts, level)
  return { verdicts, score }
}

/** The stage with what it is marked by. */
const marked = (talk: Talk, whole: Stage, verdicts: readonly Verdict[]): Stage =>
  talk.mode === 'exam' ? excused(whole, verdicts) : whole

/** In an exam a stage that was not reached has mark 1 already; the measure of it is then left out, so that it costs once. */
const excused = (stage: Stage, verdicts: readonly Verdict[]): Stage => {
  const clear = (id: string) => verdicts.some(({ criterion, verdict }) => criterion === id && verdict === 2)
  const criteria = stage.criteria.filter(({ id, measured }) => measured === undefined || clear(id))
  return { ...stage, criteria }
}

/** Why no band can be given; null when one can. */
const gaps = (talk: Talk, rows: readonly Row[]): Why | null => {
  const titlesOf = (standing: Standing): string[] =>
    rows.filter(({ scored }) => scored.standing === standing).map(({ stage }) => stage.title)
  const unread = titlesOf('not assessed')
  if (unread.length > 0) return { says: 'unread', titles: unread }
  if (talk.flow.part) return { says: 'part', take: talk.flow.part.take }
  const left = titlesOf('not reached')
  if (left.length > 0 && talk.mode === 'coach') return { says: 'unreached', titles: left }
  return rows.every(({ scored }) => scored.mark === null) ? { says: 'nothing expected' } : null
}
