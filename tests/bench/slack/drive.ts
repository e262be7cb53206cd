/** One run of one bot: 1,000 conversations of 5 turns over signed HTTP, 32 at once. */
import { spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { freePort } from '../../free-port.ts'
import { ANSWERS } from '../answers.ts'
import { inParallel, percentile, processorMs, residentMegabytes } from '../process.ts'
import { SECRET, type Sender, senderTo } from './events.ts'
import { type Posted, webApi } from './web-api.ts'

export const CONVERSATIONS = Number(process.env.MLSD_BENCH_CONVERSATIONS ?? 1_000)
export const TURNS = 5
export const AT_ONCE = 32

export type Run = {
  turnsPerSecond: number
  /** Milliseconds until a message was acknowledged, which 99 of 100 stayed under. */
  ackP99: number
  /** Megabytes of the process at rest, before the first conversation. */
  idle: number
  /** Milliseconds of processor time a turn. */
  cpu: number
  /** Messages posted although one with the same mark was posted before. */
  doubled: number
}

/** A bot as a process. */
export type Bot = {
  args: readonly string[]
  env: Readonly<Record<string, string>>
  /** How a conversation begins, and how many messages the bot posts for it; nothing where it needs none. */
  opening?: { command: string; posts: number }
}

/** Starts the bot, waits for it to rest, then talks to it. */
export const drive = async (bot: Bot): Promise<Run> => {
  const waiting = new Map<string, (message: Posted) => void>()
  const seen = new Set<string>()
  let doubled = 0
  const api = await webApi((message) => {
    if (message.id !== undefined && seen.has(message.id)) doubled += 1
    if (message.id !== undefined) seen.add(message.id)
    waiting.get(message.channel)?.(message)
  })
  const port = await freePort()
  const child = spawn(process.execPath, [...bot.args], {
    env: {
      PATH: process.env.PATH ?? '',
      SLACK_API_URL: api.url,
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_BOT_TOKEN: 'xoxb-bench',
      PORT: String(port),
      ...bot.env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise((done) => child.on('exit', done))
  const sender = senderTo(port)
  try {
    await untilOpen(port)
    await setTimeout(2_000)
    const idle = residentMegabytes(child.pid ?? 0)
    const threads = await inParallel(CONVERSATIONS, AT_ONCE, (n) => opened(n, bot, sender, waiting))
    const acks: number[] = []
    const cpu = processorMs(child.pid ?? 0)
    const begun = performance.now()
    await inParallel(CONVERSATIONS, AT_ONCE, (n) => talk(n, threads[n] ?? '', sender, waiting, acks))
    const seconds = (performance.now() - begun) / 1_000
    return {
      turnsPerSecond: (CONVERSATIONS * TURNS) / seconds,
      cpu: (processorMs(child.pid ?? 0) - cpu) / (CONVERSATIONS * TURNS),
      ackP99: percentile(acks, 0.99),
      idle,
      doubled,
    }
  } finally {
    child.kill('SIGTERM')
    await ended
    sender.close()
    await api.close()
  }
}

type Waiting = Map<string, (message: Posted) => void>

const channelOf = (n: number): string => `C${String(n).padStart(8, '0')}`
const userOf = (n: number): string => `U${String(n).padStart(8, '0')}`

/** Begins a conversation and answers its thread. */
const opened = async (n: number, { opening }: Bot, sender: Sender, waiting: Waiting): Promise<string> => {
  const channel = channelOf(n)
  if (!opening) return '1700000000.000001'
  const posts: Posted[] = []
  const all = new Promise<void>((done) =>
    waiting.set(channel, (message) => {
      posts.push(message)
      if (posts.length === opening.posts) done()
    }),
  )
  await sender.command(channel, userOf(n), opening.command)
  await all
  const thread = posts.find((post) => post.thread !== undefined)?.thread
  if (thread === undefined) throw new Error(`Conversation ${n} has no thread.`)
  return thread
}

/** The turns of a conversation: each message is sent once the bot has posted its answer to the one before. */
const talk = async (
  n: number,
  thread: string,
  sender: Sender,
  waiting: Waiting,
  acks: number[],
): Promise<void> => {
  const channel = channelOf(n)
  for (let turn = 0; turn < TURNS; turn += 1) {
    const answered = new Promise<Posted>((done) => waiting.set(channel, done))
    // No two answers are alike, so that nothing is gained by remembering them.
    const text = `${ANSWERS[(n + turn) % ANSWERS.length]} That is point ${turn} of talk ${n}.`
    acks.push(await sender.message(channel, thread, userOf(n), text))
    if ((await answered).thread !== thread) throw new Error(`Conversation ${n} was answered elsewhere.`)
  }
}

const untilOpen = async (port: number): Promise<void> => {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await answers(port)) return
    await setTimeout(100)
  }
  throw new Error('The bot did not begin to listen within 20 s.')
}

const answers = async (port: number): Promise<boolean> => {
  try {
    await fetch(`http://127.0.0.1:${port}/nothing`)
    return true
  } catch {
    return false // Nobody listens yet.
  }
}
