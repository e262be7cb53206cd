/**
 * Cards as messages: each part once. An answer that was on its way becomes its first message; one of another process is taken
 * away instead, as that one may only be frozen: it goes on with its draft, or takes it away, once it wakes.
 */
import type { Card } from '../../card.ts'
import type { Log } from '../../log.ts'
import { type Message, messagesOf, type Untaken, withoutFiles } from '../drawing/message.ts'
import type { Presses } from '../kept.ts'
import { CODES, codeIn, isRefusal } from './fault.ts'
import { type Mark, marked, markOf, postsAt } from './posted.ts'
import type { Target } from './target.ts'
import type { Call, Wire } from './wire.ts'

export type Posting = {
  /** Shows a card and answers its messages; with `again`, what stands there already is found and not shown twice. */
  post(target: Target, card: Card, id: string, again?: boolean, begun?: Begun): Promise<string[]>
  /** Draws a card for where it is shown, and keeps what its buttons do not carry. */
  draw(card: Card, target?: Target): Promise<Message[]>
  /** Sends a message somehow; without its files, which are named instead, where those are not taken. */
  withFiles<T>(message: Message, send: (message: Message) => Promise<T>): Promise<T>
  /** Sends one message. */
  send(target: Target, message: Message, mark: Mark, hurry?: boolean): Promise<string>
  /** Puts a message in the place of one that is there. */
  change(channel: string, id: string, message: Message, mark?: Mark, hurry?: boolean): Promise<void>
  /** Takes a message away, where it is still there. */
  discard(channel: string, id: string): Promise<void>
}

/** What of a card is there already: its first message, or a draft of it. */
export type Begun = { first?: string | undefined; draft?: string | undefined }

export const postingOf = ({ wire, presses, log }: { wire: Wire; presses: Presses; log: Log }): Posting => {
  const withFiles: Posting['withFiles'] = async (message, send) => {
    try {
      return await send(message)
    } catch (fault) {
      if (message.files.length === 0 || !isRefusal(fault) || !UNATTACHED.has(codeIn(fault))) throw fault
      const answer = await send(withoutFiles(message, reasonOf(fault)))
      log('warn', 'files could not be attached', { reason: fault.message })
      return answer
    }
  }

  const send: Posting['send'] = (target, message, mark, hurry = false) =>
    withFiles(message, async (message) => {
      const once = { nonce: mark.nonce, enforce_nonce: true }
      const needs = [
        'ViewChannel',
        target.type === 'thread' ? 'SendMessagesInThreads' : 'SendMessages',
      ] as const
      const { id } = await wire.call<{ id: string }>(
        { what: 'take a message', ...(target.type === 'direct' ? {} : { needs }) },
        {
          ...{ verb: 'post', route: `/channels/${target.channel}/messages`, hurry, twice: true },
          ...payloadOf(message, { ...once, components: marked(message, mark) }),
        },
      )
      return id
    })

  const change: Posting['change'] = (channel, id, message, mark, hurry = false) =>
    withFiles(message, async (message) => {
      const components = mark ? marked(message, mark) : message.components
      await wire.call(
        { what: 'change a message' },
        {
          ...{ verb: 'patch', route: `/channels/${channel}/messages/${id}`, hurry, twice: true },
          ...payloadOf(message, { components }),
        },
      )
    })

  const discard = async (channel: string, id: string): Promise<void> => {
    const call: Call = { verb: 'delete', route: `/channels/${channel}/messages/${id}` }
    await wire.call({ what: 'take a message away' }, call).catch((fault: unknown) => {
      if (!isRefusal(fault)) throw fault
    })
  }

  const draw: Posting['draw'] = async (card, target) => {
    const { messages, kept } = messagesOf(card, target?.type === 'direct' ? target.tenant : undefined)
    await presses.keep(kept)
    return messages
  }

  /** What an earlier attempt has left at the place. */
  const thereOf = async (target: Target, { continues }: Card, id: string, count: number) => {
    const wanted = new Map(Array.from({ length: count }, (_, part) => [markOf(id, part).number, part]))
    const begun = continues === undefined ? undefined : markOf(continues, 'draft').number
    const parts = new Map<number, string>()
    const drafts: string[] = []
    for await (const post of postsAt(wire, target.channel)) {
      const part = wanted.get(post.number)
      if (part !== undefined) parts.set(part, post.id)
      else if (post.number === begun) drafts.push(post.id)
      if (parts.size === count) break
    }
    return { parts, drafts }
  }

  /** A draft that somebody took away is no place for the card. */
  const completed = async (target: Target, draft: string, message: Message, mark: Mark): Promise<boolean> => {
    try {
      await change(target.channel, draft, message, mark)
      return true
    } catch (fault) {
      if (codeIn(fault) !== CODES.noMessage) throw fault
      return false
    }
  }

  return {
    ...{ draw, withFiles, send, change, discard },
    async post(target, card, id, again = false, begun = {}) {
      const messages = await draw(card, target)
      const there = again ? await thereOf(target, card, id, messages.length) : undefined
      const parts = there?.parts ?? new Map<number, string>()
      if (begun.first !== undefined) parts.set(0, begun.first)
      const { draft } = begun
      for (const other of there?.drafts ?? []) if (other !== draft) await discard(target.channel, other)
      for (const [part, message] of messages.entries()) {
        if (parts.has(part)) continue
        const mark = markOf(id, part)
        const own = part === 0 && draft !== undefined && (await completed(target, draft, message, mark))
        parts.set(part, own ? draft : await send(target, message, mark))
      }
      return [...parts].sort(([one], [other]) => one - other).map(([, id]) => id)
    },
  }
}

/** What every message is sent with: components of the second kind, and nobody is called by it. */
export const payloadOf = (
  { files }: Message,
  body: { components: Message['components']; flags?: number },
): Pick<Call, 'body' | 'files'> => ({
  body: {
    allowed_mentions: { parse: [] },
    attachments: files.map(({ name, description }, id) => ({
      ...{ id, filename: name },
      ...(description !== undefined && { description }),
    })),
    ...body,
    flags: COMPONENTS | (body.flags ?? 0),
  },
  ...(files.length > 0 && {
    files: files.map(({ name, data, contentType }) => ({ name, data, contentType })),
  }),
})

const COMPONENTS = 1 << 15

/** Answers that may be about the files of a message. */
const UNATTACHED: ReadonlySet<number | undefined> = new Set([CODES.noPermission, CODES.tooLarge])

const reasonOf = (fault: unknown): Untaken =>
  codeIn(fault) === CODES.tooLarge ? 'filesTooLarge' : 'filesForbidden'
