/** What the bot may do in one server, before its channels say otherwise. */
import type { Finding } from '../../../finding.ts'
import { isRecord } from '../../outside.ts'
import { PERMISSIONS } from '../needs.ts'
import { askDiscord, type Caller, type Reply } from './ask.ts'

/** Whether the bot is there, and may do all that it does. */
export const checkGuild = async (caller: Caller, guild: string, bot: string): Promise<Finding> => {
  const what = `server ${guild}`
  const [there, member] = await Promise.all([
    askDiscord(caller, `/guilds/${guild}`),
    askDiscord(caller, `/guilds/${guild}/members/${bot}`),
  ])
  if (!there.ok) return absent(what, there)
  if (!member.ok) return absent(what, member)
  const held = heldIn(there.told.roles, member.told.roles, guild)
  const name = `${there.told.name}`
  if ((held & ADMINISTRATOR) !== 0n) {
    const mend = 'Take "Administrator" from its roles: it needs far less.'
    return { what, ok: 'warning', says: `in ${name} the bot may do everything`, mend }
  }
  const missing = Object.values(PERMISSIONS).filter(({ bit }) => (held & bit) === 0n)
  if (missing.length === 0)
    return { what, ok: true, says: `in ${name} it may do all it needs; a channel may say otherwise` }
  const says = missing.map(({ called, without }) => `${called} (without it, ${without})`).join('; ')
  const ok = missing.every((each) => 'optional' in each) ? 'warning' : false
  return {
    what,
    ok,
    says: `missing in ${name}: ${says}`,
    mend: `Allow it in the bot's role, or open the link of the invite once more.`,
  }
}

const ADMINISTRATOR = 1n << 3n

const absent = (what: string, { status, says }: Reply & { ok: false }): Finding =>
  status === 403 || status === 404
    ? {
        what,
        ok: false,
        says: 'the bot is not in it',
        mend: 'Open the link of the invite, or set another DISCORD_GUILD_ID.',
      }
    : { what, ok: 'warning', says, mend: 'Look again in a minute.' }

/** What its roles allow together; everybody has the role with the server's own id. */
const heldIn = (roles: unknown, own: unknown, guild: string): bigint => {
  const mine = new Set([guild, ...(Array.isArray(own) ? own.map(String) : [])])
  const all: unknown[] = Array.isArray(roles) ? roles : []
  return all
    .filter(isRecord)
    .filter(({ id }) => mine.has(String(id)))
    .reduce((held, { permissions }) => held | BigInt(String(permissions ?? 0)), 0n)
}
