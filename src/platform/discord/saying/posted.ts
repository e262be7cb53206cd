/**
 * What has been posted at a place already, read back from it.
 *
 * Discord drops a repeated nonce for some minutes only, and forgets it then. Components can have numbers of our own, which
 * nobody sees and every history gives back: the first one of each message says which part of which card it shows.
 */
import { isRecord } from '../../outside.ts'
import { digest, number } from '../drawing/digest.ts'
import type { Message } from '../drawing/message.ts'
import type { Wire } from './wire.ts'

/** Which message it is: the part of a card, by a number for its history and by a nonce for the moment. */
export type Mark = { number: number; nonce: string }

export const markOf = (id: string, part: number | 'draft'): Mark => ({
  number: number(`${id} ${part}`),
  nonce: digest(`${id} ${part}`),
})

/** The same mark for a message that may take the place of one that is gone, which its nonce would stand for. */
export const anew = (mark: Mark, now: number): Mark => ({ ...mark, nonce: digest(`${mark.nonce} ${now}`) })

/** The components of a message, marked. */
export const marked = ({ components }: Message, mark: Mark): Message['components'] =>
  components.map((component, index) => (index === 0 ? { ...component, id: mark.number } : component))

/** Messages by their marks, the latest first; as far back as is looked for. */
export async function* postsAt(wire: Wire, channel: string): AsyncGenerator<{ id: string; number: number }> {
  let before: string | undefined
  for (let page = 0; page < PAGES; page++) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(before === undefined ? {} : { before }) })
    const messages = await wire.call<readonly Found[]>(
      { what: 'read back what was said', needs: ['ViewChannel', 'ReadMessageHistory'] },
      { verb: 'get', route: `/channels/${channel}/messages`, query },
    )
    for (const { id, components } of messages) {
      const [first] = components ?? []
      if (isRecord(first) && typeof first.id === 'number') yield { id, number: first.id }
    }
    before = messages.at(-1)?.id
    if (messages.length < PAGE) return
  }
}

/** The message with a mark, if it is there. */
export const messageWith = async (wire: Wire, channel: string, mark: Mark): Promise<string | undefined> => {
  for await (const post of postsAt(wire, channel)) if (post.number === mark.number) return post.id
  return undefined
}

type Found = { id: string; components?: readonly unknown[] }

const PAGE = 100
/** What may have to be found again is among the latest, but people may have talked on meanwhile. */
const PAGES = 10
