/**
 * From verdicts to a vote. Judges only point; this adds up, by the cuts in `score/scoring.ts`.
 *
 * Verdicts arrive capped for help already. An omission costs once: in the criterion that asks for it and nowhere else.
 */
import type { Flow, Level, Stage, Take } from '../flow/flow.ts'
import { LEVELS, route } from '../flow/flow.ts'
import type { Mode } from './context.ts'
import { bandOf } from './score/band.ts'
import { withMeasured } from './score/measured.ts'
import type { Band, PerLevel, StageMark } from './score/scoring.ts'
import { settled } from './score/scoring.ts'
import type { StageScore } from './score/stage-mark.ts'
import { stageMark } from './score/stage-mark.ts'
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
  /** Why this band, or why none. */
  bandReason: string
  stages: ScoredStage[]
  upgrades: Upgrade[]
}

/** The score of a talk at one level. */
export const scoreTalk = (talk: Talk, level: Level): TalkScore => {
  const rows = route(talk.flow).map((stage) => row(talk, stage, level))
  const counting = rows.flatMap(({ stage, scored: { mark, weight } }) =>
    mark === null ? [] : [{ title: stage.title, mark, weight }],
  )
  const weight = counting.reduce((sum, one) => sum + one.weight, 0)
  const total = counting.reduce((sum, one) => sum + one.weight * one.mark, 0)
  const S = weight === 0 ? null : settled(total / weight)
  const stages = rows.map(({ scored }) => scored)
  const open = gaps(talk, rows)
  const banded = S === null || open !== '' ? { band: null, reason: open } : bandOf(S, counting)
  const counted: Counted[] = rows
    .filter(({ scored }) => scored.standing === 'judged')
    .map(({ stage, verdicts }) => ({
      ...{ stage, verdicts, share: stage.weight / weight },
      markWith: (others) => judgedStage(talk, stage, others, level).score?.mark ?? null,
    }))
  const upgrades = upgradesOf(talk.flow, counted, level)
  return { level, S, band: banded.band, bandReason: banded.reason, stages, upgrades }
}

/** The same transcript at every level, at no extra judgement. */
export const scoreAllLevels = (talk: Talk): PerLevel<TalkScore> =>
  Object.fromEntries(LEVELS.map((level) => [level, scoreTalk(talk, level)])) as PerLevel<TalkScore>

type Row = { stage: Stage; verdicts: readonly Verdict[]; scored: ScoredStage }

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
const judgedStage = (
  talk: Talk,
  whole: Stage,
  judged: readonly Verdict[],
  level: Level,
): { verdicts: Verdict[]; score: StageScore | null } => {
  const verdicts = withMeasured(whole, judged, talk.flow, talk.opened)
  const stage = talk.mode === 'exam' ? excused(whole, verdicts) : whole
  return { verdicts, score: stageMark(stage, verdicts, level) }
}

/** In an exam a stage that was not reached has mark 1 already; the measure of it is then left out, so that it costs once. */
const excused = (stage: Stage, verdicts: readonly Verdict[]): Stage => {
  const clear = (id: string) => verdicts.some(({ criterion, verdict }) => criterion === id && verdict === 2)
  const criteria = stage.criteria.filter(({ id, measured }) => measured === undefined || clear(id))
  return { ...stage, criteria }
}

const PART: Readonly<Record<Take, string>> = {
  'one-stage': 'No vote: a band speaks of a whole interview, and this was one stage of it.',
  'one-criterion': 'No mark and no vote: this was a single question.',
}

/** Why no band can be given; empty when one can. */
const gaps = (talk: Talk, rows: readonly Row[]): string => {
  const titles = (standing: Standing): string =>
    rows
      .filter(({ scored }) => scored.standing === standing)
      .map(({ stage }) => stage.title)
      .join(', ')
  const unread = titles('not assessed')
  if (unread !== '') return `No band, because this was not assessed: ${unread}.`
  if (talk.flow.part) return PART[talk.flow.part.take]
  const left = titles('not reached')
  if (left !== '' && talk.mode === 'coach') return `No band, because this was not reached: ${left}.`
  return rows.every(({ scored }) => scored.mark === null)
    ? 'No band, because no stage expects anything at this level.'
    : ''
}
