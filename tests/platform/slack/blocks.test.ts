import type { types } from '@slack/bolt'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reportMarkdown } from '../../../src/interview/markdown.ts'
import { reportOf } from '../../../src/interview/report.ts'
import type { Card } from '../../../src/platform/card.ts'
import { closingOf, homeOf, type Message, messagesOf } from '../../../src/platform/slack/drawing/blocks.ts'
import { readButton } from '../../../src/platform/slack/drawing/button.ts'
import { full, told } from '../../interview/told.ts'
import { cards } from './cards.ts'
import { faultsOf } from './limits.ts'

const card = (more: Partial<Card>): Card => ({ tone: 'answer', text: 'Hello.', ...more })

const faults = (message: Message): string[] => faultsOf('chat.postMessage', { channel: 'C1', ...message })

/** All words that blocks show. */
const shown = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(shown).join(' ')
  if (typeof value !== 'object' || value === null) return ''
  return Object.entries(value)
    .map(([key, one]) => (key === 'text' && typeof one === 'string' ? one : shown(one)))
    .join(' ')
}

const kinds = (messages: readonly Message[]): string[][] =>
  messages.map(({ blocks }) => blocks.map(({ type }) => type))

const buttonsIn = (messages: readonly Message[]): types.Button[] =>
  messages
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .filter((element): element is types.Button => element.type === 'button')

const paragraphs = (count: number, length = 100): string =>
  Array.from({ length: count }, (_, index) => `w${index} `.padEnd(length, 'x')).join('\n\n')

