/** Asking the interviewer, the grader and the teacher: what each is given, and what comes back as an event. */
import { isOneQuestion } from '../flow/flow.ts'
import { upheld } from '../grader/evidence.ts'
import type { Case, Grader } from '../grader/grader.ts'
import { withWorked } from '../grader/worked.ts'
import type { Effect } from '../interview/effects.ts'
import type { Event } from '../interview/events.ts'
import { isBack } from '../interview/guards.ts'
import { planned, spentIn } from '../interview/pace.ts'
import { planOf } from '../interview/plan.ts'
import type { Entry } from '../interview/transcript.ts'
import { answers } from '../interview/transcript.ts'
import { wasTold } from '../interview/trouble.ts'
import { exercising } from '../interviewer/exercising.ts'
import type { Brief } from '../interviewer/interviewer.ts'
import { refereeing } from '../interviewer/refereeing.ts'
import type { Errand } from '../model/model.ts'
import { tenantOf } from '../platform/platform.ts'
import { spokenIn as talkIn } from '../prompt/spoken.ts'
import { reasonOf } from '../reason.ts'
import { mayPose, posingsOf } from './posing.ts'
import { reviewOf } from './review.ts'
import type { Standing } from './standing.ts'
import { troubleIn } from './trouble.ts'
import { unsaid } from './unsaid.ts'
import { platformOf } from './voice.ts'
import type { World } from './world.ts'

export type Thought = Extract<Effect, { type: 'ask' | 'judge' | 'teach' }>

type Of<T extends Thought['type']> = Extract<Thought, { type: T }>

/** Where words of an answer go as they come, and how it is taken back. */
export type Under = { show?: ((words: string) => void) | undefined; signal?: AbortSignal }

/** Whether an effect asks somebody to think. */
export const isThought = (effect: Effect): effect is Thought =>
  effect.type === 'ask' || effect.type === 'judge' || effect.type === 'teach'

/** True when it only computes, so that it may be done at once and again. */
export const isLocal = (world: World, effect: Thought): boolean => {
  if (effect.type === 'teach') return world.teacher === undefined
  return effect.type === 'ask' ? asker(world, effect).local : judgeOf(world, effect).local
}

const asker = ({ interviewer }: World, { by }: Of<'ask'>) =>
  by === 'stand-in' ? interviewer.standIn : interviewer.usual

/** What a turn covered is told at once and for nothing: only whole stages, and what is contested, are asked of a model. */
const judgeOf = ({ grader }: World, effect: Of<'judge'>) =>
  effect.by === 'stand-in' || effect.scope === 'turn' ? grader.standIn : grader.usual

/** Does what the effect asks for; a failure is an event as well. */
export const think = async (
  world: World,
  effect: Thought,
  standing: Standing,
  under: Under = {},
): Promise<Event> => {
  const { job, stage } = effect
  try {
    const result = await resultOf(world, effect, standing, under)
    return { ...result, at: world.clock.now(), job }
  } catch (error) {
    const [reason, trouble] = [reasonOf(error), troubleIn(error)]
    const failed = { what: effect.type, ...(trouble && { trouble }) }
    // Whoever sits at a terminal sees what is logged: like the person, they are warned once; a contest is asked for by itself.
    const known = effect.type !== 'judge' || effect.scope !== 'contest' ? standing.context.troubles : []
    const level = trouble === undefined || wasTold(known, failed) ? 'info' : 'warn'
    const told = unsaid(reason, writtenIn(standing.log))
    world.log(level, `${effect.type} failed`, { interview: standing.context.id, job, reason: told })
    return { type: 'failed', at: world.clock.now(), job, stage, ...failed, reason }
  }
}

const resultOf = (world: World, effect: Thought, standing: Standing, under: Under) => {
  switch (effect.type) {
    case 'ask':
      return ask(world, effect, standing, under)
    case 'judge':
      return judge(world, effect, standing, under)
    case 'teach':
      return teach(world, effect, standing, under)
  }
}

const ask = async (world: World, effect: Of<'ask'>, standing: Standing, under: Under) => {
  const interviewer = refereeing(exercising(asker(world, effect)))
  const brief = briefOf(effect, standing, world.clock.now())
  const reply = await interviewer.reply(brief, under.show, errandOf(world, standing, under))
  const { say, move, facts, unknown, criterion, named, noticed, exercise } = reply
  return {
    type: 'replied' as const,
    by: interviewer.by,
    say,
    move,
    facts,
    unknown,
    ...(criterion !== undefined && { criterion }),
    ...(named !== undefined && { named }),
    ...(noticed !== undefined && noticed.length > 0 && { noticed }),
    ...(exercise !== undefined && { exercise }),
  }
}

