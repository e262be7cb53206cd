import { describe, expect, test } from 'vitest'
import { faultsOf } from './limits.ts'

const x = (length: number): string => 'x'.repeat(length)
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))
const plain = (text: string) => ({ type: 'plain_text', text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })

const post = (args: Record<string, unknown>): string[] =>
  faultsOf('chat.postMessage', { channel: 'C1', text: 'hello', ...args })
const blocks = (...all: unknown[]): string[] => post({ blocks: all })
const actions = (...elements: unknown[]): string[] => blocks({ type: 'actions', elements })
const button = (more: Record<string, unknown> = {}) => ({
  type: 'button',
  text: plain('Go'),
  action_id: 'go',
  ...more,
})
const option = (text: string, value = text) => ({ text: plain(text), value })
const choice = (type: string, options: unknown[], more = {}) => ({
  type,
  action_id: 'value',
  options,
  ...more,
})
const input = (element: unknown, more = {}) => ({ type: 'input', label: plain('Level'), element, ...more })
const modal = (more: Record<string, unknown>): string[] =>
  faultsOf('views.open', {
    trigger_id: 't',
    view: {
      type: 'modal',
      title: plain('Start'),
      submit: plain('Go'),
      blocks: [{ type: 'divider' }],
      ...more,
    },
  })
const home = (all: unknown[]): string[] =>
  faultsOf('views.publish', { user_id: 'U1', view: { type: 'home', blocks: all } })

/** What may be so long or so many, by Slack's reference; at the limit it passes, one over it does not. */
const LIMITS: readonly [string, number, (size: number) => string[]][] = [
  ['text of a message', 4000, (size) => post({ text: x(size) })],
  ['blocks of a message', 50, (size) => blocks(...times(size, () => ({ type: 'divider' })))],
  ['header', 150, (size) => blocks({ type: 'header', text: plain(x(size)) })],
  ['markdown', 12_000, (size) => blocks({ type: 'markdown', text: x(size) })],
  [
    'markdown in all',
    12_000,
    (size) => blocks({ type: 'markdown', text: x(6000) }, { type: 'markdown', text: x(size - 6000) }),
  ],
  [
    'text in all',
    12_000,
    (size) =>
      blocks(...times(4, () => ({ type: 'section', text: mrkdwn(x(2900)) })), {
        type: 'section',
        text: mrkdwn(x(size - 11_600)),
      }),
  ],
  ['section', 3000, (size) => blocks({ type: 'section', text: mrkdwn(x(size)) })],
  ['field of a section', 2000, (size) => blocks({ type: 'section', fields: [mrkdwn(x(size))] })],
  ['fields of a section', 10, (size) => blocks({ type: 'section', fields: times(size, () => mrkdwn('x')) })],
  ['context', 10, (size) => blocks({ type: 'context', elements: times(size, () => plain('x')) })],
  ['block_id', 255, (size) => blocks({ type: 'divider', block_id: x(size) })],
  [
    'alt_text',
    2000,
    (size) => blocks({ type: 'image', image_url: 'https://example.org/a.png', alt_text: x(size) }),
  ],
  [
    'image_url',
    3000,
    (size) => blocks({ type: 'image', image_url: `https://${x(size - 8)}`, alt_text: 'x' }),
  ],
  ['actions', 25, (size) => actions(...times(size, (index) => button({ action_id: `b${index}` })))],
  ['label of a button', 75, (size) => actions(button({ text: plain(x(size)) }))],
  ['value of a button', 2000, (size) => actions(button({ value: x(size) }))],
  ['action_id', 255, (size) => actions(button({ action_id: x(size) }))],
  ['url of a button', 3000, (size) => actions(button({ url: `https://${x(size - 8)}` }))],
  [
    'title of a question',
    100,
    (size) => actions(button({ confirm: { title: plain(x(size)), text: plain('x') } })),
  ],
  ['text of a question', 300, (size) => actions(button({ confirm: { text: plain(x(size)) } }))],
  [
    'yes of a question',
    30,
    (size) => actions(button({ confirm: { text: plain('x'), confirm: plain(x(size)) } })),
  ],
  [
    'no of a question',
    30,
    (size) => actions(button({ confirm: { text: plain('x'), deny: plain(x(size)) } })),
  ],
  ['text of an option', 75, (size) => actions(choice('static_select', [option(x(size), 'v')]))],
  ['value of an option', 150, (size) => actions(choice('static_select', [option('x', x(size))]))],
  [
    'options of a menu',
    100,
    (size) =>
      actions(
        choice(
          'static_select',
          times(size, (index) => option(`${index}`)),
        ),
      ),
  ],
  [
    'groups of a menu',
    100,
    (size) =>
      actions({
        type: 'static_select',
        action_id: 'value',
        option_groups: times(size, (index) => ({ label: plain('x'), options: [option(`${index}`)] })),
      }),
  ],
  [
    'radio buttons',
    10,
    (size) =>
      actions(
        choice(
          'radio_buttons',
          times(size, (index) => option(`${index}`)),
        ),
      ),
  ],
  [
    'checkboxes',
    10,
    (size) =>
      actions(
        choice(
          'checkboxes',
          times(size, (index) => option(`${index}`)),
        ),
      ),
  ],
  [
    'placeholder',
    150,
    (size) => actions(choice('static_select', [option('x')], { placeholder: plain(x(size)) })),
  ],
  ['title of a modal', 24, (size) => modal({ title: plain(x(size)) })],
  ['submit', 24, (size) => modal({ submit: plain(x(size)) })],
  ['close', 24, (size) => modal({ close: plain(x(size)) })],
  ['private_metadata', 3000, (size) => modal({ private_metadata: x(size) })],
  ['callback_id', 255, (size) => modal({ callback_id: x(size) })],
  ['blocks of a modal', 100, (size) => modal({ blocks: times(size, () => ({ type: 'divider' })) })],
  ['blocks of a Home tab', 100, (size) => home(times(size, () => ({ type: 'divider' })))],
  [
    'label of an input',
    2000,
    (size) => modal({ blocks: [input(choice('static_select', [option('x')]), { label: plain(x(size)) })] }),
  ],
  [
    'hint of an input',
    2000,
    (size) => modal({ blocks: [input(choice('static_select', [option('x')]), { hint: plain(x(size)) })] }),
  ],
  [
    'length of an input',
    3000,
    (size) => modal({ blocks: [input({ type: 'plain_text_input', action_id: 'v', max_length: size })] }),
  ],
  [
    'initial value',
    50,
    (size) =>
      modal({
        blocks: [input({ type: 'plain_text_input', action_id: 'v', max_length: 50, initial_value: x(size) })],
      }),
  ],
  [
    'streamed text',
    12_000,
    (size) =>
      faultsOf('chat.appendStream', { channel: 'C1', ts: '1700000000.000100', markdown_text: x(size) }),
  ],
  [
    'suggested prompts',
    4,
    (size) =>
      faultsOf('assistant.threads.setSuggestedPrompts', {
        channel_id: 'D1',
        prompts: times(size, () => ({ title: 'x', message: 'x' })),
      }),
  ],
]

