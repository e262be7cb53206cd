import { bitsOf, PERMISSIONS, SCOPES } from './needs.ts'

/** The link that adds the bot to a server, with exactly what it needs; to one server alone where it is named. */
export const inviteOf = (application: string, guild?: string): string => {
  const link = new URL('https://discord.com/oauth2/authorize')
  link.search = new URLSearchParams({
    client_id: application,
    scope: SCOPES.join(' '),
    permissions: `${bitsOf(PERMISSIONS)}`,
    ...(guild !== undefined && { guild_id: guild, disable_guild_select: 'true' }),
  }).toString()
  return link.href
}
