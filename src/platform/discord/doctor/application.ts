/** How the application is set up at Discord: what it is told, how it is invited, and where. */
import type { Finding } from '../../../finding.ts'
import { inviteOf } from '../invite.ts'
import { askDiscord, type Caller } from './ask.ts'

/** The intents, what stands in the way of invites and commands, and the link that invites the bot. */
export const checkApplication = async (caller: Caller & { guild?: string }): Promise<Finding[]> => {
  const reply = await askDiscord(caller, '/applications/@me')
  if (!reply.ok)
    return [{ what: 'application', ok: 'warning', says: reply.says, mend: 'Look again in a minute.' }]
  const { id, flags, approximate_guild_count: servers } = reply.told
  const invite = inviteOf(String(id), caller.guild)
  return [
    checkIntents(Number(flags ?? 0)),
    ...OBSTACLES.filter(({ there }) => there(reply.told)).map(({ finding }) => finding),
    ...(servers === 0 ? [nowhere(invite)] : []),
    { what: 'invite', ok: true, says: invite },
  ]
}

/** Whether what people write may be read, and nothing beside it that Discord keeps back unless it is switched on. */
const checkIntents = (flags: number): Finding => {
  const what = 'intents'
  const has = (bits: readonly number[]) => bits.some((bit) => (flags & bit) !== 0)
  if (!has(CONTENT)) {
    return {
      what,
      ok: false,
      says: 'the Message Content Intent is off, so that answers in channels and threads have no words in them',
      mend: `Switch it on ${PAGE}; interviews in direct messages work without it.`,
    }
  }
  const idle = Object.entries(IDLE).flatMap(([name, bits]) => (has(bits) ? [name] : []))
  if (idle.length === 0)
    return { what, ok: true, says: 'the Message Content Intent is on, and no other that has to be asked for' }
  const says = `switched on and never used: ${idle.join(', ')}`
  return { what, ok: 'warning', says, mend: `Switch off what no other program needs, ${PAGE}.` }
}

const PAGE = 'under "Privileged Gateway Intents" on the page "Bot" of the application'

/** Flags of an application; of two the second is for bots in fewer than a hundred servers. */
const CONTENT = [1 << 18, 1 << 19]
const IDLE = { 'Presence Intent': [1 << 12, 1 << 13], 'Server Members Intent': [1 << 14, 1 << 15] }

const OBSTACLES: readonly {
  there: (application: Readonly<Record<string, unknown>>) => boolean
  finding: Finding
}[] = [
  {
    there: ({ interactions_endpoint_url: url }) => typeof url === 'string' && url !== '',
    finding: {
      what: 'commands',
      ok: false,
      says: 'Discord sends them to an "Interactions Endpoint URL" and not to the bot',
      mend: 'Make that field empty on the page "General Information" of the application.',
    },
  },
  {
    there: ({ bot_require_code_grant: required }) => required === true,
    finding: {
      what: 'invites',
      ok: false,
      says: 'the link cannot be used while a code grant is asked for',
      mend: 'Switch off "Requires OAuth2 Code Grant" on the page "Bot" of the application.',
    },
  },
]

const nowhere = (invite: string): Finding => ({
  what: 'servers',
  ok: 'warning',
  says: 'the bot is in none, so that it can be talked to nowhere',
  mend: `Open ${invite}`,
})
