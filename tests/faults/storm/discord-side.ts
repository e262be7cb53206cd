/** People in Discord: the stand-in tells the bot over the gateway, once; what it misses it has to read back. */
import { markOf } from '../../../src/platform/discord/saying/posted.ts'
import { ONE } from '../../platform/discord/stand-in/seed.ts'
import type { Shown } from '../../platform/discord/stand-in/shown.ts'
import { type StandIn, standIn } from '../../platform/discord/stand-in/stand-in.ts'
import { blankChannel, guildIn } from '../../platform/discord/stand-in/world.ts'
import type { Post, Side } from './side.ts'

export type DiscordSide = Side & { discord: StandIn; stop(): Promise<void> }

/** A connection that died unnoticed is noticed after two of these. */
const HEARTBEAT_MS = 1_500

export const discordSide = async (people: readonly number[]): Promise<DiscordSide> => {
  const discord = await standIn({ now: Date.now, heartbeatEvery: HEARTBEAT_MS, keep: 100_000 })
  const { world, appId } = discord
  const guild = guildIn(world, ONE.guild)
  for (const n of people) {
    const user = { id: userOf(n), username: `person${n}`, global_name: null, locale: 'en-US' }
    world.users.set(user.id, user)
    guild.members.set(user.id, { user, roles: [] })
    world.channels.set(channelOf(n), blankChannel(channelOf(n), 0, ONE.guild, `channel${n}`))
  }
  const threadOf = (n: number): string | undefined => discord.threads(channelOf(n))[0]?.id
  const directOf = (n: number): string => discord.person(userOf(n)).direct

  return {
    name: 'discord',
    discord,
    begin(n, words) {
      discord.person(userOf(n)).mention(channelOf(n), words)
      return HEARD
    },
    say(n, words, mixed) {
      const thread = threadOf(n)
      if (thread === undefined) throw new Error(`There is no thread of person ${n}.`)
      if (mixed) discord.gateway.hold()
      for (const text of words) discord.person(userOf(n)).say(thread, text)
      if (mixed) discord.gateway.release('reversed')
      return HEARD
    },
    thread: threadOf,
    shownAs: (effect) => String(markOf(effect, 0).number),
    shown(n) {
      const thread = threadOf(n)
      const at = (place: string, where: Post['where']): Post[] =>
        discord
          .shown(place)
          .filter(({ by }) => by === appId)
          .map((one) => postOf(one, where))
      return [
        ...at(channelOf(n), 'channel'),
        ...(thread === undefined ? [] : at(thread, 'thread')),
        ...at(directOf(n), 'direct'),
      ]
    },
    stop: discord.stop,
  }
}

/** Discord does not know whether it was heard. */
const HEARD = { heard: () => true }

const userOf = (n: number): string => `6${String(n).padStart(17, '0')}`
const channelOf = (n: number): string => `5${String(n).padStart(17, '0')}`

/** The first component of each message has a number by which the bot finds it again. */
const postOf = ({ id: at, message, text, only }: Shown, where: Post['where']): Post => {
  const number = message.components[0]?.id
  const id = typeof number === 'number' && number > 1_000 ? String(number) : undefined
  return { where: only === undefined ? where : 'direct', id, text, at }
}
