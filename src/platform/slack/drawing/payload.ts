/** What Slack sends, as far as it is read here; whatever may be missing is said to be so. */

export type SharedFile = {
  id: string
  name?: string | null
  title?: string
  mimetype?: string
  size?: number
  /** `tombstone` once it is deleted, `hidden_by_limit` where the workspace may not see it any more. */
  mode?: string
  file_access?: string
}

/** A message as events and histories give it. */
export type Message = {
  type?: string
  subtype?: string
  user?: string
  bot_id?: string
  app_id?: string
  hidden?: boolean
  text?: string
  ts?: string
  thread_ts?: string
  files?: readonly SharedFile[]
  edited?: { user?: string; ts?: string }
}

export type MessageEvent = Message & {
  channel: string
  channel_type?: string
  event_ts?: string
  message?: Message
  previous_message?: Message
  deleted_ts?: string
}

/** Where something comes from and who we are there. */
export type Origin = { tenant: string; bot: { botUserId: string; url?: string } }
