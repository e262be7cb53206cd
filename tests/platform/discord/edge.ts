/** A candidate in a channel of the stand-in, as the transcripts have one: the talk is held in a thread. */
import type { Clock } from '../../../src/clock.ts'
import { discord } from '../../../src/platform/discord/discord.ts'
import { parseCommand } from '../../../src/platform/parse.ts'
import type { Platform } from '../../../src/platform/platform.ts'
import type { Asked, Edge } from '../../transcripts/edge.ts'
import { optionsOn } from './running.ts'
import type { Asked as Answered } from './stand-in/asking.ts'
import type { Ids } from './stand-in/seed.ts'
import { ONE } from './stand-in/seed.ts'
import { type StandIn, standIn } from './stand-in/stand-in.ts'

export type DiscordEdge = Edge & { far: StandIn; stop(): Promise<void> }

/** A stand-in whose ids follow the clock of the process that listens. */
export const farSide = async (): Promise<{ far: StandIn; follow(clock: Clock): void }> => {
  let clock: Clock | undefined
  const far = await standIn({ now: () => clock?.now() ?? Date.UTC(2026, 0, 1) })
  return { far, follow: (given) => (clock = given) }
}

/** The candidate of a guild. */
export const discordEdge = async (
  ids: Ids = ONE,
  on?: Awaited<ReturnType<typeof farSide>>,
): Promise<DiscordEdge> => {
  const { far, follow } = on ?? (await farSide())
  const one = far.person(ids.candidate)
  const shelf = new Map<string, unknown>()
  /** What the process that listens has taken. */
  const taken = new Set<string>()

  const connect = (clock: Clock): Platform => {
    follow(clock)
    const platform = discord(optionsOn(far, { shelf, clock }))
    return {
      ...platform,
      async start(hear, desk) {
        const keep: typeof hear = async (heard) => {
          await hear(heard)
          taken.add(heard.id)
        }
        await platform.start(keep, desk)
        await far.until(() => shelf.has('commands'), 'the commands')
      },
    }
  }

  /** The one thread of the channel. */
  const thread = (): string => {
    const [first] = far.threads(ids.general)
    if (!first) throw new Error('No interview was begun in the channel.')
    return first.id
  }
  const heard = async (id: string): Promise<void> => {
    if (far.gateway.open() === 0) throw new Error('Nobody listens: the process is stopped.')
    await far.until(() => taken.has(id), `somebody who takes ${id}`)
  }
  const use = async (asking: Promise<Answered>): Promise<Answered> => {
    const asked = await asking
    if (!asked.answered) throw new Error('The process that listens did not answer.')
    return asked
  }

  return {
    far,
    name: 'discord',
    connect,
    async start({ level, minutes, mode, ...what }: Asked) {
      const values = { ...what, level, minutes: Number(minutes), mode }
      await heard((await use(one.command(ids.general, 'mlsd start', values))).id)
    },
    async say(text) {
      const id = one.say(thread(), text)
      await heard(id)
      return id
    },
    async command(line) {
      const parsed = parseCommand(line)
      if (!('args' in parsed)) return heard(one.mention(thread(), line))
      const asked = await use(one.command(thread(), `mlsd ${parsed.command}`, parsed.args))
      await heard(asked.id)
    },
    async edit(id, text) {
      one.edit(id, text)
      const { edited } = one.find(id).message
      await heard(`${id}.e${edited}`)
    },
    async withdraw(id) {
      one.remove(id)
      await heard(`${id}.d`)
    },
    async rate(marks) {
      const asking = one.sees(thread()).findLast(({ buttons }) => buttons.includes(RATE))
      if (!asking) throw new Error('Nothing asks for a rating.')
      await use(one.press(asking.id, RATE))
      for (;;) {
        const modal = one.modal()
        if (!modal) throw new Error('No form was opened.')
        const own = modal.fields.flatMap(({ id }) =>
          marks[id] === undefined ? [] : [[id, String(marks[id])]],
        )
        const sent = await use(one.submit(Object.fromEntries(own)))
        const further = sent.replies().find(({ buttons }) => buttons.includes(FURTHER))
        if (!further) return heard(sent.id)
        await use(one.press(further.id, FURTHER))
      }
    },
    screen: () => [],
    stop: () => (on ? Promise.resolve() : far.stop()),
  }
}

/** The button under which a platform keeps the form, and the one that opens what a form did not hold. */
const RATE = 'Rate yourself'
const FURTHER = 'Go on'
