import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Card } from '../../../src/platform/card.ts'
import {
  agreeing,
  type Read,
  readButton,
  readKept,
  readQuestion,
} from '../../../src/platform/discord/drawing/button.ts'
import {
  begunMessage,
  type Message,
  messagesOf,
  withoutFiles,
} from '../../../src/platform/discord/drawing/message.ts'
import { payloadOf } from '../../../src/platform/discord/saying/posting.ts'
import { cards } from '../slack/cards.ts'
import { faultsOf } from './limits.ts'

const ROUTE = 'POST /channels/:id/messages'

const faultsIn = (message: Message): string[] => {
  const { body, files = [] } = payloadOf(message, { components: message.components })
  return faultsOf(
    ROUTE,
    JSON.parse(JSON.stringify(body)),
    files.map(({ name }, key) => ({ key: String(key), name })),
  )
}

type Node = { type: number; content?: string; custom_id?: string; components?: readonly Node[] }
const flat = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node) => [node, ...flat(node.components ?? [])])
const partsOf = ({ components }: Message): Node[] => flat(components as readonly Node[])
const textsOf = (card: Card): string[] =>
  messagesOf(card).messages.flatMap((message) => partsOf(message).flatMap(({ content }) => content ?? []))
const drawn = (text: string): string => textsOf({ tone: 'interviewer', text }).join('\n')

const CALLS = [
  '<@12>',
  '<@&12>',
  '<#12>',
  '@everyone',
  '@here',
  '<t:12>',
  '<:a:12>',
  '<a:b:12>',
  '</x:12>',
  '<id:guide>',
]

/** What Discord would make something of. */
const CALLING = /<@[!&]?\d+>|<#\d+>|@(?:everyone|here)|<t:-?\d+|<a?:\w+:\d+>|<\/[^>]+:\d+>|<id:\w+>/i

test('a command that stands in a group is shown as it is typed', () => {
  const card: Card = {
    ...{ tone: 'answer', title: 'Type /mlsd export', text: 'or `/mlsd forget --sure yes`, /mlsd metrics,' },
    footer: '/mlsd data; not /mlsd start, /mlsd exported or mlsd export',
  }
  expect(textsOf(card).join('\n')).toContain('/mlsd my export')
  expect(textsOf(card).join('\n')).toContain('`/mlsd my forget --sure yes`, /mlsd tools metrics,')
  expect(textsOf(card).join('\n')).toContain(
    '/mlsd tools data; not /mlsd start, /mlsd exported or mlsd export',
  )
})

