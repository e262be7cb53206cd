/** What is held ready: the very object, since its machine and its rules were made of that one. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ownScenario } from '../../src/flow/problem.ts'
import { type Bank, libraryOf } from '../../src/host/library.ts'
import { SMALL_FLOW, SMALL_PROBLEM } from '../flow/small.ts'
import { type House, house } from './house.ts'

const SECOND = { ...SMALL_FLOW, id: 'second' }
const BANK: Bank = {
  flows: new Map([SMALL_FLOW, SECOND].map((flow) => [flow.id, flow])),
  problems: new Map([[SMALL_PROBLEM.id, SMALL_PROBLEM]]),
}

/** More than are ever held that are not of the bank. */
const MANY = 80

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

test('what is of the bank stays held, however many own scenarios and parts of flows come between', async () => {
  const library = libraryOf(BANK, home.memory())
  const kept = await library.keep(SMALL_FLOW, SMALL_PROBLEM, 'first')
  const [flow, problem] = [await library.flow(kept.flow), await library.problem(kept.problem)]
  for (let i = 0; i < MANY; i += 1) {
    const part = { ...SMALL_FLOW, id: 'part', title: `Part ${i}` }
    await library.keep(part, ownScenario(`Scenario ${i}.`), `interview-${i}`)
  }
  expect(await library.flow(kept.flow)).toBe(flow)
  expect(await library.problem(kept.problem)).toBe(problem)
})

test('that holds after a start as well, when it is read from the store', async () => {
  const before = libraryOf(BANK, home.memory())
  const kept = await before.keep(SMALL_FLOW, SMALL_PROBLEM, 'first')
  const library = libraryOf(BANK, home.memory())
  const flow = await library.flow(kept.flow)
  for (let i = 0; i < MANY; i += 1) await library.keep(SECOND, ownScenario(`Scenario ${i}.`), `i-${i}`)
  expect(await library.flow(kept.flow)).toBe(flow)
  // Whoever begins one now is held to the same object.
  await library.keep(SMALL_FLOW, SMALL_PROBLEM, 'second')
  expect(await library.flow(kept.flow)).toBe(flow)
})

test('of what is somebody’s own, that which is in use stays held, and the rest is let go of', async () => {
  const library = libraryOf(BANK, home.memory())
  const used = await library.keep(SMALL_FLOW, ownScenario('In use.'), 'in use')
  const idle = await library.keep(SMALL_FLOW, ownScenario('Idle.'), 'idle')
  const [inUse, unused] = [await library.problem(used.problem), await library.problem(idle.problem)]
  for (let i = 0; i < MANY; i += 1) {
    await library.keep(SMALL_FLOW, ownScenario(`Scenario ${i}.`), `i-${i}`)
    expect(await library.problem(used.problem)).toBe(inUse)
  }
  const again = await library.problem(idle.problem)
  expect(again).toEqual(unused)
  expect(again).not.toBe(unused)
})

test('two who ask for the same at once get the same', async () => {
  const kept = await libraryOf(BANK, home.memory()).keep(SMALL_FLOW, ownScenario('Mine.'), 'mine')
  const library = libraryOf(BANK, home.memory())
  const [one, other] = await Promise.all([library.flow(kept.flow), library.flow(kept.flow)])
  expect(one).toBe(other)
  const [mine, same] = await Promise.all([library.problem(kept.problem), library.problem(kept.problem)])
  expect(mine).toBe(same)
})
