import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkFlow } from '../../src/flow/check.ts'
import type { Cut } from '../../src/flow/cut.ts'
import { cutOut, fociOf, type Taking } from '../../src/flow/cutting.ts'
import { type Fault, FlowError } from '../../src/flow/faults.ts'
import type { Flow } from '../../src/flow/flow.ts'
import { flowOutline, kindOf } from '../../src/flow/outline.ts'
import { parseCut, parseFlow } from '../../src/flow/parse.ts'
import { changed, FLOW, lineOf } from './broken.ts'
import { SMALL_FLOW, SMALL_PROBLEM } from './small.ts'

const SPRINT = `id: stint
version: 2.1.0
title: Stint
cut: small
take: one-stage
among: [clarify, data]
about: One stage of the small flow.
minutes: 6
bounds: { least: 3, most: 12 }
clock: { nudge: 1, interrupt: 1.2 }
`
const QUESTION = SPRINT.replace('one-stage', 'one-criterion')
const BASES = new Map([['small', SMALL_FLOW]])

const cutIn = (text: string): Cut => parseCut(text, 'stint.yaml', BASES)
const held = (text: string, taking: Partial<Taking> = {}): Flow => {
  const flow = cutOut(cutIn(text), SMALL_FLOW, { level: 'mid', problem: SMALL_PROBLEM, seed: 's', ...taking })
  if (!flow) throw new Error('nothing was held')
  return flow
}

describe('a stage in depth', () => {
  it('is a flow of that stage alone, with the minutes of the cut and the rubric of the whole', () => {
    const flow = held(SPRINT, { focus: 'data' })
    const stage = SMALL_FLOW.stages.find(({ id }) => id === 'data')
    expect(flow).toMatchObject({
      ...{ id: 'stint', version: '2.1.0', rubric: SMALL_FLOW.rubric, title: `Stint: ${stage?.title}` },
      ...{ minutes: 6, bounds: { least: 3, most: 12 }, part: { of: 'small 1.0.0', take: 'one-stage' } },
    })
    expect(flow.twists).toEqual(SMALL_FLOW.twists)
    expect(flow.stages).toEqual([{ ...stage, minutes: 6, weight: 1 }])
    expect(checkFlow(flow)).toEqual([])
  })

  it('keeps the synonyms, and leaves out what only a whole talk can show', () => {
    const base = { ...SMALL_FLOW, synonyms: [['parcel', 'package']] }
    const cut = cutIn(SPRINT.replace('[clarify, data]', '[details]'))
    const flow = cutOut(cut, base, { level: 'mid', problem: SMALL_PROBLEM, seed: '' })
    expect(flow?.synonyms).toEqual(base.synonyms)
    expect(flow?.stages[0]?.twist).toBe(true)
    expect(flow?.stages[0]?.criteria.map(({ id }) => id)).toEqual(['DT1'])
  })

  it('is drawn among those that can stand alone where none is named, by weight and always alike', () => {
    const drawn = Array.from({ length: 400 }, (_, seed) => held(SPRINT, { seed: `${seed}` }).stages[0]?.id)
    const data = drawn.filter((id) => id === 'data').length
    const [clarify, second] = SMALL_FLOW.stages.map(({ weight }) => weight) as [number, number]
    expect(new Set(drawn)).toEqual(new Set(['clarify', 'data']))
    expect(data / 400).toBeCloseTo(second / (clarify + second), 1)
    expect(held(SPRINT, { seed: '7' })).toEqual(held(SPRINT, { seed: '7' }))
  })

  it('cannot be one that does not stand alone', () => {
    for (const focus of ['details', 'DX2', 'nowhere']) {
      const taking = { focus, level: 'mid' as const, problem: SMALL_PROBLEM, seed: '' }
      expect(cutOut(cutIn(SPRINT), SMALL_FLOW, taking)).toBeUndefined()
    }
  })
})

