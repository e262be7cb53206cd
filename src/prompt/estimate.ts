/** What an interview will come to in calls and tokens, by playing a recorded talk. */
import type { Role } from '../model/model.ts'
import { counter, type Encode } from './counting.ts'
import { type Setting, tasksOf, teachingIn, turnsOf } from './played.ts'
import type { Prompts } from './prompts.ts'
import type { Kept } from './recorded.ts'
import type { Task } from './task.ts'

/** What is asked for, by which role; tokens sent, those of them that the endpoint has kept, and tokens received. */
export type Part = {
  part: 'asking' | 'judging' | 'teaching'
  role: Role
  calls: number
  sent: number
  cached: number
  received: number
}

/** The parts of an interview in the order in which they come; what else a model is asked for is one more of them. */
export const estimateOf = (
  prompts: Prompts,
  kept: readonly Kept[],
  setting: Setting,
  encode: Encode,
): Part[] => [
  asking(prompts, kept, setting, encode),
  judging(prompts, kept, setting, encode),
  teaching(prompts, kept, setting, encode),
]

const asking = (prompts: Prompts, kept: readonly Kept[], setting: Setting, encode: Encode): Part => {
  const count = counter(encode)
  const sums = summing()
  for (const [n, turn] of turnsOf(kept, setting).entries())
    sums.add(
      count(prompts.interviewer(turn, MARK)),
      encode(JSON.stringify(turnAnswer(kept[n], turn.stage.criteria[0]?.id))).length,
    )
  return { part: 'asking', role: 'interviewer', ...sums.all() }
}

/** Two calls for each stage; in every second one a third of the criteria are in dispute and go into a third call. */
const judging = (prompts: Prompts, kept: readonly Kept[], setting: Setting, encode: Encode): Part => {
  const count = counter(encode)
  const sums = summing()
  for (const [n, task] of tasksOf(kept, setting).entries()) {
    const ids = task.criteria.map(({ id }) => id)
    if (ids.length === 0) continue
    const open = n % DISPUTED.oneStageOf === 0 ? ids.slice(0, Math.ceil(ids.length / DISPUTED.oneOf)) : []
    for (const order of [ids, ids.toReversed(), open].filter(({ length }) => length > 0)) {
      const asked = { ...task, criteria: task.criteria.filter(({ id }) => order.includes(id)) }
      sums.add(count(prompts.judge(asked, order, MARK)), encode(JSON.stringify(verdicts(task, order))).length)
    }
  }
  return { part: 'judging', role: 'judge', ...sums.all() }
}

/** One call after the verdicts, with a sentence for each point. */
const teaching = (prompts: Prompts, kept: readonly Kept[], setting: Setting, encode: Encode): Part => {
  const told = teachingIn(kept, setting)
  const sums = summing()
  if (told.points.length > 0) {
    const { exemplar } = told.points[0] ?? { exemplar: '' }
    const lessons = told.points.map(({ criterion }) => ({ criterion: criterion.id, after: 1, say: exemplar }))
    sums.add(counter(encode)(prompts.teach(told, MARK)), encode(JSON.stringify({ lessons })).length)
  }
  return { part: 'teaching', role: 'judge', ...sums.all() }
}

const DISPUTED = { oneStageOf: 2, oneOf: 3 }

/** Any mark will do, since nobody who could guess it takes part. */
const MARK = '7f3a9c2e51d8'

const summing = () => {
  const sums = { calls: 0, sent: 0, cached: 0, received: 0 }
  return {
    add(counted: { all: number; fresh: number }, received: number): void {
      sums.calls += 1
      sums.sent += counted.all
      sums.cached += counted.all - counted.fresh
      sums.received += received
    },
    all: () => ({ ...sums }),
  }
}

/** What the model would have answered to say what was said. */
const turnAnswer = (kept: Kept | undefined, criterion = '') => ({
  say: kept?.asks ?? '',
  move: 'probe',
  criterion: kept?.about ?? null,
  named: false,
  facts: kept?.facts ?? [],
  unknown: [],
  noticed: kept?.says === undefined ? [] : [{ criterion, quote: beginning(kept.says), mark: 1 }],
})

const verdicts = ({ answers }: Pick<Task, 'answers'>, order: readonly string[]) => ({
  verdicts: order.map((criterion, n) => ({
    criterion,
    quote: beginning(answers[n % answers.length]?.text ?? ''),
    reason: 'The candidate names it, says why it matters for this problem, and ties it to a figure.',
    verdict: 1,
  })),
  flags: [],
})

const QUOTED = 18

const beginning = (text: string): string => text.split(/\s+/).slice(0, QUOTED).join(' ')
