/** How much of what is held back gives it away is one rule: of a fact, of an answer, and in what is taught afterwards. */
import { expect, it } from 'vitest'
import type { Draft } from '../../src/interviewer/check/draft.ts'
import { giveaway } from '../../src/interviewer/check/giveaway.ts'
import { lessonFault } from '../../src/interviewer/check/lesson.ts'
import { told } from '../../src/interviewer/check/told.ts'
import { SMALL_PROBLEM } from '../flow/small.ts'
import { brief } from './contract.ts'
import { review } from './teacher-contract.ts'

const [fact] = SMALL_PROBLEM.facts
const talk = brief('I would look at late parcels first.')
const [criterion] = talk.stage.criteria
if (fact === undefined || criterion === undefined) throw new Error('The small flow and problem are empty.')

const draft = (say: string): Draft => ({
  ...{ say, move: 'probe', criterion: null, named: false, facts: [], unknown: [] },
})

/** Who holds these words back, and whether a sentence gives them away. */
const KEEPERS: Readonly<Record<string, (held: string, say: string) => boolean>> = {
  'a fact': (held, say) => {
    const problem = { ...talk.problem, facts: [{ ...fact, says: held }] }
    return told(draft(say), { ...talk, problem, revealed: [] }) !== undefined
  },
  'an answer': (held, say) => {
    const alone = { ...criterion, press: held, exemplar: held }
    const stage = { ...talk.stage, criteria: [alone] }
    return giveaway(draft(say), { ...talk, stage }) !== undefined
  },
  'a lesson': (held, say) => {
    const problem = { ...SMALL_PROBLEM, facts: [{ ...fact, says: held }] }
    return lessonFault({ criterion: 'DX2', after: 3, say }, review({ problem, revealed: [] })) !== undefined
  },
}

it.each<[string, string, boolean]>([
  ['walrus otter badger heron finch', 'walrus otter badger', true],
  ['walrus otter badger heron finch', 'walrus otter', false],
  ['walrus otter badger', 'walrus otter', true],
  ['walrus otter badger heron', 'walrus otter', false],
  ['walrus otter', 'walrus otter', false],
  ['walrus otter and the late parcels', 'walrus otter', false],
])('"%s": "%s" gives it away: %s, whoever holds it back', (held, part, is) => {
  const say = `Would I take ${part} into account here?`
  const found = Object.entries(KEEPERS).map(([who, gives]) => [who, gives(held, say)])
  expect(found).toEqual(Object.keys(KEEPERS).map((who) => [who, is]))
})
