/** What a workspace has said it cannot do: it is spared the question for an hour. */
import type { Clock } from '../../../clock.ts'
import { recallOf } from '../../../recall.ts'
import type { Log } from '../../log.ts'
import { errorIn, isRefusal } from '../api/fault.ts'

export type Ability = 'status' | 'reactions' | 'streaming' | 'updates' | 'markdown'

export type Abilities = {
  can(tenant: string, what: Ability): boolean
  /** Remembers it where the workspace refused; a fault of a place, or of the moment, says nothing about the others. */
  note(tenant: string, what: Ability, fault: unknown): void
}

const AN_HOUR_MS = 3_600_000
const MOST = 4_000

export const abilitiesOf = ({ clock, log }: { clock: Clock; log: Log }): Abilities => {
  const lacking = recallOf<number>(MOST)
  return {
    can: (tenant, what) => (lacking.get(`${tenant} ${what}`) ?? 0) <= clock.now(),
    note(tenant, what, fault) {
      const error = errorIn(fault)
      if (error === undefined || !isRefusal(fault) || OF_A_PLACE.has(error)) return
      log('info', 'a workspace cannot do something, and gets the next best', { tenant, what, error })
      lacking.set(`${tenant} ${what}`, clock.now() + AN_HOUR_MS)
    },
  }
}

/** Answers about one channel, thread, message or person, or about the installation as a whole. */
const OF_A_PLACE = new Set([
  'account_inactive',
  'already_reacted',
  'cannot_reply_to_message',
  'cant_update_message',
  'channel_not_found',
  'channel_type_not_supported',
  'edit_window_closed',
  'invalid_auth',
  'invalid_thread_ts',
  'is_archived',
  'message_not_found',
  'message_not_in_streaming_state',
  'message_not_owned_by_app',
  'method_not_supported_for_channel_type',
  'msg_too_long',
  'no_reaction',
  'no_text',
  'not_in_channel',
  'stopped_by_user',
  'streaming_state_conflict',
  'team_not_found',
  'too_many_emoji',
  'too_many_reactions',
  'thread_not_found',
  'token_expired',
  'token_revoked',
  'user_not_found',
  'user_not_in_channel',
])