describe.each([false, true])('any card, plainly: %s', (plain) => {
  test('is messages that Slack takes, and nobody is called', () => {
    fc.assert(
      fc.property(cards, (any) => {
        const messages = messagesOf(any, { plain })
        expect(messages.length).toBeGreaterThan(0)
        for (const message of messages) expect(faults(message)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('shows every word of its text, in order', () => {
    const words = fc.array(fc.array(fc.stringMatching(/^[a-z]{1,10}$/), { minLength: 1, maxLength: 60 }), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(words, fc.constantFrom('', '- ', '> ', '# '), (all, mark) => {
        const text = all.map((some) => mark + some.join(' ')).join('\n\n')
        const words = messagesOf(card({ text }), { plain })
          .map(({ blocks }) => shown(blocks))
          .join(' ')
        expect(words.match(/[a-z]+/g) ?? []).toEqual(text.match(/[a-z]+/g) ?? [])
      }),
    )
  })

  test('has the title first, buttons and small print last, however long it is', () => {
    const long = card({
      title: 'Data',
      text: paragraphs(300),
      footer: 'Data · 4 of 7',
      buttons: [{ label: 'Hint', command: 'hint' }],
    })
    const messages = messagesOf(long, { plain })
    expect(messages.length).toBe(3)
    const all = kinds(messages).flat()
    expect(all[0]).toBe('header')
    expect(all.slice(-2)).toEqual(['actions', 'context'])
    expect(new Set(all.slice(1, -2))).toEqual(new Set([plain ? 'section' : 'markdown']))
  })
})

describe('a card', () => {
  test('is one message in the order in which it is read', () => {
    const [message, ...more] = messagesOf(
      card({
        title: 'Data & *more*',
        text: '**Hello** <you>',
        footer: '2:00 of *10:00*',
        buttons: [{ label: 'Hint', command: 'hint' }],
      }),
    )
    expect(more).toEqual([])
    expect(message?.text).toBe('*Data &amp; *more**\n\n*Hello* &lt;you&gt;')
    expect(message?.blocks).toMatchObject([
      { type: 'header', text: { type: 'plain_text', text: 'Data & *more*', emoji: false } },
      { type: 'markdown', text: '**Hello** <you>' },
      { type: 'actions' },
      { type: 'context', elements: [{ type: 'plain_text', text: '2:00 of *10:00*', emoji: false }] },
    ])
  })

  test('in plain markup is sections that are shown whole', () => {
    expect(messagesOf(card({ text: '**Hello** <you>' }), { plain: true })).toEqual([
      {
        text: '*Hello* &lt;you&gt;',
        blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*Hello* &lt;you&gt;' }, expand: true }],
      },
    ])
  })

  test('with a title too long for a heading shows all of it', () => {
    const title = `A *long* <title> ${'word '.repeat(50)}end`
    const [message] = messagesOf(card({ title }))
    expect(kinds(messagesOf(card({ title })))).toEqual([['markdown']])
    expect(message?.text).toMatch(/^\*A \*long\* &lt;title&gt; word .* end\*\n\nHello\.$/)
  })

  test('that shows nothing is a message all the same', () => {
    expect(messagesOf(card({ text: ' ' }))).toHaveLength(1)
    expect(faults(messagesOf(card({ text: '' }))[0] ?? { text: '', blocks: [] })).toEqual([])
  })

  test('of so much as one message holds is one', () => {
    expect(messagesOf(card({ text: 'x'.repeat(11_000) }))).toHaveLength(1)
    expect(messagesOf(card({ text: paragraphs(106) }))).toHaveLength(1)
    expect(messagesOf(card({ text: paragraphs(211) }))).toHaveLength(2)
    expect(messagesOf(card({ text: '&'.repeat(11_000) })).length).toBeGreaterThan(4)
  })

  test('is notified by its beginning', () => {
    const [message] = messagesOf(card({ text: paragraphs(100) }))
    expect(message?.text).toMatch(/^w0 x/)
    expect(message?.text.length).toBeGreaterThan(2000)
  })
})

describe('a report', () => {
  const text = reportMarkdown(reportOf(told(full)), '/mlsd ')

  test('is one message, its headings and tables as Slack draws them', () => {
    const messages = messagesOf(card({ tone: 'report', text, footer: '/mlsd report 1 shows this again' }))
    expect(kinds(messages)).toEqual([['markdown', 'context']])
    expect(shown(messages)).toContain('| Stage | Mark |')
    expect(messages.flatMap(faults)).toEqual([])
  })

  test('in plain markup is one message as well, its tables aligned', () => {
    const messages = messagesOf(card({ tone: 'report', text }), { plain: true })
    expect(messages).toHaveLength(1)
    expect(shown(messages)).toMatch(/```\nStage +Mark/)
    expect(messages.flatMap(faults)).toEqual([])
  })

  test('that is long begins its messages with headings', () => {
    const long = [text, text, text, text].join('\n\n')
    const messages = messagesOf(card({ tone: 'report', text: long }))
    expect(messages.length).toBe(Math.ceil(long.length / 11_000))
    for (const { blocks } of messages) expect(shown(blocks)).toMatch(/^\s*#/)
  })
})

describe('buttons', () => {
  const buttons = [
    { label: 'Next stage', command: 'next' },
    { label: 'Retry', command: 'retry', args: { stage: 'data' } },
    { label: 'End', command: 'end', confirm: 'This ends it.' },
  ]

  test('come back as the commands that they stand for', () => {
    expect(buttonsIn(messagesOf(card({ buttons }))).map(readButton)).toEqual([
      { command: 'next', args: {} },
      { command: 'retry', args: { stage: 'data' } },
      { command: 'end', args: {} },
    ])
  })

  test('that cannot be taken back are asked about', () => {
    const [next, , end] = buttonsIn(messagesOf(card({ buttons })))
    expect(next?.confirm).toBeUndefined()
    expect(end?.confirm).toMatchObject({
      text: { text: 'This ends it.' },
      confirm: { text: 'End' },
      style: 'danger',
    })
  })

  test('of a form open it, beside those of the card', () => {
    const form = { id: 'team' as const, title: 'Team settings', fields: [] }
    const [open, other, ...more] = buttonsIn(
      messagesOf(card({ form, buttons: [{ label: 'Skip', command: 'skip' }] })),
    )
    expect(open && readButton(open)).toEqual({ command: 'settings', args: { scope: 'team' } })
    expect(open).toMatchObject({ text: { text: 'Team settings' }, style: 'primary' })
    expect(other && readButton(other)).toEqual({ command: 'skip', args: {} })
    expect(more).toEqual([])
  })

  test('of a card that has one for its form already are not doubled', () => {
    const form = { id: 'rate' as const, title: 'Rate yourself', fields: [] }
    expect(buttonsIn(messagesOf(card({ form, buttons: [{ label: 'Rate', command: 'rate' }] })))).toHaveLength(
      1,
    )
  })

  test('stand in rows, and one that carries too much is left out', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      label: `B${index}`,
      command: 'report',
      args: { id: `${index}` },
    }))
    const heavy = { label: 'Heavy', command: 'start', args: { scenario: 'x'.repeat(2000) } }
    const drawn = messagesOf(card({ buttons: [...many, heavy] }))
    expect(kinds(drawn)).toEqual([['markdown', 'actions', 'actions']])
    expect(buttonsIn(drawn)).toHaveLength(30)
    expect(new Set(buttonsIn(drawn).map((one) => one.action_id)).size).toBe(30)
  })

  test('of others, or tampered with, are none of ours', () => {
    const good = { type: 'button', action_id: 'button.0', value: '{"command":"next","args":{}}' }
    expect(readButton(good)).toEqual({ command: 'next', args: {} })
    for (const bad of [
      undefined,
      null,
      'button',
      [],
      { ...good, type: 'static_select' },
      { ...good, action_id: 'button.x' },
      { ...good, action_id: ['button.0'] },
      { ...good, value: undefined },
      { ...good, value: 'next' },
      { ...good, value: '[]' },
      { ...good, value: '{"command":"next"}' },
      { ...good, value: '{"command":"next","args":[]}' },
      { ...good, value: '{"command":"next","args":{"a":1}}' },
      { ...good, value: '{"command":"Next!","args":{}}' },
      { ...good, value: '{"command":7,"args":{}}' },
      { ...good, value: `{"command":"next","args":{"a":"${'x'.repeat(2000)}"}}` },
    ]) {
      expect(readButton(bad)).toBeUndefined()
    }
  })
})

describe('what stands under the words', () => {
  test('is the buttons and the small print', () => {
    expect(
      closingOf(card({ footer: 'small', buttons: [{ label: 'Hint', command: 'hint' }] })).map(
        ({ type }) => type,
      ),
    ).toEqual(['actions', 'context'])
    expect(closingOf(card({}))).toEqual([])
  })
})

describe('the Home tab', () => {
  test('of any card is a view that Slack takes', () => {
    fc.assert(
      fc.property(cards, (any) => {
        expect(faultsOf('views.publish', { user_id: 'U1', view: homeOf(any) })).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  test('has title, words, buttons and small print', () => {
    const view = homeOf(
      card({ title: 'Welcome', footer: 'small', buttons: [{ label: 'Start', command: 'start' }] }),
    )
    expect(view.blocks.map(({ type }) => type)).toEqual(['header', 'section', 'actions', 'context'])
  })
})
