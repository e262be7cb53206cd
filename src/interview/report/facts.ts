/** What the interviewer held back: what was asked for, and what nobody asked. */
import type { Fact, NumericCheck } from '../../flow/problem.ts'
import { answers } from '../transcript.ts'
import type { Material } from './material.ts'
import { asPut } from './put.ts'

type Told = Pick<Fact, 'id' | 'topic' | 'says'>

/** The problem's facts by whether they were told, and the questions that none of them answers. */
export type Facts = {
  asked: Told[]
  neverAsked: Told[]
  /** Questions of the candidate for which no fact is held, as they were put. */
  unknown: string[]
}

/** Sorts the facts by whether the candidate got them out of the interviewer; what a person told is not known. */
export const factsOf = ({ problem, context, log }: Material): Facts => {
  const said = answers(log).map(({ text }) => text)
  const told = ({ id, topic, says }: Fact): Told => ({ id, topic, says })
  const asked = ({ id }: Fact): boolean => context.revealed.includes(id)
  return {
    asked: problem.facts.filter(asked).map(told),
    neverAsked: context.options.peer ? [] : problem.facts.filter((fact) => !asked(fact)).map(told),
    unknown: [...new Set(context.unknown.map((part) => asPut(part, said)))],
  }
}

/** A figure that the facts allow to be derived; listed as data, whoever compares it with what was said. */
export type Figure = Pick<
  NumericCheck,
  'id' | 'asks' | 'derivation' | 'value' | 'tolerance' | 'unit' | 'words'
>

/** The figures of the problem, in its order. */
export const figuresOf = ({ problem }: Material): Figure[] =>
  problem.checks.map(({ id, asks, derivation, value, tolerance, unit, words }) => {
    return { id, asks, derivation, value, tolerance, unit, words: [...words] }
  })
