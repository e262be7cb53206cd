/** The daily question in Slack, as those see it who get it: over the real edge, against the stand-in, through the days. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { slack } from '../../../src/platform/slack/slack.ts'
import { DAY, HOUR, type OnAClock, onAClock, START } from '../on-a-clock.ts'
import { optionsOn } from './running.ts'
import type { Person } from './stand-in/person.ts'
import type { Shown } from './stand-in/shown.ts'
import { type StandIn, standIn } from './stand-in/stand-in.ts'
import { addUser } from './stand-in/teams.ts'
import type { Channel, Workspace } from './stand-in/world.ts'

let far: StandIn
let home: OnAClock
let mia: Person
let ben: Person
let ada: Person

beforeEach(async () => {
  let now = (): number => START
  far = await standIn({ now: () => now(), step: 1, pingEvery: 600_000 })
  // Where Slack shows times in Berlin, nine o'clock is at 08:00 UTC.
  for (const user of teamOf().users.values()) user.tz = 'Europe/Berlin'
  home = await onAClock(
    (clock) => {
      now = clock.now
      return slack(optionsOn(far, { clock }))
    },
    () => far.calls.length,
  )
  await far.sockets.connected()
  ;[mia, ben, ada] = [far.person('T1', 'U1'), far.person('T1', 'U2'), far.person('T1', 'U3')]
})
afterEach(async () => {
  await home.close()
  await far.stop()
  expect(far.faults).toEqual([])
})

const GOOD = 'The business goal is fewer complaints, because each one costs six euros.'
const QUESTION = 'Question of the day'
const VERDICT = 'What it takes'

const teamOf = (): Workspace => {
  const team = far.world.teams.get('T1')
  if (!team) throw new Error('There is no workspace.')
  return team
}
const channelOf = (id: string): Channel | undefined => teamOf().channels.get(id)

const after = async (deed: unknown): Promise<void> => {
  await deed
  await far.settled()
  await home.rest()
}
const command = (who: Person, where: string, line: string) => after(who.command(where, line))
const say = (who: Person, where: string, text: string, thread?: string) =>
  after(Promise.resolve(who.say(where, text, thread === undefined ? {} : { thread })))
const questions = (channel: string): Shown[] =>
  far.shown(`T1/${channel}`).filter(({ text }) => text.includes(QUESTION))
/** The verdicts that somebody can read. */
const verdicts = (who: Person, channel: string): Shown[] =>
  who.sees(channel).filter(({ text }) => text.includes(VERDICT))
const last = (who: Person, channel: string): string => who.sees(channel).at(-1)?.text ?? ''

const NINE = 2 * HOUR

describe('in direct messages', () => {
  test('comes at nine by the zone that Slack shows times in, and an answer is graded', async () => {
    await command(mia, mia.direct, 'daily on 09:00')
    expect(last(mia, mia.direct)).toContain('At 09:00 in Europe/Berlin')
    await home.pass(NINE - 1)
    expect(questions(mia.direct)).toEqual([])
    await home.pass(1)
    const [question, ...more] = questions(mia.direct)
    expect(more).toEqual([])
    await say(mia, mia.direct, GOOD, question?.ts)
    expect(verdicts(mia, mia.direct)).toHaveLength(1)
    expect(last(mia, mia.direct)).toContain('One day in a row')
    await home.pass(3 * DAY)
    expect(questions(mia.direct)).toHaveLength(4)
    expect(home.told).toEqual([])
  })

  test('is left out, put off and turned off', async () => {
    await command(mia, mia.direct, 'daily on 09:00')
    await command(mia, mia.direct, 'daily skip')
    await home.pass(NINE + HOUR)
    expect(questions(mia.direct)).toEqual([])
    await command(mia, mia.direct, 'daily snooze')
    expect(last(mia, mia.direct)).toContain('10:00')
    await home.pass(DAY - HOUR)
    expect(questions(mia.direct)).toEqual([])
    await home.pass(HOUR)
    expect(questions(mia.direct)).toHaveLength(1)
    await command(mia, mia.direct, 'daily off')
    await home.pass(3 * DAY)
    expect(questions(mia.direct)).toHaveLength(1)
    await command(mia, mia.direct, 'daily')
    expect(last(mia, mia.direct)).toContain('No daily question is on')
    expect(home.told).toEqual([])
  })
})

