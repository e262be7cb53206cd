/**
 * A message that shows the beginning of an answer while the rest is still being thought of.
 *
 * Where the workspace can, it is a stream that grows; else a message that is changed; else there is none, and the answer
 * comes as a whole. In the end it shows the card in any case, to the word.
 */

import { recallOf } from '../../../recall.ts'
import { PlatformFault } from '../../platform.ts'
import type { Api } from '../api/api.ts'
import { isMalformed, isRefusal, unlessRefused } from '../api/fault.ts'
import type { Message, Messages } from '../drawing/blocks.ts'
import { safeMarkdown, settled } from '../drawing/safe.ts'
import { teamIn } from '../names.ts'
import type { Abilities } from './abilities.ts'
import type { Easel } from './easel.ts'
import { type Metadata, metadataOf } from './posted.ts'
import type { Target } from './target.ts'

/** `text` is what it shows; it is `stuck` once it cannot grow any more. */
export type Draft = { ts: string; text: string; streaming: boolean; stuck: boolean }

export type Drafts = {
  /** Begins one for `user` to read; nothing where that is not possible. `id` is of the thought. */
  begin(target: Target, user: string, words: string, id: string): Promise<Draft | undefined>
  /** Shows these words, as far as it can. */
  grow(target: Target, draft: Draft, words: string): Promise<void>
  /** Makes it the first message of a card; answers which one that is, or nothing where it had to go. */
  complete(target: Target, draft: Draft, card: Messages, metadata: Metadata): Promise<string | undefined>
  /** Takes it away. */
  discard(target: Target, draft: Draft): Promise<void>
  /** Whether a message was begun here, and not by a process before. */
  isOurs(ts: string): boolean
}

export const draftsOf = (needs: { api: Api; abilities: Abilities; easel: Easel }): Drafts => {
  const { api, abilities, easel } = needs
  const ours = recallOf<true>(MOST_OURS)

  const stream = async (target: Target, user: string, text: string): Promise<Draft | undefined> => {
    const { tenant, channel, thread } = target
    const team = teamIn(tenant).team ?? (await api.bot(tenant)).teamId
    if (thread === undefined || team === undefined || !abilities.can(tenant, 'streaming')) return undefined
    const reader = { recipient_team_id: team, recipient_user_id: user }
    const words = { channel, thread_ts: thread, markdown_text: text }
    const streamed = api.call(tenant, 'chat.startStream', { ...words, ...reader }, HURRY)
    const { ts } = await unlessRefused<{ ts?: string }>(streamed, (refusal) => {
      abilities.note(tenant, 'streaming', refusal)
      return {}
    })
    return ts === undefined ? undefined : { ts, text, streaming: true, stuck: false }
  }

  const post = async (target: Target, text: string, id: string): Promise<Draft | undefined> => {
    const { tenant, channel, thread } = target
    if (!abilities.can(tenant, 'updates')) return undefined
    const where = { channel, ...(thread === undefined ? {} : { thread_ts: thread }) }
    const metadata = metadataOf(id, 0)
    const { ts } = await easel.show(tenant, begun(text), ([message]) =>
      api.call(tenant, 'chat.postMessage', { ...where, ...message, metadata }, HURRY),
    )
    return ts === undefined ? undefined : { ts, text, streaming: false, stuck: false }
  }

  const change = ({ tenant, channel }: Target, { ts }: Draft, text: string): Promise<unknown> =>
    easel.show(tenant, begun(text), ([message]) =>
      api.call(tenant, 'chat.update', { channel, ts, ...message }, HURRY),
    )

  const stop = async ({ tenant, channel }: Target, { ts }: Draft, last?: Last): Promise<boolean> => {
    const stopped = api.call(tenant, 'chat.stopStream', { channel, ts, ...last }).then(() => true)
    return unlessRefused(stopped, () => false)
  }

  /** Ends the stream with what is missing of the card, where nothing else is. */
  const finish = async (target: Target, draft: Draft, card: Messages, metadata: Metadata) => {
    const rest = draft.stuck || card.length > 1 ? undefined : restOf(card[0], draft.text)
    const whole = rest !== undefined && (await stop(target, draft, { ...rest, metadata }))
    if (!whole) await stop(target, draft)
    draft.streaming = false
    return whole
  }

  const remove = async ({ tenant, channel }: Target, { ts }: Draft): Promise<void> => {
    await unlessRefused<unknown>(api.call(tenant, 'chat.delete', { channel, ts }), () => undefined)
  }

  return {
    async begin(target, user, words, id) {
      const text = shownOf(words)
      if (text === '') return undefined
      const draft = (await stream(target, user, text)) ?? (await post(target, text, id))
      if (draft) ours.set(draft.ts, true)
      return draft
    },
    async grow(target, draft, words) {
      const text = shownOf(words)
      draft.stuck ||= !text.startsWith(draft.text)
      if (draft.stuck || text === draft.text) return
      const { tenant, channel } = target
      const more = { channel, ts: draft.ts, markdown_text: text.slice(draft.text.length) }
      try {
        await (draft.streaming
          ? api.call(tenant, 'chat.appendStream', more, HURRY)
          : change(target, draft, text))
        draft.text = text
      } catch (fault) {
        // Whether words arrived whose answer was lost is not known, so the end puts it right.
        draft.stuck = !(fault instanceof PlatformFault && fault.kind === 'busy')
        if (!draft.streaming) abilities.note(tenant, 'updates', fault)
        throw fault
      }
    },
    async complete(target, draft, card, metadata) {
      const { tenant, channel } = target
      const { ts } = draft
      if (draft.streaming && (await finish(target, draft, card, metadata))) return ts
      try {
        await api.call(tenant, 'chat.update', { channel, ts, ...card[0], metadata })
        return ts
      } catch (fault) {
        if (!isRefusal(fault) || isMalformed(fault)) throw fault
        await remove(target, draft)
        return undefined
      }
    },
    async discard(target, draft) {
      if (draft.streaming) await stop(target, draft)
      await remove(target, draft)
    },
    isOurs: (ts) => ours.get(ts) === true,
  }
}

type Last = { markdown_text?: string; blocks?: Message['blocks']; metadata: Metadata }

const MOST_OURS = 1_000

/** Words on their way are not worth waiting for: the card comes. */
const HURRY = { hurry: true } as const

/** A message holds little more; what is longer shows the rest in the end. */
const MOST = 10_000

/** Whole words only, of which none can become a call to somebody by what follows. */
const shownOf = (words: string): string => safeMarkdown(settled(words.slice(0, MOST)).replace(/\S*$/, ''))

const begun = (text: string) => ({ tone: 'interviewer', text: `${text.trimEnd()} …` }) as const

/** What a stream that shows `text` lacks of a message, if it shows its beginning. */
const restOf = ({ blocks: all }: Message, text: string): Omit<Last, 'metadata'> | undefined => {
  const [words, ...blocks] = all
  if (words?.type !== 'markdown' || blocks.some(({ type }) => type === 'markdown')) return undefined
  const whole = words.text === text.trimEnd()
  if (!whole && !words.text.startsWith(text)) return undefined
  return {
    ...(whole || words.text === text ? {} : { markdown_text: words.text.slice(text.length) }),
    ...(blocks.length === 0 ? {} : { blocks }),
  }
}
