/** Cards as messages: each part once, then its files; an answer that was on its way becomes its first message. */
import type { Card } from '../../card.ts'
import { PlatformFault } from '../../platform.ts'
import type { Api } from '../api/api.ts'
import { isRefusal } from '../api/fault.ts'
import type { Message } from '../drawing/blocks.ts'
import type { Log } from '../log.ts'
import type { Draft, Drafts } from './draft.ts'
import type { Easel } from './easel.ts'
import { share, sharesThem } from './files.ts'
import { cardIn, messageOf, metadataOf, type Post, postsAt } from './posted.ts'
import type { Target } from './target.ts'

export type Posting = {
  /** Shows a card and answers its messages; with `again`, what stands there already is found and not shown twice. */
  post(target: Target, card: Card, id: string, again?: boolean, begun?: Begun): Promise<string[]>
  /** Sends one message of a card. */
  send(target: Target, message: Message, id: string, part: number): Promise<string>
}

/** What of a card is there already: its first message, or a draft of it. */
export type Begun = { first?: string | undefined; draft?: Draft | undefined }

export const postingOf = (needs: { api: Api; easel: Easel; drafts: Drafts; log: Log }): Posting => {
  const { api, easel, drafts, log } = needs

  /** Where the scope to read back is lacking: better twice than never. */
  const unless = <T>(look: Promise<T>, otherwise: T): Promise<T> =>
    look.catch((fault: unknown) => {
      if (!isRefusal(fault)) throw fault
      log('warn', 'a place cannot be read back, so that something may be shown twice', {
        reason: fault.message,
      })
      return otherwise
    })

  const send = async (target: Target, message: Message, id: string, part: number): Promise<string> => {
    const { tenant, channel, thread } = target
    const where = thread === undefined ? { channel } : { channel, thread_ts: thread }
    const said = { ...where, ...message, ...QUIET, metadata: metadataOf(id, part) }
    const found = () => unless(messageOf(api, target, id, part), undefined)
    const { ts = '', message: posted } = await api.call(tenant, 'chat.postMessage', said, { found })
    if (thread !== undefined && posted && posted.thread_ts === undefined) return astray(target, ts)
    return ts
  }

  /** Where the head of a thread was deleted, Slack shows the reply to the whole channel: not what anybody asked for. */
  const astray = async ({ tenant, channel }: Target, ts: string): Promise<never> => {
    await api.call(tenant, 'chat.delete', { channel, ts })
    throw new PlatformFault('gone', 'The first message of the thread was deleted, and the thread with it.')
  }

  const attach = async (target: Target, { attachments = [] }: Card, id: string): Promise<void> => {
    try {
      await share(api, target, attachments)
    } catch (fault) {
      if (!isRefusal(fault)) throw fault
      const names = attachments.map(({ name }) => name).join(', ')
      log('warn', 'files could not be shared', { tenant: target.tenant, reason: fault.message })
      const text = `${names} could not be attached. ${fault.message}`
      await easel.show(target.tenant, { tone: 'notice', text }, ([message = NOTHING]) =>
        send(target, message, `${id}.files`, 0),
      )
    }
  }

  return {
    send,
    async post(target, card, id, again = false, begun = {}) {
      const there = again ? await unless(thereOf(needs, target, card, id), NONE) : NONE
      const parts = new Map(there.parts)
      if (begun.first !== undefined) parts.set(0, begun.first)
      const draft = begun.draft ?? there.draft
      await easel.show(target.tenant, card, async (messages) => {
        if (draft && !parts.has(0)) {
          const first = await drafts.complete(target, draft, messages, metadataOf(id, 0))
          if (first !== undefined) parts.set(0, first)
        }
        for (const [part, message] of messages.entries())
          if (!parts.has(part)) parts.set(part, await send(target, message, id, part))
      })
      if (card.attachments?.length && !there.files) await attach(target, card, id)
      return [...parts].sort(([one], [other]) => one - other).map(([, ts]) => ts)
    },
  }
}

/** Links in what is said are not to be spread out below it. */
const QUIET = { unfurl_links: false, unfurl_media: false } as const

const NOTHING: Message = { text: '…', blocks: [] }

type There = { parts: ReadonlyMap<number, string>; draft: Draft | undefined; files: boolean }
const NONE: There = { parts: new Map(), draft: undefined, files: false }

/** What an earlier attempt has left at the place. */
const thereOf = async (
  needs: { api: Api; drafts: Drafts },
  target: Target,
  card: Card,
  id: string,
): Promise<There> => {
  const parts = new Map<number, string>()
  const shared: string[] = []
  let draft: Draft | undefined
  for await (const post of postsAt(needs.api, target)) {
    const shown = cardIn(post)
    if (shown?.id === id) parts.set(shown.part, post.ts)
    else if (isDraft(post, shown?.id, card) && !needs.drafts.isOurs(post.ts)) draft = draftAt(post)
    else if (card.attachments?.length && sharesThem(post, card.attachments)) shared.push(post.ts)
  }
  const last = Math.max(...[...parts.values()].map(Number))
  return { parts, draft, files: parts.size > 0 && shared.some((ts) => Number(ts) > last) }
}

/** What shows a thought by its id, or a stream that nobody ended: the thought died with an earlier process. */
const isDraft = ({ streaming_state: state }: Post, id: unknown, { continues }: Card): boolean =>
  continues !== undefined && (id === continues || (id === undefined && state === 'in_progress'))

const draftAt = ({ ts, streaming_state: state }: Post): Draft => ({
  ts,
  text: '',
  streaming: state === 'in_progress',
  stuck: true,
})
