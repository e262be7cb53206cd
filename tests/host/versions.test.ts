/** Two versions side by side: what a newer one wrote is left to those who can read it, and nothing of it is lost. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { MACHINE_VERSION } from '../../src/interview/machine.ts'
import { HOUR, type House, house, QUIET } from './house.ts'
import { type Person, person } from './person.ts'

let home: House
let mia: Person
beforeEach(async () => {
  home = await house()
  mia = person(home, 'T1/mia')
})
afterEach(() => home.close())

test('words in an interview that a newer version has taken up wait for it, and are not set aside', async () => {
  const thread = await mia.start('chat:T1/C1')
  const { id } = await home.held(thread)
  const carry = async (version: number): Promise<void> => {
    const kept = await home.memory().load<{ interview: { version: number } }>(`interview:${id}`)
    const value = kept?.value
    if (!value) throw new Error('The record is gone.')
    await home
      .memory()
      .save(`interview:${id}`, { ...value, interview: { ...value.interview, version } }, kept.revision)
  }
  await carry(MACHINE_VERSION + 1)
  await home
    .hear({
      ...{ person: mia.id, place: thread, id: 'm-new', at: home.now(), manner: 'direct' },
      ...{ type: 'message', text: 'The goal is fewer complaints.' },
    })
    .catch(() => {})
  await home.pass(HOUR)
  expect(await home.aside()).toEqual([])
  expect(home.troubles.every((one) => one.includes('newer mlsd'))).toBe(true)
  expect(home.troubles.length).toBeGreaterThan(8)
  home.troubles.length = 0
  await carry(MACHINE_VERSION)
  await home.pass(QUIET + 60_000)
  const said = (await home.transcript(thread)).filter(({ who }) => who === 'candidate')
  expect(said.map(({ text }) => text)).toEqual(['The goal is fewer complaints.'])
})

test('a message of a kind that only a newer version knows waits for it', async () => {
  await home.post({ type: 'of tomorrow' }, { key: 'visit:chat:T1/mia', id: 'tomorrow' })
  await home.pass(HOUR)
  expect(await home.aside()).toEqual([])
  expect(home.troubles[0]).toContain('A newer mlsd posted this message')
  home.troubles.length = 0
})
