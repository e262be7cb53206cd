/** An interviewer that in some stages sets one situation in figures, beside the questions of another one. */
import { isOneQuestion, reaches } from '../flow/flow.ts'
import { COUNTS_FOR, seedOf } from '../numbers/exercise/counts.ts'
import type { ExerciseKind } from '../numbers/exercise/exercise.ts'
import { exerciseFor } from '../numbers/exercise/make.ts'
import type { Brief, Interviewer, Reply } from './interviewer.ts'
import { hash } from './wording.ts'

/** It is set once so much was said by the interviewer in the stage: the opening and three questions, */
const SPOKEN = 4
/** and while so much of the time is left that it can be answered. */
const LATEST = 0.8

/** The same interviewer, which where a stage has exercises sets one of them: before it would lead on, or after three questions. */
export const exercising = (inner: Interviewer): Interviewer => ({
  ...inner,
  reply: async (brief, onDelta, errand) => {
    const kind = fitting(brief)
    if (kind === undefined) return inner.reply(brief, onDelta, errand)
    if (spokenHere(brief) >= SPOKEN && !asks(brief)) return setting(brief, kind)
    const reply = await inner.reply(brief, onDelta, errand)
    const bare = reply.facts.length + reply.unknown.length === 0
    return reply.move === 'advance' && bare ? setting(brief, kind) : reply
  },
})

/** The kind to be set, if one is: of those for the level, one about what is least covered. */
const fitting = (brief: Brief): ExerciseKind | undefined => {
  const { purpose, flow, stage, exercises, elapsed, language, options, covered, skipped, seed } = brief
  if (purpose !== 'turn' || !exercises || elapsed >= LATEST || isOneQuestion(flow)) return undefined
  if (language !== undefined && !/^en\b/i.test(language)) return undefined
  const known = new Map(stage.criteria.map((criterion) => [criterion.id, criterion]))
  const kinds = (stage.exercises ?? []).flatMap((kind) => {
    const [main] = COUNTS_FOR[kind]
    const criterion = known.get(main ?? '')
    if (!criterion || !reaches(options.level, criterion.level) || skipped.includes(criterion.id)) return []
    const heard = covered[criterion.id]?.verdict ?? 0
    return [{ kind, heard, lot: hash(`${seed} ${stage.id} ${kind}`) }]
  })
  return kinds.toSorted((one, other) => one.heard - other.heard || one.lot - other.lot)[0]?.kind
}

const spokenHere = ({ log = [], stage }: Brief): number =>
  log.filter(
    (entry) => entry.who === 'interviewer' && entry.stage === stage.id && entry.attempt === undefined,
  ).length

/** A question of the candidate's is answered first. */
const asks = ({ said }: Brief): boolean => said.some(({ text }) => text.includes('?'))

const setting = ({ seed, stage }: Brief, kind: ExerciseKind): Reply => {
  const { says, criteria } = exerciseFor(kind, seedOf(seed, stage.id))
  const [criterion] = criteria
  return {
    say: says,
    move: 'probe',
    ...(criterion !== undefined && { criterion }),
    facts: [],
    unknown: [],
    exercise: kind,
  }
}
