/** Marks of texts by the lexical grader, on the small flow and on the framework of the house. */
import { readFileSync } from 'node:fs'
import type { Flow } from '../../src/flow/flow.ts'
import { parseFlow } from '../../src/flow/parse.ts'
import type { Case } from '../../src/grader/grader.ts'
import { lexicalGrader } from '../../src/grader/lexical.ts'
import type { Judgement, Mark } from '../../src/interview/verdict.ts'
import { CRITERIA, said } from './contract.ts'

const PATH = new URL('../../flows/mlsd.yaml', import.meta.url)

/** The framework of the house, its criteria, and one sentence after the other that its file says well. */
export const HOUSE: Flow = parseFlow(readFileSync(PATH, 'utf8'), 'flows/mlsd.yaml')
export const HOUSE_CRITERIA = HOUSE.stages.flatMap((stage) => stage.criteria)
export const SENTENCES = HOUSE_CRITERIA.flatMap(({ exemplar, hints }) => [exemplar, ...hints])

export type About = Partial<Omit<Case, 'answers'>>

/** Judges texts, each a message of its own, by a new grader; by the criteria of the small flow unless told otherwise. */
export const judged = (texts: string | readonly string[], about: About = {}): Promise<Judgement> =>
  lexicalGrader().judge({ criteria: CRITERIA, given: [], ...about, answers: said(...[texts].flat()) })

export const houseJudged = (text: string): Promise<Judgement> =>
  judged(text, { criteria: HOUSE_CRITERIA, synonyms: HOUSE.synonyms })

/** What was earned, by criterion; misses are left out. */
export const earned = ({ verdicts }: Judgement): Record<string, Mark> =>
  Object.fromEntries(
    verdicts.flatMap(({ criterion, verdict }) => (verdict > 0 ? [[criterion, verdict]] : [])),
  )

export const warned = ({ flags }: Judgement): string[] => flags.map(({ criterion }) => criterion)

export const total = ({ verdicts }: Judgement): number =>
  verdicts.reduce((sum, { verdict }) => sum + verdict, 0)
