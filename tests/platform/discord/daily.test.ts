/** The daily question in Discord, as those see it who get it: over the real edge, against the stand-in, through the days. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { discord } from '../../../src/platform/discord/discord.ts'
import { DAY, HOUR, type OnAClock, onAClock, START } from '../on-a-clock.ts'
import { optionsOn } from './running.ts'
import type { Asked } from './stand-in/asking.ts'
import type { Person } from './stand-in/person.ts'
import { ONE } from './stand-in/seed.ts'
import type { Shown } from './stand-in/shown.ts'
import { type StandIn, standIn } from './stand-in/stand-in.ts'

let far: StandIn
let home: OnAClock
let mia: Person
let ben: Person
let ada: Person

beforeEach(async () => {
  let now = (): number => START
  far = await standIn({ now: () => now() })
  const shelf = new Map<string, unknown>()
  home = await onAClock(
    (clock) => {
      now = clock.now
      return discord(optionsOn(far, { shelf, clock }))
    },
    () => far.calls.length,
  )
  await far.until(() => shelf.has('commands'), 'the commands')
  mia = far.person(ONE.candidate)
  ben = far.person(ONE.watcher)
  ada = far.person(ONE.admin)
})
afterEach(async () => {
  await home.close()
  await far.stop()
  expect(far.faults).toEqual([])
})

const CHANNEL = ONE.general
const GOOD = 'The business goal is fewer complaints, because each one costs six euros.'
const QUESTION = 'Question of the day'
const VERDICT = 'What it takes'
/** Nine o'clock in Berlin is at 08:00 UTC. */
const NINE = 2 * HOUR
const ON = '09:00 Europe/Berlin'

const after = async (id: string): Promise<void> => {
  await far.until(() => home.heard.some((one) => one.id === id), `somebody who takes ${id}`)
  await home.rest()
}
const command = async (who: Person, where: string, what: string, words?: string): Promise<Asked> => {
  const asked = await who.command(where, 'mlsd daily', { what, ...(words !== undefined && { words }) })
  expect(asked.answered).toBe(true)
  await after(asked.id)
  return asked
}
const say = (who: Person, where: string, text: string) => after(who.say(where, text))
const questions = (where: string): Shown[] => far.shown(where).filter(({ text }) => text.includes(QUESTION))
/** The verdicts that somebody can read at a place. */
const verdicts = (who: Person, where: string): Shown[] =>
  who.sees(where).filter(({ text }) => text.includes(VERDICT))
const answerOf = (asked: Asked): string => asked.replies().at(-1)?.text ?? ''
const last = (who: Person): string => who.sees(who.direct).at(-1)?.text ?? ''

describe('in direct messages', () => {
  test('asks for the time zone, comes at nine by it, and an answer is graded', async () => {
    await command(mia, mia.direct, 'on', '09:00')
    expect(last(mia)).toContain('time zone')
    await home.pass(DAY)
    expect(questions(mia.direct)).toEqual([])
    await command(mia, mia.direct, 'on', ON)
    expect(last(mia)).toContain('At 09:00 in Europe/Berlin')
    await home.pass(NINE - 1)
    expect(questions(mia.direct)).toEqual([])
    await home.pass(1)
    expect(questions(mia.direct)).toHaveLength(1)
    await say(mia, mia.direct, GOOD)
    expect(verdicts(mia, mia.direct)).toHaveLength(1)
    expect(last(mia)).toContain('One day in a row')
    await home.pass(3 * DAY)
    expect(questions(mia.direct)).toHaveLength(4)
    expect(home.told).toEqual([])
  })

  test('is left out, put off and turned off', async () => {
    await command(mia, mia.direct, 'on', ON)
    await command(mia, mia.direct, 'skip')
    await home.pass(NINE + HOUR)
    expect(questions(mia.direct)).toEqual([])
    await command(mia, mia.direct, 'snooze')
    expect(last(mia)).toContain('10:00')
    await home.pass(DAY - HOUR)
    expect(questions(mia.direct)).toEqual([])
    await home.pass(HOUR)
    expect(questions(mia.direct)).toHaveLength(1)
    await command(mia, mia.direct, 'off')
    await home.pass(3 * DAY)
    expect(questions(mia.direct)).toHaveLength(1)
    await command(mia, mia.direct, 'status')
    expect(last(mia)).toContain('No daily question is on')
    expect(home.told).toEqual([])
  })

  test('is turned off once somebody takes no direct messages any more', async () => {
    await command(mia, mia.direct, 'on', ON)
    mia.close()
    await home.pass(NINE)
    expect(home.told.join('\n')).toContain('is turned off')
    expect(await home.stored('prompt:')).toBe(0)
    mia.reopen()
    const warned = home.told.length
    await home.pass(3 * DAY)
    expect(questions(mia.direct)).toEqual([])
    expect(home.told).toHaveLength(warned)
  })
})

