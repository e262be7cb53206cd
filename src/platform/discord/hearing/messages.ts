/** What messages say, as what was heard. */

import { recallOf } from '../../../recall.ts'
import type { Heard } from '../../platform.ts'
import { linkTo, NO_GUILD, personName, timeOf } from '../names.ts'
import type { Known } from './known.ts'
import type { Attached, Message, MessageEvent } from './payload.ts'
import type { At, Spot, Spots } from './spots.ts'
import { mentions, typedIn, withoutMention } from './typed.ts'

export type Messages = {
  /** What a message says by itself: its words and its files; nothing where no person wrote it. */
  said(message: MessageEvent, spot: Spot): Heard[]
  /** What its latest change says, where it was changed. */
  changed(message: MessageEvent, spot: Spot): Heard[]
  /** That it was taken back; by `people` where it is not remembered who wrote it. */
  deleted(id: string, spot: Spot, people: readonly string[]): Heard[]
  /** That something of it was taken back, a word or a file by its id. */
  withdrawn(of: string, spot: Spot, person: string): Heard
  /** Whether it is remembered who wrote it. */
  remembers(id: string): boolean
}

type Needs = { spots: Pick<Spots, 'at'>; known: Known; self(): string }

/** What is kept in mind of a message, since Discord only names it when it is deleted. */
type Memo = { at: At; worded: boolean; files: readonly string[] }

const REMEMBERED = 20_000

/** Kinds of message that a person writes: by itself, or as a reply; all others tell of something that happened. */
const WRITTEN: readonly (number | undefined)[] = [undefined, 0, 19]

export const messagesOf = ({ spots, known, self }: Needs): Messages => {
  const memos = recallOf<Memo>(REMEMBERED)

  /** The person who wrote a message, if it was a person. */
  const writer = ({ author, webhook_id, type, member }: MessageEvent, spot: Spot): At | undefined => {
    if (!author || author.bot || author.system || webhook_id || !WRITTEN.includes(type)) return undefined
    return spots.at(spot, author, member)
  }

  const ours = ({ guild }: Spot): string[] => {
    const role = guild === undefined ? undefined : known.ownRole(guild)
    return role === undefined ? [self()] : [self(), role]
  }

  const wordsOf = (message: Message, spot: Spot): string => {
    const content = withoutMention(message.content ?? '', ours(spot))
    const named = ASKS_FOR.test(content)
      ? content.replace(PERSON, (_, id) => personName(spot.tenant, id))
      : content
    return typedIn({ ...message, content: named }, spot.guild, known).trim()
  }

  const remember = ({ id, attachments = [] }: Message, at: At, worded: boolean): void =>
    memos.set(id, { at, worded, files: attachments.map((file) => `${id}.${file.id}`) })

  const said: Messages['said'] = (message, spot) => {
    const at = writer(message, spot)
    if (!at) return []
    const { id, content = '', attachments = [] } = message
    const mentioned = mentions(content, ours(spot))
    const manner = spot.alone || mentioned ? 'direct' : 'overheard'
    const text = wordsOf(message, spot)
    remember(message, at, text !== '')
    const where = { ...whereOf(at, id), at: timeOf(id) }
    const heard: Heard[] = attachments.map((file) => ({
      ...{ ...where, type: 'file', id: `${id}.${file.id}`, manner },
      ...contentOf(file),
    }))
    if (text !== '') heard.unshift({ ...where, type: 'message', id, manner, text })
    else if (attachments.length === 0 && mentioned)
      heard.push({ ...where, type: 'command', id, command: 'start', args: {} })
    return heard
  }

  const withdrawal = (at: At, id: string, of: string, time: number): Heard => ({
    ...whereOf(at, id),
    ...{ type: 'withdrawal', id: `${of}.d`, at: time, of },
  })

  return {
    said,
    remembers: (id) => memos.get(id) !== undefined,
    changed(message, spot) {
      const at = writer(message, spot)
      const time = Date.parse(message.edited_timestamp ?? '')
      if (!at || Number.isNaN(time)) return []
      const { id, content, attachments } = message
      const before = memos.get(id)
      const files = attachments?.map((file) => `${id}.${file.id}`) ?? before?.files ?? []
      const heard = (before?.files ?? [])
        .filter((file) => !files.includes(file))
        .map((of) => withdrawal(at, id, of, time))
      const text = wordsOf(message, spot)
      // Words that are not told are still there.
      const memo = { at, files, worded: content === undefined ? (before?.worded ?? true) : text !== '' }
      if (before && !before.worded && text !== '')
        heard.unshift(...said({ ...message, attachments: [] }, spot))
      memos.set(id, memo)
      if (content === undefined || (before && !before.worded)) return heard
      if (text === '') return [withdrawal(at, id, id, time), ...heard]
      const edit: Heard = { ...whereOf(at, id), type: 'edit', id: `${id}.e${time}`, at: time, of: id, text }
      return [edit, ...heard]
    },
    withdrawn(of, spot, person) {
      const [id = of] = of.split('.')
      return withdrawal({ ...spot, user: '', person }, id, of, timeOf(id) + 1)
    },
    deleted(id, spot, people) {
      const memo = memos.get(id)
      // Discord does not say when; it was after the message itself.
      const time = timeOf(id) + 1
      const ofs = memo ? [...(memo.worded ? [id] : []), ...memo.files] : [id]
      const ats = memo ? [memo.at] : people.map((person) => ({ ...spot, user: '', person }))
      return ats.flatMap((at) => ofs.map((of) => withdrawal(at, id, of, time)))
    },
  }
}

/** A command by which somebody is named. */
const ASKS_FOR = /^\s*(?:\/?mlsd\s+)?\/?(?:peer|pair)\s/i
const PERSON = /<@!?(\d{1,20})>/g

type Where = Pick<Heard, 'person' | 'place' | 'link' | 'alone' | 'called' | 'roles'>

const whereOf = ({ person, place, guild, tenant, channel, alone, called, roles }: At, id: string): Where => ({
  person,
  place,
  link: linkTo(guild === undefined ? NO_GUILD : tenant, channel, id),
  ...(alone && { alone }),
  ...(called && { called }),
  ...(roles && { roles }),
})

/** An attachment as a file that was heard. */
export const contentOf = ({ id, filename, content_type, size, url }: Attached) => ({
  name: filename || id,
  mime: content_type?.split(';', 1)[0] || 'application/octet-stream',
  size: size ?? 0,
  ref: url ?? '',
})
