/** The phases of an interview are the states of its machine, and each is come by. */

import { expect, it } from 'vitest'
import type { Event } from '../../src/interview/events.ts'
import type { Interview } from '../../src/interview/interview.ts'
import { machineOf } from '../../src/interview/machine.ts'
import { isOver, isTalking, phaseOf } from '../../src/interview/phase.ts'
import { opened, START, stepped, TWO, toReport } from './fake-world.ts'

/** Every moment of an interview with a pause in its first stage, from its opening to its report. */
const passed = (): Interview[] => {
  const all = [opened(TWO)]
  const go = (events: readonly Event[]): void => {
    for (const event of events) all.push(stepped(all.at(-1) ?? opened(TWO), event))
  }
  go((['begin', 'pause', 'resume'] as const).map((type) => ({ type, at: START, id: type })))
  go(toReport(all.at(-1) ?? opened(TWO)))
  return all.map(({ interview }) => interview)
}

it('knows every state of the machine by its own name', () => {
  const phases = passed().map(phaseOf)
  expect(phases.filter((phase, n) => phase !== phases[n - 1])).toEqual([
    ...['setup', 'talk', 'paused', 'talk', 'debrief', 'grading', 'teaching', 'reported'],
  ])
  expect(new Set(phases)).toEqual(new Set(Object.keys(machineOf(TWO).states)))
})

it('tells when answers are taken, and when the report is there', () => {
  const all = passed()
  expect(new Set(all.filter(isTalking).map(phaseOf))).toEqual(new Set(['talk', 'paused']))
  expect(new Set(all.filter((interview) => isOver({ interview })).map(phaseOf))).toEqual(
    new Set(['reported']),
  )
})
