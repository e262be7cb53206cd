/** An invitation that is accepted where no interview can begin: it is not used up, and both are told why. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house } from './house.ts'
import { type Person, person } from './person.ts'

const C1 = 'chat:T1/C1'

let home: House
let mia: Person
let noor: Person
beforeEach(async () => {
  home = await house()
  mia = person(home, 'T1/mia')
  noor = person(home, 'T1/noor')
})
afterEach(() => home.close())

const invited = (): Promise<void> => mia.command(C1, `peer ${noor.id} late-parcels`)
/** Whether mia is interviewed by her. */
const isBegun = async (): Promise<boolean> => {
  const place = home.chat.posts.findLast(({ heads }) => heads === C1)?.place
  return place !== undefined && (await home.held(place)).peer?.interviewer === noor.id
}
/** As it is where the problem has left the bank meanwhile. */
const without = async (): Promise<void> => {
  for await (const { key, value, revision } of home.memory().each<object>('invitation:'))
    await home.memory().save(key, { ...value, problem: 'early-parcels' }, revision)
}

test.each<[string, () => Promise<void> | void, string]>([
  ['the problem has left the bank', without, 'There is no problem "early-parcels"'],
  [
    'the channel is gone',
    () => void home.chat.troubles.push({ kind: 'gone', times: 1, of: ({ verb }) => verb === 'open' }),
    'cannot be held',
  ],
])('where %s, both are told, and another one can be asked for at once', async (_, happens, words) => {
  await invited()
  await happens()
  await noor.press(noor.direct, 'Accept')
  expect(noor.last(noor.direct).text).toContain(words)
  expect(mia.last(C1).text).toContain(words)
  expect(await isBegun()).toBe(false)
  await noor.press(noor.direct, 'Accept')
  expect(noor.last(noor.direct).text).toContain('not open any more')
  await invited()
  await noor.press(noor.direct, 'Accept')
  expect(mia.last(C1).text).toContain('Accepted')
  expect(await isBegun()).toBe(true)
})

test.each(['crash before', 'crash after'] as const)(
  'a process that dies as the interview begins (%s) leaves it to the next one, which begins it once',
  async (kind) => {
    await invited()
    home.chat.troubles.push({ kind, times: 1, of: ({ verb }) => verb === 'open' })
    await noor.press(noor.direct, 'Accept')
    await home.restart()
    expect(mia.last(C1).text).toContain('Accepted')
    expect(await isBegun()).toBe(true)
    expect(home.chat.posts.filter(({ heads }) => heads === C1)).toHaveLength(1)
    await noor.press(noor.direct, 'Accept')
    expect(noor.last(noor.direct).text).toContain('not open any more')
  },
)
