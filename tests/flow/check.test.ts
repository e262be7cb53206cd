import { describe, expect, it } from 'vitest'
import { checkFlow } from '../../src/flow/check.ts'
import { parseFlow } from '../../src/flow/parse.ts'
import { changed, FLOW, flowError, lineOf, only } from './broken.ts'

type Change = [from: string, to: string]
type Case = { what: string; changes: Change[]; at: string; path: string; says: string; mend: string }

const one = (
  what: string,
  from: string,
  to: string,
  path: string,
  says: string,
  mend: string,
  at = to,
): Case => ({
  what,
  changes: [[from, to]],
  at,
  path,
  says,
  mend,
})

const CASES: Case[] = [
  one(
    'a stage id twice',
    'id: details',
    'id: data #',
    'stages.data.id',
    'another stage already has the id "data"',
    'of its own',
  ),
  one(
    'a step id twice',
    'id: split',
    'id: split\n        title: Twice\n      - id: split',
    'stages.data.steps.split.id',
    'another step of this stage',
    'of its own',
    'id: split\n        title: How',
  ),
  one(
    'a criterion id twice',
    'id: DX2',
    'id: CL1 #',
    'stages.data.criteria.CL1.id',
    'another criterion',
    'of its own',
  ),
  one(
    'a twist id twice',
    'id: tenth-of-data',
    'id: late-labels #',
    'twists.late-labels.id',
    'another twist',
    'of its own',
  ),
  one(
    'a step of nowhere',
    'step: scale',
    'step: size',
    'stages.clarify.criteria.CL3.step',
    '"size"',
    'goal, scale',
  ),
  one(
    'a next of nowhere',
    'twist: true',
    'next: coda\n    twist: true',
    'stages.details.next',
    'no stage "coda"',
    'clarify, data, details, end',
    'next: coda',
  ),
  one(
    'a next that goes back',
    'twist: true',
    'next: data\n    twist: true',
    'stages.details.next',
    'never end',
    'next: end',
    'next: data',
  ),
  one(
    'a stage after itself',
    'id: details\n',
    'id: details\n    next: details\n',
    'stages.details.next',
    'never end',
    'next: end',
    'next: details',
  ),
  one(
    'a stage that is passed over',
    'id: clarify\n',
    'id: clarify\n    next: details\n',
    'stages.data.id',
    'no stage leads to "data"',
    'next: data',
    'id: data',
  ),
  one(
    'an end too early',
    'id: data\n',
    'id: data\n    next: end\n',
    'stages.details.id',
    'no stage leads to "details"',
    'next: details',
    'id: details',
  ),
  one('a stage called end', 'id: details', 'id: end', 'stages.end.id', 'means the end', 'another id'),
  one(
    'weights that miss 1',
    'weight: 0.45',
    'weight: 0.4',
    'stages',
    'add up to 0.95',
    'clarify 0.3, data 0.4, details 0.25',
    'stages:',
  ),
  one(
    'minutes that miss the whole',
    'minutes: 15',
    'minutes: 16',
    'minutes',
    'add up to 15 minutes and the flow says 16',
    'clarify 5, data 6, details 4',
  ),
  one(
    'bounds above',
    'least: 5, most: 30',
    'least: 20, most: 30',
    'bounds',
    'not between least 20 and most 30',
    'lower least',
  ),
  one(
    'bounds below',
    'least: 5, most: 30',
    'least: 5, most: 10',
    'bounds',
    'not between least 5 and most 10',
    'raise most',
  ),
  one(
    'a stage of seconds',
    'least: 5,',
    'least: 1.5,',
    'stages.details.minutes',
    'only 0.4 minutes',
    'bounds.least to 2',
    'minutes: 4',
  ),
  one(
    'an interrupt before the nudge',
    'interrupt: 1.3',
    'interrupt: 1',
    'clock.interrupt',
    'not after the nudge at 1',
    'make interrupt larger',
  ),
  one(
    'a criterion nobody can judge',
    '        measured: stages-reached\n',
    '',
    'stages.details.criteria.CM3',
    'neither signals nor measured',
    'add signals',
    'id: CM3',
  ),
  one(
    'core below level',
    'level: mid\n        core: mid',
    'level: mid\n        core: junior',
    'stages.data.criteria.SP2.core',
    'core from junior but expected only from mid',
    'core: mid',
    'core: junior\n        weight: 2\n        anchors:\n          miss: The split',
  ),
  one(
    'more ideas than there are',
    'clear: 2',
    'clear: 3',
    'stages.data.criteria.SP2.signals.clear',
    'asks for 3 ideas and there are 2',
    'up to 2',
  ),
  one(
    'two questions in an opening',
    'Let us look at the data. What',
    'Shall we look at the data? What',
    'stages.data.opening',
    'asks 2 questions',
    'keep one',
  ),
  one(
    'two questions in a probe',
    'We are close to the end. What',
    'Is this the end? What',
    'stages.details.criteria.CM3.probes.#1',
    'asks 2 questions',
    'keep one',
  ),
  one(
    'two questions that press',
    'press: What stays, what',
    'press: What stays? What',
    'stages.details.criteria.DT1.press',
    'asks 2 questions',
    'keep one',
  ),
  one(
    'an endless opening',
    'Let us go deeper',
    `Let us go ${'deeper and '.repeat(30)}down`,
    'stages.details.opening',
    'has 77 words, at most 60',
    'more briefly',
    'opening: Let us go deeper',
  ),
  one(
    'a placeholder in a criterion',
    'I am asking how you divide',
    'TODO how you divide',
    'stages.data.criteria.SP2.hints.#1',
    'placeholder "TODO"',
    'what belongs here',
  ),
  one(
    'a placeholder in a stage',
    'weak: Lists',
    'weak: TBD Lists',
    'stages.data.weak',
    'placeholder "TBD"',
    'what belongs here',
  ),
  one(
    'a placeholder at the head',
    'about: Three',
    'about: Lorem ipsum three',
    'about',
    'placeholder "Lorem"',
    'what belongs here',
  ),
  {
    what: 'no core criterion',
    changes: [
      [
        'level: junior\n        core: junior\n        anchors:\n          miss: Half',
        'level: junior\n        anchors:\n          miss: Half',
      ],
      ['level: mid\n        core: mid\n        weight: 3', 'level: mid\n        weight: 3'],
    ],
    at: 'criteria:\n      - id: DT1',
    path: 'stages.details.criteria',
    says: 'no criterion of this stage is core',
    mend: 'core: mid',
  },
]

