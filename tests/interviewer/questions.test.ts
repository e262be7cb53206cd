/** How many natural questions find exactly their facts, held to what was reached before. */
import { describe, expect, it } from 'vitest'
import type { Problem } from '../../src/flow/problem.ts'
import { askedFor, naming } from '../../src/interviewer/facts.ts'
import { offTopic } from '../../src/interviewer/off-topic.ts'
import { questions } from '../../src/interviewer/questions.ts'
import { scriptedInterviewer } from '../../src/interviewer/scripted.ts'
import { ASKED, FLOW, HELD_OUT, NOT_ASKED, PROBLEMS, problemOf, RECORDED } from './bank.ts'
import { brief } from './contract.ts'

const heard = (problem: Problem, text: string): { facts: string[]; unknown: string[] } => {
  if (offTopic(text, problem)) return { facts: [], unknown: [] }
  const asked = questions(text, { invited: true, names: naming(problem) })
  const { facts, unknown } = askedFor(problem, asked, [])
  return { facts: facts.map(({ id }) => id), unknown }
}

type Outcome = { says: string; exact: boolean; wrong: number; told: number }

const outcome = (problem: Problem, says: string, wanted: readonly string[]): Outcome => {
  const { facts, unknown } = heard(problem, says)
  const known = wanted.filter((id) => id !== 'unknown').map((ids) => ids.split('|'))
  const wrong = facts.filter((id) => !known.flat().includes(id)).length
  const whole = known.every((ids) => ids.some((id) => facts.includes(id)))
  const open = known.length === wanted.length || unknown.length > 0
  return { says, exact: whole && open && wrong === 0, wrong, told: facts.length }
}

const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0)

describe('natural questions', () => {
  it('are written for every problem, about facts that there are', () => {
    for (const rows of [ASKED, HELD_OUT]) {
      expect(new Set(rows.map(({ problem }) => problem))).toEqual(new Set(PROBLEMS.keys()))
      for (const { problem, says, facts } of rows) {
        const ids = ['unknown', ...problemOf(problem).facts.map(({ id }) => id)]
        const strange = facts.flatMap((one) => one.split('|')).filter((id) => !ids.includes(id))
        expect(strange, `${problem}: ${says}`).toEqual([])
      }
    }
  })

  it.each([
    ['tuned', ASKED],
    ['heldOut', HELD_OUT],
  ] as const)('bring exactly their facts as often as recorded: %s', (name, rows) => {
    const held = name === 'heldOut'
    const all = rows.map(({ problem, says, facts }) => outcome(problemOf(problem), says, facts))
    const exact = all.filter((one) => one.exact).length / all.length
    const wrong = sum(all.map((one) => one.wrong)) / sum(all.map((one) => one.told))
    const missed = all.flatMap((one) => (one.exact ? [] : [one.says])).join('\n')
    expect(exact, `exact ${exact}\n${held ? '' : missed}`).toBeGreaterThanOrEqual(RECORDED[name].exact)
    expect(wrong, `wrong ${wrong}`).toBeLessThanOrEqual(RECORDED[name].wrong)
  })

  it('are answered by the interviewer with what they found and nothing else', async () => {
    const stage = FLOW.stages.find((one) => one.id === 'clarify')
    if (stage === undefined) throw new Error('mlsd.yaml has no stage clarify')
    for (const { problem: id, says } of ASKED) {
      const problem = problemOf(id)
      const found = heard(problem, says)
      const { facts, say } = await scriptedInterviewer().reply(brief(says, { flow: FLOW, problem, stage }))
      expect(facts, says).toEqual(found.facts.slice(0, facts.length))
      if (facts.length < found.facts.length) expect(say).toMatch(/again/i)
      for (const fact of problem.facts)
        expect(say.includes(fact.says), `${says}: ${fact.id}`).toBe(facts.includes(fact.id))
    }
  })
})

describe('what asks for nothing', () => {
  it.each(NOT_ASKED.map(({ problem, says }) => [says, problem] as const))('%s', (says, problem) => {
    expect(heard(problemOf(problem), says)).toEqual({ facts: [], unknown: [] })
  })
})