describe('in a channel', () => {
  /** The thread of the question that was put last. */
  const thread = (): string => far.threads(CHANNEL).at(-1)?.id ?? ''

  test('is not for an ordinary member to turn on', async () => {
    const asked = await command(mia, CHANNEL, 'on', ON)
    expect(answerOf(asked)).toContain('admins')
    expect(asked.replies().at(-1)?.only).toBe(mia.id)
    await home.pass(2 * DAY)
    expect(questions(CHANNEL)).toEqual([])
  })

  test('is one thread a day, in which each is told their own verdict and nobody else is', async () => {
    await command(ada, CHANNEL, 'on', ON)
    await home.pass(NINE)
    expect(questions(CHANNEL)).toHaveLength(1)
    expect(far.threads(CHANNEL)).toMatchObject([{ hidden: false }])
    await say(mia, thread(), GOOD)
    await say(ben, thread(), 'I would use a large transformer.')
    const asked = await command(ada, CHANNEL, 'answer', 'I would ask what each complaint costs.')
    expect(answerOf(asked)).toContain(VERDICT)
    expect(asked.replies().at(-1)?.only).toBe(ada.id)
    for (const who of [mia, ben]) expect(verdicts(who, who.direct)).toHaveLength(1)
    for (const who of [mia, ben, ada]) expect(verdicts(who, thread())).toEqual([])
    for (const who of [mia, ben]) expect(verdicts(who, CHANNEL)).toEqual([])
    await home.pass(DAY)
    expect(questions(CHANNEL)).toHaveLength(2)
    expect(far.threads(CHANNEL)).toHaveLength(2)
    await say(mia, thread(), GOOD)
    expect(verdicts(mia, mia.direct)).toHaveLength(2)
    expect(home.told).toEqual([])
  })

  test('talk among people in its thread is not graded once they have answered', async () => {
    await command(ada, CHANNEL, 'on', ON)
    await home.pass(NINE)
    await say(mia, thread(), GOOD)
    await say(mia, thread(), 'Who is in for lunch?')
    expect(verdicts(mia, mia.direct)).toHaveLength(1)
    await after(mia.mention(thread(), 'I would ask what late parcels cost.'))
    expect(verdicts(mia, mia.direct)).toHaveLength(2)
  })
})

describe('where posting fails', () => {
  const POST = 'POST /channels/:id/messages'
  const THREAD = 'POST /channels/:id/messages/:id/threads'
  beforeEach(async () => void (await command(ada, CHANNEL, 'on', ON)))

  test.each([POST, THREAD])(
    'is posted once in the end, whatever Discord answers to %s before',
    async (route) => {
      far.trouble.limit(route, { retryAfter: 30, times: 2 })
      far.trouble.fail(route, 503, { times: 7 })
      far.trouble.fail(route, 'lost-answer')
      await home.pass(NINE)
      await home.pass(HOUR)
      expect(far.callsOf(route).length).toBeGreaterThan(10)
      expect(questions(CHANNEL)).toHaveLength(1)
      expect(far.threads(CHANNEL)).toHaveLength(1)
      await say(mia, far.threads(CHANNEL)[0]?.id ?? '', GOOD)
      expect(verdicts(mia, mia.direct)).toHaveLength(1)
      await home.pass(DAY)
      expect(questions(CHANNEL)).toHaveLength(2)
    },
  )

  test('is dropped with a note where Discord is away for longer than six hours', async () => {
    far.trouble.fail(POST, 503, { times: Infinity })
    await home.pass(NINE)
    await home.doze(7 * HOUR)
    far.trouble.mend()
    await home.pass(HOUR)
    expect(questions(CHANNEL)).toEqual([])
    expect(answerOf(await command(ada, CHANNEL, 'status'))).toContain('was dropped')
    await home.pass(DAY - 8 * HOUR)
    expect(questions(CHANNEL)).toHaveLength(1)
  })

  test('turns itself off once the app may not write there any more', async () => {
    await home.pass(NINE)
    far.deny(CHANNEL, 'SendMessages', 'ViewChannel')
    await home.pass(DAY)
    expect(home.told.join('\n')).toContain('is turned off')
    far.allow(CHANNEL, 'SendMessages', 'ViewChannel')
    await home.pass(3 * DAY)
    expect(questions(CHANNEL)).toHaveLength(1)
    expect(answerOf(await command(ada, CHANNEL, 'status'))).toContain('No daily question is on')
  })

  test('turns itself off once the channel is gone', async () => {
    await home.pass(NINE)
    expect(questions(CHANNEL)).toHaveLength(1)
    far.removeChannel(CHANNEL)
    await home.pass(DAY)
    expect(home.told.join('\n')).toContain('is turned off')
    const warned = home.told.length
    await home.pass(3 * DAY)
    expect(home.told).toHaveLength(warned)
  })
})