describe('in a channel', () => {
  test('is not for an ordinary member to turn on', async () => {
    await command(mia, 'C1', 'daily on 09:00')
    expect(mia.sees('C1').at(-1)).toMatchObject({ only: mia.id, text: expect.stringContaining('admins') })
    expect(ada.sees('C1')).toEqual([])
    await home.pass(2 * DAY)
    expect(questions('C1')).toEqual([])
  })

  test('is one thread a day, in which each reads their own verdict and nobody else does', async () => {
    await command(ada, 'C1', 'daily on 09:00 CL1')
    await home.pass(NINE)
    const [question, ...more] = questions('C1')
    expect(more).toEqual([])
    expect(question).toMatchObject({ only: undefined, thread: undefined })
    await say(mia, 'C1', GOOD, question?.ts)
    const [hers] = verdicts(mia, 'C1')
    expect(hers).toMatchObject({ only: mia.id, thread: question?.ts })
    expect(hers?.text).toContain(GOOD.slice(0, -1))
    expect([...verdicts(ben, 'C1'), ...verdicts(ada, 'C1')]).toEqual([])
    await say(ben, 'C1', 'I would use a large transformer.', question?.ts)
    await command(ada, 'C1', 'daily answer I would ask what each complaint costs.')
    for (const who of [mia, ben, ada]) {
      expect(verdicts(who, 'C1')).toHaveLength(1)
      expect(verdicts(who, 'C1')[0]?.only).toBe(who.id)
    }
    expect(
      far.shown('T1/C1').filter(({ only, text }) => only === undefined && text.includes(VERDICT)),
    ).toEqual([])
    await home.pass(DAY)
    const [, second] = questions('C1')
    expect(second?.ts).not.toBe(question?.ts)
    await say(mia, 'C1', GOOD, second?.ts)
    expect(verdicts(mia, 'C1').at(-1)?.thread).toBe(second?.ts)
    expect(home.told).toEqual([])
  })

  test('talk among people in its thread is not graded once they have answered', async () => {
    await command(ada, 'C1', 'daily on 09:00')
    await home.pass(NINE)
    const thread = questions('C1')[0]?.ts
    await say(mia, 'C1', GOOD, thread)
    await say(mia, 'C1', 'Who is in for lunch?', thread)
    expect(verdicts(mia, 'C1')).toHaveLength(1)
    await after(mia.mention('C1', 'I would ask what late parcels cost.', { ...(thread && { thread }) }))
    expect(verdicts(mia, 'C1')).toHaveLength(2)
  })
})

