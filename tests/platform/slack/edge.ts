/** A candidate in a channel of the stand-in, as the transcripts have one: the talk is held in a thread, over Socket Mode. */
import type { Clock } from '../../../src/clock.ts'
import { slack } from '../../../src/platform/slack/slack.ts'
import type { Asked, Edge } from '../../transcripts/edge.ts'
import { type StandIn, standIn } from './stand-in/stand-in.ts'

export type SlackEdge = Edge & { far: StandIn; stop(): Promise<void> }

const [TEAM, CHANNEL, CANDIDATE] = ['T1', 'C1', 'U1'] as const

/** Timestamps follow the clock of the process that listens. */
export const slackEdge = async (): Promise<SlackEdge> => {
  let clock: Clock | undefined
  const far = await standIn({ now: () => clock?.now() ?? 0, step: 1, pingEvery: 60_000 })
  const one = far.person(TEAM, CANDIDATE)
  const shelf = new Map<string, unknown>()

  const connect = (given: Clock) => {
    clock = given
    return slack({
      transport: { socket: { appToken: far.appToken } },
      team: { token: far.token(TEAM) },
      apiUrl: far.apiUrl,
      shelf: {
        load: async (name) => shelf.get(name),
        save: async (name, value) => void shelf.set(name, value),
        remove: async (name) => void shelf.delete(name),
      },
      clock: given,
      log: () => {},
    })
  }

  /** The thread under the first card. */
  const thread = (): string => {
    const head = far.shown(`${TEAM}/${CHANNEL}`).find((shown) => shown.thread === undefined)
    if (!head) throw new Error('No interview was begun in the channel.')
    return head.ts
  }
  const heard = async (): Promise<void> => {
    await far.settled()
    const failed = far.deliveries.filter(({ state }) => state !== 'acknowledged')
    if (failed.length > 0) throw new Error('The process that listens did not take all that was said.')
  }

  return {
    far,
    name: 'slack',
    connect,
    start: async (asked) => {
      await one.command(CHANNEL, lineOf(asked))
      await heard()
    },
    say: async (text) => {
      const ts = one.say(CHANNEL, text, { thread: thread() })
      await heard()
      return ts
    },
    command: async (line) => {
      one.mention(CHANNEL, line, { thread: thread() })
      await heard()
    },
    edit: async (ts, text) => {
      one.edit(ts, text)
      await heard()
    },
    withdraw: async (ts) => {
      one.remove(ts)
      await heard()
    },
    rate: async (marks) => {
      const asking = one.sees(CHANNEL, thread()).findLast(({ buttons }) => buttons.includes(RATE))
      if (!asking) throw new Error('Nothing asks for a rating.')
      await one.press(asking.ts, RATE)
      await far.until(() => one.modal() !== undefined, 'the form')
      const fields = Object.entries(marks).map(([stage, mark]) => [stage, String(mark)])
      await one.submit(Object.fromEntries(fields))
      await heard()
    },
    screen: () => [],
    stop: () => far.stop(),
  }
}

/** The button under which a platform keeps the form. */
const RATE = 'Rate yourself'

const lineOf = ({ problem, scenario, flow, focus, level, minutes, mode }: Asked): string =>
  `start ${problem ?? ''}${flow ? ` --flow ${flow}` : ''}${focus ? ` --focus ${focus}` : ''} --level ${level} --minutes ${minutes} --mode ${mode}${scenario === undefined ? '' : ` --scenario ${scenario}`}`
