/** What Discord says no with, as faults whose words tell whose it is and what to do. */
import { isRecord } from '../../outside.ts'
import { PlatformFault } from '../../platform.ts'
import { PERMISSIONS } from '../needs.ts'

type Permission = keyof typeof PERMISSIONS

/** What was meant to be done, and the permissions that it takes. */
export type Doing = { what: string; needs?: readonly Permission[] }

/** What Discord answered; the cause of the fault that tells of it. */
export type Refusal = { what: string; code: number; status: number }

/** Discord's numbers for what it does not do, as far as something is made of them. */
export const CODES = {
  noChannel: 10003,
  noMessage: 10008,
  noWebhook: 10015,
  noInteraction: 10062,
  tooLarge: 40005,
  noAccess: 50001,
  closed: 50007,
  noPermission: 50013,
  wrongKind: 50024,
  noToken: 50027,
  archived: 50083,
  hasThread: 160004,
} as const

/** The fault that an error of the library stands for; never with what was sent. */
export const faultOf = (doing: Doing, error: unknown): PlatformFault => {
  if (error instanceof PlatformFault) return error
  if (isLimited(error)) return new PlatformFault('busy', `Discord takes no more for now: ${doing.what}.`)
  const status = numberIn(error, 'status')
  const code = numberIn(error, 'code')
  if (status === undefined || status >= 500) return unreachable(doing.what, error, status)
  const [kind, why] = knownOf(doing, code ?? 0, status, error)
  const cause: Refusal = { what: doing.what, code: code ?? 0, status }
  return new PlatformFault(kind, `Discord did not ${doing.what}: ${why}`, { cause })
}

/** Discord's number for it, where a fault is Discord's answer. */
export const codeIn = (fault: unknown): number | undefined => {
  const cause = fault instanceof PlatformFault ? fault.cause : undefined
  return isRecord(cause) && typeof cause.code === 'number' ? cause.code : undefined
}

/** Whether it is of no use to try the same again. */
export const isRefusal = (fault: unknown): fault is PlatformFault =>
  fault instanceof PlatformFault && (fault.kind === 'refused' || fault.kind === 'gone')

/** Whether an error is neither Discord's answer nor the library's refusal to wait: the connection broke. */
export const isCut = (error: unknown): boolean =>
  error instanceof Error && numberIn(error, 'status') === undefined && !isLimited(error)

/** Discord did not answer, or not in its own words. */
const unreachable = (what: string, error: unknown, status: number | undefined): PlatformFault => {
  const why = status === undefined ? nameOf(error) : `HTTP ${status}`
  return new PlatformFault('unreachable', `Discord could not be reached to ${what}: ${why}.`)
}

const nameOf = (error: unknown): string => {
  const code = isRecord(error) ? error.code : undefined
  if (typeof code === 'string') return code
  return error instanceof Error ? error.message.slice(0, 200) : String(error)
}

const isLimited = (error: unknown): boolean => numberIn(error, 'timeToReset') !== undefined

const numberIn = (error: unknown, name: string): number | undefined => {
  const value = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined
  return typeof value === 'number' ? value : undefined
}

type Known = readonly [kind: PlatformFault['kind'], why: string]

const knownOf = (doing: Doing, code: number, status: number, error: unknown): Known => {
  if (code === CODES.noPermission || code === CODES.noAccess) return ['gone', lacking(doing, code)]
  const known = KNOWN[code]
  if (known) return known
  if (status === 401) return ['unreachable', 'the token is not valid. Check DISCORD_TOKEN.']
  const words = error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 300) : ''
  if (code === MALFORMED) return ['refused', `it was malformed, which is a fault of this program (${words}).`]
  if (status === 404) return ['gone', 'it is no longer there.']
  return ['refused', `it answered ${code} (${words}). Run mlsd doctor, which checks the bot.`]
}

/** Which permissions may be missing, and what fails without the last; 50013 is told to a bot that sees the channel. */
const lacking = ({ needs = [] }: Doing, code: number): string => {
  const sees = code === CODES.noPermission
  const missing = sees ? needs.filter((need) => need !== 'ViewChannel') : or(needs, 'ViewChannel')
  const last = missing.at(-1)
  if (last === undefined) return 'the bot lacks a permission there. Run mlsd doctor, which checks the bot.'
  const names = missing.map((need) => `"${PERMISSIONS[need].called}"`)
  const which =
    names.length === 1
      ? `It needs ${names[0]} in that channel, which its admins can allow. Without it`
      : `One of these is missing in that channel: ${names.join(', ')}; its admins can allow it. Without ${names.at(-1)}`
  return `the bot may not do that there. ${which}, ${PERMISSIONS[last].without}.`
}

const or = (needs: readonly Permission[], instead: Permission): readonly Permission[] =>
  needs.length > 0 ? needs : [instead]

const MALFORMED = 50035

const EXPIRED: Known = ['gone', 'the command or button it would answer has expired.']

const KNOWN: Readonly<Record<number, Known>> = {
  [CODES.noChannel]: ['gone', 'the channel or thread was deleted.'],
  10004: ['gone', 'the bot is no longer in that server. Invite it again.'],
  [CODES.noMessage]: ['gone', 'the message is no longer there.'],
  10013: ['gone', 'that person is no longer there.'],
  [CODES.noWebhook]: EXPIRED,
  [CODES.noInteraction]: EXPIRED,
  [CODES.noToken]: EXPIRED,
  20016: ['busy', 'the channel is in slow mode.'],
  20028: ['busy', 'the channel takes no more for now.'],
  [CODES.tooLarge]: ['refused', 'a file is larger than the server takes.'],
  [CODES.closed]: [
    'gone',
    "that person takes no direct messages from the bot. They can allow them in the server's privacy settings.",
  ],
  50278: ['gone', 'that person shares no server with the bot any more.'],
  [CODES.wrongKind]: ['gone', 'that kind of channel cannot do it. Use a text channel.'],
  [CODES.archived]: ['gone', 'the thread is closed. Somebody with "Manage Threads" can open it again.'],
  130000: ['busy', 'Discord is overloaded.'],
  [CODES.hasThread]: ['gone', 'the message has a thread already.'],
  160005: ['gone', 'the thread is locked. Somebody with "Manage Threads" can unlock it.'],
  160006: ['gone', 'the server has as many active threads as it may. Close some of them.'],
  200000: ['gone', "the server's AutoMod blocked it. Its admins can make an exception for the bot."],
  200001: ['gone', "the server's AutoMod blocked the title."],
}
