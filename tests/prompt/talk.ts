/** The kept talk played as the prompts of an interview, and their tokens counted. */
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { planOf } from '../../src/interview/plan.ts'
import type { Mark } from '../../src/interview/verdict.ts'
import type { Message, Shape } from '../../src/model/model.ts'
import type { Spoken } from '../../src/prompt/spoken.ts'
import type { Task } from '../../src/prompt/task.ts'
import type { Turn } from '../../src/prompt/turn.ts'
import { FORTY, type Kept, MAIN, PROBLEMS } from './files.ts'

export const MARK = '7f3a9c2e51d8'

const problem = PROBLEMS.find(({ id }) => id === FORTY.problem)
if (problem === undefined) throw new Error(`the problem ${FORTY.problem} is not there`)
export const PROBLEM = problem

type Sent = { messages: readonly Message[]; shape: Pick<Shape<unknown>, 'schema'> }

/** Everything an endpoint counts as prompt, as one text: the schema stands before the messages. */
export const sentText = ({ messages, shape }: Sent): string =>
  [JSON.stringify(shape.schema), ...messages.map(({ role, content }) => `<${role}>\n${content}\n`)].join('\n')

const tokensIn = (sent: Sent): number[] => encode(sentText(sent))

/** How many tokens a prompt has. */
export const tokens = (sent: Sent): number => tokensIn(sent).length

export type Counted = { all: number; fresh: number }

/** Counts a row of prompts: what of each was not the beginning of one sent before, in whole blocks as endpoints keep them. */
export const counter = (block: number) => {
  const before: number[][] = []
  return (sent: Sent): Counted => {
    const all = tokensIn(sent)
    const known = Math.max(0, ...before.map((one) => shared(one, all)))
    before.push(all)
    return { all: all.length, fresh: all.length - Math.floor(known / block) * block }
  }
}

const shared = (one: readonly number[], other: readonly number[]): number => {
  const end = Math.min(one.length, other.length)
  for (let at = 0; at < end; at += 1) if (one[at] !== other[at]) return at
  return end
}

/** Every turn for which the interviewer is asked, in order, as the talk goes on. */
export const turnsOf = (kept: readonly Kept[]): Turn[] => {
  const plan = planOf(MAIN)
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
    if (stage === undefined) throw new Error('the talk begins without a stage')
    if (says !== undefined) say('candidate', says)
    const open = stage.criteria.find(({ id }) => covered[id] === undefined)
    if (says !== undefined && open)
      covered[open.id] = { verdict: open.weight > 1 ? 2 : 1, entry: talk.length - 1 }
    turns.push({
      purpose: says === undefined ? 'open' : 'turn',
      flow: MAIN,
      problem: PROBLEM,
      stage,
      options: { level: FORTY.level, minutes: 45, mode: 'coach', quiet: 0, idle: 0 },
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
export const tasksOf = (kept: readonly Kept[]): Task[] => {
  const talk = turnsOf([...kept, { asks: '' }]).at(-1)?.talk ?? []
  const answers = talk
    .filter(({ who }) => who === 'candidate')
    .map(({ entry, stage, text }) => ({ entry, at: entry, stage, text, attempt: 0 }))
  return planOf(MAIN).order.map(({ criteria }) => ({
    criteria: criteria.filter(({ measured }) => measured === undefined),
    answers,
    given: [],
    problem: PROBLEM,
    talk,
  }))
}
