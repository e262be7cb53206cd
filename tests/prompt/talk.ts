/** The kept talk played as the prompts of an interview, and their tokens counted. */
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { counter as counterBy, type Sent, sentText } from '../../src/prompt/counting.ts'
import { tasksOf as played, type Setting, teachingIn, turnsOf as turnsIn } from '../../src/prompt/played.ts'
import type { Kept } from '../../src/prompt/recorded.ts'
import type { Task } from '../../src/prompt/task.ts'
import type { Teaching } from '../../src/prompt/teach.ts'
import type { Turn } from '../../src/prompt/turn.ts'
import { FORTY, MAIN, PROBLEMS } from './files.ts'

export const MARK = '7f3a9c2e51d8'

const problem = PROBLEMS.find(({ id }) => id === FORTY.problem)
if (problem === undefined) throw new Error(`the problem ${FORTY.problem} is not there`)
export const PROBLEM = problem

export const SETTING: Setting = { flow: MAIN, problem, level: FORTY.level, minutes: FORTY.minutes }

/** How many tokens a prompt has. */
export const tokens = (sent: Sent): number => encode(sentText(sent)).length

/** Counts a row of prompts by the tokenizer. */
export const counter = (block?: number) => counterBy(encode, block)

/** Every turn for which the interviewer is asked, in order, as the talk goes on. */
export const turnsOf = (kept: readonly Kept[]): Turn[] => turnsIn(kept, SETTING)

/** The judging of all stages after the talk, as tasks. */
export const tasksOf = (kept: readonly Kept[]): Task[] => played(kept, SETTING)

/** What is taught after it. */
export const teachingOf = (kept: readonly Kept[]): Teaching => teachingIn(kept, SETTING)
