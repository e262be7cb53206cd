/** A reply that nobody has seen yet, and what it is held against. */
import type { InterviewerAnswer } from '../../prompt/interviewer-answer.ts'
import type { Brief } from '../interviewer.ts'

/** The brief of the turn. */
export type Talk = Brief

/** What a model would say, and what it says it does by that. */
export type Draft = Omit<InterviewerAnswer, 'noticed'>

/** What is wrong with a draft, in words that a model can mend it by; nothing where it may be said. */
export type Check = (draft: Draft, talk: Talk) => string | undefined

/** What the candidate has said so far, the messages of this turn last. */
export const candidateWords = ({ log = [], said }: Talk): string[] => [
  ...log.flatMap(({ who, text }) => (who === 'candidate' ? [text] : [])),
  ...said.map(({ text }) => text),
]

/** What may be said whoever asks: what the candidate has read, and the questions of flow and problem for this stage. */
export const openWords = ({ problem, stage, spoken }: Talk): string[] => [
  problem.title,
  problem.opening,
  ...spoken,
  stage.title,
  stage.opening,
  ...stage.criteria.flatMap(({ probes }) => probes),
  ...problem.probes.filter((probe) => probe.stage === stage.id).map(({ asks }) => asks),
]

/** The sentences of facts by their keys; unknown keys have none. */
export const saysOf = ({ problem }: Pick<Talk, 'problem'>, facts: readonly string[]): string[] =>
  problem.facts.filter(({ id }) => facts.includes(id)).map(({ says }) => says)

/** All that a reply with these facts may repeat. */
export const repeatable = (talk: Talk, facts: readonly string[]): string[] => [
  ...openWords(talk),
  ...candidateWords(talk),
  ...saysOf(talk, [...facts, ...talk.revealed]),
]
