/** A fact is told to whoever asks for it, and to nobody else. */
import { orders } from '../../flow/orders.ts'
import { words } from '../../flow/words.ts'
import { type Asked, askedFor, naming } from '../facts.ts'
import { known } from '../known.ts'
import { type Question, questions } from '../questions.ts'
import type { Check, Talk } from './draft.ts'

/**
 * Every fact told exists and was asked for in this turn: it is what the ear hears, or has a word in common with a question,
 * or the ear finds nothing for a question. There are no more of them than things asked.
 */
export const asked: Check = ({ facts }, talk) => {
  const strange = facts.find((key) => !talk.problem.facts.some(({ id }) => id === key))
  if (strange !== undefined) return `there is no fact "${strange}"`
  const fresh = facts.filter((key) => !talk.revealed.includes(key))
  if (fresh.length === 0) return undefined
  const ear = heardBy(talk)
  const loose = fresh.filter((key) => !ear.certain.includes(key))
  const volunteered = loose.find((key) => !ear.ordered && !ear.possible(key))
  const first = ear.ordered ? loose[0] : volunteered
  if (first !== undefined)
    return `nobody asked for the fact "${first}"; tell what was asked for and nothing else`
  const room = Math.max(ear.certain.length, ear.parts)
  return fresh.length > room ? `it tells ${fresh.length} facts, and ${room} were asked for` : undefined
}

/** Facts that were asked for beyond doubt, so that their words may be shown before a reply is whole. */
export const plainlyAsked = (talk: Talk): readonly string[] => heardBy(talk).certain

/** Nobody is told to assume what is held. */
export const held: Check = ({ facts, unknown }, talk) => {
  const heard = heardBy(talk)
  const missed = heard.certain.filter((key) => !facts.includes(key) && !talk.revealed.includes(key))
  if (unknown.length === 0 || missed.length === 0 || facts.some((key) => !heard.certain.includes(key)))
    return undefined
  const open = unknown.filter((text) => heard.asked.unknown.some((one) => one === text || text.includes(one)))
  return open.length === unknown.length
    ? undefined
    : `the fact "${missed[0]}" answers what was asked; tell it instead of "assume"`
}

type Heard = {
  asked: Asked
  certain: readonly string[]
  /** Things asked in this turn. */
  parts: number
  possible(key: string): boolean
  /** Whether the turn gives orders to the bot: then only the ear counts. */
  ordered: boolean
}

const made = new WeakMap<Talk['said'], Heard>()

const heardBy = (talk: Talk): Heard => {
  const before = made.get(talk.said)
  if (before) return before
  const { said, problem, stage, revealed } = talk
  const text = said.map((answer) => answer.text).join('\n')
  const all = questions(text, { invited: stage.id === 'clarify', names: naming(problem) })
  const asked = askedFor(problem, all, revealed)
  const wanting = all.filter(({ checks }) => checks === undefined)
  const heard: Heard = {
    asked,
    certain: asked.facts.map(({ id }) => id),
    parts: wanting.reduce((sum, { clauses }) => sum + Math.max(1, clauses.length), 0),
    possible: (key) => wanting.some((question) => touches(question, key, talk, asked)),
    ordered: orders(words(text.slice(0, 20_000))).length > 0,
  }
  made.set(talk.said, heard)
  return heard
}

const touches = (question: Question, key: string, { problem }: Talk, asked: Asked): boolean =>
  asked.unknown.some((one) => question.text.includes(one)) ||
  known(problem)
    .find(question.words)
    .some(({ fact, points }) => fact.id === key && points >= TOUCH)

/** Points by which a question has to do with a fact at all. */
const TOUCH = 0.15