describe('a single question', () => {
  it('opens with a question of the problem on the criterion, and has one more', () => {
    const flow = held(QUESTION, { focus: 'SP2' })
    const [stage] = flow.stages
    const [criterion] = stage?.criteria ?? []
    const own = SMALL_PROBLEM.probes.find(({ criterion }) => criterion === 'SP2')?.asks
    expect(stage).toMatchObject({ id: 'data', opening: own, twist: false, weight: 1 })
    expect(stage?.criteria).toHaveLength(1)
    expect(stage?.steps.map(({ id }) => id)).toEqual([criterion?.step])
    expect(criterion?.probes).toHaveLength(2)
    expect(criterion?.probes[0]).toBe(own)
    expect(criterion?.press).toBe(criterion?.probes[1])
    const whole = SMALL_FLOW.stages.flatMap(({ criteria }) => criteria).find(({ id }) => id === 'SP2')
    const { hints, exemplar, anchors, signals } = whole ?? {}
    expect(criterion).toMatchObject({ id: 'SP2', hints, exemplar, anchors, signals })
  })

  it('has no twist, and of what is expected the core comes three times as often', () => {
    const cut = cutIn(QUESTION.replace('[clarify, data]', '[details]'))
    const taking = { level: 'mid' as const, problem: SMALL_PROBLEM, seed: '' }
    expect(cutOut(cut, SMALL_FLOW, taking)?.stages[0]).toMatchObject({ id: 'details', twist: false })
    const stages = SMALL_FLOW.stages.map((stage) => ({
      ...stage,
      criteria: stage.criteria.map(({ core: _, ...one }, n) => ({
        ...{ ...one, level: 'junior' as const, weight: 1 },
        ...(n === 0 && { core: 'junior' as const }),
      })),
    }))
    const [first, ...others] = stages.find(({ id }) => id === 'data')?.criteria ?? []
    const drawn = Array.from({ length: 400 }, (_, seed) => {
      const flow = cutOut(
        cutIn(QUESTION),
        { ...SMALL_FLOW, stages },
        { ...taking, focus: 'data', seed: `${seed}` },
      )
      return flow?.stages[0]?.criteria[0]?.id
    })
    const share = drawn.filter((id) => id === first?.id).length / drawn.length
    expect(others.length).toBeGreaterThan(0)
    expect(share).toBeCloseTo(3 / (3 + others.length), 1)
  })

  it('begins with a question that stands alone where there is one, and goes on with any other', () => {
    const alone = ['Which one alone?', 'Which other alone?']
    const stages = SMALL_FLOW.stages.map((stage) => ({
      ...{ ...stage, alone: 'What of this stage?' },
      criteria: stage.criteria.map((one) => ({ ...one, alone })),
    }))
    const base = { ...SMALL_FLOW, stages }
    const taking = { focus: 'CL3', level: 'mid' as const, problem: { probes: [] } }
    const probes = SMALL_FLOW.stages[0]?.criteria.find(({ id }) => id === 'CL3')?.probes ?? []
    const begun = ['a', 'b', 'c', 'd'].map(
      (seed) => cutOut(cutIn(QUESTION), base, { ...taking, seed })?.stages[0],
    )
    expect(new Set(begun.map((stage) => stage?.opening))).toEqual(new Set(alone))
    for (const stage of begun) {
      expect(stage?.criteria[0]?.probes[0]).toBe(stage?.opening)
      expect(probes).toContain(stage?.criteria[0]?.probes[1])
    }
    const sprint = cutOut(cutIn(SPRINT), base, { ...taking, focus: 'data', seed: '' })?.stages[0]
    expect(sprint?.opening).toBe('What of this stage?')
    expect([...begun, sprint].some((stage) => stage !== undefined && 'alone' in stage)).toBe(false)
  })

  it('is followed up by the direct question where there is no other', () => {
    const stages = SMALL_FLOW.stages.map((stage) => ({
      ...stage,
      criteria: stage.criteria.map((one) => ({ ...one, probes: one.probes.slice(0, 1) })),
    }))
    const taking = { focus: 'CL3', level: 'mid' as const, problem: { probes: [] }, seed: '' }
    const flow = cutOut(cutIn(QUESTION), { ...SMALL_FLOW, stages }, taking)
    const before = stages[0]?.criteria.find(({ id }) => id === 'CL3')
    expect(flow?.stages[0]?.criteria[0]).toEqual(before)
  })

  it('is drawn from what is expected at the level, core most often, or from a stage that is named', () => {
    const drawn = Array.from({ length: 200 }, (_, seed) =>
      held(QUESTION, { seed: `q${seed}`, level: 'junior' }),
    )
    const levels = drawn.map((flow) => flow.stages[0]?.criteria[0]?.level)
    expect(new Set(levels)).toEqual(new Set(['junior']))
    const ofData = Array.from({ length: 50 }, (_, seed) => held(QUESTION, { seed: `${seed}`, focus: 'data' }))
    expect(new Set(ofData.map((flow) => flow.stages[0]?.id))).toEqual(new Set(['data']))
    expect(new Set(ofData.map((flow) => flow.stages[0]?.criteria[0]?.id)).size).toBeGreaterThan(1)
  })

  it('never has a fault, whatever the seed, the level and the criterion', () => {
    const { criteria } = fociOf(cutIn(QUESTION), SMALL_FLOW)
    const level = fc.constantFrom('junior' as const, 'mid' as const, 'senior' as const, 'staff' as const)
    fc.assert(
      fc.property(fc.string(), level, fc.option(fc.constantFrom(...criteria)), (seed, at, focus) => {
        const flow = held(QUESTION, { seed, level: at, focus: focus ?? undefined })
        expect(checkFlow(flow)).toEqual([])
        expect(flow.stages.flatMap((stage) => stage.criteria)).toHaveLength(1)
      }),
      { numRuns: 100 },
    )
  })
})

