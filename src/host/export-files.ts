/** All that is stored about a person as files, each so small that every platform takes it. */
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { zipSync } from 'fflate'
import type { Attachment } from '../platform/card.ts'
import type { Words } from '../words/words.ts'
import { type Belongings, belongingsMarkdown } from './export.ts'

/** Bytes of one archive; 10 MB is what the strictest platform takes. */
const MOST = 9_000_000

/** Bytes of text that are sent as they are; what is larger is compressed, to about a tenth. */
const PLAIN = 2_000_000

/**
 * Complete as JSON, and for reading as Markdown, both compressed where they are large; pictures in archives beside them,
 * in which the JSON says where each is.
 */
export const exportFiles = async (all: Belongings, words: Words): Promise<Attachment[]> => {
  const archives = packed()
  const interviews = all.interviews.map(({ pictures, ...rest }) => ({
    ...rest,
    pictures: Object.fromEntries(
      Object.entries(pictures).map(([key, { name, mime, base64 }], n) => {
        const file = `${rest.record.id}-${n + 1}.${mime.replace(/^image\//, '')}`
        const archive = archives.add({ name: file, bytes: Buffer.from(base64, 'base64') })
        return [key, { name, mime, archive, file }]
      }),
    ),
  }))
  return [
    await sendable('mlsd-export.json', 'application/json', JSON.stringify({ ...all, interviews }, null, 2)),
    await sendable('mlsd-export.md', 'text/markdown', belongingsMarkdown(all, words)),
    ...archives.all().map(
      (members, n): Attachment => ({
        ...{ name: archiveName(n), mime: 'application/zip', bytes: zipped(members) },
        alt: words.belongings.pictures({ count: members.length }),
      }),
    ),
  ]
}

/** A file in an archive. */
type Member = { name: string; bytes: Uint8Array }

/** Files as they are: pictures are compressed already. All are of the first day that an archive knows, so that equal ones are equal. */
const zipped = (members: readonly Member[]): Uint8Array =>
  zipSync(Object.fromEntries(members.map(({ name, bytes }) => [name, bytes])), { level: 0, mtime: FIRST_DAY })

const FIRST_DAY = new Date(1980, 0, 1)

/** Archives that are begun anew before they grow too large. */
const packed = () => {
  const all: { members: Member[]; size: number }[] = []
  return {
    /** The name of the archive that it is in. */
    add(member: Member): string {
      const size = member.bytes.byteLength + OVERHEAD
      const last = all.at(-1)
      if (last && last.size + size <= MOST) {
        last.members.push(member)
        last.size += size
      } else all.push({ members: [member], size })
      return archiveName(all.length - 1)
    },
    all: () => all.map(({ members }) => members),
  }
}

/** What a file takes in an archive beside its content, at the most. */
const OVERHEAD = 400

const archiveName = (n: number): string => `mlsd-pictures-${n + 1}.zip`

const compressed = promisify(gzip)

const sendable = async (name: string, mime: string, text: string): Promise<Attachment> => {
  if (Buffer.byteLength(text) <= PLAIN) return { name, mime, text }
  return { name: `${name}.gz`, mime: 'application/gzip', bytes: await compressed(text), alt: name }
}
