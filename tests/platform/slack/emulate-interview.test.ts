import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { systemClock } from '../../../src/clock.ts'
import { lexicalGrader } from '../../../src/grader/lexical.ts'
import { hostOf } from '../../../src/host/host.ts'
import { libraryOf } from '../../../src/host/library.ts'
import { shelfOf } from '../../../src/host/shelf.ts'
import { scriptedInterviewer } from '../../../src/interviewer/scripted.ts'
import { sqliteMailbox } from '../../../src/mailbox/sqlite.ts'
import { sqliteMemory } from '../../../src/memory/sqlite.ts'
import { committer } from '../../../src/sqlite/committer.ts'
import { openDatabase } from '../../../src/sqlite/open.ts'
import { bank } from '../../bench/bank.ts'
import { type Emulated, emulated, type Message, type Somebody } from './emulated.ts'
import { edges, wordsIn } from './emulated-edge.ts'

const start = edges()
const books = bank()

let far: Emulated
let folder: string
let troubles: string[]
const processes: (() => Promise<void>)[] = []

beforeEach(async () => {
  far = await emulated()
  folder = mkdtempSync(join(tmpdir(), 'mlsd-emulate-'))
  troubles = []
})

afterEach(async () => {
  for (const end of processes.splice(0)) await end()
  await far.stop()
  rmSync(folder, { recursive: true })
})

/** Starts a process of the bot on the data that is there, and answers what ends it. */
const serve = async (quiet = 50): Promise<() => Promise<void>> => {
  const clock = systemClock()
  const database = openDatabase(join(folder, 'mlsd.db'))
  const commits = committer(database)
  const memory = sqliteMemory(commits)
  const mailbox = sqliteMailbox(commits, clock, { report: (error) => troubles.push(String(error)) })
  const edge = await start({ on: far, idle: true, shelf: shelfOf({ memory, mailbox }, 'installation') })
  const { platform } = edge
  const [interviewer, grader] = [scriptedInterviewer(), lexicalGrader()]
  const host = hostOf({
    ...{ memory, mailbox, clock, library: libraryOf(books, memory) },
    platforms: new Map([[platform.name, platform]]),
    interviewer: { usual: interviewer, standIn: interviewer },
    grader: { usual: grader, standIn: grader },
    settings: { quiet: { slack: quiet }, idle: 4 * 3_600_000, notice: () => 'Kept in a file.' },
    log: (level, what, details) => {
      if (level === 'warn' || level === 'error') troubles.push(`${what} ${JSON.stringify(details)}`)
    },
  })
  host.run()
  await platform.start(host.hear, host.desk(platform.name))
  let ended: Promise<void> | undefined
  const end = async (): Promise<void> => {
    await platform.stop()
    await mailbox.stop()
    await commits.close()
    database.close()
    if (edge.log() !== '') troubles.push(edge.log())
  }
  const once = (): Promise<void> => {
    ended ??= end()
    return ended
  }
  processes.push(once)
  return once
}

const PATIENT = { timeout: 10_000, interval: 20 }

/** Waits until something is shown, and answers the message that shows it. */
const shown = (words: string | RegExp, read: () => Promise<Message[]> | Message[]): Promise<Message> =>
  vi.waitFor(async () => {
    const all = await read()
    const found = all.find((each) => each.user === far.bot.user && wordsIn(each).match(words))
    if (!found) throw new Error(`Nothing shows ${words}:\n${all.map(wordsIn).join('\n---\n')}`)
    return found
  }, PATIENT)

/** Events that were answered, but not with 200. */
const refused = () => far.deliveries().filter(({ status_code: status }) => status !== null && status !== 200)

const GOAL = 'The business goal is fewer refunds, because each late order costs us eight euros.'

test('an interview in a thread, begun by a mention, is held through a restart and ends with a report', async () => {
  const { bot, candidate, watcher, open } = far
  const stop = await serve()
  await candidate.say(open, `<@${bot.user}> start delivery-eta --level mid --minutes 30`)
  const board = await shown(/Overview.*→.*Under way/s, () => far.messages(open))
  const thread = () => far.messages(open, board.ts)
  const say = (text: string, who: Somebody = candidate) => who.say(open, text, board.ts)
  const ask = (command: string) => say(`<@${bot.user}> ${command}`)
  await shown('Everybody in this workspace can read along', thread)
  await shown('How do you see it', thread)

  const answer = await say(`${GOAL} What is the volume per day?`)
  await shown('1.6 million orders a day', thread)
  await say('I would say so too.', watcher)
  await vi.waitFor(() => {
    expect(far.whispered(open, watcher).map(wordsIn).join()).toContain('you are a spectator')
    expect(far.whispered(open, candidate).map(wordsIn).join()).toContain('reading along')
  }, PATIENT)
  await ask('hint')
  await shown('Hint 1 of 4', thread)
  await ask('next')
  await shown('Clarify requirements', thread)

  await stop()
  await say('What latency is allowed for one prediction?')
  await serve()
  await shown('150 milliseconds', thread)

  for (const stage of ['Fit in the product', 'Data', 'Model', 'Scaling', 'Details']) {
    await ask('next')
    await shown(new RegExp(`^${stage}`), thread)
  }
  await ask('next')
  await shown('how would you rate yourself', thread)
  await ask('skip')
  const report = await shown('Report: Delivery ETA', () => far.messages(candidate.direct))
  const { permalink } = await candidate.call('chat.getPermalink', { channel: open, message_ts: answer })
  expect(wordsIn(report)).toContain(GOAL)
  expect(wordsIn(report)).toContain(new URL(String(permalink)).search)
  expect(wordsIn(report)).toMatch(/latency|150/)
  await vi.waitFor(async () => {
    const files = (await far.messages(candidate.direct)).flatMap(({ files = [] }) => files)
    expect(files.map(({ name }) => name)).toEqual([expect.stringMatching(/^mlsd-.*\.md$/)])
  }, PATIENT)
  await shown(/direct messages/, () => far.whispered(open, candidate))
  await shown(/Finished/, () => far.messages(open))
  expect((await thread()).map(wordsIn).join()).not.toContain('Report: ')
  expect(refused()).toEqual([])
  expect(troubles).toEqual([])
})

test('an interview in direct messages, by words alone, takes what was changed in place of what was said', async () => {
  const { candidate } = far
  const channel = candidate.direct
  const read = () => far.messages(channel)
  // What is said here is up to a second older than it is, since the emulator counts whole seconds.
  await serve(2_000)
  await candidate.say(channel, 'strat')
  await shown('start', read)
  await candidate.say(channel, 'start delivery-eta --level junior --minutes 30')
  await shown('How do you see it', read)
  const ts = await candidate.say(channel, 'I do not know what the goal is.')
  await candidate.call('chat.update', { channel, ts, text: GOAL })
  await vi.waitFor(async () => expect((await read()).at(-1)?.user).toBe(far.bot.user), PATIENT)
  await candidate.say(channel, 'next')
  await shown('Clarify requirements', read)
  await candidate.share(channel, 'counts.csv', 'city,orders\nx,3\n')
  await candidate.say(channel, 'end')
  await shown('how would you rate yourself', read)
  await candidate.say(channel, 'skip')
  const report = await shown('Report: Delivery ETA', read)
  expect(wordsIn(report)).toContain(`> ${GOAL}`)
  await candidate.say(channel, 'history')
  await shown(/Delivery ETA \(junior, 30 min/, read)
  expect(refused()).toEqual([])
  expect(troubles).toEqual([])
})
