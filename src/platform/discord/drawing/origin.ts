/**
 * Where a component of a direct message is from. Guilds share the direct messages with a person, so that what is used
 * there says by itself for which of them it was shown.
 */
import { guildIn, tenantName } from '../names.ts'

/** The id of a component or a modal that is shown for `tenant` in direct messages; as it is where no tenant is given. */
export const idFrom = (tenant: string | undefined, id: string): string =>
  tenant === undefined ? id : `g${guildIn(tenant) ?? ''}.${id}`

/** The tenant that an id names, if it names one, and the id without it; claimed by whoever sends it. */
export const readOrigin = (sent: unknown): { tenant?: string; id: unknown } => {
  const [, guild, id] = typeof sent === 'string' ? (/^g(\d{0,20})\.(.*)$/s.exec(sent) ?? []) : []
  return guild === undefined ? { id: sent } : { tenant: tenantName(guild), id }
}
