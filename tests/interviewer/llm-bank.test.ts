/** The checks over the whole bank: what the scripted interviewer says may be said, what graders read may not. */
import { describe, expect, it } from 'vitest'
import { faultsOf, faultsOfWords } from '../../src/interviewer/check/checks.ts'
import type { Draft } from '../../src/interviewer/check/draft.ts'
import { scriptedInterviewer } from '../../src/interviewer/scripted.ts'
import { ASKED, FLOW, HELD_OUT, NOT_ASKED, PROBLEMS, problemOf } from './bank.ts'
import { brief } from './contract.ts'

const draft = (say: string, changes: Partial<Draft> = {}): Draft => ({
  say,
  move: 'probe',
  criterion: null,
  named: false,
  facts: [],
  unknown: [],
  ...changes,
})

const stages = FLOW.stages.filter(({ id }) => ['clarify', 'data', 'model'].includes(id))
const some = [...PROBLEMS.keys()].slice(0, 6)
const rows = [...ASKED, ...HELD_OUT, ...NOT_ASKED]
  .filter(({ problem }) => some.includes(problem))
  .filter((_, n) => n % 4 === 0)

describe('checks over the bank', () => {
  it('let the scripted interviewer speak', { timeout: 60_000 }, async () => {
    const refused: string[] = []
    for (const [n, { says, problem }] of rows.entries()) {
      const stage = stages[n % stages.length] ?? FLOW.stages[0]
      if (stage === undefined) throw new Error('mlsd.yaml has no stages')
      const task = brief(says, { flow: FLOW, problem: problemOf(problem), stage, elapsed: 0.6 })
      const {
        say,
        move,
        criterion = null,
        named = false,
        facts,
        unknown,
      } = await scriptedInterviewer().reply(task)
      const faults = faultsOf({ say, move, criterion, named, facts, unknown }, task)
      if (faults.length > 0)
        refused.push(`${says}\n  ${say}\n  ${faults.map((fault) => fault.says).join('; ')}`)
    }
    expect(rows.length).toBeGreaterThan(60)
    expect(refused).toEqual([])
  })

  it('let nobody say what only graders and reports may', () => {
    const [problem] = PROBLEMS.values()
    if (problem === undefined) throw new Error('there is no problem')
    const spoken = FLOW.stages.flatMap((stage) =>
      stage.criteria.flatMap(({ measured, anchors, exemplar, asks }) =>
        (measured ? [] : [anchors.clear, anchors.miss, exemplar, asks]).map((say) => ({ stage, say })),
      ),
    )
    const said = spoken.filter(({ stage, say }) => {
      const task = brief('I would look at it first.', { flow: FLOW, problem, stage })
      return faultsOfWords(draft(say), task).length === 0
    })
    expect(spoken.length).toBeGreaterThan(200)
    expect(said.length / spoken.length).toBeLessThan(0.05)
  })
})
