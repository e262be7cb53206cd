/**
 * What people and places of Discord are called.
 *
 * A tenant is a guild (`discord:1`), or what is outside of all guilds (`discord:@me`). A channel is a place
 * (`discord:1/2`), so is a thread in it (`discord:1/2/3`). A direct message is a place of the guild that it is about
 * (`discord:1/d4`), or of none (`discord:@me/4`). A person (`discord:1/u5`) is the place of what is said to them alone.
 */

/** What a name stands for, in Discord's own ids. */
export type Spot =
  | { type: 'channel'; tenant: string; channel: string; thread?: string }
  | { type: 'direct'; tenant: string; channel: string }
  | { type: 'person'; tenant: string; user: string }

/** Whose everything is that happens outside of guilds. */
export const NO_GUILD = 'discord:@me'

/** The tenant of a guild; of no guild, where there is none. */
export const tenantName = (guild?: string | null): string => (guild ? `discord:${guild}` : NO_GUILD)

/** The guild that a tenant stands for; nothing outside of guilds. */
export const guildIn = (tenant: string): string | undefined =>
  tenant === NO_GUILD ? undefined : tenant.slice('discord:'.length)

/** A channel, or a thread in it. */
export const placeName = (tenant: string, channel: string, thread?: string): string =>
  thread === undefined ? `${tenant}/${channel}` : `${tenant}/${channel}/${thread}`

/** A direct message, as a place of the guild that it is about. */
export const directName = (tenant: string, channel: string): string =>
  tenant === NO_GUILD ? `${tenant}/${channel}` : `${tenant}/d${channel}`

/** A person, who is the place of what is said to them alone as well. */
export const personName = (tenant: string, user: string): string => `${tenant}/u${user}`

/** Reads the name of a place or a person; throws where it is none of Discord's. */
export const spotOf = (name: string): Spot => {
  const [, tenant = '', sign, id = '', thread] = NAME.exec(name) ?? []
  if (tenant === '') throw new Error(`"${name.slice(0, 100)}" names no place or person of Discord.`)
  if (sign === 'u' && thread === undefined) return { type: 'person', tenant, user: id }
  if ((sign === 'd' || tenant === NO_GUILD) && thread === undefined)
    return { type: 'direct', tenant, channel: id }
  if (sign !== '' || tenant === NO_GUILD) throw new Error(`"${name}" names no place or person of Discord.`)
  return { type: 'channel', tenant, channel: id, ...(thread === undefined ? {} : { thread }) }
}

/** The name of what a spot stands for. */
export const nameOf = (spot: Spot): string => {
  if (spot.type === 'person') return personName(spot.tenant, spot.user)
  if (spot.type === 'direct') return directName(spot.tenant, spot.channel)
  return placeName(spot.tenant, spot.channel, spot.thread)
}

/** Whether what is said there is between the app and one person. */
export const isAlone = (place: string): boolean => spotOf(place).type !== 'channel'

/** When something with this id was made, in milliseconds. */
export const timeOf = (snowflake: string): number => Number((BigInt(snowflake) >> 22n) + EPOCH_MS)

/** An id as Discord would give at a time, for asking what was said since. */
export const snowflakeAt = (time: number): string => {
  const since = BigInt(Math.floor(time)) - EPOCH_MS
  return String((since > 0n ? since : 0n) << 22n)
}

/** Leads to a message for good; `channel` is the thread where there is one. */
export const linkTo = (tenant: string, channel: string, message: string): string =>
  `https://discord.com/channels/${guildIn(tenant) ?? '@me'}/${channel}/${message}`

/** Discord counts from the first second of 2015. */
const EPOCH_MS = 1_420_070_400_000n

const NAME = /^(discord:(?:@me|\d{1,20}))\/([ud]?)(\d{1,20})(?:\/(\d{1,20}))?$/
