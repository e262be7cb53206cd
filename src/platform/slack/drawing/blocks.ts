/** Cards as Slack's blocks. */
import type { types } from '@slack/bolt'
import type { Card } from '../../card.ts'
import { fitting } from '../../fitting.ts'
import { buttonsOf } from './button.ts'
import { mrkdwnOf } from './mrkdwn.ts'
import { NOTHING, type Piece, packed, ROOM } from './packing.ts'
import { plainText } from './plain.ts'
import { escaped, oneLine, safeMarkdown } from './safe.ts'
import { weightIn, weightOf } from './weight.ts'

/** What one message shows; `text` is what is notified and read out. */
export type Message = { text: string; blocks: types.KnownBlock[] }

/** The messages of a card, of which there is one at least. */
export type Messages = readonly [Message, ...Message[]]

/** With `plain`, for workspaces that do not take the `markdown` block. */
export type Drawing = { plain?: boolean }

/** The card in one message, or in as few as its length allows: the title on the first, buttons and small print on the last. */
export const messagesOf = (card: Card, { plain = false }: Drawing = {}): Messages => {
  const [head, foot] = [headOf(card), footOf(card)]
  const taken = [...head, ...foot].reduce((sum, { weight }) => sum + weight, 0)
  const draw = plain ? sectionsIn : markdownIn
  const body = draw(textOf(card), Math.max(ROOM / 2, ROOM - taken))
  const groups = body.length > 0 ? body : [[]]
  const [first, ...others] = groups.flatMap((group, index) => {
    const last = index === groups.length - 1
    return packed([...(index === 0 ? head : []), ...group, ...(last ? foot : [])])
  })
  return [first ?? { text: NOTHING, blocks: [section(NOTHING)] }, ...others]
}

/** What stands under the words of a card: its buttons and its small print. */
export const closingOf = (card: Card): types.KnownBlock[] => footOf(card).map(({ block }) => block)

/** The card on a person's Home tab; a text too long for it ends there. */
export const homeOf = (card: Card): types.HomeView => {
  const [head, foot] = [headOf(card), footOf(card)].map((pieces) => pieces.map(({ block }) => block))
  const body = sectionsOf(textOf(card)).slice(0, MOST_SECTIONS)
  const blocks = [...(head ?? []), ...body, ...(foot ?? [])]
  return { type: 'home', blocks: blocks.length > 0 ? blocks : [section(NOTHING)] }
}

/** Markdown as sections in Slack's own markup. */
export const sectionsOf = (markdown: string): types.SectionBlock[] =>
  fitting(markdown, MOST_SECTION, mrkdwnOf).map((part) => section(mrkdwnOf(part)))

/** A section of Slack's own markup that is shown whole. */
export const section = (text: string): types.SectionBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text },
  expand: true,
})

const MOST_SECTION = 3000
const MOST_SECTIONS = 60
const MOST_TITLE = 150
const MOST_SMALL = 2000
const MOST_WORDS = 3000

/** What belongs into one message each. */
type Body = (markdown: string, room: number) => Piece[][]

const markdownIn: Body = (markdown, room) =>
  fitting(markdown, room, safeMarkdown, weightOf).map((part) => {
    const text = safeMarkdown(part)
    return [{ block: { type: 'markdown', text }, words: beginningOf(part), weight: weightOf(text) }]
  })

const sectionsIn: Body = (markdown, room) =>
  fitting(markdown, room, mrkdwnOf).map((part) =>
    sectionsOf(part).map((block) => {
      const words = block.text?.text ?? ''
      return { block, words, weight: words.length }
    }),
  )

/** A title that is too long for a heading of Slack's is set in bold above the text. */
const textOf = ({ title = '', text }: Card): string => {
  if (title.length <= MOST_TITLE) return text
  return `**${oneLine(title, title.length).replace(/[!-/:-@[-`{-~]/g, '\\$&')}**\n\n${text}`
}

const headOf = ({ title = '' }: Card): Piece[] => {
  const words = title.length <= MOST_TITLE ? oneLine(title, MOST_TITLE) : ''
  if (words === '') return []
  const block: types.HeaderBlock = { type: 'header', text: plainText(words, MOST_TITLE) }
  return [{ block, words: `*${escaped(words)}*`, weight: weightOf(words) }]
}

const footOf = (card: Card): Piece[] => {
  const small = oneLine(card.footer ?? '', MOST_SMALL)
  const rows = buttonsOf(card)
  const print: types.ContextBlock = { type: 'context', elements: [plainText(small, MOST_SMALL)] }
  return (small === '' ? rows : [...rows, print]).map((block) => ({
    block,
    words: '',
    weight: weightIn(block),
  }))
}

/** What is notified of a long text. */
const beginningOf = (markdown: string): string => {
  const start = markdown.slice(0, 2 * MOST_WORDS).toWellFormed()
  return mrkdwnOf(fitting(start, MOST_WORDS - 200, mrkdwnOf)[0] ?? '')
}
