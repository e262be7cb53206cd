/** What stands of a card at a place that an earlier process may have shown it at. */
import type { Card } from '../../card.ts'
import type { Api } from '../api/api.ts'
import type { Draft, Drafts } from './draft.ts'
import { sharesThem } from './files.ts'
import { cardIn, type Post, postsAt } from './posted.ts'
import type { Standing } from './standing.ts'
import type { Target } from './target.ts'

/** Reads it back into `standing`, so that what is found before Slack gives no more counts. Throws a `PlatformFault`. */
export const standingAt = async (
  needs: { api: Api; drafts: Pick<Drafts, 'isOurs'> },
  target: Target,
  card: Card,
  id: string,
  standing: Standing,
): Promise<void> => {
  const { parts } = standing
  const shared: string[] = []
  for await (const post of postsAt(needs.api, target)) {
    const shown = cardIn(post)
    if (shown?.id === id) parts.set(shown.part, post.ts)
    else if (isDraft(post, shown?.id, card) && !needs.drafts.isOurs(post.ts)) standing.draft = draftAt(post)
    else if (card.attachments?.length && sharesThem(post, card.attachments)) shared.push(post.ts)
    // The messages of a channel come newest first: its first one is the last of a card.
    if (target.thread === undefined && parts.has(0)) break
  }
  const last = Math.max(...[...parts.values()].map(Number))
  standing.files = parts.size > 0 && shared.some((ts) => Number(ts) > last)
}

/** What shows a thought by its id, or a stream that nobody ended: the thought was an earlier process'. */
const isDraft = ({ streaming_state: state }: Post, id: unknown, { continues }: Card): boolean =>
  continues !== undefined && (id === continues || (id === undefined && state === 'in_progress'))

const draftAt = ({ ts, streaming_state: state }: Post): Draft => ({
  ts,
  text: '',
  streaming: state === 'in_progress',
  stuck: true,
})
