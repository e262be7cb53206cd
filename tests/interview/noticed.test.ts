/** What an interviewer noticed in a turn counts as heard, beside what the judge of the turn found, and never as a verdict. */
import { expect, it } from 'vitest'
import type { Happened, Noticed } from '../../src/interview/events.ts'
import { contextOf, done, kindOf, opened, type Scene, START, stepped, TWO } from './fake-world.ts'

const CRITERION = TWO.stages[0]?.criteria[0]?.id ?? ''

const answer = (scene: Scene, noticed?: readonly Noticed[]): Scene => {
  const job = scene.jobs.find((one) => one.job === contextOf(scene).awaiting?.job)
  if (job === undefined) throw new Error('Nothing is waited for.')
  const event = done(TWO, job, scene.at + 1, 0)
  return stepped(scene, event.type === 'replied' && noticed ? { ...event, noticed } : event)
}

/** One answer is given and judged to hold nothing; the interviewer is asked. */
const asked = (): Scene => {
  let scene = answer(stepped(opened(TWO, { quiet: 0 }), { type: 'begin', at: START, id: 'begin' }))
  scene = stepped(scene, { type: 'answered', at: scene.at + 1, id: 'm1', text: 'Menos quejas.' })
  return answer(scene)
}

const entry = 1

it('it is heard from then on, and a lower mark takes nothing back', () => {
  const before = asked()
  expect(contextOf(before).covered).toEqual({})
  const first = answer(before, [{ criterion: CRITERION, verdict: 2, entry }])
  expect(contextOf(first).covered).toEqual({ [CRITERION]: { verdict: 2, entry } })
  const said = answer(stepped(first, { type: 'answered', at: first.at + 1, id: 'm2', text: 'Nada.' }))
  const second = answer(said, [{ criterion: CRITERION, verdict: 1, entry: 3 }])
  expect(contextOf(second).covered).toEqual({ [CRITERION]: { verdict: 2, entry } })
  expect(contextOf(second).judged).toEqual({})
})

it('after a hint it is partial at most', () => {
  let scene = answer(stepped(opened(TWO, { quiet: 0 }), { type: 'begin', at: START, id: 'begin' }))
  scene = stepped(scene, { type: 'hint', at: scene.at + 1, id: 'h1' })
  const [helped = ''] = Object.keys(contextOf(scene).helped)
  expect(helped).not.toBe('')
  scene = answer(stepped(scene, { type: 'answered', at: scene.at + 1, id: 'm1', text: 'Menos quejas.' }))
  const last = contextOf(scene).entries - 1
  scene = answer(scene, [{ criterion: helped, verdict: 2, entry: last }])
  expect(contextOf(scene).covered[helped]).toEqual({ verdict: 1, entry: last })
})

it('of a reply that comes in a pause it counts once the talk goes on', () => {
  const before = asked()
  const paused = stepped(before, { type: 'pause', at: before.at + 1, id: 'p1' })
  const job = before.jobs.find((one) => one.job === contextOf(before).awaiting?.job)
  if (job === undefined) throw new Error('Nobody is asked.')
  const reply = done(TWO, job, paused.at + 1) as Extract<Happened, { type: 'replied' }>
  const held = stepped(paused, { ...reply, noticed: [{ criterion: CRITERION, verdict: 1, entry }] })
  expect(contextOf(held).covered).toEqual({})
  const on = stepped(held, { type: 'resume', at: held.at + 1, id: 'r1' })
  expect(kindOf(on)).toBe('listening')
  expect(contextOf(on).covered).toEqual({ [CRITERION]: { verdict: 1, entry } })
})
