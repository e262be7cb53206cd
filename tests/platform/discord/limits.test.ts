import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultsOf, mannersOf } from './limits.ts'

type Json = Record<string, unknown>

const POST = 'POST /channels/:id/messages'
const PATCH = 'PATCH /channels/:id/messages/:id'
const ANSWER = 'POST /interactions/:id/:token/callback'
const PUT = 'PUT /applications/:id/commands'
const V2 = 1 << 15

const long = (length: number) => 'x'.repeat(length)
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

const button = (more: Json = {}): Json => ({ type: 2, style: 1, label: 'Go', custom_id: 'go', ...more })
const option = (index: number, more: Json = {}): Json => ({ label: `o${index}`, value: `v${index}`, ...more })
const menu = (more: Json = {}): Json => ({ type: 3, custom_id: 'menu', options: [option(0)], ...more })
const row = (...components: Json[]): Json => ({ type: 1, components })
const text = (content = 'words'): Json => ({ type: 10, content })
const v2 = (...components: Json[]): Json => ({ flags: V2, components })
const container = (...components: Json[]): Json => v2({ type: 17, components })
const embeds = (...list: Json[]): Json => ({ embeds: list })
const label = (component: Json, more: Json = {}): Json => ({ type: 18, label: 'Why', component, ...more })
const input = (more: Json = {}): Json => ({ type: 4, custom_id: 'why', style: 1, ...more })
const form = (components: Json[], more: Json = {}): Json => ({
  type: 9,
  data: { custom_id: 'form', title: 'Form', components, ...more },
})
const command = (more: Json = {}): Json[] => [{ name: 'mlsd', description: 'Practise', ...more }]
const value = (more: Json = {}): Json => ({ type: 3, name: 'level', description: 'x', ...more })

describe('what Discord takes', () => {
  test.each<[string, string, unknown, { key: string; name: string }[]?]>([
    ['2,000 characters', POST, { content: long(2000) }],
    ['4,000 characters in displays', POST, container(text(long(2000)), text(long(2000)))],
    ['40 components', POST, container(...many(39, () => text()))],
    [
      '5 rows of 5 buttons',
      POST,
      {
        content: 'x',
        components: many(5, (r) => row(...many(5, (b) => button({ custom_id: `${r}-${b}` })))),
      },
    ],
    ['25 options', POST, v2(row(menu({ options: many(25, (index) => option(index)), max_values: 25 })))],
    ['a link', POST, v2(row({ type: 2, style: 5, label: 'Open', url: 'https://example.com' }))],
    ['a section', POST, v2({ type: 9, components: [text()], accessory: button() })],
    [
      'a gallery and a file',
      POST,
      v2(
        { type: 12, items: [{ media: { url: 'attachment://a.png' }, description: 'a' }] },
        { type: 13, file: { url: 'attachment://b.md' } },
      ),
      [
        { key: '0', name: 'a.png' },
        { key: '1', name: 'b.md' },
      ],
    ],
    ['an embed', POST, embeds({ title: long(256), description: long(4096), footer: { text: 'x' } })],
    ['a change of components without the flag', PATCH, { components: [{ type: 17, components: [text()] }] }],
    ['words as first answer', ANSWER, { type: 4, data: { content: 'x', flags: 64 } }],
    ['words later', ANSWER, { type: 5, data: { flags: 64 } }],
    [
      '25 choices',
      ANSWER,
      { type: 8, data: { choices: many(25, (index) => ({ name: `n${index}`, value: 'v' })) } },
    ],
    [
      'a form',
      ANSWER,
      form([
        text(),
        label(input()),
        label(menu({ custom_id: 'm', required: false })),
        row(input({ custom_id: 'old', label: 'Old' })),
      ]),
    ],
    ['radio buttons', ANSWER, form([label({ type: 21, custom_id: 'r', options: [option(0), option(1)] })])],
    [
      '25 subcommands',
      PUT,
      command({
        options: many(25, (index) => ({ type: 1, name: `s${index}`, description: 'x', options: [value()] })),
      }),
    ],
    [
      'translations',
      PUT,
      command({
        description_localizations: { de: 'Üben', 'pt-BR': 'Praticar', ja: '練習', 'zh-CN': '练习' },
      }),
    ],
    [
      'a command on messages',
      PUT,
      [{ name: 'Grade this answer', type: 3, name_localizations: { de: 'Antwort bewerten' } }],
    ],
    ['a thread', 'POST /channels/:id/messages/:id/threads', { name: long(100), auto_archive_duration: 1440 }],
  ])('%s', (_, route, body, files = []) => {
    expect(faultsOf(route, body, files)).toEqual([])
  })
})

