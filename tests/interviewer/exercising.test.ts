/** One situation in figures in a stage that has such, where it fits, and the other interviewer everywhere else. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cutOut } from '../../src/flow/cutting.ts'
import { parseCut, parseFlow } from '../../src/flow/parse.ts'
import type { Entry } from '../../src/interview/transcript.ts'
import { exercising } from '../../src/interviewer/exercising.ts'
import type { Brief, Interviewer, Reply } from '../../src/interviewer/interviewer.ts'
import { scriptedInterviewer } from '../../src/interviewer/scripted.ts'
import { COUNTS_FOR, seedOf } from '../../src/numbers/exercise/counts.ts'
import { exerciseFor } from '../../src/numbers/exercise/make.ts'
import { brief, interviewerContract } from './contract.ts'

interviewerContract('scripted, with situations in figures', () => exercising(scriptedInterviewer()))

const FLOW = parseFlow(readFileSync('flows/mlsd.yaml', 'utf8'), 'flows/mlsd.yaml')
const stageOf = (id: string) => {
  const stage = FLOW.stages.find((one) => one.id === id)
  if (stage === undefined) throw new Error(`mlsd.yaml has no stage ${id}`)
  return stage
}

/** What the interviewer said in the stage so far: the opening and so many questions. */
const log = (stage: string, questions: number): Entry[] =>
  Array.from({ length: questions + 1 }, (_, n) => ({
    ...({ n, at: n, who: 'interviewer', stage, id: `${n}`, text: `Line ${n}.`, kind: 'said' } as const),
  }))

const model = (changes: Partial<Brief> = {}): Brief =>
  brief('We train a gradient boosted tree on ninety days.', {
    flow: FLOW,
    stage: stageOf('model'),
    exercises: true,
    log: log('model', 1),
    ...changes,
  })

/** Somebody who always does the same. */
const says = (reply: Partial<Reply>): Interviewer => ({
  by: 'same',
  local: true,
  reply: async () => ({ say: 'And then?', move: 'probe', facts: [], unknown: [], ...reply }),
})

describe('a situation in figures', () => {
  it('is set before the interviewer would lead on', async () => {
    const reply = await exercising(says({ move: 'advance' })).reply(model())
    const kind = reply.exercise ?? 'none'
    expect(stageOf('model').exercises).toContain(kind)
    if (kind === 'none') return
    expect(reply).toEqual({
      say: exerciseFor(kind, seedOf('seed', 'model')).says,
      move: 'probe',
      criterion: COUNTS_FOR[kind][0],
      facts: [],
      unknown: [],
      exercise: kind,
    })
  })

  it('is set after three questions, and not before', async () => {
    for (const questions of [0, 1, 2, 3, 4]) {
      const { exercise } = await exercising(says({})).reply(model({ log: log('model', questions) }))
      expect(exercise !== undefined, String(questions)).toBe(questions >= 3)
    }
  })

  it.each<[string, Partial<Brief>]>([
    ['one was set in the stage', { exercises: false }],
    ['little time is left', { elapsed: 0.85 }],
    ['the stage has none', { stage: stageOf('clarify') }],
    ['the stage is being opened', { purpose: 'open' }],
    ['a requirement changes', { purpose: 'twist' }],
    ['the talk is in another language', { language: 'de' }],
    [
      'the candidate asks something',
      { said: [{ entry: 0, at: 0, stage: 'model', text: 'How many ads?', attempt: 0 }] },
    ],
    [
      'nothing of it is expected at the level',
      { stage: stageOf('data'), options: { ...model().options, level: 'junior' } },
    ],
  ])('is not set where %s', async (_, changes) => {
    const { exercise } = await exercising(says({})).reply(model({ log: log('model', 5), ...changes }))
    expect(exercise).toBeUndefined()
  })

  it('does not swallow facts that were asked for', async () => {
    const told = { move: 'advance', say: 'There are nine slots.', facts: ['slots'] } as const
    expect(await exercising(says({ ...told, facts: ['slots'] })).reply(model())).toMatchObject(told)
  })

  it('is no part of a talk of one question', async () => {
    const cut = parseCut(readFileSync('flows/warmup.yaml', 'utf8'), 'warmup.yaml', new Map([['mlsd', FLOW]]))
    const flow = cutOut(cut, FLOW, { focus: 'ME1', level: 'mid', problem: { probes: [] }, seed: 'a' })
    const [stage] = flow?.stages ?? []
    if (flow === undefined || stage === undefined) throw new Error('there is no warm-up on ME1')
    const task = model({ flow, stage, log: log('model', 5) })
    expect((await exercising(says({})).reply(task)).exercise).toBeUndefined()
  })

  it('goes to what was heard least, and is another one for another interview', async () => {
    const covered = Object.fromEntries(['BV2', 'ME2'].map((id) => [id, { verdict: 2 as const, entry: 0 }]))
    const led = exercising(says({ move: 'advance' }))
    const options = { ...model().options, level: 'senior' as const }
    const kinds = new Set<string | undefined>()
    for (let n = 0; n < 40; n += 1) {
      kinds.add((await led.reply(model({ options, seed: `s${n}` }))).exercise)
      const { criterion } = await led.reply(model({ options, covered, seed: `s${n}` }))
      expect(criterion).toBe('BV3')
    }
    expect(kinds.size).toBeGreaterThan(3)
  })
})
