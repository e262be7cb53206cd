/** One run of the bot on Discord: 1,000 threads of 5 turns, 32 at once, through the stand-in. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { ONE } from '../../platform/discord/stand-in/seed.ts'
import { type StandIn, standIn } from '../../platform/discord/stand-in/stand-in.ts'
import { ANSWERS } from '../answers.ts'
import { inParallel, percentile, residentMegabytes } from '../process.ts'

export const THREADS = Number(process.env.MLSD_BENCH_CONVERSATIONS ?? 1_000)
export const TURNS = 5
export const AT_ONCE = 32

export type Run = {
  turnsPerSecond: number
  /** Milliseconds until an interaction was acknowledged, which 99 of 100 stayed under. */
  ackP99: number
  /** Megabytes of the process at rest, before the first thread. */
  idle: number
}

/** The bot at work, with its data in a folder. */
export const drive = (folder: string): Promise<Run> =>
  beside('bot.ts', { MLSD_HOME: folder }, async (far) => {
    const idle = await atRest(far)
    await far.discord.until(() => far.discord.commands().length > 0, 'the commands', 20_000)
    // The first one of a process waits until the framework is read, half a second, and is not counted.
    await start(0, far)
    await far.opened(1)
    const acks = await inParallel(THREADS, AT_ONCE, (n) => start(n, far))
    const threads = await far.opened(THREADS)
    const begun = performance.now()
    await inParallel(THREADS, AT_ONCE, (n) => talk(n, threads[n] ?? '', far))
    const seconds = (performance.now() - begun) / 1_000
    return { turnsPerSecond: (THREADS * TURNS) / seconds, ackP99: percentile(acks, 0.99), idle }
  })

/** What a client of the library alone holds at rest, in megabytes. */
export const bareIdle = (): Promise<number> => beside('bare.ts', {}, atRest)

type Far = {
  discord: StandIn
  child: ChildProcess
  /** Resolves with the next message of the bot's in a thread. */
  said(thread: string): Promise<void>
  /** Resolves with so many threads, once the first stage was opened in each of them. */
  opened(count: number): Promise<string[]>
}

/** The welcome and the first stage. */
const TO_BEGIN = 2

const beside = async <T>(
  program: string,
  env: Readonly<Record<string, string>>,
  work: (far: Far) => Promise<T>,
): Promise<T> => {
  const waiting = new Map<string, () => void>()
  const counts = new Map<string, number>()
  const discord = await standIn({
    check: false,
    keep: 20,
    now: Date.now,
    onCall: ({ route, about = '' }) => {
      if (route !== 'POST /channels/:id/messages' || about === ONE.general) return
      counts.set(about, (counts.get(about) ?? 0) + 1)
      waiting.get(about)?.()
    },
  })
  const child = spawn(process.execPath, [new URL(program, import.meta.url).pathname], {
    env: {
      PATH: process.env.PATH ?? '',
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_TOKEN: discord.token,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  try {
    await once(child.stdout, 'data')
    return await work({
      discord,
      child,
      said: (thread) => new Promise((done) => waiting.set(thread, done)),
      async opened(count) {
        const begun = () => [...counts].filter(([, times]) => times >= TO_BEGIN).map(([thread]) => thread)
        while (begun().length < count) await setTimeout(20)
        return begun()
      },
    })
  } finally {
    child.kill('SIGTERM')
    await ended
    await discord.stop()
  }
}

const atRest = async ({ child }: Far): Promise<number> => {
  await setTimeout(2_000)
  return residentMegabytes(child.pid ?? 0)
}

/** Answers the milliseconds until it was acknowledged; goes on once those before it have their threads. */
const start = async (n: number, { discord, opened }: Far): Promise<number> => {
  const one = discord.person(ONE.candidate)
  const asked = await one.command(ONE.general, 'mlsd start', { problem: 'ad-clicks', level: 'senior' })
  if (!asked.answered) throw new Error('An interaction was not acknowledged.')
  await opened(n - AT_ONCE)
  return asked.took
}

const talk = async (n: number, thread: string, { discord, said }: Far): Promise<void> => {
  const one = discord.person(ONE.candidate)
  for (let turn = 0; turn < TURNS; turn += 1) {
    const answered = said(thread)
    // No two answers are alike, so that nothing is gained by remembering them.
    one.say(thread, `${ANSWERS[(n + turn) % ANSWERS.length]} That is point ${turn} of talk ${n}.`)
    await answered
  }
}