describe('one over', () => {
  test.each<[string, string, unknown, string]>([
    ['content', POST, { content: long(2001) }, '2001 characters, at most 2000'],
    ['displays', POST, container(text(long(2000)), text(long(2001))), '4001 characters in all'],
    ['one display', POST, v2(text('')), 'at least 1'],
    ['components', POST, container(...many(40, () => text())), '41 components in all'],
    ['rows', POST, { components: many(6, (index) => row(button({ custom_id: `${index}` }))) }, '6 entries'],
    ['buttons', POST, v2(row(...many(6, (index) => button({ custom_id: `${index}` })))), '6 entries'],
    ['button label', POST, v2(row(button({ label: long(81) }))), '81 characters'],
    ['custom id', POST, v2(row(button({ custom_id: long(101) }))), '101 characters'],
    ['custom ids', POST, v2(row(button(), button())), 'custom_id go stands twice'],
    ['link', POST, v2(row({ type: 2, style: 5, label: 'x', url: `https://${long(505)}` })), '513 characters'],
    [
      'link with an id',
      POST,
      v2(row({ type: 2, style: 5, label: 'x', url: 'https://x', custom_id: 'x' })),
      'no custom_id',
    ],
    ['button without id', POST, v2(row({ type: 2, style: 1, label: 'x' })), 'has a custom_id'],
    ['nameless button', POST, v2(row({ type: 2, style: 1, custom_id: 'x' })), 'neither label nor emoji'],
    ['options', POST, v2(row(menu({ options: many(26, (index) => option(index)) }))), '26 entries'],
    ['option label', POST, v2(row(menu({ options: [option(0, { label: long(101) })] }))), '101 characters'],
    ['option value', POST, v2(row(menu({ options: [option(0, { value: long(101) })] }))), '101 characters'],
    ['option values', POST, v2(row(menu({ options: [option(0), option(0)] }))), 'value v0 stands twice'],
    [
      'presets',
      POST,
      v2(row(menu({ options: [option(0, { default: true }), option(1, { default: true })] }))),
      '2 options are preset',
    ],
    [
      'least over most',
      POST,
      v2(row({ type: 5, custom_id: 'u', min_values: 3, max_values: 2 })),
      'min_values is over',
    ],
    ['placeholder', POST, v2(row(menu({ placeholder: long(151) }))), '151 characters'],
    ['menu beside a button', POST, v2(row(menu(), button())), 'stands alone'],
    [
      'section texts',
      POST,
      v2({ type: 9, components: many(4, () => text()), accessory: button() }),
      '4 entries',
    ],
    ['section without accessory', POST, v2({ type: 9, components: [text()] }), 'accessory: missing'],
    [
      'pictures',
      POST,
      v2({ type: 12, items: many(11, () => ({ media: { url: 'https://x.y' } })) }),
      '11 entries',
    ],
    [
      'picture description',
      POST,
      v2({ type: 12, items: [{ media: { url: 'https://x.y' }, description: long(1025) }] }),
      '1025 characters',
    ],
    ['a file from elsewhere', POST, v2({ type: 13, file: { url: 'https://x.y' } }), 'does not begin with'],
    ['a container in a container', POST, container({ type: 17, components: [text()] }), 'may not stand here'],
    ['colour', POST, v2({ type: 17, components: [text()], accent_color: 0x1000000 }), 'no whole number'],
    ['content beside components', POST, { ...v2(text()), content: 'x' }, 'cannot stand beside'],
    ['components without the flag', POST, { components: [text()] }, 'may not stand here'],
    ['embeds', POST, embeds(...many(11, () => ({ title: 'x' }))), '11 entries'],
    ['embed title', POST, embeds({ title: long(257) }), '257 characters'],
    ['embed text', POST, embeds({ description: long(4097) }), '4097 characters'],
    ['embed fields', POST, embeds({ fields: many(26, () => ({ name: 'x', value: 'y' })) }), '26 entries'],
    ['field name', POST, embeds({ fields: [{ name: long(257), value: 'y' }] }), '257 characters'],
    ['field value', POST, embeds({ fields: [{ name: 'x', value: long(1025) }] }), '1025 characters'],
    ['embed footer', POST, embeds({ footer: { text: long(2049) } }), '2049 characters'],
    [
      'embeds in all',
      POST,
      embeds({ description: long(3000) }, { description: long(3001) }),
      '6001 characters in all',
    ],
    ['nonce', POST, { content: 'x', nonce: long(26) }, '26 characters'],
    ['what is not known', POST, { content: 'x', colour: 'red' }, 'not known here'],
    [
      'mentions',
      POST,
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
      'exclude each other',
    ],
    ['attachments', POST, { content: 'x', attachments: [{ id: 0 }] }, 'attachment 0 was not uploaded'],
    ['form title', ANSWER, form([label(input())], { title: long(46) }), '46 characters'],
    ['form fields', ANSWER, form(many(6, (index) => label(input({ custom_id: `${index}` })))), '6 entries'],
    ['form label', ANSWER, form([label(input(), { label: long(46) })]), '46 characters'],
    ['form description', ANSWER, form([label(input(), { description: long(101) })]), '101 characters'],
    ['form without fields', ANSWER, form([text()]), 'asks for something'],
    ['buttons in a form', ANSWER, form([row(button())]), 'may not stand here'],
    ['text length', ANSWER, form([label(input({ max_length: 4001 }))]), 'no whole number'],
    ['text lengths', ANSWER, form([label(input({ min_length: 3, max_length: 2 }))]), 'min_length is over'],
    ['text preset', ANSWER, form([label(input({ value: 'xxx', max_length: 2 }))]), 'longer than max_length'],
    ['text placeholder', ANSWER, form([label(input({ placeholder: long(101) }))]), '101 characters'],
    ['disabled menu in a form', ANSWER, form([label(menu({ disabled: true }))]), 'not known here'],
    [
      'choices',
      ANSWER,
      { type: 8, data: { choices: many(26, () => ({ name: 'n', value: 'v' })) } },
      '26 entries',
    ],
    [
      'choice name',
      ANSWER,
      { type: 8, data: { choices: [{ name: long(101), value: 'v' }] } },
      '101 characters',
    ],
    ['callback', ANSWER, { type: 3 }, 'there is no callback 3'],
    ['thread name', 'POST /channels/:id/threads', { name: long(101), type: 12 }, '101 characters'],
    ['archiving', 'PATCH /channels/:id', { auto_archive_duration: 61 }, 'none of 60'],
    ['command name', PUT, command({ name: 'MLSD' }), 'small letters'],
    ['command name with a space', PUT, command({ name: 'ml sd' }), 'does not look like'],
    ['long command name', PUT, command({ name: long(33) }), '33 characters'],
    ['command description', PUT, command({ description: long(101) }), '101 characters'],
    ['no description', PUT, command({ description: '' }), 'at least 1'],
    [
      'options of a command',
      PUT,
      command({ options: many(26, (index) => value({ name: `n${index}` })) }),
      '26 entries',
    ],
    [
      'choices of an option',
      PUT,
      command({
        options: [value({ choices: many(26, (index) => ({ name: `n${index}`, value: `${index}` })) })],
      }),
      '26 entries',
    ],
    [
      'value of a choice',
      PUT,
      command({ options: [value({ choices: [{ name: 'n', value: long(101) }] })] }),
      '101 characters',
    ],
    [
      'choices and autocomplete',
      PUT,
      command({ options: [value({ autocomplete: true, choices: [{ name: 'n', value: 'v' }] })] }),
      'exclude each other',
    ],
    [
      'required after optional',
      PUT,
      command({ options: [value(), value({ name: 'b', required: true })] }),
      'stands first',
    ],
    ['an option twice', PUT, command({ options: [value(), value()] }), 'name level stands twice'],
    [
      'values beside subcommands',
      PUT,
      command({ options: [value(), { type: 1, name: 's', description: 'x' }] }),
      'side by side',
    ],
    [
      'a subcommand in a subcommand',
      PUT,
      command({
        options: [
          { type: 1, name: 's', description: 'x', options: [{ type: 1, name: 't', description: 'x' }] },
        ],
      }),
      'none of',
    ],
    ['a language', PUT, command({ description_localizations: { pt: 'x' } }), 'no such language'],
    ['a translation', PUT, command({ description_localizations: { de: long(101) } }), '101 characters'],
    ['a description on messages', PUT, [{ name: 'Grade', type: 3, description: 'x' }], 'is none of'],
    ['a command twice', PUT, [...command(), ...command()], 'stands twice'],
    [
      'all of a command',
      PUT,
      command({
        options: many(25, (index) => ({
          type: 1,
          name: `s${index}`,
          description: long(100),
          options: many(3, (o) => value({ name: `v${o}`, description: long(90) })),
        })),
      }),
      'at most 8000',
    ],
  ])('%s', (_, route, body, fault) => {
    expect(faultsOf(route, body).join('\n')).toContain(fault)
  })

  test('files', () => {
    const files = many(11, (index) => ({ key: `${index}`, name: `${index}.md` }))
    expect(faultsOf(POST, {}, files)).toEqual(['11 files, at most 10 are allowed'])
    expect(faultsOf(POST, v2(text()), files.slice(0, 1))).toEqual(['0.md is shown by no component'])
  })
})

