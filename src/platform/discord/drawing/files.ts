/** The files of a card, and how they are shown in its last message. */
import type { Attachment } from '../../card.ts'
import type { FilePiece, Gallery } from './component.ts'
import { oneLine } from './safe.ts'

/** A file as it is sent. */
export type SentFile = { name: string; contentType: string; data: Uint8Array; description?: string }

/** So many go with one message. */
export const MOST_FILES = 10

/** The files with names that Discord leaves as they are, each its own. */
export const filesOf = (attachments: readonly Attachment[]): SentFile[] => {
  const taken = new Set<string>()
  return attachments.map((attachment) => {
    const name = nameOf(attachment.name, taken)
    taken.add(name)
    const data = 'text' in attachment ? Buffer.from(attachment.text) : attachment.bytes
    const isPicture = 'alt' in attachment && attachment.mime.startsWith('image/')
    return {
      name,
      contentType: attachment.mime,
      data: data.byteLength > 0 ? data : Buffer.from('\n'),
      ...(isPicture && { description: oneLine(attachment.alt, MOST_WORDS) || name }),
    }
  })
}

/** The components that show them: pictures together, with what is seen on them, then the others. */
export const shownFiles = (files: readonly SentFile[]): (Gallery | FilePiece)[] => {
  const items = files.flatMap(({ name, description }) =>
    description === undefined ? [] : [{ media: { url: `attachment://${name}` }, description }],
  )
  const others = files.filter(({ description }) => description === undefined)
  return [
    ...(items.length > 0 ? [{ type: 12, items } as const] : []),
    ...others.map(({ name }) => ({ type: 13, file: { url: `attachment://${name}` } }) as const),
  ]
}

const MOST_WORDS = 1024
const MOST_NAME = 80

const nameOf = (given: string, taken: ReadonlySet<string>): string => {
  const name = given.replace(/[^A-Za-z0-9._-]+/g, '_').slice(-MOST_NAME) || 'file'
  for (let number = 1; ; number++) {
    const own = number === 1 ? name : `${number}-${name}`
    if (!taken.has(own)) return own
  }
}
