/** An interview begins where it was asked for, in a place of its own. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Heard } from '../../src/platform/platform.ts'
import { directOf } from './chat.ts'
import { DAY, type House, house, QUIET } from './house.ts'
import { type Person, person } from './person.ts'

const OPEN = 'chat:T1/C1'
const CLOSED = 'chat:T1/G1'

let home: House
let mia: Person
beforeEach(async () => {
  home = await house()
  mia = person(home, 'T1/mia')
})
afterEach(() => home.close())

const board = (thread: string) => home.chat.posts.find(({ place, heads }) => place === thread && heads)
const wordsAt = (place: string): string =>
  home.chat.posts.flatMap((post) => (post.place === place ? [post.card.text] : [])).join('\n')
const buttonsOn = (thread: string) => board(thread)?.card.buttons?.map(({ label }) => label)
const boardText = (thread: string): string => board(thread)?.card.text ?? ''

describe('start in a channel', () => {
  test('opens a place of its own under a card that says what it is, and talks there', async () => {
    const thread = await mia.start(OPEN, 'late-parcels --level senior --minutes 20 --mode exam')
    expect(thread).toMatch(/^chat:T1\/C1\/\d+$/)
    const head = board(thread)?.all[0]
    expect(head?.title).toBe('Parcels that will be late')
    expect(head?.text).toMatch(/^Senior level, 20 minutes, exam mode\./)
    expect(head?.footer).toMatch(/^About to begin/)
    expect(mia.sees(OPEN)).toEqual([board(thread)?.card])
    expect(mia.last(thread)).toMatchObject({ tone: 'interviewer', title: 'Clarify requirements' })
    await mia.say(thread, 'The goal is fewer complaints.')
    await home.pass(QUIET)
    expect(mia.last(thread).text).toMatch(/\?$/)
  })

  test('heard twice, opens one, also when the process died before it was done', async () => {
    const asked: Heard = {
      ...{ type: 'command', command: 'start', args: { problem: 'late-parcels' } },
      ...{ person: mia.id, place: OPEN, id: 'twice', at: home.now() },
    }
    home.chat.troubles.push({ kind: 'crash after', times: 1, of: ({ verb }) => verb === 'open' })
    await home.hear(asked)
    await home.restart()
    await home.hear(asked)
    await home.settled()
    expect(home.chat.posts.filter(({ heads }) => heads)).toHaveLength(1)
    expect(home.chat.calls.filter(({ verb }) => verb === 'open').map(({ again }) => again)).toEqual([
      false,
      true,
    ])
    await home.pass(15 * DAY)
    await home.hear(asked)
    await home.settled()
    expect(home.chat.posts.filter(({ heads }) => heads)).toHaveLength(1)
  })

  test('with less than is needed brings the form, filled in as far as it was said', async () => {
    await mia.command(OPEN, 'start --level staff')
    const { form, only } = home.chat.posts.at(-1)?.card ?? {}
    expect(only).toBe(mia.id)
    expect(form?.fields.find(({ name }) => name === 'level')?.preset).toBe('staff')
    await mia.submit(OPEN, 'start', {
      problem: 'own',
      scenario: 'Rank the menu of a canteen.',
      level: 'staff',
    })
    expect(board(home.chat.posts.at(-1)?.place ?? '')?.card.text).toMatch(/^Staff level/)
  })
})

describe('the card at the head', () => {
  test('shows where the talk is, through pause and resume to the end', async () => {
    const thread = await mia.start(OPEN)
    expect(boardText(thread)).toContain('**Clarify requirements** → Data → Details')
    await mia.press(thread, 'Next stage')
    expect(boardText(thread)).toContain('~~Clarify requirements~~ → **Data** → Details')
    expect(board(thread)?.card.footer).toMatch(/^Under way/)
    expect(buttonsOn(thread)).toEqual(['Hint', 'Next stage', 'Pause', 'End'])
    expect(board(thread)?.card.head).toEqual({ name: expect.stringContaining(' · Data'), open: true })
    await home.pass(120_000)
    await mia.press(thread, 'Pause')
    expect(board(thread)?.card.footer).toBe('Paused · 2:00 of 15:00')
    expect(buttonsOn(thread)).toEqual(['Resume'])
    await home.pass(60_000)
    await mia.press(thread, 'Resume')
    expect(board(thread)?.card.footer).toBe('Under way · 2:00 of 15:00')
    await mia.press(thread, 'End')
    expect(board(thread)?.card.footer).toMatch(/^Over; the own rating is still to come/)
    await mia.press(thread, 'Skip')
    expect(board(thread)?.card.footer).toMatch(/^Finished/)
    expect(buttonsOn(thread)).toEqual([])
    expect(board(thread)?.card.head?.open).toBe(false)
    await mia.mention(thread, 'retry data')
    expect(board(thread)?.card.footer).toMatch(/^A stage is tried again/)
  })

  test('is no reason to hold the talk up where it cannot be changed', async () => {
    const thread = await mia.start(OPEN)
    home.chat.troubles.push({ kind: 'gone', times: 1, of: ({ verb }) => verb === 'revise' })
    await mia.press(thread, 'Next stage')
    expect(mia.last(thread).title).toBe('Data')
    expect(home.troubles.splice(0)).toEqual([expect.stringContaining('a card is not up to date')])
  })
})

describe('the first words', () => {
  test.each([
    [OPEN, /^Everybody in this workspace can read along, and only your words count/m],
    [CLOSED, /^The members of this channel can read along, and only your words count/m],
    [directOf('chat:T1/mia'), /^Nobody but you can read along\./m],
  ])('at %s say who can see it, what is stored, and who judges', async (place, words) => {
    const said = wordsAt(await mia.start(place))
    expect(said).toMatch(words)
    expect(said).toContain('It is kept in a file. Rules judge it.')
    expect(said).not.toContain('removed')
  })

  test('say for how long it is kept, where the team has set that', async () => {
    const admin = person(home, 'T1/ada', { admin: true })
    await admin.command(OPEN, 'settings team --retention 30')
    expect(wordsAt(await mia.start(OPEN))).toContain('It is removed 30 days after the interview is over.')
    expect(wordsAt(await person(home, 'T2/mia').start('chat:T2/C1'))).not.toContain('30 days')
  })
})

describe('start in direct messages', () => {
  test('from a channel: the talk is there, and the channel sees nothing of it', async () => {
    const place = await mia.start(OPEN, 'late-parcels --where direct')
    expect(place).toBe(mia.direct)
    expect(mia.last(mia.direct)).toMatchObject({ title: 'Clarify requirements' })
    expect(mia.sees(OPEN).map(({ text }) => text)).toEqual(['It goes on in our direct messages.'])
    expect(person(home, 'T1/noor').sees(OPEN)).toEqual([])
    await mia.say(mia.direct, 'The goal is fewer complaints.')
    await home.pass(QUIET)
    expect(mia.last(mia.direct).text).toMatch(/\?$/)
  })

  test('while one runs there begins no other, wherever it was asked for', async () => {
    await mia.start(mia.direct)
    const held = await home.held(mia.direct)
    for (const place of [mia.direct, OPEN]) {
      await mia.command(place, 'start late-trains --where direct')
      expect(mia.last(place).text).toContain('"Parcels that will be late" is not finished')
      expect((await home.held(mia.direct)).id).toBe(held.id)
    }
    await mia.command(mia.direct, 'history')
    expect(mia.last(mia.direct).text).not.toContain('trains')
  })
})

describe('start where one runs', () => {
  test('offers to go on with it, or to end it', async () => {
    const thread = await mia.start(OPEN)
    await mia.command(thread, 'start late-trains')
    expect(mia.last(thread)).toMatchObject({ only: mia.id, text: expect.stringContaining('is not finished') })
    await mia.press(thread, 'Pause')
    await mia.command(thread, 'start late-trains')
    await mia.press(thread, 'Resume')
    expect(mia.last(thread).text).toMatch(/^We were at Clarify requirements/)
    await mia.command(thread, 'start late-trains')
    await mia.press(thread, 'End it')
    expect(mia.last(thread).text).toMatch(/^That was the interview/)
    await mia.press(thread, 'Skip')
    expect(await mia.start(thread, 'late-trains')).toBe(thread)
    expect(mia.last(thread).title).toBe('Clarify requirements')
  })

  test('and is of somebody else says so and offers nothing of theirs', async () => {
    const thread = await mia.start(OPEN)
    const noor = person(home, 'T1/noor')
    await noor.command(thread, 'start late-trains')
    const card = noor.last(thread)
    expect(card.only).toBe(noor.id)
    expect(card.text).toContain("Somebody else's interview is held in this thread")
    expect(card.buttons).toBeUndefined()
    expect((await home.held(thread)).person).toBe(mia.id)
  })
})

describe('a part of a flow', () => {
  test('is begun by its name, and said to be one wherever the interview is named', async () => {
    const thread = await mia.start(OPEN, 'late-parcels --flow stint --focus details')
    expect(boardText(thread)).toMatch(/^stint: .+\. Mid level, 6 minutes, coach mode\./)
    expect(wordsAt(thread)).toContain('This is a stint.')
    const { flow, interview } = await home.held(thread)
    expect(interview.snapshot.context.stage).toBe('details')
    expect(flow).toMatch(/^[0-9a-f]{64}$/)
    await mia.command(OPEN, 'history')
    expect(mia.last(OPEN).text).toMatch(/\(stint: .+, mid, 6 min, coach\): not finished/)
    await mia.command(thread, 'start late-parcels')
    expect(wordsAt(thread)).toMatch(/The interview "Parcels that will be late · stint: .+" is not finished/)
  })

  test('chosen in the form, is held at its own length whatever one likes', async () => {
    await mia.command(OPEN, 'settings --minutes 20')
    await mia.submit(OPEN, 'start', {
      problem: 'late-parcels',
      flow: 'stint:data',
      level: 'mid',
      mode: 'coach',
    })
    const thread = home.chat.posts.findLast(({ heads }) => heads)?.place ?? ''
    const { options, stage } = (await home.held(thread)).interview.snapshot.context
    expect({ minutes: options.minutes, stage }).toEqual({ minutes: 6, stage: 'data' })
    await mia.submit('chat:T1/C2', 'start', {
      problem: 'late-parcels',
      flow: 'mlsd:15',
      level: 'mid',
      mode: 'coach',
    })
    const other = home.chat.posts.findLast(({ heads }) => heads)?.place ?? ''
    expect((await home.held(other)).interview.snapshot.context.options.minutes).toBe(15)
  })

  test('of one question, ends by itself with its verdict, and no rating', async () => {
    const thread = await mia.start(OPEN, 'late-parcels --flow point --focus SP2')
    for (const words of ['I would shuffle the rows somehow.', 'I do not know.', 'Still not.']) {
      await mia.say(thread, words)
      await home.pass(QUIET)
    }
    await home.settled()
    expect(wordsAt(thread)).not.toContain('how would you rate yourself')
    const report = await home.report(thread)
    expect(report).toMatchObject({ how: 'finished', ratings: [], format: { id: 'point' } })
    expect(report.question).toMatchObject({ criterion: 'SP2', verdict: 0, stage: 'data' })
    expect(report.levels[0]).toMatchObject({
      band: null,
      bandReason: expect.stringContaining('a single question'),
    })
    await mia.command(OPEN, 'history')
    expect(mia.last(OPEN).text).toContain('(point: ')
    expect(mia.last(OPEN).text).toContain('not heard')
  })
})
