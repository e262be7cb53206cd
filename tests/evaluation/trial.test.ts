import { describe, expect, it, test } from 'vitest'
import { gradeSingle } from '../../src/evaluation/single.ts'
import { trialOf } from '../../src/evaluation/trial.ts'
import type { Case, Grader } from '../../src/grader/grader.ts'
import { lexicalGrader } from '../../src/grader/lexical.ts'
import type { Mark } from '../../src/interview/verdict.ts'
import { ANSWERS, FLOW, PROBLEM, read } from './labelled.ts'

/** A grader that gives every criterion the mark that `mark` finds for what was said. */
const judge = (
  mark: (task: Case, nth: number) => { mark: Mark; quote: string } | null,
  seen: Case[] = [],
): Grader => ({
  by: 'test 1.0.0',
  local: true,
  judge: async (task) => {
    seen.push(task)
    const found = mark(task, seen.length)
    const verdicts = task.criteria.map(({ id }) => ({
      criterion: id,
      verdict: found?.mark ?? (0 as Mark),
      quote: found?.quote ?? '',
    }))
    return { verdicts, flags: [], by: 'test 1.0.0', assessed: found !== null }
  },
})

const trial = (grader: () => Grader) =>
  trialOf({
    files: read({ 'a.yaml': ANSWERS }),
    flow: FLOW,
    problems: new Map([[PROBLEM.id, PROBLEM]]),
    grader: async () => grader(),
  })

const said = ({ answers }: Case) => answers.map(({ text }) => text).join('\n')

describe('one answer', () => {
  const stage = FLOW.stages[0]?.id ?? ''

  it('is given with its problem and question, as messages in a row, against the judged criteria', async () => {
    const problem = PROBLEM
    const seen: Case[] = []
    const grader = judge(() => ({ mark: 0, quote: '' }), seen)
    await gradeSingle(grader, { flow: FLOW, stage, problem, asked: 'And why?', messages: ['one', 'two'] })
    const [task] = seen
    expect(task?.given).toEqual([PROBLEM.opening, FLOW.stages[0]?.opening, 'And why?'])
    expect(task).toMatchObject({ problem, synonyms: FLOW.synonyms })
    expect(task?.answers).toMatchObject([
      { entry: 0, stage, text: 'one', attempt: 0 },
      { entry: 1, stage, text: 'two', attempt: 0 },
    ])
    expect(task?.criteria.map(({ id }) => id)).toEqual(
      FLOW.stages[0]?.criteria.filter(({ measured }) => !measured).map(({ id }) => id),
    )
  })

  it('costs what was said that is wrong, where it was really said', async () => {
    const grade = async (wrong: string) => {
      const plain = judge(() => ({ mark: 1, quote: 'my' }))
      const flagging: Grader = {
        ...plain,
        judge: async (task) => {
          const flags = [{ criterion: task.criteria[0]?.id ?? '', says: 'Wrong.', quote: wrong, entry: 0 }]
          return { ...(await plain.judge(task)), flags }
        },
      }
      return (await gradeSingle(flagging, { flow: FLOW, stage, messages: ['my words'] })).score ?? Number.NaN
    }
    expect(await grade('words')).toBeLessThan(await grade('not said'))
  })

  it('earns nothing with words that were not said, and has no score where it was not assessed', async () => {
    const grade = (quote: string | null) =>
      gradeSingle(
        judge(() => (quote === null ? null : { mark: 2, quote })),
        { flow: FLOW, stage, messages: ['my words'] },
      )
    expect((await grade('my words')).score).toBeGreaterThan(0.5)
    expect((await grade('your words')).score).toBe(0)
    expect((await grade(null)).score).toBeNull()
  })
})

describe('a trial', () => {
  it('tells of every answer in the order of the file', async () => {
    const { by, outcomes } = await trial(() =>
      judge((task) => (/goal,/.test(said(task)) ? null : { mark: 0, quote: '' })),
    )
    expect(by).toBe('test 1.0.0')
    expect(outcomes).toMatchObject([
      { id: 'first-a', label: 2, score: 0, level: 0, words: 14, question: 'a.yaml#1', problem: PROBLEM.id },
      { id: 'first-b', label: 0, trick: 'keyword-list', words: 4 },
      { id: 'second-a', label: 1, words: 6, question: 'a.yaml#2', heldOut: false },
    ])
    expect(outcomes.every(({ repeated, file }) => repeated && file === 'a.yaml')).toBe(true)
  })

  it('catches a grader that remembers', async () => {
    let shared = 0
    const { outcomes } = await trial(() =>
      judge((task) => {
        shared += 1
        return { mark: shared > 12 ? 1 : 0, quote: said(task).slice(0, 3) }
      }),
    )
    expect(outcomes.filter(({ repeated }) => !repeated).length).toBeGreaterThan(0)
  })

  it('catches a second grading that quotes other words', async () => {
    let graders = 0
    const { outcomes } = await trial(() => {
      graders += 1
      const from = graders - 1
      return judge((task) => ({ mark: 1, quote: (task.answers[0]?.text ?? '').slice(from, from + 4) }))
    })
    expect(graders).toBe(2)
    expect(outcomes.every(({ repeated }) => !repeated)).toBe(true)
  })

  it.each([
    ['upper-case', /^I would|and WHO|GOAL,|WHAT/],
    ['markdown', /\*\*|^- /m],
  ])('catches a grader that %s moves', async (change, pattern) => {
    const { outcomes } = await trial(() =>
      judge((task) => ({ mark: pattern.test(said(task)) ? 1 : 0, quote: said(task).slice(0, 2) })),
    )
    expect(outcomes.filter(({ moved }) => moved?.includes(change)).length).toBeGreaterThan(0)
    expect(outcomes.filter(({ moved }) => moved?.includes('one-line'))).toEqual([])
  })
})

test('the lexical grader goes through the same door', async () => {
  const { by, outcomes } = await trial(lexicalGrader)
  expect(by).toMatch(/^lexical /)
  expect(outcomes.every(({ repeated, score }) => repeated && score !== null)).toBe(true)
})
