import { type Call, count, list, type Method, maybe, text, threadOf } from '../call.ts'
import { messageEvent } from '../events.ts'
import { refuse } from '../refusal.ts'
import type { FileKept, Json, Workspace } from '../world.ts'
import { post, writable } from './chat.ts'

/** Files: a place to upload to, sharing what was uploaded, and what is known of one. */
export const files: Record<string, Method> = {
  'files.getUploadURLExternal': {
    scopes: ['files:write'],
    run: (call) => {
      const name = text(call, 'filename')
      const length = count(call, 'length', 0, 1e9)
      if (length === 0) return refuse('invalid_arguments')
      const id = call.world.names.id('F')
      const alt = maybe(call, 'alt_txt')
      const file: FileKept = {
        id,
        name,
        title: name,
        mime: mimeOf(name),
        bytes: new Uint8Array(0),
        user: call.team.bot.user,
        ...(alt === undefined ? {} : { alt }),
        shares: [],
      }
      call.world.uploads.set(id, { team: call.team, file })
      return { upload_url: `${call.url}/upload/v1/${id}`, file_id: id }
    },
  },
  'files.completeUploadExternal': {
    scopes: ['files:write'],
    run: (call) => {
      const wanted = list(call, 'files') ?? refuse('invalid_arguments')
      const shared = wanted.map((entry) => completed(call, entry))
      if (maybe(call, 'channel_id') !== undefined) share(call, shared)
      return { files: shared.map((file) => fileObject(call.url, call.team, file)) }
    },
  },
  'files.info': {
    scopes: ['files:read'],
    run: (call) => {
      const file = call.team.files.get(text(call, 'file')) ?? refuse('file_not_found')
      return { file: fileObject(call.url, call.team, file), content: null, comments: [] }
    },
  },
}

const completed = (call: Call, entry: Json): FileKept => {
  const upload = call.world.uploads.get(String(entry.id))
  if (upload === undefined || upload.team !== call.team) return refuse('file_not_found')
  if (upload.file.bytes.length === 0) return refuse('file_upload_failed')
  call.world.uploads.delete(upload.file.id)
  if (typeof entry.title === 'string') upload.file.title = entry.title
  call.team.files.set(upload.file.id, upload.file)
  return upload.file
}

const share = (call: Call, shared: readonly FileKept[]): void => {
  const channel = writable(call, 'channel_id')
  const thread = threadOf(call, channel)
  const message = post(call, channel, {
    subtype: 'file_share',
    text: maybe(call, 'initial_comment') ?? '',
    files: shared.map((file) => fileObject(call.url, call.team, file)),
    ...(thread === undefined ? {} : { thread_ts: thread }),
  })
  for (const file of shared)
    file.shares.push({ channel: channel.id, ts: message.ts, ...(thread === undefined ? {} : { thread }) })
  call.tell(call.team, messageEvent(channel, message))
}

/** A file as it stands in messages and answers. */
export const fileObject = (url: string, team: Workspace, file: FileKept): Json => {
  const type = file.name.split('.').at(-1) ?? 'text'
  const path = `${team.id}-${file.id}`
  const shares: Record<string, Json[]> = {}
  for (const { channel, ts, thread } of file.shares)
    shares[channel] = [
      ...(shares[channel] ?? []),
      { ts, ...(thread === undefined ? {} : { thread_ts: thread }) },
    ]
  return {
    id: file.id,
    created: 1700000000,
    timestamp: 1700000000,
    name: file.name,
    title: file.title,
    mimetype: file.mime,
    filetype: type,
    pretty_type: type.toUpperCase(),
    user: file.user,
    user_team: team.id,
    editable: false,
    size: file.bytes.length,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: true,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: `${url}/files-pri/${path}/${encodeURIComponent(file.name)}`,
    url_private_download: `${url}/files-pri/${path}/download/${encodeURIComponent(file.name)}`,
    permalink: `${team.url}files/${file.user}/${file.id}/${encodeURIComponent(file.name)}`,
    ...(file.alt === undefined ? {} : { alt_txt: file.alt }),
    is_starred: false,
    has_rich_preview: false,
    file_access: 'visible',
    channels: file.shares.map(({ channel }) => channel).filter((id) => id.startsWith('C')),
    groups: file.shares.map(({ channel }) => channel).filter((id) => id.startsWith('G')),
    ims: file.shares.map(({ channel }) => channel).filter((id) => id.startsWith('D')),
    ...(file.shares.length === 0 ? {} : { shares: { public: shares } }),
  }
}

const MIMES: Record<string, string> = {
  csv: 'text/csv',
  md: 'text/markdown',
  txt: 'text/plain',
  json: 'application/json',
  png: 'image/png',
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
}

const mimeOf = (name: string): string =>
  MIMES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'
