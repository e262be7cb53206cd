/** Files that come with an answer: texts are read, pictures are kept beside it. */
import type { Event } from '../interview/events.ts'
import { isTalking } from '../interview/phase.ts'
import type { Card } from '../platform/card.ts'
import { type Heard, PlatformFault } from '../platform/platform.ts'
import type { Words } from '../words/words.ts'
import { ALBUM, type Full, fullFor, noteKept } from './album.ts'
import { wordsOf } from './language.ts'
import type { InterviewRecord } from './record.ts'
import { keys } from './record.ts'
import { update } from './update.ts'
import { platformAt } from './voice.ts'
import type { Working } from './world.ts'

type File = Extract<Heard, { type: 'file' }>

/** A picture as it is kept. */
export type Picture = { name: string; mime: string; base64: string }

/** The most that is read, in bytes. */
const MOST = { text: 200_000, picture: 5_000_000 } as const

/** The file as an event of the interview, or what is wrong with it. Throws where the platform fails for now. */
export const attach = async (
  world: Working,
  record: InterviewRecord,
  file: File,
): Promise<{ event: Event } | { tell: Card }> => {
  const kind = kindOf(file)
  const { files } = wordsOf(record)
  if (kind === undefined) return wrong(files.unknown({ file: nameOf(file) }))
  // Nothing is fetched, and no picture kept, where the interview will only say that it takes no answers.
  if (!isTalking(record.interview)) return { event: { ...attachedBy(file), text: '' } }
  if (file.size > MOST[kind]) return wrong(files.large({ file: nameOf(file), most: MOST[kind] / 1_000 }))
  if (kind === 'picture') {
    const full = await fullFor(world.memory, record, file)
    if (full !== undefined) return noRoom(file, full, files)
  }
  try {
    const bytes = await platformAt(world, file.place).fetch(file.place, file.ref, MOST[kind])
    return await (kind === 'text' ? asText(file, bytes, files) : asPicture(world, record, file, bytes, files))
  } catch (error) {
    if (!(error instanceof PlatformFault) || error.kind !== 'gone') throw error
    return wrong(files.gone({ file: nameOf(file), reason: error.message }))
  }
}

const kindOf = ({ name, mime }: File): keyof typeof MOST | undefined => {
  if (/^image\/(?:png|jpe?g|gif|webp)$/.test(mime)) return 'picture'
  const readable = /^text\/|^application\/(?:json|csv|yaml|x-yaml)$/.test(mime)
  return readable || /\.(?:txt|md|csv|tsv|json|ya?ml)$/i.test(name) ? 'text' : undefined
}

const asText = (file: File, bytes: Uint8Array, files: Words['files']): { event: Event } | { tell: Card } => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\0', '\ufffd')
    return { event: { ...attachedBy(file), text } }
  } catch {
    return wrong(files.coded({ file: nameOf(file) }))
  }
}

/** The pictures kept of an interview, each with its key; also one that no entry came to name. */
export async function* picturesOf(
  { memory }: Pick<Working, 'memory'>,
  interview: string,
): AsyncGenerator<{ key: string; value: Picture }> {
  yield* memory.each<Picture>(keys.picture(interview, ''))
}

/** The picture is kept before the event names it, so that no entry points at nothing; and counted before it is kept. */
const asPicture = async (
  { memory }: Working,
  record: InterviewRecord,
  file: File,
  bytes: Uint8Array,
  files: Words['files'],
): Promise<{ event: Event } | { tell: Card }> => {
  const full = await noteKept(memory, record, { id: file.id, size: bytes.byteLength })
  if (full !== undefined) return noRoom(file, full, files)
  const picture = keys.picture(record.id, file.id)
  const { name, mime } = file
  await update<Picture>(
    memory,
    picture,
    (known) => known ?? { name, mime, base64: Buffer.from(bytes).toString('base64') },
  )
  return { event: { ...attachedBy(file), text: '', picture } }
}

const noRoom = (file: File, full: Full, files: Words['files']): { tell: Card } =>
  wrong(
    full === 'interview'
      ? files.enough({ file: nameOf(file), most: ALBUM.interview })
      : files.full({ file: nameOf(file), most: ALBUM.person / 1_000_000 }),
  )

const attachedBy = ({ id, at, name, link }: File) => ({
  type: 'attached' as const,
  at,
  id,
  file: name,
  ...(link !== undefined && { link }),
})

const nameOf = ({ name }: File): string => name.slice(0, 80)

const wrong = (text: string): { tell: Card } => ({ tell: { tone: 'notice', text } })
