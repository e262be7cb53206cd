/** Boards: of those who want to stand on one, by practice and never by score; sums of five people or more. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DAY, type House, house } from './house.ts'
import { type Person, person } from './person.ts'

let home: House
let mia: Person
let ben: Person
let ada: Person
const channel = 'chat:T1/C1'
beforeEach(async () => {
  home = await house()
  mia = person(home, 'T1/mia')
  ben = person(home, 'T1/ben')
  ada = person(home, 'T1/ada', { admin: true })
})
afterEach(() => home.close())

const board = async (who: Person, words = ''): Promise<string> => {
  await who.command(channel, `board ${words}`)
  const { title = '', text } = who.last(channel)
  return `${title}\n${text}`
}

/** Answers a daily question of one's own, now. */
const practise = async (who: Person, text = 'The goal is fewer complaints, at six euros each.') => {
  await who.command(who.direct, 'daily on 23:59 UTC')
  await who.command(who.direct, 'daily now')
  await who.command(who.direct, `daily answer ${text}`)
}

describe('a board', () => {
  test('shows only those who joined, under the names that they chose', async () => {
    await practise(mia)
    await practise(ben)
    expect(await board(ben)).toContain('Nobody on this board')
    expect(await board(mia, 'join Calm Heron')).toContain('"Calm Heron"')
    const seen = await board(ben)
    expect(seen).toContain('1. Calm Heron: practised once')
    expect(seen).not.toMatch(/mia|ben/)
    expect(await board(mia)).toContain('**Calm Heron**')
    expect(ben.last(channel).only).toBe(ben.id)
  })

  test('draws a name for whoever names none, and keeps it', async () => {
    const name = /"(\w+ \w+ \d+)"/.exec(await board(mia, 'join'))?.[1]
    expect(name).toBeDefined()
    expect(await board(mia, 'join')).toContain(`"${name}"`)
  })

  test('goes by week, month and all time, and by practice, coverage or improvement', async () => {
    await board(mia, 'join Calm Heron')
    await practise(mia)
    await home.pass(10 * DAY)
    expect(await board(mia)).toContain('Nobody on this board')
    expect(await board(mia, 'month coverage')).toContain('Board: month, by coverage\n1. **Calm Heron**')
    await home.pass(30 * DAY)
    expect(await board(mia, 'month')).toContain('Nobody on this board')
    expect(await board(mia, 'all improvement')).toContain('1. **Calm Heron**: practised once')
  })

  test('takes no name that is taken, looks alike, or could be more than a name', async () => {
    await board(mia, 'join Calm Heron')
    for (const name of ['calm-heron', 'Calm  Heron', 'CALMHERON'])
      expect(await board(ben, `join ${name}`)).toContain('is taken')
    for (const name of ['x', '<@U1>', '[a](https://b.example)', '**x y**', 'a'.repeat(25), '@here', '`x`'])
      expect(await board(ben, `join ${name}`)).toContain('2 to 24')
  })

  test('is left at once, and an admin takes a name off', async () => {
    await board(mia, 'join Calm Heron')
    await practise(mia)
    await board(mia, 'leave')
    expect(await board(ben)).toContain('Nobody on this board')
    await board(mia, 'join Rude Word')
    expect(await board(ben, 'remove Rude Word')).toContain('for admins')
    expect(await board(ada, 'remove rude word')).toContain('off the board')
    expect(await board(ada, 'remove rude word')).toContain('Nobody has that name')
    expect(await board(ben)).toContain('Nobody on this board')
  })

  test('is of one tenant alone', async () => {
    await board(mia, 'join Calm Heron')
    await practise(mia)
    const far = person(home, 'T2/far', { admin: true })
    await far.command('chat:T2/C1', 'board all')
    expect(far.last('chat:T2/C1').text).toContain('Nobody on this board')
    await far.command('chat:T2/C1', 'board join Calm Heron')
    expect(far.last('chat:T2/C1').text).toContain('"Calm Heron"')
  })

  test('forgets whoever wants everything about them removed', async () => {
    await board(mia, 'join Calm Heron')
    await practise(mia)
    await mia.command(mia.direct, 'export')
    const [json] = mia.last(mia.direct).attachments ?? []
    expect(json && 'text' in json ? json.text : '').toContain('Calm Heron')
    await mia.command(mia.direct, 'forget --sure yes')
    expect(await board(ben, 'all')).toContain('Nobody on this board')
    expect(home.stored().includes('Calm Heron')).toBe(false)
  })
})

describe('sums', () => {
  const crowd = (count: number): Person[] =>
    Array.from({ length: count }, (_, n) => person(home, `T1/one${n}`))

  test('are for admins, of five people or more, and of whole weeks that are over', async () => {
    const people = crowd(5)
    for (const [n, one] of people.entries()) {
      await board(one, `join Name ${n}${n}`)
      await practise(one)
    }
    await practise(mia)
    expect(await board(mia, 'team')).toContain('for admins')
    expect(await board(ada, 'team')).toContain('there are fewer')
    await home.pass(8 * DAY)
    const seen = await board(ada, 'team')
    expect(seen).toContain('5 people practised 5 times')
    expect(seen).not.toMatch(/Name|one\d/)
    await board(people[0] ?? mia, 'leave')
    expect(await board(ada, 'team')).toContain('there are fewer')
  })
})
