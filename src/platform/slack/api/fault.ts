/**
 * What Slack says no with, as faults whose words tell whose it is and what to do. Whether it is tried again is for those to
 * say who do or do not.
 */
import { PlatformFault } from '../../platform.ts'
import type { Body } from './wire.ts'

/** What Slack answered; the cause of the fault that tells of it. */
export type Refusal = { method: string; error: string; needed?: string; notes?: readonly string[] }

/** The fault that an answer without `ok` stands for. */
export const faultOf = (method: string, body: Body): PlatformFault => {
  const error = typeof body.error === 'string' ? body.error.slice(0, 100) : 'an answer without ok'
  const needed = typeof body.needed === 'string' ? body.needed : undefined
  const notes = notesIn(body)
  const [kind, what] = KNOWN[error] ?? wordsFor(error)
  const which = needed === undefined ? '' : ` It needs ${needed}.`
  const why = notes.length === 0 ? '' : ` (${notes.join('; ')})`
  const refusal: Refusal = { method, error, ...(needed === undefined ? {} : { needed }), notes }
  return new PlatformFault(kind, `Slack answered ${method} with "${error}"${why}: ${what}${which}`, {
    cause: refusal,
  })
}

/** What Slack called it, where a fault is Slack's answer. */
export const errorIn = (fault: unknown): string | undefined => {
  const cause = fault instanceof PlatformFault ? fault.cause : undefined
  return typeof cause === 'object' && cause !== null && 'error' in cause ? String(cause.error) : undefined
}

/** Whether it is of no use to try the same again. */
export const isRefusal = (fault: unknown): fault is PlatformFault =>
  fault instanceof PlatformFault && (fault.kind === 'refused' || fault.kind === 'gone')

/** What some work gives; what `otherwise` says of the refusal where Slack does not do it. */
export const unlessRefused = async <T>(
  work: Promise<T>,
  otherwise: (refusal: PlatformFault) => T | Promise<T>,
): Promise<T> => {
  try {
    return await work
  } catch (fault) {
    if (!isRefusal(fault)) throw fault
    return otherwise(fault)
  }
}

/** Whether Slack does not take the blocks; another drawing may do. */
export const isMalformed = (fault: unknown): boolean => BAD_BLOCKS.has(errorIn(fault))

/** Slack did not answer, or not in its own words. */
export const unreachable = (method: string, why: string, cause?: unknown): PlatformFault =>
  new PlatformFault('unreachable', `Slack could not be reached for ${method}: ${why}.`, { cause })

/** Answers that say that Slack itself is unwell: the call may have been carried out or not. */
export const isUnwell = (error: unknown): boolean => typeof error === 'string' && UNWELL.has(error)

/** Answers that say that this token will not do, while a renewed one might. */
export const isStale = (error: unknown): boolean => typeof error === 'string' && STALE.has(error)

const UNWELL = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'])
const BAD_BLOCKS: ReadonlySet<string | undefined> = new Set(['invalid_blocks', 'invalid_blocks_format'])
const STALE = new Set(['token_expired', 'invalid_auth', 'token_revoked'])

/** What Slack has to say about arguments, such as which block is too long. */
const notesIn = ({ response_metadata: meta }: Body): readonly string[] => {
  const messages = typeof meta === 'object' && meta !== null && 'messages' in meta ? meta.messages : undefined
  if (!Array.isArray(messages)) return []
  return messages.slice(0, MOST_NOTES).map((note) => String(note).slice(0, LONGEST_NOTE))
}
const MOST_NOTES = 3
const LONGEST_NOTE = 200

type Known = readonly [kind: PlatformFault['kind'], what: string]

const NO_CHANNEL: Known = [
  'gone',
  'the app cannot see that channel. Add it there with /invite, or talk to it directly.',
]
const NO_APP: Known = [
  'gone',
  'the app is no longer installed there, or its token was revoked. Install it again.',
]
const NO_PERSON: Known = ['gone', 'that person cannot be written to.']
const NO_MESSAGE: Known = ['gone', 'the message is no longer there.']
const NO_FILE: Known = ['gone', 'the file is no longer there, or the app may not see it.']
const CLOSED: Known = ['gone', 'a setting of the workspace forbids it. Its admins can allow it.']
const TOO_LONG: Known = ['refused', 'it was too long, which is a fault of this program. Report it.']
const MALFORMED: Known = ['refused', 'it was malformed, which is a fault of this program. Report it.']

const KNOWN: Readonly<Record<string, Known>> = {
  channel_not_found: NO_CHANNEL,
  not_in_channel: ['gone', 'the app is not in that channel. Add it there with /invite.'],
  user_not_in_channel: ['gone', 'that person is not in that channel.'],
  is_archived: ['gone', 'the channel is archived. Unarchive it, or go on elsewhere.'],
  is_inactive: ['gone', 'the channel is frozen. Go on elsewhere.'],
  thread_not_found: ['gone', 'the thread was deleted.'],
  message_not_found: NO_MESSAGE,
  cant_update_message: ['gone', 'that message cannot be changed.'],
  edit_window_closed: ['gone', 'the workspace does not let messages be changed that late.'],
  token_revoked: NO_APP,
  account_inactive: NO_APP,
  invalid_auth: ['unreachable', 'the token is not valid. Check SLACK_BOT_TOKEN, or install the app again.'],
  not_authed: ['unreachable', 'no token was sent. Check SLACK_BOT_TOKEN.'],
  token_expired: ['unreachable', 'the token has expired and was not renewed. Install the app again.'],
  team_not_found: NO_APP,
  team_access_not_granted: ['gone', 'the organisation has not granted the app access to that workspace.'],
  org_login_required: ['busy', 'the workspace is being moved into an organisation.'],
  team_added_to_org: ['busy', 'the workspace is being moved into an organisation.'],
  missing_scope: ['refused', 'the app lacks a scope. Add it to the app, and install the app again.'],
  not_allowed_token_type: ['refused', 'this kind of token cannot do that. Use a bot token (xoxb-).'],
  no_permission: ['refused', 'the app lacks a scope. Compare its scopes with slack-manifest.yaml.'],
  user_not_found: NO_PERSON,
  users_not_found: NO_PERSON,
  user_not_visible: NO_PERSON,
  user_disabled: NO_PERSON,
  cannot_dm_bot: NO_PERSON,
  messages_tab_disabled: ['gone', "the app's Messages tab is off. Turn it on under App Home."],
  file_not_found: NO_FILE,
  file_deleted: NO_FILE,
  msg_too_long: TOO_LONG,
  msg_blocks_too_long: TOO_LONG,
  metadata_too_large: TOO_LONG,
  invalid_blocks: MALFORMED,
  invalid_blocks_format: MALFORMED,
  invalid_arguments: MALFORMED,
  no_text: MALFORMED,
  ekm_access_denied: CLOSED,
  as_user_not_supported: MALFORMED,
  file_uploads_disabled: CLOSED,
  file_uploads_except_images_disabled: CLOSED,
  storage_limit_reached: ['gone', 'the workspace has no room left for files.'],
  message_limit_exceeded: ['busy', 'the workspace is sending too many messages.'],
  rate_limited: ['busy', 'it is too much at once.'],
  unknown_method: ['refused', 'it does not know this method. Check SLACK_API_URL.'],
}

/** Families that differ in their last words, and everything else. */
const wordsFor = (error: string): Known => {
  if (/^(restricted_action|access_denied|accesslimited|not_allowed)/.test(error)) return CLOSED
  return ['refused', 'it was not expected. Run mlsd doctor, which checks the app.']
}