describe.each(LIMITS)('%s: %i', (_, most, draw) => {
  test('passes at the limit, and not one over', () => {
    expect(draw(most)).toEqual([])
    expect(draw(most + 1)).not.toEqual([])
  })
})

describe('texts that call somebody', () => {
  test.each([
    '<!channel>',
    '<!here|here>',
    '<@U1>',
    '<#C1>',
    '<!subteam^S1>',
    '<!date^1^{date}|x>',
    '@channel',
    'so @here!',
    '@everyone',
  ])('%s is caught in every markup', (call) => {
    expect(post({ text: call })).not.toEqual([])
    expect(blocks({ type: 'section', text: mrkdwn(`x ${call}`) })).not.toEqual([])
    expect(blocks({ type: 'context', elements: [mrkdwn(call)] })).not.toEqual([])
    expect(blocks({ type: 'markdown', text: `\`${call}\`` })).not.toEqual([])
    expect(
      faultsOf('chat.startStream', { channel: 'D1', thread_ts: '1700000000.000100', markdown_text: call }),
    ).not.toEqual([])
  })

  test.each(['&lt;!channel&gt;', '<\\!channel>', '&#60;&#33;channel>', '&#x40;here', '\\@here'])(
    '%s is caught in Markdown',
    (call) => {
      expect(blocks({ type: 'markdown', text: call })).not.toEqual([])
    },
  )

  test.each(['[x](javascript:alert)', '[x]( <data:text/html,x>)'])('%s is caught as a link', (link) => {
    expect(blocks({ type: 'markdown', text: link })).not.toEqual([])
  })

  test('links, addresses and escaped signs pass', () => {
    expect(post({ text: 'a &lt;b&gt; &amp; <https://example.org/@here|c> <mailto:a@here.org>' })).toEqual([])
    expect(blocks({ type: 'markdown', text: '[x](https://example.org) if (a <b) me@here.org' })).toEqual([])
    expect(blocks({ type: 'header', text: plain('a <!channel> & b') })).toEqual([])
  })
})