describe('what a schema cannot see', () => {
  it.each(CASES)('$what', ({ changes, at, path, says, mend }) => {
    const text = changed(FLOW, ...changes)
    const fault = only(flowError(text))
    expect(fault).toMatchObject({ file: 'broken.yaml', line: lineOf(text, at), path })
    expect(fault.says).toContain(says)
    expect(fault.mend).toContain(mend)
  })

  it('is nothing in a sound flow', () => {
    expect(checkFlow(parseFlow(FLOW, 'small.yaml'))).toEqual([])
  })

  it('is found by its path in a flow that was never a text', () => {
    const flow = parseFlow(FLOW, 'small.yaml')
    expect(checkFlow({ ...flow, minutes: 20 })).toMatchObject([{ path: ['minutes'] }])
  })

  it('lets stages stand in another order than they are held', () => {
    const text = changed(
      FLOW,
      ['id: clarify\n', 'id: clarify\n    next: details\n'],
      ['id: details\n', 'id: details\n    next: data\n'],
      ['id: data\n', 'id: data\n    next: end\n'],
    )
    expect(parseFlow(text, 'small.yaml').stages).toHaveLength(3)
  })

  it('allows weights that differ from 1 by no more than rounding', () => {
    const text = changed(
      FLOW,
      ['weight: 0.3\n', 'weight: 0.1\n'],
      ['weight: 0.45', 'weight: 0.2'],
      ['weight: 0.25', 'weight: 0.7'],
    )
    expect(parseFlow(text, 'small.yaml').stages[2]?.weight).toBe(0.7)
  })

  it('lets somebody speak of a todo list', () => {
    expect(
      parseFlow(changed(FLOW, ['about: Three', 'about: A todo list in three']), 'small.yaml').about,
    ).toContain('todo')
  })
})