describe('any card', () => {
  test('is messages that Discord takes, and nobody is called', () => {
    const called = fc.tuple(cards, fc.constantFrom(...CALLS), fc.boolean()).map(([card, call, bare]) => ({
      ...card,
      text: bare ? `${card.text}${call}` : `${call} ${card.text}`,
      ...(card.title !== undefined && { title: call + card.title }),
      ...(card.footer !== undefined && { footer: `${card.footer}${call}` }),
    }))
    fc.assert(
      fc.property(called, (card) => {
        const { messages } = messagesOf(card)
        expect(messages.length).toBeGreaterThan(0)
        for (const message of messages) {
          expect(faultsIn(message)).toEqual([])
          for (const { content = '' } of partsOf(message)) expect(content).not.toMatch(CALLING)
        }
        expect(faultsIn(begunMessage(card.text))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('has buttons that stand for what they are to do', () => {
    fc.assert(
      fc.property(cards, (card) => {
        const { messages, kept } = messagesOf(card)
        const ids = messages.flatMap((message) => partsOf(message).flatMap(({ custom_id: id }) => id ?? []))
        expect(new Set(ids).size).toBe(ids.length)
        const own = ids.slice(ids.length - (card.buttons ?? []).slice(0, ids.length).length)
        for (const id of own) {
          const read = readButton(id)
          const found = read && ('kept' in read ? kept.get(read.kept) : read.pressed)
          expect(found && readKept(JSON.parse(JSON.stringify(found)))).toEqual(found)
          expect(found).toBeDefined()
          if (read && 'asked' in read) expect(readQuestion(kept.get(read.asked ?? ''))).toBeDefined()
        }
      }),
      { numRuns: 60 },
    )
  })

  test('with files is messages that Discord takes, each file once', () => {
    const attachments = [
      ...Array.from({ length: 14 }, () => ({
        name: 'chart.png',
        mime: 'image/png',
        bytes: new Uint8Array(3),
        alt: '',
      })),
      { name: 'Bericht für dich.md', mime: 'text/markdown', text: '' },
    ]
    const { messages } = messagesOf({ tone: 'report', text: 'words', attachments })
    for (const message of messages) expect(faultsIn(message)).toEqual([])
    const names = messages.flatMap(({ files }) => files.map(({ name }) => name))
    expect(new Set(names).size).toBe(15)
    for (const message of messages) {
      expect(faultsIn(withoutFiles(message, 'filesTooLarge'))).toEqual([])
      expect(withoutFiles(message, 'filesTooLarge').files).toEqual([])
    }
  })
})

describe('words', () => {
  test.each([
    ['# One\n\n## Two\n\n#### Four', '# One\n\n## Two\n\n**Four**'],
    ['One\n===\n\nword', '# One\n\nword'],
    ['before\n\n---\n\nafter', `before\n\n${'─'.repeat(12)}\n\nafter`],
    ['- a\n- **b**\n\n> quote\n\n`code`', '- a\n- **b**\n\n> quote\n\n`code`'],
    ['[text](https://example.com/x)', '[text](https://example.com/x)'],
  ])('%j is %j', (markdown, shown) => {
    expect(drawn(markdown)).toBe(shown)
  })

  test('of a table stand in columns, or as a list where they are too wide', () => {
    const table = '| name | value |\n|:--|--:|\n| **a** | 1 |\n| bcd | 22 |'
    expect(drawn(table)).toBe('```\nname  value\n────  ─────\na         1\nbcd      22\n```')
    const wide = `| name | value |\n|--|--|\n| a | ${'long '.repeat(30).trim()} |`
    expect(drawn(wide)).toBe(`- **a**: value ${'long '.repeat(30).trim()}`)
  })

  test.each(['javascript:alert(1)', 'discord://x', 'file:///x', 'steam://run/1'])(
    'lead not to %s',
    (address) => {
      expect(drawn(`[text](${address})`)).not.toContain('](')
    },
  )

  test('that are long lose nothing', () => {
    const text = Array.from({ length: 300 }, (_, at) => `Word${at} and some more words.`).join('\n\n')
    const all = drawn(text)
    for (let at = 0; at < 300; at++) expect(all).toContain(`Word${at} `)
  })

  test('of a title and of small print are no formatting', () => {
    const [title, , small] = textsOf({ tone: 'answer', title: '*a* `b`', text: 'words', footer: '[c](d)' })
    expect(title).toBe('## \\*a\\* \\`b\\`')
    expect(small).toBe('-# \\[c\\]\u200b(d)')
  })
})

describe('a button from outside', () => {
  test.each([
    undefined,
    7,
    '',
    'x0:end',
    'p0:',
    'p0:End Now',
    'k0:../../x',
    'k0:short',
    `p0:${'a'.repeat(200)}`,
    'f:start:',
  ])('%j is none of ours', (id) => {
    expect(readButton(id)).toBeUndefined()
  })

  test('that agrees leads to what was asked about', () => {
    const agreed = (read: Read) => readButton(agreeing('End', read).components[0]?.custom_id)
    const name = 'abcdefghijklmnopqrstuvwx'
    expect(agreed({ kept: name })).toEqual({ kept: name, agreed: true })
    const pressed = { command: 'link', args: { code: 'ABCD-EFGH', sure: 'yes' } }
    expect(agreed({ pressed, asked: name })).toEqual({ pressed, agreed: false })
    for (const value of [undefined, 'x', {}, { command: 1, args: {} }, { command: 'x', args: { a: 1 } }])
      expect(readKept(value)).toBeUndefined()
  })

  test('stands first where it opens a form', () => {
    const form = { id: 'rate', title: 'Rate yourself', fields: [] } as const
    const { messages } = messagesOf({
      tone: 'notice',
      text: 'x',
      form,
      buttons: [{ label: 'Skip', command: 'skip' }],
    })
    const ids = messages.flatMap((message) => partsOf(message).flatMap(({ custom_id: id }) => id ?? []))
    expect(ids).toEqual(['p0:rate', 'p1:skip'])
  })
})
