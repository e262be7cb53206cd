/** What an interview of forty turns costs in prompt tokens, counted with the encoding o200k_base of gpt-tokenizer. */
import { describe, expect, it } from 'vitest'
import { BLOCK, type Counted } from '../../src/prompt/counting.ts'
import { FORTY, PROMPTS } from './files.ts'
import { counter, MARK, tasksOf, teachingOf, tokens, turnsOf } from './talk.ts'

const { turns } = FORTY

const sum = (all: readonly Counted[], key: keyof Counted): number =>
  all.reduce((total, one) => total + one[key], 0)

const interview = (kept: typeof turns): Counted[] => {
  const count = counter(BLOCK)
  return turnsOf(kept).map((turn) => count(PROMPTS.interviewer(turn, MARK)))
}

const judging = (kept: typeof turns): Counted[] => {
  const count = counter(BLOCK)
  return tasksOf(kept).flatMap((task) => {
    const ids = task.criteria.map(({ id }) => id)
    return [ids, ids.toReversed()].map((order) => count(PROMPTS.judge(task, order, MARK)))
  })
}

describe('an interview of forty turns', () => {
  const asked = interview(turns)
  const judged = judging(turns)

  it('has forty turns through all stages', () => {
    expect(turns.filter(({ says }) => says !== undefined)).toHaveLength(40)
    expect(turns.filter(({ stage }) => stage !== undefined)).toHaveLength(7)
    for (const { asks } of turns) expect(asks.split(/\s+/).length).toBeLessThanOrEqual(62)
  })

  it('repeats what was sent in each turn after the first, at least nine tokens in ten', () => {
    for (const { all, fresh } of asked.slice(1)) expect(fresh / all).toBeLessThanOrEqual(0.1)
  })

  const taught = [counter(BLOCK)(PROMPTS.teach(teachingOf(turns), MARK))]

  it('sends fewer than 90,000 tokens that no endpoint has kept, with two judgements of every stage and a lesson', () => {
    const every = [...asked, ...judged, ...taught]
    const [fresh, all] = [sum(every, 'fresh'), sum(every, 'all')]
    process.stdout.write(
      `forty turns: ${every.length} calls, ${all} prompt tokens, ${fresh} of them new, ${sum(taught, 'fresh')} to teach\n`,
    )
    expect(fresh).toBeLessThan(90_000)
  })

  it('shares rules, framework and problem with another interview on the same problem', () => {
    const count = counter(BLOCK)
    const [first] = turnsOf(turns)
    if (first === undefined) throw new Error('the talk is empty')
    count(PROMPTS.interviewer(first, MARK))
    const { all, fresh } = count(
      PROMPTS.interviewer({ ...first, options: { ...first.options, level: 'mid' } }, 'b04e77d1c29a'),
    )
    expect(fresh / all).toBeLessThan(0.1)
  })
})

describe('tokens grow with the length of an interview, and no faster', () => {
  const total = (kept: typeof turns): number =>
    turnsOf(kept).reduce((sum, turn) => sum + tokens(PROMPTS.interviewer(turn, MARK)), 0)

  /** The same stages, each so many times as long. */
  const longer = (times: number): typeof turns => {
    const stages: (typeof turns)[] = []
    for (const one of turns) {
      if (one.stage === undefined) stages.at(-1)?.push(one)
      else stages.push([one])
    }
    return stages.flatMap(([open, ...rest]) => [
      ...(open ? [open] : []),
      ...Array.from({ length: times }, () => rest).flat(),
    ])
  }

  it('from one length to twice and four times of it', () => {
    const [once, twice, four] = [total(longer(1)), total(longer(2)), total(longer(4))]
    expect(twice / once).toBeLessThan(2.2)
    expect(four / twice).toBeLessThan(2.2)
  })

  it('also where all of it is one stage', () => {
    const said = turns.filter(({ says }) => says !== undefined)
    const [stage] = turns
    const talk = (times: number): typeof turns => [
      ...(stage ? [stage] : []),
      ...Array.from({ length: times }, () => said).flat(),
    ]
    expect(total(talk(6)) / total(talk(3))).toBeLessThan(2.1)
  })
})
