/** A card as the text that is printed. */
import { type Words, wordsIn } from '../../words/words.ts'
import type { Attachment, Card } from '../card.ts'
import { commandLine } from '../usage.ts'
import { styled } from './inline.ts'
import { drawHeading, drawMarkdown } from './markdown.ts'
import { safe } from './safe.ts'
import { type Line, type Look, paint, styleFor } from './style.ts'
import { widthOf } from './width.ts'
import { wrap } from './wrap.ts'

/** Lines longer than this are tiring to read. */
const WIDEST = 100
const NARROWEST = 20

/** Draws a card for a terminal of so many columns; nothing that a card holds can act on the terminal. */
export const drawCard = (card: Card, columns: number, color: boolean): string => {
  const width = Math.max(Math.min(columns || WIDEST, WIDEST), NARROWEST)
  const style = styleFor(color)
  const on = card.tone === 'notice' ? style.quiet.on : ''
  const canvas = { width, style, on }
  const title = safe(card.title ?? '')
  const words = wordsIn(card.language)
  const label = speaking(card.tone, words)
  const small = (text: string): Line[] => wrap(styled(safe(text), style.quiet), width)
  const files = card.attachments ?? []
  const named = files.filter((file) => !fits(file, width))
  const parts: Line[][] = [
    card.tone === 'report' ? [styled('─'.repeat(width), style.quiet)] : [],
    label ? wrap(speaker(label, title, card.tone === 'notice' ? style.note : style.label), width) : [],
    title && !label ? drawHeading(styled(title, style.heading), 2, canvas) : [],
    drawMarkdown(safe(card.text), width, style, on),
    ...drawnOf(files, width),
    card.buttons?.length ? [[], ...small(buttons(card.buttons))] : [],
    named.length > 0 ? [[], ...named.flatMap((file) => small(attached(file, words)))] : [],
    card.footer ? [[], ...small(`[${card.footer}]`)] : [],
  ]
  return `${parts.flat().map(paint).join('\n')}\n`
}

/** Who speaks, where it is not plain from what is said. */
const speaking = (tone: Card['tone'], { terminal }: Words): string =>
  tone === 'interviewer' ? terminal.interviewer : tone === 'notice' ? terminal.note : ''

const speaker = (label: string, title: string, look: Look): Line =>
  title ? styled(`${label}: ${title}`, { ...look, close: '' }) : styled(label, look)

/** What a button would do, in the words that do the same. */
const buttons = (all: NonNullable<Card['buttons']>): string =>
  all.map(({ label, command, args }) => `${label} (/${commandLine(command, args)})`).join(' · ')

/** Whether it is a picture in characters for which there is room. */
const fits = (file: Attachment, width: number): file is Attachment & { text: string } =>
  'text' in file &&
  file.drawn === true &&
  safe(file.text)
    .split('\n')
    .every((line) => widthOf(line) <= width)

const drawnOf = (files: readonly Attachment[], width: number): Line[][] =>
  files
    .filter((file) => fits(file, width))
    .map(({ text }) => [
      [],
      ...safe(text)
        .split('\n')
        .map((line) => styled(line, PLAIN)),
    ])

const PLAIN = { on: '', open: '', close: '' }

const attached = (file: Attachment, { terminal }: Words): string => {
  const what = 'text' in file ? terminal.characters({ count: file.text.length }) : file.alt
  return terminal.file({ file: file.name, mime: file.mime, what })
}