describe('where posting fails', () => {
  // A private one: into a public one an app may still post that was put out of it.
  const channel = 'G1'
  beforeEach(() => command(ada, channel, 'daily on 09:00'))

  test('is posted once in the end, whatever Slack answers before', async () => {
    far.trouble.limit('chat.postMessage', { retryAfter: 30, times: 2 })
    far.trouble.fail('chat.postMessage', 503, { times: 6 })
    far.trouble.fail('chat.postMessage', 'lost-answer', { times: 1 })
    await home.pass(NINE)
    expect(questions(channel)).toEqual([])
    await home.pass(HOUR)
    // The last one was posted though its answer was lost: it is found there, and not posted again.
    expect(far.callsOf('chat.postMessage')).toHaveLength(9)
    expect(questions(channel)).toHaveLength(1)
    const [question] = questions(channel)
    await say(mia, channel, GOOD, question?.ts)
    expect(verdicts(mia, channel)).toHaveLength(1)
    await home.pass(DAY)
    expect(questions(channel)).toHaveLength(2)
  })

  test('is posted late where Slack is back within six hours, and else dropped with a note', async () => {
    far.trouble.fail('chat.postMessage', 503, { times: Infinity })
    await home.pass(NINE)
    await home.doze(5 * HOUR)
    far.trouble.mend()
    await home.pass(2 * 60_000)
    expect(questions(channel)).toHaveLength(1)
    far.trouble.fail('chat.postMessage', 503, { times: Infinity })
    await home.pass(DAY - 5 * HOUR)
    await home.doze(7 * HOUR)
    far.trouble.mend()
    await home.pass(HOUR)
    expect(questions(channel)).toHaveLength(1)
    await command(ada, channel, 'daily')
    expect(last(ada, channel)).toContain('was dropped')
    expect(await home.stored('prompt:')).toBe(1)
    await home.pass(DAY - 8 * HOUR)
    expect(questions(channel)).toHaveLength(2)
  })

  test.each(['daily off', 'daily skip', 'daily on 15:00'])(
    'leaves nothing behind after `%s`',
    async (line) => {
      far.trouble.fail('chat.postMessage', 503, { times: Infinity })
      await home.pass(NINE)
      expect(await home.stored('prompt:')).toBe(1)
      await ada.command(channel, line)
      await home.pass(5 * 60_000)
      expect(await home.stored('prompt:')).toBe(0)
      far.trouble.mend()
      await home.pass(5 * 60_000)
      expect(questions(channel)).toEqual([])
      await home.pass(DAY)
      expect(questions(channel)).toHaveLength(line === 'daily off' ? 0 : 1)
    },
  )

  test('puts off the one of today, where it could not be put yet', async () => {
    far.trouble.fail('chat.postMessage', 503, { times: Infinity })
    await home.pass(NINE)
    await ada.command(channel, 'daily snooze')
    await home.pass(5 * 60_000)
    far.trouble.mend()
    await home.pass(HOUR / 2)
    expect(questions(channel)).toEqual([])
    await home.pass(HOUR)
    expect(questions(channel)).toHaveLength(1)
  })

  test.each<[string, () => unknown]>([
    ['is archived', () => Object.assign(channelOf(channel) ?? {}, { archived: true })],
    ['has put the app out', () => ada.expel(channel)],
    ['is gone', () => teamOf().channels.delete(channel)],
  ])('turns itself off once the channel %s', async (_, ends) => {
    await home.pass(NINE)
    const kept = channelOf(channel)
    ends()
    await home.pass(DAY)
    expect(home.told.join('\n')).toContain('is turned off')
    if (kept) {
      kept.archived = false
      kept.members.add(teamOf().bot.user)
      teamOf().channels.set(channel, kept)
    }
    const warned = home.told.length
    await home.pass(3 * DAY)
    expect(questions(channel)).toHaveLength(1)
    expect(home.told).toHaveLength(warned)
    expect(await home.stored('prompt:')).toBe(1)
    await command(ada, channel, 'daily')
    expect(last(ada, channel)).toContain('No daily question is on')
  })
})

describe('many at once in one workspace', () => {
  /** So many questions are due, and Slack opens no direct message for a while. */
  const waiting = async (people: number): Promise<void> => {
    for (let n = 100; n < 100 + people; n += 1) {
      addUser(teamOf(), `U${n}`, {})
      const one = far.person('T1', `U${n}`)
      await command(one, one.direct, 'daily on 09:00 UTC')
    }
    far.trouble.limit('conversations.open', { times: Infinity, retryAfter: 15 })
    await home.pass(3 * HOUR)
  }
  const answered = async (): Promise<void> => {
    await mia.command('C1', 'problems fraud')
    await far.until(() => mia.sees('C1').length > 0, 'an answer while others wait', 2_000)
  }

  test('that Slack makes wait hold up nobody else', async () => {
    await waiting(40)
    await answered()
  })
})
