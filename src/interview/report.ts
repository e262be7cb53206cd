/** What a person takes home from an interview: one plain JSON value, computed from what is stored. */
import type { Level, Take } from '../flow/flow.ts'
import { type Words, wordsIn } from '../words/words.ts'
import type { Context, Options } from './context.ts'
import { MACHINE_VERSION } from './machine.ts'
import { type AttemptReport, attemptsOf } from './report/attempts.ts'
import { type Help, helpOf, type OwnRating, ratingsOf, type WordCount, wordsOf } from './report/conduct.ts'
import { type Contested, contestedOf } from './report/contests.ts'
import { type Drawing, drawingsOf } from './report/drawings.ts'
import { type Facts, type Figure, factsOf, figuresOf } from './report/facts.ts'
import { type Growth, growthOf, type Next, nextOf, type Strength, strengthsOf } from './report/feedback.ts'
import { teachingOf } from './report/lessons.ts'
import { type Material, materialOf, type Told } from './report/material.ts'
import { notesOf } from './report/notes.ts'
import {
  type Flag,
  flagsOf,
  type Missed,
  missedOf,
  notReachedOf,
  type Point,
  pointsOf,
} from './report/points.ts'
import { type OneQuestion, questionOf } from './report/question.ts'
import { type Situation, situationsOf } from './report/situations.ts'
import { type Pace, paceOf, type StageRow, stagesOf, talked } from './report/stages.ts'
import { type Sum, sumsOf } from './report/sums.ts'
import { reasonFor } from './report/why.ts'
import type { NextBand } from './score/next-band.ts'
import { type Band, SCORING } from './score/scoring.ts'
import type { Upgrade } from './score/upgrades.ts'
import { toNextBand } from './score.ts'

/** What the same transcript comes to at one level. */
export type LevelRow = { level: Level; S: number | null; band: Band | null; bandReason: string }

/** Plain JSON: no undefined, no functions, every time in milliseconds or minutes as named. */
export type Report = {
  versions: {
    flow: string
    problem: string
    rubric: string
    scoring: string
    machine: number
    /** Everyone who judged a part of it. */
    grader: string
    interviewer: string
    /** Who said what could have been said; empty where the sentences are the rubric's. */
    teacher: string
  }
  problem: { id: string; title: string; opening: string }
  /** What was held: a whole flow, where `part` is null, or a part that was cut from one. */
  format: { id: string; title: string; part: { of: string; take: Take } | null }
  options: Options
  /** Milliseconds since 1970. */
  began: number
  ended: number
  how: Context['ended']
  /** Minutes talked, pauses left out. */
  minutes: number
  /** The level asked for first, then the others from the lowest. */
  levels: LevelRow[]
  /** What has to be known to read the rest: the rule of the mode, what was not assessed and why. */
  notes: string[]
  stages: StageRow[]
  /** In a talk of one question, what it came to; null in any other. */
  question: OneQuestion | null
  strengths: Strength[]
  growth: Growth[]
  next: Next | null
  points: Point[]
  missed: Missed[]
  notReached: { stage: string; title: string }[]
  /** Verdicts that the person does not accept; what another judge said of one counts already in all of the above. */
  contested: Contested[]
  flags: Flag[]
  /** Sums of the candidate's that do not come out. */
  sums: Sum[]
  /** Situations in figures that were set, with what they show. */
  situations: Situation[]
  /** Systems that were drawn, with what they leave open. */
  drawings: Drawing[]
  facts: Facts
  checks: Figure[]
  pace: Pace[]
  words: WordCount
  hints: Help[]
  /** How often the stand-in had to speak or judge. */
  standIns: number
  ratings: OwnRating[]
  /** At the level asked for. */
  upgrades: (Upgrade & { name: string })[]
  /** What would bring the next better vote at the level asked for, all of it together. */
  nextBand: { band: Band; criteria: (NextBand['criteria'][number] & { name: string })[] } | null
  attempts: AttemptReport[]
}

/** The report of a talk that is over, in the talk's own language; equal input gives an equal report. */
export const reportOf = (told: Told, words: Words = wordsIn(told.context.options.language)): Report => {
  const material = materialOf(told, words)
  const { flow, problem, context, log } = told
  const points = pointsOf(material)
  const missed = missedOf(material)
  const growth = growthOf(material, points, missed)
  const { upgrades } = material.levels[material.level]
  return {
    versions: versionsOf(material),
    problem: { id: problem.id, title: problem.title, opening: problem.opening },
    format: { id: flow.id, title: flow.title, part: flow.part ?? null },
    options: { ...context.options },
    began: context.began,
    ended: log.findLast(({ attempt }) => attempt === undefined)?.at ?? context.began,
    how: context.ended,
    minutes: talked(material),
    levels: levelsOf(material),
    notes: notesOf(material),
    stages: stagesOf(material, points),
    question: questionOf(material),
    strengths: strengthsOf(material, points),
    growth,
    next: nextOf(material, growth),
    points,
    missed,
    notReached: notReachedOf(material),
    contested: contestedOf(material),
    flags: flagsOf(material),
    sums: sumsOf(material),
    situations: situationsOf(material),
    drawings: drawingsOf(material),
    facts: factsOf(material),
    checks: figuresOf(material),
    pace: paceOf(material),
    words: wordsOf(material),
    hints: helpOf(material),
    standIns: context.standIns,
    ratings: ratingsOf(material),
    upgrades: upgrades.map((one) => ({
      ...one,
      name: material.criterion(one.criterion)?.criterion.name ?? '',
    })),
    nextBand: nextBandIn(material),
    attempts: attemptsOf(material),
  }
}

const nextBandIn = (material: Material): Report['nextBand'] => {
  const { flow, context, opened, judged, level } = material
  const next = toNextBand({ flow, mode: context.options.mode, opened, judged }, level)
  if (next === null) return null
  const named = next.criteria.map((one) => ({
    ...one,
    name: material.criterion(one.criterion)?.criterion.name ?? '',
  }))
  return { band: next.band, criteria: named }
}

const versionsOf = (material: Material): Report['versions'] => {
  const { flow, problem, judged, context, by, words } = material
  return {
    flow: `${flow.id} ${flow.version}${flow.part ? ` of ${flow.part.of}` : ''}`,
    problem: `${problem.id} ${problem.version}`,
    rubric: flow.rubric,
    scoring: SCORING.version,
    machine: MACHINE_VERSION,
    grader:
      [...new Set([...Object.values(judged), ...judgedAgain(context)].map((one) => one.by))].join(', ') ||
      words.report.nobody,
    interviewer: by,
    teacher: teachingOf(material).by.join(', '),
  }
}

const judgedAgain = ({ contested = {} }: Context): { by: string }[] =>
  Object.values(contested).flatMap(({ again }) => again ?? [])

const levelsOf = ({ level: asked, levels, words }: Material): LevelRow[] => {
  const others = Object.values(levels).filter(({ level }) => level !== asked)
  return [levels[asked], ...others].map(({ level, S, band, why }) => {
    return { level, S, band, bandReason: reasonFor(why, words) }
  })
}
