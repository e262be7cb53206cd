/** From a flow and a cut of it to what is held: an ordinary flow of one stage, complete in itself. */
import { type Cut, stagesIn } from './cut.ts'
import { type Criterion, type Flow, type Level, reaches, type Stage } from './flow.ts'
import { lot } from './lot.ts'
import type { Problem } from './problem.ts'

/** What is to be taken, and by whom; where no `focus` is named, the seed decides. */
export type Taking = {
  /** A stage, or where a single question is put a criterion as well. */
  focus?: string | undefined
  level: Level
  problem: Pick<Problem, 'probes'>
  /** Equal seeds choose alike. */
  seed: string
}

/** The flow that is held; `undefined` where the cut cannot take what is named. */
export const cutOut = (cut: Cut, base: Flow, taking: Taking): Flow | undefined =>
  cut.take === 'one-stage' ? inDepth(cut, base, taking) : oneQuestion(cut, base, taking)

/** What can be named as focus of a cut: stages, and where a single question is put their criteria. */
export const fociOf = (cut: Cut, base: Flow): { stages: string[]; criteria: string[] } => {
  const stages = stagesIn(cut, base)
  const asked = cut.take === 'one-stage' ? [] : stages.flatMap(judged)
  return { stages: stages.map(({ id }) => id), criteria: asked.map(({ id }) => id) }
}

const inDepth = (cut: Cut, base: Flow, { focus, seed }: Taking): Flow | undefined => {
  const among = stagesIn(cut, base).filter(({ id }) => focus === undefined || id === focus)
  const stage = drawn(among, ({ weight }) => weight, seed)
  if (!stage) return undefined
  const { alone = stage.opening, ...rest } = stage
  return held(cut, base, { ...rest, opening: alone, criteria: judged(stage) })
}

/** Of what is core at the level three times as much as of the rest that is expected there. */
const oneQuestion = (cut: Cut, base: Flow, { focus, level, problem, seed }: Taking): Flow | undefined => {
  const named = (stage: Stage, criterion: Criterion): boolean =>
    focus === undefined || stage.id === focus || criterion.id === focus
  const open = stagesIn(cut, base).flatMap((stage) =>
    judged(stage).flatMap((criterion) => (named(stage, criterion) ? [{ stage, criterion }] : [])),
  )
  const expected = open.filter(({ criterion }) => reaches(level, criterion.level))
  const chances = ({ criterion: { core, weight } }: (typeof open)[number]): number =>
    weight * (core !== undefined && reaches(level, core) ? 3 : 1)
  const chosen = drawn(expected.length > 0 ? expected : open, chances, seed)
  if (!chosen) return undefined
  const { alone: _, ...stage } = chosen.stage
  const { alone: __, ...criterion } = chosen.criterion
  const [opening = criterion.press, further] = questions(stage, chosen.criterion, problem, seed)
  const asked: Criterion = {
    ...criterion,
    core: criterion.core ?? criterion.level,
    // With both of them asked nothing is left; a criterion of one question is followed up by the direct one.
    ...(further === undefined ? { probes: [opening] } : { probes: [opening, further], press: further }),
  }
  const steps = stage.steps.filter(({ id }) => id === criterion.step)
  return held(cut, base, { ...stage, opening, steps, twist: false, criteria: [asked] })
}

/**
 * One to begin with, and those to go on with. The problem's own questions come first, then those of the criterion, begun at
 * a place that the seed decides; none that leans on what was said before stands at the beginning.
 */
const questions = (
  { id: stage }: Pick<Stage, 'id'>,
  { id, probes, alone = probes }: Criterion,
  problem: Pick<Problem, 'probes'>,
  seed: string,
): string[] => {
  const all = problem.probes.filter((one) => one.stage === stage && one.criterion === id)
  const own = all.map(({ asks }) => asks)
  const begun = (from: readonly string[]): string[] => {
    const start = lot(`${seed} question`) % from.length
    return [...from.slice(start), ...from.slice(0, start)]
  }
  const opening = all.find(({ leans }) => !leans)?.asks ?? begun(alone)[0] ?? ''
  return [opening, ...[...own, ...begun(probes)].filter((one) => one !== opening)]
}

/** What is measured from the course of a whole talk cannot be asked for in a part of it. */
const judged = ({ criteria }: Stage): Criterion[] => criteria.filter(({ measured }) => measured === undefined)

const held = (
  { cut: _, take, among: __, ...head }: Cut,
  base: Flow,
  { next: ___, ...stage }: Stage,
): Flow => ({
  ...base,
  ...head,
  title: `${head.title}: ${stage.title}`,
  stages: [{ ...stage, minutes: head.minutes, weight: 1 }],
  part: { of: `${base.id} ${base.version}`, take },
})

/** One of them, each with its share of the chances. */
const drawn = <T>(all: readonly T[], chances: (one: T) => number, seed: string): T | undefined => {
  const total = all.reduce((sum, one) => sum + chances(one), 0)
  let left = (lot(seed) / 2 ** 32) * total
  return all.find((one) => {
    left -= chances(one)
    return left < 0
  })
}
