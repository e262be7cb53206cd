import type { types } from '@slack/bolt'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Field, Form } from '../../../src/platform/card.ts'
import { fieldsOf, readMetadata } from '../../../src/platform/slack/drawing/values.ts'
import { FORM, modalOf } from '../../../src/platform/slack/drawing/view.ts'
import { forms } from './cards.ts'
import { faultsOf } from './limits.ts'

const place = 'slack:T1/C1/1700000000.000100'

const form = (fields: readonly Field[], more: Partial<Form> = {}): Form => ({
  id: 'start',
  title: 'Start',
  fields,
  ...more,
})

const modal = (fields: readonly Field[], values?: Record<string, string>): types.ModalView =>
  modalOf(form(fields), { metadata: { place }, ...(values && { values }) })

const inputsOf = (view: types.ModalView): types.InputBlock[] =>
  view.blocks.filter((block): block is types.InputBlock => block.type === 'input')

const faults = (view: types.ModalView): string[] => faultsOf('views.open', { trigger_id: 't', view })

const element = (field: Omit<Field, 'name' | 'label'>): unknown =>
  inputsOf(modal([{ name: 'f', label: 'F', ...field }]))[0]?.element

const choices = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ value: `v${index}`, label: `Label ${index}` }))

/** What Slack sends back of a view that nobody touched. */
const untouched = (view: types.ModalView): unknown => ({
  private_metadata: view.private_metadata,
  state: {
    values: Object.fromEntries(
      inputsOf(view).map(({ block_id: name = '', element: { type, ...element } }) => {
        const has = element as Record<string, unknown>
        const state = {
          type,
          selected_option: has.initial_option ?? null,
          selected_options: has.initial_options ?? [],
          selected_conversations: has.initial_conversations ?? [],
          value: has.initial_value ?? null,
        }
        return [name, { value: state }]
      }),
    ),
  },
})

