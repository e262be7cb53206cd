/** A voice that speaks to a stand-in for Discord, through the library's own REST, and time that runs faster. */
import type { Clock } from '../../../src/clock.ts'
import type { Interaction } from '../../../src/platform/discord/fresh.ts'
import { restOf } from '../../../src/platform/discord/hearing/client.ts'
import { type Voice, voiceOf } from '../../../src/platform/discord/saying/voice.ts'
import { quickClock } from '../slack/speaking.ts'
import type { Options } from './stand-in/options.ts'
import { type StandIn, standIn } from './stand-in/stand-in.ts'

export type Told = { level: string; what: string; details: Record<string, unknown> | undefined }

export type Speaking = {
  discord: StandIn
  voice: Voice
  /** What those who run it were told. */
  told: Told[]
  /** What is kept on the shelf. */
  kept: Map<string, unknown>
  /** The interactions that can still be answered, by place and person. */
  fresh: Map<string, Interaction>
  /** Another process that speaks as the same bot, and knows nothing of the first. */
  another(): Voice
  stop(): Promise<void>
}

export const speaking = async (options: Options = {}, own?: Clock | number): Promise<Speaking> => {
  const discord = await standIn(options)
  const told: Told[] = []
  const log = (level: string, what: string, details?: Record<string, unknown>) =>
    void told.push({ level, what, details })
  const kept = new Map<string, unknown>()
  const shelf = {
    load: async (name: string) => kept.get(name),
    save: async (name: string, value: unknown) => void kept.set(name, JSON.parse(JSON.stringify(value))),
    remove: async (name: string) => void kept.delete(name),
  }
  const fresh = new Map<string, Interaction>()
  const ends: (() => void)[] = []
  const begin = (): Voice => {
    const clock = typeof own === 'object' ? own : quickClock(own)
    const { rest, stop } = restOf(discord)
    const find = async (place: string, person: string) => fresh.get(`${place} ${person}`)
    const voice = voiceOf({ rest, shelf, clock, log, fresh: find, cdn: [new URL(discord.url).origin] })
    ends.push(voice.stop, stop)
    return voice
  }
  return {
    ...{ discord, told, kept, fresh },
    voice: begin(),
    another: begin,
    async stop() {
      for (const end of ends) end()
      await discord.stop()
    },
  }
}
