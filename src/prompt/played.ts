/** A recorded talk played as an interview: every turn for which the interviewer is asked, and the judging after it. */
import type { Flow, Level } from '../flow/flow.ts'
import type { Problem } from '../flow/problem.ts'
import { planOf } from '../interview/plan.ts'
import type { Mark } from '../interview/verdict.ts'
import type { Kept } from './recorded.ts'
import type { Spoken } from './spoken.ts'
import type { Task } from './task.ts'
import type { Teaching } from './teach.ts'
import type { Turn } from './turn.ts'

/** What the talk is held in. */
export type Setting = { flow: Flow; problem: Problem; level: Level; minutes: number }

/** Every turn for which the interviewer is asked, in order, as the talk goes on. */
export const turnsOf = (kept: readonly Kept[], { flow, problem, level, minutes }: Setting): Turn[] => {
  const plan = planOf(flow)
  const talk: Spoken[] = []
  const covered: Record<string, { verdict: Mark; entry: number }> = {}
  const probed: Record<string, number> = {}
  const turns: Turn[] = []
  let stage = plan.order[0]
  let revealed: string[] = []
  let focus: string | null = null
  const say = (who: Spoken['who'], text: string): void => {
    talk.push({ entry: talk.length, who, stage: stage?.id ?? '', text })
  }
  for (const { stage: opened, says, asks, about, facts = [] } of kept) {
    if (opened !== undefined) stage = plan.stage(opened)
    if (stage === undefined) throw new Error(`The flow ${flow.id} has no stage to talk in.`)
    if (says !== undefined) say('candidate', says)
    const open = stage.criteria.find(({ id }) => covered[id] === undefined)
    if (says !== undefined && open)
      covered[open.id] = { verdict: open.weight > 1 ? 2 : 1, entry: talk.length - 1 }
    turns.push({
      purpose: says === undefined ? 'open' : 'turn',
      flow,
      problem,
      stage,
      options: { level, minutes, mode: 'coach', quiet: 0, idle: 0 },
      covered: { ...covered },
      probed: { ...probed },
      skipped: [],
      focus,
      revealed,
      talk: [...talk],
      elapsed: (turns.length % 8) / 8,
    })
    say('interviewer', asks)
    revealed = [...new Set([...revealed, ...facts])]
    if (about !== undefined) probed[about] = (probed[about] ?? 0) + 1
    focus = about ?? focus
  }
  return turns
}

/** The judging of all stages after the talk, as tasks. */
export const tasksOf = (kept: readonly Kept[], setting: Setting): Task[] => {
  const { talk } = endOf(kept, setting)
  const answers = talk
    .filter(({ who }) => who === 'candidate')
    .map(({ entry, stage, text }) => ({ entry, at: entry, stage, text, attempt: 0 }))
  return planOf(setting.flow).order.map(({ criteria }) => ({
    criteria: criteria.filter(({ measured }) => measured === undefined),
    answers,
    given: [],
    problem: setting.problem,
    talk,
  }))
}

/** What is taught at the end: a sentence for each of two points, as many as a report names. */
export const teachingIn = (kept: readonly Kept[], setting: Setting): Teaching => {
  const { talk, revealed } = endOf(kept, setting)
  const { problem, flow } = setting
  const judged = planOf(flow).order.flatMap(({ criteria }) =>
    criteria.filter(({ measured }) => measured === undefined),
  )
  const points = judged.slice(-POINTS).map((criterion) => {
    return { criterion, verdict: 0 as const, exemplar: problem.exemplars[criterion.id] ?? criterion.exemplar }
  })
  return { points, problem, revealed, talk }
}

const POINTS = 2

const endOf = (kept: readonly Kept[], setting: Setting): Pick<Turn, 'talk' | 'revealed'> =>
  turnsOf([...kept, { asks: '' }], setting).at(-1) ?? { talk: [], revealed: [] }
