/** What happens to the app and its places without a person of the stand-in doing it. */
import { guildObject } from './guilds.ts'
import { channelObject } from './objects.ts'
import { bits, type Permission, seesIn } from './permissions.ts'
import { type Stage, tellChannel } from './stage.ts'
import { channelIn, guildIn } from './world.ts'

export type Turns = {
  /** Takes permissions away from the app in a channel, or gives them. */
  deny(channel: string, ...permissions: Permission[]): void
  allow(channel: string, ...permissions: Permission[]): void
  /** The switch for the Message Content intent. */
  messageContent(on: boolean): void
  /** The app is thrown out of a guild, or asked in again. */
  leave(guild: string): void
  rejoin(guild: string): void
  /** Somebody archives a thread, or it falls asleep; locked where only moderators may wake it. */
  archive(thread: string, locked?: boolean): void
  /** Somebody deletes a channel or a thread. */
  removeChannel(channel: string): void
  /** The quarter of an hour of every interaction is over. */
  expireInteractions(): void
  /** Addresses of files lead nowhere any more. */
  expireFiles(): void
  /** The minutes in which a nonce holds are over. */
  forgetNonces(): void
  /** The ten minutes in which a thread was renamed twice are over. */
  forgetRenames(): void
}

export const turnsOf = (stage: Stage): Turns => {
  const { world } = stage
  const rule = (id: string, change: (allow: bigint, deny: bigint) => [bigint, bigint]) => {
    const channel = channelIn(world, id)
    const outer = channel.thread === undefined ? channel : channelIn(world, channel.thread.parent)
    const known = outer.overwrites.get(world.app.id)
    const [allow, deny] = change(known?.allow ?? 0n, known?.deny ?? 0n)
    outer.overwrites.set(world.app.id, { id: world.app.id, type: 1, allow, deny })
    stage.tell('CHANNEL_UPDATE', channelObject(world, outer), { intent: 'Guilds', guild: outer.guild })
  }
  return {
    deny: (id, ...names) => rule(id, (allow, deny) => [allow & ~bits(...names), deny | bits(...names)]),
    allow: (id, ...names) => rule(id, (allow, deny) => [allow | bits(...names), deny & ~bits(...names)]),
    messageContent: (on) => {
      world.app.messageContent = on
    },
    leave: (id) => {
      guildIn(world, id).members.delete(world.app.id)
      stage.tell('GUILD_DELETE', { id }, { intent: 'Guilds', guild: id })
    },
    rejoin: (id) => {
      const guild = guildIn(world, id)
      const roles = [...guild.roles.values()].filter(({ name }) => name === 'mlsd' || name === 'members')
      guild.members.set(world.app.id, { user: world.app, roles: roles.map((role) => role.id) })
      stage.tell(
        'GUILD_CREATE',
        guildObject(world, guild, (channel) => seesIn(world, channel, world.app.id)),
        { intent: 'Guilds', guild: id },
      )
    },
    archive: (id, locked = false) => {
      const channel = channelIn(world, id)
      if (channel.thread === undefined) throw new Error(`${id} is no thread`)
      Object.assign(channel.thread, { archived: true, locked, archivedAt: world.now() })
      tellChannel(stage, 'THREAD_UPDATE', channel)
    },
    removeChannel: (id) => {
      const channel = channelIn(world, id)
      world.channels.delete(id)
      tellChannel(stage, channel.thread === undefined ? 'CHANNEL_DELETE' : 'THREAD_DELETE', channel)
    },
    expireInteractions: () => {
      for (const interaction of world.interactions.values()) interaction.expired = true
    },
    expireFiles: () => {
      for (const file of world.files.values()) file.stale = true
    },
    forgetNonces: () => {
      for (const { nonces } of world.channels.values()) nonces.clear()
    },
    forgetRenames: () => {
      for (const channel of world.channels.values()) channel.renames = []
    },
  }
}
