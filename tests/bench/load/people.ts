/** The other side of the talk: people who write in Slack, to bots that listen on several ports in turn. */
import { setTimeout } from 'node:timers/promises'
import { ANSWERS } from '../answers.ts'
import { type Counter, type Sender, senderTo } from '../slack/events.ts'
import { type Posted, webApi } from '../slack/web-api.ts'

export type Slack = {
  /** The base of the Web API. */
  url: string
  /** Calls `hear` for each message that is posted in a channel from now on, in place of who was called before. */
  on(channel: string, hear: (message: Posted) => void): void
  /** How many messages were posted, and how many of them bore the id of an earlier one. */
  posted(): { all: number; doubled: number }
  close(): Promise<void>
}

export const slackOf = async (): Promise<Slack> => {
  const waiting = new Map<string, (message: Posted) => void>()
  const seen = new Set<string>()
  let all = 0
  let doubled = 0
  const api = await webApi((message) => {
    all += 1
    if (message.id !== undefined && seen.has(message.id)) doubled += 1
    if (message.id !== undefined) seen.add(message.id)
    waiting.get(message.channel)?.(message)
  })
  return {
    url: api.url,
    on: (channel, hear) => void waiting.set(channel, hear),
    posted: () => ({ all, doubled }),
    close: api.close,
  }
}

export type People = {
  /** Somebody begins an interview; answers its thread. */
  begin(n: number): Promise<string>
  /** Says something in it and waits for the answer; answers milliseconds until both. */
  say(n: number, thread: string, turn: number): Promise<{ acknowledged: number; answered: number }>
  close(): void
}

export const channelOf = (n: number): string => `C${String(n).padStart(8, '0')}`
export const userOf = (n: number): string => `U${String(n).padStart(8, '0')}`

/** `start` posts the card at the head, the welcome and the first stage. */
const OPENING = { command: 'start ad-clicks --level senior', posts: 3 }

/** What is said goes to one port after the other, as a balancer would send it; numbers begin at `first`. */
export const peopleOf = (slack: Slack, ports: readonly number[], first: number): People => {
  const sent: Counter = { count: 0 }
  const senders = ports.map((port) => senderTo(port, sent))
  const sender = (): Sender => {
    const next = senders[sent.count % senders.length]
    if (!next) throw new Error('Nobody listens.')
    return next
  }
  return {
    async begin(n) {
      const posts: Posted[] = []
      const all = Promise.withResolvers<void>()
      slack.on(channelOf(first + n), (message) => {
        posts.push(message)
        if (posts.length === OPENING.posts) all.resolve()
      })
      await sender().command(channelOf(first + n), userOf(first + n), OPENING.command)
      await inTime(all.promise, `the beginning of talk ${n}`)
      const thread = posts.find((post) => post.thread !== undefined)?.thread
      if (thread === undefined) throw new Error(`Talk ${n} has no thread.`)
      return thread
    },
    async say(n, thread, turn) {
      const answer = Promise.withResolvers<Posted>()
      const channel = channelOf(first + n)
      slack.on(channel, answer.resolve)
      // No two answers are alike, so that nothing is gained by remembering them.
      const text = `${ANSWERS[(n + turn) % ANSWERS.length]} That is point ${turn} of talk ${n}.`
      const begun = performance.now()
      const acknowledged = await sender().message(channel, thread, userOf(first + n), text)
      const posted = await inTime(answer.promise, `the answer to point ${turn} of talk ${n}`)
      if (posted.thread !== thread) throw new Error(`Talk ${n} was answered elsewhere.`)
      return { acknowledged, answered: performance.now() - begun }
    },
    close: () => {
      for (const one of senders) one.close()
    },
  }
}

const LONGEST = 90_000

/** Waits no longer than anything may take, so that a lost answer ends the bench with a word. */
const inTime = async <T>(what: Promise<T>, name: string): Promise<T> => {
  const late = new AbortController()
  const timer = setTimeout(LONGEST, undefined, { signal: late.signal }).then(
    () => Promise.reject(new Error(`${name} did not come within ${LONGEST / 1_000} s.`)),
    () => new Promise<never>(() => {}),
  )
  try {
    return await Promise.race([what, timer])
  } finally {
    late.abort()
  }
}
