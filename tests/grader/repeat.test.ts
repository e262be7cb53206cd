/** Equal input gives an equal judgement, whoever asked before and in whatever order. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planOf } from '../../src/interview/plan.ts'
import { SMALL_PROBLEM } from '../flow/small.ts'
import { CRITERIA, HOSTILE, OPENING } from './contract.ts'
import { type About, HOUSE, HOUSE_CRITERIA, judged, SENTENCES } from './marking.ts'

const TEXTS = [
  'The classes are imbalanced, 3 % are late, so I use class weights. I split by time with a gap since labels leak.',
  'I split by time with a quiet period of two days, because otherwise labels would flatter me.',
  'a tradeoff, a trade off and trade-offs; the splitt by tmie',
  OPENING,
  ...SENTENCES.slice(0, 6),
  ...HOSTILE.map(([, text]) => text.slice(0, 2_000)),
]
const ABOUT: readonly About[] = [
  {},
  { given: [OPENING] },
  { given: [OPENING, TEXTS[0] ?? ''] },
  { problem: SMALL_PROBLEM },
  { criteria: CRITERIA.slice(0, 2) },
  { criteria: [...CRITERIA].reverse() },
  { criteria: HOUSE_CRITERIA },
  { synonyms: [['gap', 'quiet period']] },
  { synonyms: [['gap', 'quiet period']], problem: SMALL_PROBLEM },
]

/** The same case, of which nothing is remembered. */
const anew = (about: About): About => structuredClone({ criteria: CRITERIA, ...about })

describe('a judgement', () => {
  it('is the same again, by a new grader and after any others', async () => {
    const asks = fc.array(fc.tuple(fc.constantFrom(...TEXTS), fc.constantFrom(...ABOUT)), {
      minLength: 1,
      maxLength: 12,
    })
    await fc.assert(
      fc.asyncProperty(asks, async (all) => {
        const first = []
        for (const [text, about] of all) first.push(await judged(text, about))
        const backwards = []
        for (const [text, about] of [...all].reverse()) backwards.unshift(await judged(text, about))
        expect(backwards).toEqual(first)
        const fresh = []
        for (const [text, about] of all) fresh.push(await judged(text, anew(about)))
        expect(fresh).toEqual(first)
      }),
      { numRuns: 15 },
    )
  })

  it('leaves what it was given as it was', async () => {
    for (const about of ABOUT) {
      const before = structuredClone(about)
      await judged(TEXTS, about)
      expect(about).toEqual(before)
    }
  })
})

/** A word that spells no word of its stage but one, and that is as near to another word of the whole flow. */
const SLIPPED = 'I would use sroting mail because it matters.'

/** The same answer judged by the criteria of one stage, with and without what stands around it, in the order given. */
const judgedInTurn = async (...turns: readonly ('alone' | 'in its flow')[]) => {
  // A copy, of which nothing was asked before: what is kept of criteria is kept for the very same ones.
  const flow = structuredClone(HOUSE)
  const { criteria } = planOf(flow).stage('overview')
  const about = { criteria, synonyms: flow.synonyms }
  const found: Record<string, unknown> = {}
  for (const turn of turns) {
    const homes = turn === 'alone' ? {} : { homes: planOf(flow).criteria }
    found[turn] = await judged(SLIPPED, { ...about, ...homes })
  }
  return found
}

describe('of the same criteria', () => {
  it('an answer alone and one in its flow are judged apart, whichever comes first', async () => {
    const found = await judgedInTurn('alone', 'in its flow')
    expect(found['in its flow']).not.toEqual(found.alone)
    expect(await judgedInTurn('in its flow', 'alone')).toEqual(found)
  })
})
