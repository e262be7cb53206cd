/** What was said at a place, page by page: a thread oldest first, a channel newest first. */
import type { Api } from './api.ts'
import type { Answer } from './methods.ts'

export type Place = { tenant: string; channel: string; thread?: string }

/** A page, and what leads to the one that follows where there is one. */
export type Page = { messages: readonly unknown[]; next: string | undefined }

/** Apps outside Slack's Marketplace get no more at a time, once a minute; most questions are answered by so much. */
const FIRST_PAGE = 15
const PAGE = 200

/** Reads one page: the first of all, or the one to which another has led. Throws a `PlatformFault`. */
export const pageOf = async (
  api: Pick<Api, 'call'>,
  { tenant, channel, thread }: Place,
  how: { oldest?: string | undefined; metadata?: true } = {},
  next?: string,
): Promise<Page> => {
  const args = {
    channel,
    limit: next === undefined ? FIRST_PAGE : PAGE,
    ...(how.oldest !== undefined && { oldest: how.oldest, inclusive: true }),
    ...(how.metadata && { include_all_metadata: true }),
    ...(next !== undefined && { cursor: next }),
  }
  const answer: Answer<'conversations.history' | 'conversations.replies'> =
    thread === undefined
      ? await api.call(tenant, 'conversations.history', args)
      : await api.call(tenant, 'conversations.replies', { ...args, ts: thread })
  return { messages: answer.messages ?? [], next: answer.response_metadata?.next_cursor || undefined }
}
