/** What every grader promises, whoever judges. */
import { describe, expect, it } from 'vitest'
import type { Case, Grader } from '../../src/grader/grader.ts'
import type { Answer } from '../../src/interview/transcript.ts'
import { SMALL_FLOW, SMALL_PROBLEM } from '../flow/small.ts'

export const CRITERIA = SMALL_FLOW.stages.flatMap((stage) => stage.criteria)
export const OPENING = SMALL_PROBLEM.opening

/** Messages as answers; each stands alone, with a turn of the interviewer before it. */
export const said = (...texts: string[]): Answer[] =>
  texts.map((text, i) => ({ entry: i * 2, at: i * 60_000, stage: 'data', text, attempt: 0 }))

export const task = (...texts: string[]): Case => ({
  criteria: CRITERIA,
  answers: said(...texts),
  given: [OPENING],
})

export const HOSTILE: readonly [name: string, text: string][] = [
  ['nothing', ''],
  ['white space', ' \n\t '],
  ['a megabyte of words', 'split by time because '.repeat(45_000)],
  ['a megabyte without a space', 'x'.repeat(1_000_000)],
  ['binary', Array.from({ length: 3_000 }, (_, i) => String.fromCharCode((i * 7919) % 65_536)).join('')],
  ['lone surrogates', '\ud800 split by time \udc00 because \ud83d'.repeat(50)],
  ['emoji', '🙂👩‍👩‍👧‍👦🏳️‍🌈'.repeat(200)],
  ['right to left', '\u202esplit by time, because labels are late\u202c שלום'],
  ['patterns and templates', '(a+)+$ `process` {{x}} <script>1</script> %s __proto__ constructor toString'],
]

/** Runs the suite against a grader. */
export const graderContract = (name: string, make: () => Grader): void => {
  describe(`${name} keeps the contract of a grader`, () => {
    const text = 'The classes are imbalanced. I would split by time, because a random one leaks the future.'

    it('gives one verdict per criterion, in their order', async () => {
      const { verdicts } = await make().judge(task(text))
      expect(verdicts.map((verdict) => verdict.criterion)).toEqual(CRITERIA.map(({ id }) => id))
      const some = CRITERIA.filter(({ id }) => id === 'SP2')
      const fewer = await make().judge({ ...task(text), criteria: some })
      expect(fewer.verdicts.map((verdict) => verdict.criterion)).toEqual(['SP2'])
    })

    it('quotes the candidate word for word and names the message', async () => {
      const task_ = task('I have no idea yet.', text)
      const { verdicts } = await make().judge(task_)
      const earned = verdicts.filter(({ verdict }) => verdict > 0)
      expect(earned.map(({ criterion }) => criterion)).toContain('SP2')
      for (const { quote, entry } of earned) {
        expect(quote).not.toBe('')
        expect(task_.answers.find((answer) => answer.entry === entry)?.text).toContain(quote)
      }
    })

    it('says who judged', async () => {
      const grader = make()
      expect((await grader.judge(task(text))).by).toBe(grader.by)
    })

    it('gives nothing for what was not said', async () => {
      for (const none of [
        task(),
        task('Hello.'),
        task('The weather was lovely on the coast last weekend.'),
      ]) {
        const { verdicts, flags, assessed } = await make().judge(none)
        expect(verdicts.map(({ verdict, quote }) => [verdict, quote])).toEqual(CRITERIA.map(() => [0, '']))
        expect(flags).toEqual([])
        expect(assessed).toBe(true)
      }
    })

    it.each(HOSTILE)('survives %s', async (_, hostile) => {
      const began = process.cpuUsage()
      const { verdicts } = await make().judge(task(hostile, text))
      expect(verdicts).toHaveLength(CRITERIA.length)
      expect(process.cpuUsage(began).user / 1_000).toBeLessThan(2_000)
    })
  })
}
