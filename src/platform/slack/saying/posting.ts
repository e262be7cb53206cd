/**
 * Cards as messages: each part once, then its files. An answer that was on its way becomes its first message; one of another
 * process is taken away instead, as that one may only be frozen: it goes on with its draft, or takes it away, once it wakes.
 */

import { recallOf } from '../../../recall.ts'
import { wordsIn } from '../../../words/words.ts'
import type { Card } from '../../card.ts'
import type { Log } from '../../log.ts'
import { PlatformFault } from '../../platform.ts'
import type { Api } from '../api/api.ts'
import { unlessRefused } from '../api/fault.ts'
import type { Message } from '../drawing/blocks.ts'
import { placeName } from '../names.ts'
import type { Draft, Drafts } from './draft.ts'
import type { Easel } from './easel.ts'
import { share } from './files.ts'
import { standingAt } from './left.ts'
import { messageOf, metadataOf } from './posted.ts'
import { nothing, type Standing, standingsOf } from './standing.ts'
import type { Target } from './target.ts'

export type Posting = {
  /** Shows a card and answers its messages; with `again`, what stands there already is not shown twice. */
  post(target: Target, card: Card, id: string, again?: boolean, begun?: Begun): Promise<string[]>
  /** Shows the first message of a card alone; under it what follows can be posted. */
  begin(target: Target, card: Card, id: string, again?: boolean): Promise<string>
  /** Sends one message of a card. */
  send(target: Target, message: Message, id: string, part: number): Promise<string>
}

/** What of a card is there already: its first message, or a draft of it; where one was `lost`, it is looked for. */
export type Begun = { first?: string | undefined; draft?: Draft | undefined; lost?: boolean | undefined }

const MOST_PLACES = 2_000

export const postingOf = (needs: { api: Api; easel: Easel; drafts: Drafts; log: Log }): Posting => {
  const { api, easel, drafts, log } = needs
  const standings = standingsOf()
  /** The latest message that was sent to a place: what is looked for after a lost answer came after it. */
  const latest = recallOf<string>(MOST_PLACES)

  /** Where a place cannot be read back, or not for a while: better twice than late, or never. */
  const unread = (fault: unknown): undefined => {
    if (!(fault instanceof PlatformFault) || fault.kind === 'unreachable') throw fault
    log('warn', 'a place cannot be read back, so that something may be shown twice', {
      reason: fault.message,
    })
  }

  const send = async (target: Target, message: Message, id: string, part: number): Promise<string> => {
    const { tenant, channel, thread } = target
    const where = thread === undefined ? { channel } : { channel, thread_ts: thread }
    const said = { ...where, ...message, ...QUIET, metadata: metadataOf(id, part) }
    const place = placeName(tenant, channel, thread)
    const since = latest.get(place)
    const found = () => messageOf(api, target, { id, part, since }).catch(unread)
    const { ts = '', message: posted } = await api.call(tenant, 'chat.postMessage', said, { found })
    if (thread !== undefined && posted && posted.thread_ts === undefined) return astray(target, ts)
    latest.set(place, ts)
    return ts
  }

  /** Where the head of a thread was deleted, Slack shows the reply to the whole channel: not what anybody asked for. */
  const astray = async ({ tenant, channel }: Target, ts: string): Promise<never> => {
    await api.call(tenant, 'chat.delete', { channel, ts })
    throw new PlatformFault('gone', 'The first message of the thread was deleted, and the thread with it.')
  }

  const attach = async (target: Target, card: Card, id: string): Promise<void> => {
    const { attachments = [], language } = card
    await unlessRefused(share(api, target, attachments, unread), async (refusal) => {
      const names = attachments.map(({ name }) => name).join(', ')
      log('warn', 'files could not be shared', { tenant: target.tenant, reason: refusal.message })
      const { edge } = wordsIn(language)
      const text = edge.unattached({ files: names, reason: refusal.message })
      await easel.show(target.tenant, { tone: 'notice', text }, ([message]) =>
        send(target, message, `${id}.files`, 0),
      )
    })
  }

  const standingOf = async (
    target: Target,
    card: Card,
    id: string,
    { again, lost = false }: { again: boolean; lost?: boolean | undefined },
  ): Promise<Standing> => {
    const known = again && !lost ? standings.of(target, id) : undefined
    const standing = known ?? nothing()
    if (lost || (again && !known)) await standingAt(needs, target, card, id, standing).catch(unread)
    standings.set(target, id, standing)
    return standing
  }

  return {
    send,
    async begin(target, card, id, again = false) {
      const { parts } = await standingOf(target, card, id, { again })
      const there = parts.get(0)
      if (there !== undefined) return there
      const ts = await standings.change(target, id, () =>
        easel.show(target.tenant, card, ([message]) => send(target, message, id, 0)),
      )
      parts.set(0, ts)
      standings.set({ ...target, thread: ts }, id, nothing())
      return ts
    },
    async post(target, card, id, again = false, begun = {}) {
      const standing = await standingOf(target, card, id, { again, lost: begun.lost })
      const { parts } = standing
      if (begun.first !== undefined) parts.set(0, begun.first)
      const draft = begun.draft ?? (begun.lost ? standing.draft : undefined)
      await standings.change(target, id, async () => {
        if (standing.draft && standing.draft !== draft) await drafts.discard(target, standing.draft)
        standing.draft = undefined
        await easel.show(target.tenant, card, async (messages) => {
          if (draft && !parts.has(0)) {
            const first = await drafts.complete(target, draft, messages, metadataOf(id, 0))
            if (first !== undefined) parts.set(0, first)
          }
          for (const [part, message] of messages.entries())
            if (!parts.has(part)) parts.set(part, await send(target, message, id, part))
        })
        if (card.attachments?.length && !standing.files) await attach(target, card, id)
        standing.files = true
      })
      return [...parts].sort(([one], [other]) => one - other).map(([, ts]) => ts)
    },
  }
}

/** Links in what is said are not to be spread out below it. */
const QUIET = { unfurl_links: false, unfurl_media: false } as const