describe('the shape of a call', () => {
  test.each<[string, string, Record<string, unknown>]>([
    ['no channel', 'chat.postMessage', { text: 'x' }],
    ['no text for blocks', 'chat.postMessage', { channel: 'C1', blocks: [{ type: 'divider' }] }],
    ['no blocks', 'chat.postMessage', { channel: 'C1', text: 'x', blocks: [] }],
    ['a field that is not known', 'chat.postMessage', { channel: 'C1', text: 'x', thread: '1' }],
    ['names linked', 'chat.postMessage', { channel: 'C1', text: 'x', link_names: true }],
    ['a name in place of a channel', 'chat.postMessage', { channel: 'slack:T1/C1', text: 'x' }],
    ['a time in place of a ts', 'chat.postMessage', { channel: 'C1', text: 'x', thread_ts: '1700000000' }],
    ['markdown_text beside text', 'chat.postMessage', { channel: 'C1', text: 'x', markdown_text: 'x' }],
    [
      'metadata on what only one sees',
      'chat.postEphemeral',
      { channel: 'C1', user: 'U1', text: 'x', metadata: {} },
    ],
    ['nobody to see it', 'chat.postEphemeral', { channel: 'C1', text: 'x' }],
    ['an update without ts', 'chat.update', { channel: 'C1', text: 'x' }],
    [
      'a stream in a channel for nobody',
      'chat.startStream',
      { channel: 'C1', thread_ts: '1700000000.000100' },
    ],
    ['nothing appended', 'chat.appendStream', { channel: 'C1', ts: '1700000000.000100' }],
    [
      'a view without a trigger',
      'views.open',
      { view: { type: 'modal', title: plain('x'), blocks: [{ type: 'divider' }] } },
    ],
    [
      'a modal on the Home tab',
      'views.publish',
      { user_id: 'U1', view: { type: 'modal', title: plain('x'), blocks: [{ type: 'divider' }] } },
    ],
    [
      'colons about a reaction',
      'reactions.add',
      { channel: 'C1', timestamp: '1700000000.000100', name: ':eyes:' },
    ],
    ['a file of no bytes', 'files.getUploadURLExternal', { filename: 'a.md', length: 0 }],
    ['blocks that are no JSON', 'chat.postMessage', { channel: 'C1', text: 'x', blocks: '[{' }],
  ])('%s is caught', (_, method, args) => {
    expect(faultsOf(method, args)).not.toEqual([])
  })

  test.each<[string, unknown]>([
    ['a type that is not known', { type: 'marquee', text: plain('x') }],
    ['an input among a message', input(choice('static_select', [option('x')]))],
    ['a header in markup', { type: 'header', text: mrkdwn('x') }],
    ['an empty text', { type: 'section', text: mrkdwn('') }],
    ['an empty section', { type: 'section' }],
    ['half a pair', { type: 'section', text: mrkdwn('x\ud83d') }],
    ['no actions', { type: 'actions', elements: [] }],
    ['two buttons of one name', { type: 'actions', elements: [button(), button()] }],
    ['a button without a name', { type: 'actions', elements: [button({ action_id: undefined })] }],
    [
      'two options of one value',
      { type: 'actions', elements: [choice('static_select', [option('a'), option('a')])] },
    ],
    [
      'a preset that is no option',
      {
        type: 'actions',
        elements: [choice('static_select', [option('a')], { initial_option: option('b') })],
      },
    ],
    ['an address of another kind', { type: 'actions', elements: [button({ url: 'javascript:x' })] }],
  ])('%s is caught among blocks', (_, block) => {
    expect(blocks(block)).not.toEqual([])
  })

  test('two blocks of one name are caught', () => {
    expect(blocks({ type: 'divider', block_id: 'a' }, { type: 'divider', block_id: 'a' })).not.toEqual([])
  })

  test('a modal with inputs needs a button to send it, and bounds that are in order', () => {
    const number = {
      type: 'number_input',
      action_id: 'v',
      is_decimal_allowed: false,
      min_value: '5',
      max_value: '9',
    }
    expect(modal({ blocks: [input(number)] })).toEqual([])
    expect(modal({ blocks: [input(number)], submit: undefined })).not.toEqual([])
    expect(modal({ blocks: [input({ ...number, initial_value: '10' })] })).not.toEqual([])
    expect(modal({ blocks: [{ type: 'markdown', text: 'x' }] })).not.toEqual([])
  })

  test('a call passes as an object and as it travels in a form', () => {
    const card = [
      { type: 'markdown', text: '# Hello' },
      { type: 'actions', elements: [button({ value: '{}' })] },
    ]
    const metadata = { event_type: 'mlsd_card', event_payload: { id: 'a', part: 0 } }
    expect(post({ blocks: card, metadata, thread_ts: '1700000000.000100', unfurl_links: false })).toEqual([])
    expect(
      post({ blocks: JSON.stringify(card), metadata: JSON.stringify(metadata), unfurl_links: 'false' }),
    ).toEqual([])
  })

  test('what shows nothing is not looked at', () => {
    expect(faultsOf('auth.test', { anything: '<!channel>' })).toEqual([])
  })
})
