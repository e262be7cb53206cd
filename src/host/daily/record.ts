/** What is kept of a daily question: who gets it and when, and each one that was put. */
import type { Level } from '../../flow/flow.ts'
import type { Schedule } from '../../practice/occurrence.ts'

/** Who gets a question each day: a person in direct messages, or a channel. Both are places. */
export type Daily = {
  subscriber: string
  /** Who asked for it. */
  by: string
  schedule: Schedule
  level: Level
  /** Stages or criteria to keep to; all of them when empty. */
  topics: readonly string[]
  /** Raised with each change: a message of an earlier one is out of date. */
  epoch: number
  /** The last day that is done with: a question was put, skipped, or missed. */
  done: string
  /** The questions that were put, newest last. */
  prompts: readonly string[]
  /** A day whose question was dropped, since nobody was there to put it until it was too late. */
  missed?: string
  /** Nothing is put until it is asked for again. */
  off?: true
  /** Who answered here, newest last. */
  members: readonly string[]
}

/** A question that was put. */
export type Prompt = {
  id: string
  subscriber: string
  day: string
  at: number
  level: Level
  stage: string
  criterion: string
  problem: string
  question: string
  /** The thread it was put in; null until it was. */
  place: string | null
  answers: readonly DailyAnswer[]
  /** Who thanked whom for their help with it. */
  thanks?: readonly { from: string; to: string; id: string }[]
}

export type DailyAnswer = {
  person: string
  /** The message it was, so that it counts once. */
  id: string
  at: number
  text: string
  verdict: 0 | 1 | 2
  quote: string
  by: string
  /** What its author is called there, and where it can be read, as far as the platform says. */
  called?: string
  link?: string
}

export const dailyKey = (subscriber: string): string => `daily:${subscriber}`
export const promptKey = (id: string): string => `prompt:${id}`

/** A question is put for the day before it is too late: so many milliseconds after its time. */
export const LATEST = 6 * 3_600_000

/** So many questions are remembered. */
const MOST = 400

/** The same with one more question that was put. */
export const withPrompt = (daily: Daily, prompt: Prompt | undefined): Daily =>
  prompt === undefined || daily.prompts.includes(prompt.id)
    ? daily
    : { ...daily, prompts: [...daily.prompts, prompt.id].slice(-MOST) }