describe('any form', () => {
  test('is a modal that Slack takes, and nobody is called', () => {
    fc.assert(
      fc.property(forms, fc.dictionary(fc.constantFrom('f0', 'f1', 'f2'), fc.string()), (any, values) => {
        expect(faults(modalOf(any, { metadata: { place }, values }))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('comes back with what it was filled in with', () => {
    fc.assert(
      fc.property(forms, (any) => {
        const view = modalOf(any, { metadata: { place } })
        const fields = fieldsOf(untouched(view))
        const again = modalOf(any, { metadata: { place }, values: fields })
        expect(again).toEqual(view)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a form', () => {
  test('says what it is called, where it was opened and how it is sent', () => {
    const view = modalOf(
      form([{ name: 'a', label: 'A' }], {
        title: 'A title of more than twenty-four signs',
        text: '**Read** this.',
      }),
      {
        metadata: { place },
      },
    )
    expect(view).toMatchObject({
      type: 'modal',
      callback_id: FORM,
      title: { text: 'A title of more than tw…' },
      submit: { text: 'Start' },
      close: { text: 'Cancel' },
    })
    expect(view.blocks[0]).toMatchObject({ type: 'section', text: { text: '*Read* this.' } })
    expect(readMetadata(view.private_metadata)).toEqual({ form: 'start', place })
  })

  test('without fields can only be closed', () => {
    expect(modal([]).submit).toBeUndefined()
    expect(modal([]).close?.text).toBe('Close')
    expect(faults(modal([]))).toEqual([])
  })

  test('asks for each field by its name', () => {
    const [input] = inputsOf(modal([{ name: 'minutes', label: 'Minutes', optional: true }]))
    expect(input).toMatchObject({ block_id: 'minutes', label: { text: 'Minutes' }, optional: true })
    expect(inputsOf(modal([{ name: 'minutes', label: 'Minutes' }]))[0]).toMatchObject({ optional: false })
  })
})

describe('a field', () => {
  test('of words is a line, or has room for more', () => {
    expect(element({ preset: 'a' })).toMatchObject({ type: 'plain_text_input', initial_value: 'a' })
    expect(element({})).not.toHaveProperty('multiline')
    expect(element({ long: true })).toMatchObject({ type: 'plain_text_input', multiline: true })
  })

  test('of a number has its bounds, and a preset only within them', () => {
    const number = { least: 15, most: 90 }
    expect(element({ number, preset: '45' })).toMatchObject({
      type: 'number_input',
      min_value: '15',
      max_value: '90',
      initial_value: '45',
    })
    for (const preset of ['9', '1000', 'many', '45.5', ''])
      expect(element({ number, preset })).not.toHaveProperty('initial_value')
  })

  test('with choices of which Slack can carry none asks for words', () => {
    const none = [{ value: '', label: 'none' }]
    expect(element({ choices: none })).toMatchObject({ type: 'plain_text_input' })
    expect(element({ choices: none, many: true })).toMatchObject({ type: 'plain_text_input' })
  })

  test('with a few choices shows them all, with more unfolds, with very many in groups', () => {
    expect(element({ choices: choices(3), preset: 'v1' })).toMatchObject({
      type: 'radio_buttons',
      initial_option: { value: 'v1' },
    })
    expect(element({ choices: choices(3), optional: true })).toMatchObject({ type: 'static_select' })
    expect(element({ choices: choices(4), preset: 'v9' })).not.toHaveProperty('initial_option')
    expect(element({ choices: choices(100) })).toMatchObject({
      type: 'static_select',
      options: { length: 100 },
    })
    expect(element({ choices: choices(101), preset: 'v100' })).toMatchObject({
      type: 'static_select',
      option_groups: [{ label: { text: 'Label 0 – Label 99' } }, { options: [{ value: 'v100' }] }],
      initial_option: { value: 'v100' },
    })
  })

  test('of which several may be chosen has those of its preset', () => {
    expect(element({ choices: choices(5), many: true, preset: 'v1,v3' })).toMatchObject({
      type: 'checkboxes',
      initial_options: [{ value: 'v1' }, { value: 'v3' }],
    })
    expect(element({ choices: choices(11), many: true, preset: '' })).toMatchObject({
      type: 'multi_static_select',
    })
  })

  test('of places lists channels, which it calls by their ids', () => {
    expect(element({ places: true, preset: 'slack:T1/C1,slack:T1/C2,slack:T1/U1' })).toMatchObject({
      type: 'multi_conversations_select',
      initial_conversations: ['C1', 'C2'],
      filter: { include: ['public', 'private'], exclude_bot_users: true },
    })
  })

  test('asked only when another has a value stands there only then, and that one tells of its changes', () => {
    const fields: Field[] = [
      {
        name: 'problem',
        label: 'Problem',
        choices: [
          { value: 'ads', label: 'Ads' },
          { value: 'own', label: 'My own' },
        ],
        preset: 'ads',
      },
      { name: 'scenario', label: 'Scenario', long: true, when: { field: 'problem', is: 'own' } },
      { name: 'source', label: 'Source', when: { field: 'scenario', is: 'x' } },
    ]
    const names = (values?: Record<string, string>) =>
      inputsOf(modal(fields, values)).map(({ block_id }) => block_id)
    expect(names()).toEqual(['problem'])
    expect(names({ problem: 'own' })).toEqual(['problem', 'scenario'])
    expect(names({ problem: 'own', scenario: 'x' })).toEqual(['problem', 'scenario', 'source'])
    expect(names({ problem: 'ads', scenario: 'x' })).toEqual(['problem'])
    expect(inputsOf(modal(fields, { problem: 'own' })).map(({ dispatch_action }) => dispatch_action)).toEqual(
      [true, true],
    )
    expect(inputsOf(modal(fields, { problem: 'own' }))[0]?.element).toMatchObject({
      initial_option: { value: 'own' },
    })
  })
})

describe('what comes back', () => {
  const back = (
    values: Record<string, unknown>,
    metadata: unknown = JSON.stringify({ form: 'team', place }),
  ) => fieldsOf({ private_metadata: metadata, state: { values } })

  test('is one word for each field, and none for one left empty', () => {
    expect(
      back({
        level: { value: { type: 'static_select', selected_option: { value: 'mid' } } },
        mode: { value: { type: 'radio_buttons', selected_option: null } },
        minutes: { value: { type: 'number_input', value: '45' } },
        scenario: { value: { type: 'plain_text_input', value: 'Rank <b>\nphotos' } },
        nothing: { value: { type: 'plain_text_input', value: null } },
        levels: { value: { type: 'checkboxes', selected_options: [{ value: 'mid' }, { value: 'senior' }] } },
      }),
    ).toEqual({ level: 'mid', minutes: '45', scenario: 'Rank <b>\nphotos', levels: 'mid,senior' })
  })

  test('has an empty list where nothing of several is chosen', () => {
    expect(
      back({
        levels: { value: { type: 'multi_static_select', selected_options: [] } },
        channels: { value: { type: 'multi_conversations_select', selected_conversations: [] } },
      }),
    ).toEqual({ levels: '', channels: '' })
  })

  test('calls places by their whole names', () => {
    const channels = { value: { type: 'multi_conversations_select', selected_conversations: ['C1', 'G2'] } }
    expect(back({ channels })).toEqual({ channels: 'slack:T1/C1,slack:T1/G2' })
  })

  test('is nothing where it is no view', () => {
    for (const view of [
      undefined,
      null,
      'view',
      [],
      {},
      { state: null },
      { state: { values: 'x' } },
      { state: { values: { a: 7, b: {}, c: { value: 'x' } } } },
    ]) {
      expect(fieldsOf(view)).toEqual({})
    }
  })
})

describe('the metadata of a modal', () => {
  test('is read where it is ours', () => {
    expect(readMetadata(JSON.stringify({ form: 'rate', place: 'slack:E1.T1/D1' }))).toEqual({
      form: 'rate',
      place: 'slack:E1.T1/D1',
    })
  })

  test.each([
    undefined,
    7,
    '',
    '[]',
    '{"form":"rate"}',
    '{"form":"other","place":"slack:T1/C1"}',
    '{"form":"rate","place":"terminal"}',
    '{"form":"rate","place":"slack:T1"}',
    '{"form":"rate","place":"slack:T1/C1/x/y"}',
    '{"form":"rate","place":["slack:T1/C1"]}',
    `{"form":"rate","place":"slack:T1/C1","more":"${'x'.repeat(3000)}"}`,
  ])('%j is not', (json) => {
    expect(readMetadata(json)).toBeUndefined()
  })
})
