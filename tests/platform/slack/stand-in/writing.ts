/** A message as a person writes it, with the files they put with it. */
import type { Scene } from './bodies.ts'
import { fileObject } from './methods/files.ts'
import { richText, stored } from './typed.ts'
import type { Channel, FileKept, Message } from './world.ts'

export type Enclosed = { name: string; mime?: string; text?: string; bytes?: Uint8Array }

export type Saying = {
  thread?: string
  files?: Enclosed[]
  /** Stored as it is, not as typed: nothing is escaped. */
  raw?: boolean
}

/** Writes it down in the channel. */
export const written = (scene: Scene, channel: Channel, typed: string, saying: Saying): Message => {
  const { world, team, user } = scene
  const replied = saying.thread === undefined ? {} : replyTo(channel, saying.thread)
  const ts = world.names.ts()
  const shares = [
    { channel: channel.id, ts, ...(saying.thread === undefined ? {} : { thread: saying.thread }) },
  ]
  const files = (saying.files ?? []).map((file) => enclosed(scene, file, shares))
  const message: Message = {
    ...(files.length === 0
      ? {}
      : {
          subtype: 'file_share',
          files: files.map((file) => fileObject(scene.url, team, file)),
          upload: false,
        }),
    type: 'message',
    user: user.id,
    team: team.id,
    text: saying.raw === true ? typed : stored(typed),
    ts,
    client_msg_id: world.names.uuid(),
    blocks: typed === '' ? [] : [richText(typed, world.names.id('b'))],
    ...replied,
  }
  channel.messages.set(ts, message)
  return message
}

const replyTo = (channel: Channel, thread: string): Pick<Message, 'thread_ts' | 'parent_user_id'> => {
  const parent = channel.messages.get(thread)
  if (parent === undefined) throw new Error(`no thread ${thread} in ${channel.id}`)
  return { thread_ts: thread, parent_user_id: parent.user }
}

const enclosed = ({ world, team, user }: Scene, file: Enclosed, shares: FileKept['shares']): FileKept => {
  const kept: FileKept = {
    id: world.names.id('F'),
    name: file.name,
    title: file.name,
    mime: file.mime ?? 'text/plain',
    bytes: file.bytes ?? new TextEncoder().encode(file.text ?? ''),
    user: user.id,
    shares: [...shares],
  }
  team.files.set(kept.id, kept)
  return kept
}
