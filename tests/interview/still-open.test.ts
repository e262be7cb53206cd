/** A word that asks nothing leaves the question before it open, so that a hint or a vague answer is about that one. */
import { expect, it } from 'vitest'
import type { Move } from '../../src/interview/events.ts'
import { contextOf, done, opened, type Scene, START, stepped, TWO } from './fake-world.ts'

const CRITERION = TWO.stages[0]?.criteria[0]?.id ?? ''

const answered = (scene: Scene, move: Move, criterion?: string): Scene => {
  const job = scene.jobs.find((one) => one.job === contextOf(scene).awaiting?.job)
  if (job === undefined) throw new Error('Nothing is waited for.')
  const event = done(TWO, job, scene.at + 1, 0)
  if (event.type !== 'replied') return answered(stepped(scene, event), move, criterion)
  const { criterion: _, named: __, ...rest } = event
  return stepped(scene, { ...rest, move, ...(criterion !== undefined && { criterion }) })
}

const said = (scene: Scene, id: string, text: string): Scene =>
  stepped(scene, { type: 'answered', at: scene.at + 1, id, text })

it.each(['fact', 'assume', 'redirect'] as const)('after a %s the question before still waits', (move) => {
  const begun = stepped(opened(TWO, { quiet: 0 }), { type: 'begin', at: START, id: 'begin' })
  const open = answered(begun, 'open')
  const asked = answered(said(open, 'm1', 'I would look at it.'), 'probe', CRITERION)
  expect(contextOf(asked).focus).toBe(CRITERION)
  const told = answered(said(asked, 'm2', 'Can you give me a hint?'), move)
  expect(contextOf(told).focus).toBe(CRITERION)
  const other = answered(said(told, 'm3', 'No.'), 'probe', TWO.stages[0]?.criteria[1]?.id ?? '')
  expect(contextOf(other).focus).not.toBe(CRITERION)
})
