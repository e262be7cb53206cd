/** What can be looked at from outside. */
import { channelAt, type Shown, shownAt } from './shown.ts'
import { byAge } from './snowflakes.ts'
import type { Json, World } from './world.ts'

export type ThreadShown = {
  id: string
  name: string
  parent: string
  hidden: boolean
  archived: boolean
  locked: boolean
  members: string[]
}

export type Looks = {
  /** Everything at a place, in order, without Discord's own messages. */
  shown(place: string): Shown[]
  /** The threads under a channel, oldest first. */
  threads(channel: string): ThreadShown[]
  /** Whom the app's messages at a place call: nobody, it is hoped. */
  calledAt(place: string): string[]
  /** How often the app was seen typing at a place. */
  typed(place: string): number
  /** The commands that are registered, globally or for a guild. */
  commands(guild?: string): Json[]
}

export const looksOf = (world: World): Looks => ({
  shown: (place) => shownAt(channelAt(world, place)),
  threads: (channel) =>
    [...world.channels.values()]
      .filter(({ thread }) => thread?.parent === channelAt(world, channel).id)
      .sort((a, b) => byAge(a.id, b.id))
      .flatMap(({ id, name, type, thread }) =>
        thread === undefined
          ? []
          : [
              {
                id,
                name,
                parent: thread.parent,
                hidden: type === 12,
                archived: thread.archived,
                locked: thread.locked,
                members: [...thread.members],
              },
            ],
      ),
  calledAt: (place) =>
    shownAt(channelAt(world, place))
      .filter(({ by }) => by === world.app.id)
      .flatMap(({ message }) => [
        ...message.mentions,
        ...message.mentionsRoles,
        ...(message.mentionsEveryone ? ['everyone'] : []),
      ]),
  typed: (place) => channelAt(world, place).typing.length,
  commands: (guild = '') => world.commands.get(guild) ?? [],
})