test('a route that nobody wrote down is a fault, reading one is not', () => {
  expect(faultsOf('POST /channels/:id/invites', {})).toHaveLength(1)
  expect(faultsOf('GET /channels/:id/invites', {})).toEqual([])
  expect(faultsOf('POST /channels/:id/typing', {})).toEqual([])
})

test('every length up to the limit passes, none beyond it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6000 }), (length) => {
      expect(faultsOf(POST, { content: long(length) }).length === 0).toBe(length <= 2000)
      expect(faultsOf(POST, v2(text(long(length)))).length === 0).toBe(length <= 4000)
    }),
  )
})

describe('manners of the house', () => {
  const good = { content: 'x', allowed_mentions: { parse: [] }, nonce: '1', enforce_nonce: true }
  test.each<[string, string, unknown, number]>([
    ['nobody is called and a nonce is enforced', POST, good, 0],
    ['mentions are left to chance', POST, { ...good, allowed_mentions: undefined }, 1],
    ['mentions are read', POST, { ...good, allowed_mentions: { parse: ['users'] } }, 1],
    ['somebody is called', POST, { ...good, allowed_mentions: { parse: [], users: ['1'] } }, 1],
    [
      'somebody is called by a reply',
      POST,
      { ...good, allowed_mentions: { parse: [], replied_user: true } },
      1,
    ],
    ['no nonce', POST, { ...good, nonce: undefined }, 1],
    ['a nonce that is not enforced', POST, { ...good, enforce_nonce: false }, 1],
    ['ephemeral without an interaction', POST, { ...good, flags: 64 }, 1],
    ['a change', PATCH, { content: 'x' }, 1],
    ['a change of nothing that is read', PATCH, { attachments: [] }, 0],
    ['an answer', ANSWER, { type: 4, data: { content: 'x' } }, 1],
    ['what follows', 'POST /webhooks/:id/:token', { content: 'x' }, 1],
    ['a deferral', ANSWER, { type: 5 }, 0],
  ])('%s', (_, route, body, count) => {
    expect(mannersOf(route, body)).toHaveLength(count)
  })
})