const faultsOf = (text: string): readonly Fault[] => {
  try {
    parseCut(text, 'stint.yaml', BASES)
  } catch (error) {
    if (error instanceof FlowError) return error.faults
    throw error
  }
  return []
}

describe('a broken cut', () => {
  it.each([
    ['cut: small', 'cut: smal', 'cut', 'there is no whole flow "smal"', 'write one of: small'],
    ['take: one-stage', 'take: two-stages', 'take', '"two-stages" is not one', 'one-stage, one-criterion'],
    ['[clarify, data]', '[clarify, dada]', 'among.#2', 'there is no stage', 'clarify, data, details'],
    ['[clarify, data]', '[]', 'among', 'the list has 0 entries', 'add 1'],
    ['minutes: 6', 'minutes: 60', 'bounds', 'not between least 3 and most 12', 'raise most'],
    ['least: 3', 'least: 0.2', 'bounds.least', 'this stage has only 0.2 minutes', 'raise bounds.least'],
    ['interrupt: 1.2', 'interrupt: 0.9', 'clock.interrupt', 'not after the nudge', 'larger than nudge'],
    ['about: One stage', 'about: TODO stage', 'about', 'the placeholder "TODO"', 'write what belongs here'],
    ['title: Stint', 'titel: Stint', 'titel', 'the key "titel" is unknown', '"title"'],
    ['take: one-stage', 'take: one-stage\nstages: []', 'stages', 'unknown here', 'remove it'],
  ])('%s → %s is told with its line and what to do', (from, to, path, says, mend) => {
    const text = changed(SPRINT, [from, to])
    const fault = faultsOf(text).find((one) => one.path === path)
    expect(fault, JSON.stringify(faultsOf(text))).toMatchObject({ file: 'stint.yaml' })
    expect(fault?.says).toContain(says)
    expect(fault?.mend).toContain(mend)
    const line = to.includes('\n') ? to.slice(to.indexOf('\n') + 1) : to
    expect(fault?.line).toBe(lineOf(text, path === 'bounds' ? 'bounds:' : line))
  })

  it('cannot take a stage of which nothing core can be judged', () => {
    const base = parseFlow(
      changed(FLOW, ['        core: junior\n        weight: 2\n', '        weight: 2\n']),
      'small.yaml',
    )
    const stages = base.stages.map((stage) => ({
      ...stage,
      criteria: stage.criteria.map(({ core: _, ...one }) => one),
    }))
    expect(() => parseCut(SPRINT, 's.yaml', new Map([['small', { ...base, stages }]]))).toThrow(
      /s\.yaml:6 {2}among: nothing core of the stage "clarify" can be judged by itself; name/,
    )
  })
})

describe('a file', () => {
  it('is told by what is in it', () => {
    expect([FLOW, SPRINT, 'id: a\nopening: x'].map(kindOf)).toEqual(['flow', 'cut', 'problem'])
  })

  it('has its stages read from their lines alone, or not at all', () => {
    expect(flowOutline(FLOW)?.stages.map(({ id }) => id)).toEqual(['clarify', 'data', 'details'])
    expect(flowOutline(FLOW.replace(/^stages:\n {2}- id/m, 'stages:\n  # first\n  - id'))).toBeUndefined()
    expect(flowOutline('stages:\n')).toBeUndefined()
  })
})
