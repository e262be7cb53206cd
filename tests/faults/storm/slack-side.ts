/** People in Slack: the stand-in delivers to the bot over signed HTTP, and again until it is acknowledged. */
import type { Shown } from '../../platform/slack/stand-in/shown.ts'
import { type StandIn, standIn } from '../../platform/slack/stand-in/stand-in.ts'
import { addChannel, addUser } from '../../platform/slack/stand-in/teams.ts'
import { teamOf } from '../../platform/slack/stand-in/world.ts'
import type { Post, Side } from './side.ts'

export type SlackSide = Side & { slack: StandIn; stop(): Promise<void> }

export const SECRET = '0123456789abcdef0123456789abcdef'

/** Slack sends again what was not acknowledged; here it does not wait as long as there. */
const AGAIN_MS = 500

/** So many people, and nobody listens yet: `slack.deliverTo` says who does. */
export const slackSide = async (people: readonly number[]): Promise<SlackSide> => {
  const slack = await standIn({ now: Date.now, step: 1, keep: 100_000 })
  const team = teamOf(slack.world, 'T1')
  for (const n of people) {
    addUser(team, userOf(n), { name: `person${n}` })
    addChannel(team, channelOf(n), { members: [userOf(n)] })
  }
  const timer = setInterval(() => void slack.redeliver(), AGAIN_MS)

  /** Where the head was shown twice, people go on where something stands below it. */
  const threadOf = (n: number): string | undefined => {
    const own = slack.shown(`T1/${channelOf(n)}`).filter(({ message }) => message.bot_id !== undefined)
    const heads = own.filter(({ thread }) => thread === undefined).map(({ ts }) => ts)
    return heads.find((head) => own.some(({ thread }) => thread === head)) ?? heads[0]
  }
  /** Whatever the stand-in told the app meanwhile. */
  const told = (work: () => void) => {
    const before = slack.deliveries.length
    work()
    const mine = slack.deliveries.slice(before).filter(({ kind }) => kind === 'events_api')
    return { heard: () => mine.every(({ state }) => state === 'acknowledged') }
  }

  return {
    name: 'slack',
    slack,
    begin: (n, words) => told(() => slack.person('T1', userOf(n)).mention(channelOf(n), words)),
    say(n, words, mixed) {
      const thread = threadOf(n)
      if (thread === undefined) throw new Error(`There is no thread of person ${n}.`)
      return told(() => {
        if (mixed) slack.hold()
        for (const text of words) slack.person('T1', userOf(n)).say(channelOf(n), text, { thread })
        if (mixed) slack.release((held) => mixed.shuffled(held))
      })
    },
    thread: threadOf,
    shownAs: (effect) => `${effect} 0`,
    shown: (n) => [
      ...postsIn(slack.shown(`T1/${channelOf(n)}`), 'thread'),
      ...postsIn(slack.shown(`T1/${userOf(n)}`), 'direct'),
    ],
    async stop() {
      clearInterval(timer)
      await slack.stop()
    },
  }
}

const userOf = (n: number): string => `U7${n}`
const channelOf = (n: number): string => `C7${n}`

const postsIn = (shown: readonly Shown[], where: Post['where']): Post[] =>
  shown
    .filter(({ message }) => message.bot_id !== undefined)
    .map(({ thread, text, ts, message }) => {
      const { event_payload: card } = (message.metadata ?? {}) as {
        event_payload?: { id: string; part: number }
      }
      const id = card && `${card.id} ${card.part}`
      return { where: where === 'thread' && thread === undefined ? 'channel' : where, id, text, at: ts }
    })
