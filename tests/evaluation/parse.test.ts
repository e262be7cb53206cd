import { describe, expect, it, test } from 'vitest'
import { FlowError } from '../../src/flow/faults.ts'
import { changed, lineOf } from '../flow/broken.ts'
import { ANSWERS, FLOW, PROBLEM, read } from './labelled.ts'

const faultsOf = (files: Record<string, string>) => {
  try {
    read(files)
  } catch (error) {
    if (error instanceof FlowError) return error.faults
    throw error
  }
  return []
}

test('a sound file is read; one text is a list of one message, and nothing is held out unless it says so', () => {
  const [file, ...more] = read({ 'a.yaml': ANSWERS })
  expect(more).toEqual([])
  expect(file).toMatchObject({ file: 'a.yaml', problem: PROBLEM.id, heldOut: false })
  expect(file?.questions.map(({ answers }) => answers.map(({ id }) => id))).toEqual([
    ['first-a', 'first-b'],
    ['second-a'],
  ])
  expect(file?.questions[0]?.answers.map(({ says }) => says)).toEqual([
    ['what is the goal', 'and who pays for it, because that decides the target'],
    ['goal, scale, latency, users'],
  ])
  expect(read({ 'a.yaml': `heldOut: true\n${ANSWERS}` })[0]?.heldOut).toBe(true)
})

const stage = FLOW.stages[1]?.id ?? ''

describe('a fault is refused with file, line and mend', () => {
  test.each<[name: string, from: string, to: string, at: string, path: string, says: string, mend: string]>([
    [
      'an unknown problem',
      `problem: ${PROBLEM.id}`,
      'problem: zeppelin',
      'problem:',
      'problem',
      'no problem in the bank named "zeppelin"',
      `write one of: ${PROBLEM.id}`,
    ],
    [
      'an unknown stage',
      `stage: ${stage}`,
      'stage: nowhere',
      'stage: nowhere',
      'questions.#2.stage',
      'no stage in the flow named "nowhere"',
      stage,
    ],
    [
      'an unknown trick',
      'trick: keyword-list',
      'trick: sleight',
      'trick:',
      'questions.#1.answers.first-b.trick',
      '"sleight" is not one of the words',
      'write one of: keyword-list, echo',
    ],
    [
      'a trick worth something',
      'level: 0',
      'level: 2',
      'level: 2\n        trick',
      'questions.#1.answers.first-b.level',
      'a trick is worth nothing, and this one has level 2',
      'write "level: 0"',
    ],
    [
      'an id that stands twice',
      'id: second-a',
      'id: first-a',
      'id: first-a\n        level: 1',
      'questions.#2.answers.first-a.id',
      'another answer in this file already has the id "first-a"',
      'an id of its own',
    ],
    [
      'a level that is none',
      'level: 1',
      'level: 4',
      'level: 4',
      'questions.#2.answers.second-a.level',
      '4 is not one of',
      'write one of: 0, 1, 2, 3',
    ],
    [
      'a level in words',
      'level: 1',
      'level: solid',
      'level: solid',
      'questions.#2.answers.second-a.level',
      '"solid" is not one of',
      'write one of: 0, 1, 2, 3',
    ],
    [
      'no reason',
      'why: Thin.',
      'why: ""',
      'why: ""',
      'questions.#2.answers.second-a.why',
      'the text is empty',
      'why: some words',
    ],
    [
      'nothing said',
      'says: [I would look at the data]',
      'says: []',
      'says: []',
      'questions.#2.answers.second-a.says',
      'the list has 0 entries',
      'add 1 more',
    ],
    [
      'a message that is no text',
      'says: [I would look at the data]',
      'says: [5]',
      'says: [5]',
      'questions.#2.answers.second-a.says.#1',
      '5 was found where a text is wanted',
      'in quotes',
    ],
    [
      'an unknown key',
      'why: Thin.',
      'reason: Thin.\n        why: Thin.',
      'reason:',
      'questions.#2.answers.second-a.reason',
      'the key "reason" is unknown here',
      'remove it',
    ],
    [
      'a key twice',
      'why: Thin.',
      'why: Thin.\n        why: Fat.',
      'why: Fat.',
      'questions.#2.answers.second-a.why',
      'stands here a second time',
      'keep one',
    ],
    [
      'held out in words',
      'questions:',
      'heldOut: maybe\nquestions:',
      'heldOut',
      'heldOut',
      '"maybe" was found where true or false is wanted',
      'heldOut: true',
    ],
    [
      'a colon in a text',
      'why: Thin.',
      'why: Thin: very',
      'why: Thin: very',
      '',
      'second colon',
      'double quotes',
    ],
  ])('%s', (_, from, to, at, path, says, mend) => {
    // `level: 1` and its like stand once as they are here.
    const text = changed(ANSWERS, [from, to])
    const faults = faultsOf({ 'a.yaml': text })
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatchObject({ file: 'a.yaml', line: lineOf(text, at), path })
    expect(faults[0]?.says).toContain(says)
    expect(faults[0]?.mend).toContain(mend)
  })

  it('says where answers are missing, and where there are none', () => {
    const head = ANSWERS.slice(0, ANSWERS.indexOf('    answers:'))
    expect(faultsOf({ 'a.yaml': head })).toMatchObject([
      { line: 3, path: 'questions.#1.answers', says: expect.stringMatching(/"answers" is missing/) },
    ])
    expect(faultsOf({ 'a.yaml': `${head}    answers: []\n` })).toMatchObject([
      { line: 5, path: 'questions.#1.answers', says: 'the list has 0 entries, at least 1 wanted' },
    ])
    expect(faultsOf({ 'a.yaml': '' })).toMatchObject([{ line: 1, says: 'the file is empty' }])
  })
})

test('two files may not share an id; all faults of all files come together, in order', () => {
  const other = changed(ANSWERS, ['second-a', 'other-a'], ['first-b', 'other-b'], ['level: 1', 'level: 9'])
  const faults = faultsOf({ 'a.yaml': ANSWERS, 'b.yaml': other, 'c.yaml': 'problem: zeppelin\n' })
  expect(faults.map(({ file, path }) => `${file} ${path}`)).toEqual([
    'b.yaml questions.#1.answers.first-a.id',
    'b.yaml questions.#2.answers.other-a.level',
    'c.yaml questions',
    'c.yaml problem',
  ])
  expect(faults[0]?.says).toBe('another answer in a.yaml already has the id "first-a"')
})

test('a problem is held out in all its files or in none', () => {
  const other = `heldOut: true\n${changed(ANSWERS, ['first-a', 'x'], ['first-b', 'y'], ['second-a', 'z'])}`
  expect(faultsOf({ 'a.yaml': ANSWERS, 'b.yaml': other })).toMatchObject([
    {
      file: 'b.yaml',
      line: 2,
      path: 'problem',
      says: expect.stringMatching(/is held out here and not held out in a\.yaml/),
    },
  ])
  expect(faultsOf({ 'a.yaml': `heldOut: true\n${ANSWERS}`, 'b.yaml': other })).toEqual([])
})
