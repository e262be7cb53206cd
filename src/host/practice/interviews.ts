/** What an interview that is over says of a person's practice. */
import type { Context } from '../../interview/context.ts'
import type { Report } from '../../interview/report.ts'
import type { Entry } from '../../interview/transcript.ts'
import type { Past } from '../../practice/history.ts'
import type { Heard } from '../../practice/recall.ts'
import type { InterviewRecord } from '../record.ts'
import { toldOf } from '../reporting.ts'
import type { World } from '../world.ts'
import { notePractice } from './kept.ts'

/** Notes the interview for whoever answered in it; nothing of one that nobody assessed. */
export const noteInterview = async (
  world: Pick<World, 'memory' | 'library'>,
  record: InterviewRecord,
): Promise<void> => {
  const { report, log } = await toldOf(world, record)
  const heard = heardIn(report, record.interview.snapshot.context, log)
  if (heard.length === 0) return
  await notePractice(world.memory, record.person, {
    id: record.id,
    at: report.ended,
    problem: report.problem.id,
    heard,
    // A single question is practice, and no interview to be compared with others.
    ...(report.question === null && { past: pastOf(report, record.id) }),
  })
}

/** Criteria that were met, and those expected that were not, in stages that were assessed. */
const heardIn = (
  { points, missed, stages }: Report,
  { probed, helped }: Context,
  log: readonly Entry[],
): Heard[] => {
  /** Until when something of a stage is early: half of its planned time after it was opened. */
  const early = new Map(
    stages.map(({ id, plannedMinutes }) => {
      const opened = log.find(({ stage, who }) => stage === id && who === 'interviewer')?.at ?? 0
      return [id, opened + plannedMinutes * 30_000]
    }),
  )
  const met = points
    .filter(({ measured }) => !measured)
    .map(
      ({ criterion, stage, verdict, helped: late, where }): Heard => ({
        criterion,
        verdict: late ? 1 : verdict,
        unprompted: probed[criterion] === undefined && helped[criterion] === undefined,
        early: where !== null && where.at <= (early.get(stage) ?? 0),
      }),
    )
  return [...met, ...missed.map(({ criterion }): Heard => ({ criterion, verdict: 0 }))]
}

const pastOf = (
  { began, problem, options, levels, stages, points, missed, ratings }: Report,
  id: string,
): Past => {
  const [asked] = levels
  return {
    ...{ id, at: began, problem: problem.id, level: options.level },
    score: asked?.S ?? null,
    band: asked?.band ?? null,
    stages: stages
      .filter(({ opened }) => opened)
      .map((stage) => ({
        id: stage.id,
        mark: stage.mark,
        own: ratings.find((one) => one.stage === stage.id)?.own ?? null,
        planned: stage.plannedMinutes,
        spent: stage.spentMinutes,
      })),
    verdicts: Object.fromEntries([
      ...points
        .filter(({ measured }) => !measured)
        .map(({ criterion, verdict, helped }) => [criterion, helped ? 1 : verdict]),
      ...missed.map(({ criterion }) => [criterion, 0]),
    ]),
  }
}