const judge = async (world: World, effect: Of<'judge'>, standing: Standing, under: Under) => {
  const grader = judgeOf(world, effect)
  if (effect.scope === 'contest' && grader.local) throw new Error('No model is configured any more.')
  const task = caseOf(effect, standing, grader)
  const judged = await grader.judge(task, errandOf(world, standing, under))
  const judgement = upheld(withWorked(judged, task, posingsOf(standing, task.answers)), task.answers)
  return { type: 'judged' as const, stage: effect.stage, judgement }
}

/** Where nobody teaches, nothing is taught. */
const teach = async (world: World, effect: Of<'teach'>, standing: Standing, under: Under) => {
  const { teacher } = world
  const lessons = teacher
    ? await teacher.teach(reviewOf(effect, standing), errandOf(world, standing, under))
    : []
  return { type: 'taught' as const, by: teacher?.by ?? '', lessons }
}

/** For whom it is asked, how it is taken back, and where what it took is noted. */
const errandOf = ({ used }: World, { context, person }: Standing, { signal }: Under): Errand => ({
  ...(signal && { signal }),
  whose: { interview: context.id, person, ...teamOf(person) },
  ...(used && { used: (usage) => used({ interview: context.id, person }, usage) }),
})

/** Whoever sits at a terminal belongs to no team, and is asked for as often as they like: the key is their own. */
const teamOf = (person: string): { team?: string } =>
  platformOf(person) === 'terminal' ? {} : { team: tenantOf(person) }

/** How many of the interviewer's last messages a coverage judgement looks at for echoes. */
const ECHOES = 6

const caseOf = (effect: Of<'judge'>, standing: Standing, grader: Grader): Case => {
  const { flow, problem, context, log } = standing
  const plan = planOf(flow)
  const { scope } = effect
  // A contested verdict is of the talk itself, whatever was tried again since.
  const contest = scope === 'contest'
  const attempt = contest ? 0 : (context.retrying ?? 0)
  const said = answers(log).filter((answer) => answer.attempt === attempt)
  const spoken = spokenIn(contest ? log.filter((entry) => entry.attempt === undefined) : log)
  const turn = scope === 'turn'
  const everywhere = turn && grader.local
  const criteria = everywhere
    ? plan.order.flatMap((stage) => stage.criteria)
    : plan.stage(effect.stage).criteria
  return {
    criteria: criteria.filter(
      ({ id, measured }) => measured === undefined && (!contest || id === effect.criterion),
    ),
    answers: turn ? said.filter(({ entry }) => effect.entries.includes(entry)) : said,
    given: [problem.opening, ...(turn ? spoken.slice(-ECHOES) : spoken)],
    problem,
    appeal: contest ? context.contested?.[effect.criterion ?? '']?.reason : undefined,
    talk: grader.local ? undefined : talkIn(log, attempt),
    language: context.options.language,
    homes: plan.criteria,
    synonyms: flow.synonyms,
  }
}

/** What the candidate wrote. */
const writtenIn = (log: readonly Entry[]): string[] =>
  log.filter(({ who }) => who === 'candidate').map(({ text }) => text)

/** What the interviewer has said, oldest first. */
export const spokenIn = (log: readonly Entry[]): string[] =>
  log.filter(({ who }) => who === 'interviewer').map(({ text }) => text)

/** A talk of one question is closed by the interviewer, as an exam is; hints are not the interviewer's. */
const briefOf = (effect: Of<'ask'>, standing: Standing, now: number): Brief => {
  const { flow, problem, context, log } = standing
  const stage = planOf(flow).stage(effect.stage)
  const back = context.options.mode === 'coach' && context.returned.includes(stage.id)
  const elapsed = spentIn(context, stage.id, now) / planned(flow, stage, context.options.minutes)
  return {
    purpose: effect.purpose,
    flow,
    problem,
    stage,
    options: isOneQuestion(flow) ? { ...context.options, mode: 'exam' } : context.options,
    language: context.options.language,
    covered: context.covered,
    probed: context.probed,
    skipped: context.skipped,
    focus: context.focus,
    revealed: context.revealed,
    said: answers(log).filter(({ entry }) => effect.said.includes(entry)),
    spoken: spokenIn(log),
    log,
    elapsed: back ? Math.min(elapsed, 0.99) : elapsed,
    exercises: mayPose(context, stage.id),
    ...{ seed: context.id, back: isBack(context) },
  }
}
