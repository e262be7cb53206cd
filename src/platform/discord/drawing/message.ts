/** Cards as Discord's messages. */
import { wordsIn } from '../../../words/words.ts'
import type { Card } from '../../card.ts'
import { fitting } from '../../fitting.ts'
import { buttonsOf, type Kept } from './button.ts'
import type { Component, Piece, Text } from './component.ts'
import { filesOf, MOST_FILES, type SentFile, shownFiles } from './files.ts'
import { inGroups } from './grouped.ts'
import { markdownOf } from './markdown.ts'
import { escaped } from './safe.ts'

/** What one message shows, and the files that go with it; with the language of what is said, where that is not English. */
export type Message = { components: Component[]; files: SentFile[]; language?: string }

/** The messages of a card, and what is to be kept for its buttons. */
export type Drawn = { messages: Message[]; kept: Kept }

/**
 * The card in one message, or in as few as its length allows: the title on the first, the rest of it on the last. In
 * direct messages its buttons name the `tenant` for which it is shown.
 */
export const messagesOf = (card: Card, tenant?: string): Drawn => {
  const title = escaped(inGroups(card.title ?? ''), MOST_TITLE)
  const footer = escaped(inGroups(card.footer ?? ''), MOST_SMALL)
  const room = ROOM - title.length - footer.length - SIGNS
  const parts = fitting(inGroups(card.text), room, markdownOf).map((part) => text(markdownOf(part)))
  const { rows, kept } = buttonsOf(card, tenant)
  const files = filesOf(card.attachments ?? [])
  const [own, ...more] = groupsOf(files)
  const language = card.language === undefined ? {} : { language: card.language }
  const head = title === '' ? [] : [text(`## ${title}`)]
  const small = footer === '' ? [] : [text(`-# ${footer}`)]
  const foot: Piece[] = [...shownFiles(own ?? []), ...rows, ...small]
  const bodies = parts.length > 0 ? parts.map((part) => [part]) : [[]]
  const messages = bodies.map((body, index): Message => {
    const last = index === bodies.length - 1
    const pieces = [...(index === 0 ? head : []), ...body]
    const all = last ? [...pieces, ...divided(card, pieces, foot)] : pieces
    return { components: framed(card, all), files: last ? (own ?? []) : [], ...language }
  })
  const others = more.map((some) => ({
    components: framed(card, shownFiles(some)),
    files: some,
    ...language,
  }))
  return { messages: [...messages, ...others], kept }
}

/** The words of an answer that is still on its way. */
export const begunMessage = (words: string): Message => {
  const [first = ''] = fitting(words, ROOM - SIGNS, markdownOf)
  return { components: [text(`${markdownOf(first)} …`.trimStart())], files: [] }
}

/** Why files were not taken. */
export type Untaken = 'filesTooLarge' | 'filesForbidden'

/** The message with a word on its files, which were not taken, in place of them. */
export const withoutFiles = ({ components, files, language }: Message, why: Untaken): Message => {
  const { edge } = wordsIn(language)
  const names = files.map(({ name }) => escaped(name, 100)).join(', ')
  const words = text(`-# ${edge.filesLeftOut({ files: names, reason: edge[why] })}`)
  const bare = <T extends Component>(pieces: readonly T[]): T[] =>
    pieces.filter(({ type }) => type !== 12 && type !== 13)
  const [frame] = components
  if (frame?.type === 17)
    return { components: [{ ...frame, components: [...bare(frame.components), words] }], files: [] }
  return { components: [...bare(components), words], files: [] }
}

/** Discord takes 4,000 characters of text in a message; this much is filled. */
const ROOM = 3_800
/** What is set before a title and small print. */
const SIGNS = 10
const MOST_TITLE = 250
const MOST_SMALL = 600

const NOTHING = '…'

const text = (content: string): Text => ({ type: 10, content })

/** A line between what is said and what stands below it, on cards that have a frame. */
const divided = ({ tone }: Card, pieces: readonly Piece[], foot: readonly Piece[]): readonly Piece[] =>
  tone === 'interviewer' || pieces.length === 0 || foot.length === 0
    ? foot
    : [{ type: 14, divider: true, spacing: 1 }, ...foot]

/** An interviewer speaks as people do; what the bot shows has a frame. */
const framed = ({ tone }: Card, pieces: readonly Piece[]): Component[] => {
  const components = pieces.length > 0 ? [...pieces] : [text(NOTHING)]
  if (tone === 'interviewer') return components
  const accent = ACCENTS[tone]
  return [{ type: 17, ...(accent !== undefined && { accent_color: accent }), components }]
}

const ACCENTS: Readonly<Partial<Record<Card['tone'], number>>> = { report: 0x2e7d32, answer: 0x3f51b5 }

const groupsOf = (files: readonly SentFile[]): SentFile[][] =>
  Array.from({ length: Math.ceil(files.length / MOST_FILES) }, (_, group) =>
    files.slice(group * MOST_FILES, (group + 1) * MOST_FILES),
  )
