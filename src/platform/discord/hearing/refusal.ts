/** Being turned away by the gateway: why, and when it is worth another attempt. */
import { growing } from '../../waits.ts'

/** The gateway has turned the bot away. */
export class Rejected extends Error {
  override name = 'Rejected'
  readonly code: number
  constructor(code: number) {
    super(`the gateway closed with ${code}`)
    this.code = code
  }
}

/** An intent is asked for that is switched off. */
export const DISALLOWED = 4014

/** Why Discord will not have us until somebody mends it, in words; nothing where it may be well the next time. */
export const refusalOf = (error: unknown): string | undefined => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === UNAUTHENTICATED || code === 'TokenInvalid')
    return (
      'Discord does not take DISCORD_TOKEN. Make a new one at https://discord.com/developers/applications, under "Bot", ' +
      '"Reset Token", set DISCORD_TOKEN to it, and start again.'
    )
  return error instanceof Rejected
    ? `Discord's gateway turned the bot away for good (${error.code}). A newer version of mlsd may be needed.`
    : undefined
}

/** How long to wait after so many failures: longer where only a person can mend it. */
export const pauseAfter = (refused: string | undefined, failures: number, chance: number): number =>
  refused === undefined
    ? growing(failures, FIRST_PAUSE_MS, LONGEST_PAUSE_MS, chance)
    : growing(failures, REFUSED_PAUSE_MS, LONGEST_REFUSED_PAUSE_MS, chance)

/** The token is wrong. */
const UNAUTHENTICATED = 4004

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000

/** Where Discord turns the bot away, only a person can mend it. */
const REFUSED_PAUSE_MS = 60_000
const LONGEST_REFUSED_PAUSE_MS = 600_000
