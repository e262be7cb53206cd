/** Files: those that go with a card, and those that were heard. */
import type { Attachment } from '../../card.ts'
import { PlatformFault } from '../../platform.ts'
import type { Api } from '../api/api.ts'
import type { Arguments } from '../api/methods.ts'
import { type Post, postsAt } from './posted.ts'
import type { Target } from './target.ts'

/**
 * Shares files in one message, pictures with what is seen on them; where its answer is lost, never twice, unless `unread`
 * lets it where the place cannot be read back.
 */
export const share = async (
  api: Api,
  target: Target,
  attachments: readonly Attachment[],
  unread: (fault: unknown) => undefined,
): Promise<void> => {
  const { tenant, channel, thread } = target
  const files = await Promise.all(attachments.map((attachment) => upload(api, tenant, attachment)))
  const [first, ...others] = files
  if (!first) return
  const where = thread === undefined ? { channel_id: channel } : { channel_id: channel, thread_ts: thread }
  const found = async () => {
    for await (const post of postsAt(api, target)) if (holds(post, 'id', first.id)) return { ok: true }
    return undefined
  }
  await api.call(
    tenant,
    'files.completeUploadExternal',
    { files: [first, ...others], ...where },
    {
      found: () => found().catch(unread),
    },
  )
}

/** Whether a message shares these files. */
export const sharesThem = (post: Post, attachments: readonly Attachment[]): boolean =>
  attachments.every(({ name }) => holds(post, 'name', nameOf(name)))

const holds = ({ files = [] }: Post, key: 'id' | 'name', value: string): boolean =>
  files.some((file) => file[key] === value)

/** The content of a file that was heard, by its id. */
export const load = async (api: Api, tenant: string, id: string, most: number): Promise<Uint8Array> => {
  const { file } = await api.call(tenant, 'files.info', { file: id })
  const url = file?.url_private_download ?? file?.url_private
  if (!file || file.mode === 'tombstone' || file.is_external || url === undefined)
    throw new PlatformFault('gone', 'Slack does not hold that file any more, or only a link to it.')
  if ((file.size ?? 0) > most) throw tooLarge(most)
  const { status, bytes, mime } = await api.get(tenant, url, most)
  if (status !== 200)
    throw new PlatformFault('gone', `Slack did not hand out the file: it answered HTTP ${status}.`)
  if (bytes.byteLength > most) throw tooLarge(most)
  if (mime.startsWith('text/html') && file.mimetype !== 'text/html')
    throw new PlatformFault(
      'refused',
      'Slack showed a sign-in page in place of the file: the app lacks files:read.',
    )
  return bytes
}

const upload = async (
  api: Api,
  tenant: string,
  attachment: Attachment,
): Promise<{ id: string; title: string }> => {
  const name = nameOf(attachment.name)
  const content = 'text' in attachment ? Buffer.from(attachment.text) : attachment.bytes
  // Slack takes no empty file.
  const bytes = content.byteLength > 0 ? content : Buffer.from('\n')
  // The SDK calls it alt_text; Slack reads alt_txt, and shares no other file that has one.
  const args: Arguments<'files.getUploadURLExternal'> & { alt_txt?: string } = {
    filename: name,
    length: bytes.byteLength,
    ...('alt' in attachment && attachment.mime.startsWith('image/')
      ? { alt_txt: attachment.alt.slice(0, LONGEST_ALT) }
      : {}),
  }
  const { upload_url: url, file_id: id } = await api.call(tenant, 'files.getUploadURLExternal', args)
  if (url === undefined || id === undefined)
    throw new PlatformFault('refused', 'Slack gave no room for a file.')
  await api.put(url, bytes)
  return { id, title: name }
}

const nameOf = (name: string): string => name.slice(0, LONGEST_NAME)

const LONGEST_NAME = 255
const LONGEST_ALT = 1_000

const tooLarge = (most: number): PlatformFault =>
  new PlatformFault('gone', `The file is over ${Math.floor(most / 1000)} kB, more than is read.`)
