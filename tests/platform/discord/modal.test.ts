import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Form } from '../../../src/platform/card.ts'
import { answersIn } from '../../../src/platform/discord/drawing/answers.ts'
import { filledIn, modalOf, readModal } from '../../../src/platform/discord/drawing/modal.ts'
import { forms } from '../slack/cards.ts'
import { faultsOf } from './limits.ts'

const ROUTE = 'POST /interactions/:id/:token/callback'
const GUILD = 'discord:11'

const START: Form = {
  id: 'start',
  title: 'Start an interview',
  fields: [
    {
      name: 'problem',
      label: 'Problem',
      choices: [
        { value: 'ad-clicks', label: 'Ad clicks' },
        { value: 'own', label: 'My own' },
      ],
      preset: 'ad-clicks',
    },
    { name: 'scenario', label: 'Your scenario', when: { field: 'problem', is: 'own' }, long: true },
    { name: 'level', label: 'Level', choices: [{ value: 'mid', label: 'mid' }] },
    { name: 'minutes', label: 'Minutes', number: { least: 15, most: 90 }, preset: '45' },
    { name: 'mode', label: 'Mode', choices: [{ value: 'coach', label: 'coach' }] },
    { name: 'where', label: 'Where', choices: [{ value: 'here', label: 'here' }] },
  ],
}

type Input = {
  custom_id: string
  type: number
  value?: string
  options?: { value: string; default?: true }[]
}
const inputs = (form: Form, answers?: Record<string, string>): Input[] =>
  (modalOf(form, answers)?.components ?? []).flatMap((label) =>
    'component' in label ? [label.component] : [],
  )
const names = (form: Form, answers?: Record<string, string>) =>
  inputs(form, answers).map(({ custom_id: id }) => id)

const ANSWERED = { problem: 'own', level: 'mid', minutes: '45', mode: 'coach', where: 'here' }

describe('any form', () => {
  test('is modals that Discord takes, which ask for every field once', () => {
    fc.assert(
      fc.property(forms, (form) => {
        const answers: Record<string, string> = {}
        for (let asked = 0; asked <= form.fields.length; asked++) {
          const modal = modalOf(form, answers, 'memo')
          if (!modal) break
          expect(faultsOf(ROUTE, { type: 9, data: JSON.parse(JSON.stringify(modal)) })).toEqual([])
          expect(readModal(modal.custom_id)).toEqual({ form: form.id, memo: 'memo' })
          for (const name of names(form, answers)) {
            expect(answers).not.toHaveProperty(name)
            answers[name] = ''
          }
        }
        expect(modalOf(form, answers)).toBeUndefined()
        for (const { name, when } of form.fields) if (!when) expect(answers).toHaveProperty(name)
      }),
      { numRuns: 150 },
    )
  })
})

describe('a form', () => {
  test('asks first what is always asked, then what an answer calls for', () => {
    expect(names(START)).toEqual(['problem', 'level', 'minutes', 'mode', 'where'])
    expect(names(START, ANSWERED)).toEqual(['scenario'])
    expect(modalOf(START, { ...ANSWERED, problem: 'ad-clicks' })).toBeUndefined()
    expect(modalOf(START, { ...ANSWERED, scenario: 'x' })).toBeUndefined()
  })

  test('shows what is taken when nothing is said', () => {
    const [problem, , minutes] = inputs(START)
    expect(problem?.options?.filter((option) => option.default).map(({ value }) => value)).toEqual([
      'ad-clicks',
    ])
    expect(minutes?.value).toBe('45')
  })

  test('with more choices than a menu holds takes words, and says which', () => {
    const choices = Array.from({ length: 26 }, (_, at) => ({ value: `c${at}`, label: `Choice ${at}` }))
    const modal = modalOf({ id: 'start', title: 'x', fields: [{ name: 'one', label: 'One', choices }] })
    expect(modal?.components[0]).toMatchObject({
      component: { type: 4 },
      description: expect.stringContaining('c0'),
    })
  })
})

describe('what a modal sends back', () => {
  const label = (component: object) => ({ type: 18, component })

  test('is read field by field', () => {
    const sent = [
      label({ type: 3, custom_id: 'level', values: ['mid', 'senior'] }),
      label({ type: 4, custom_id: 'minutes', value: ' 45 ' }),
      label({ type: 8, custom_id: 'channels', values: ['22', '33'] }),
      label({ type: 3, custom_id: 'flows', values: [] }),
    ]
    expect(answersIn(sent, GUILD)).toEqual({
      level: 'mid,senior',
      minutes: '45',
      channels: 'discord:11/22,discord:11/33',
      flows: '',
    })
  })

  test.each([undefined, 'x', [7], [{}], [{ component: { custom_id: 3 } }]])('%j is nothing', (sent) => {
    expect(answersIn(sent, GUILD)).toEqual({})
    expect(readModal(sent)).toBeUndefined()
  })

  test('leaves out what was left empty, but for several', () => {
    const form: Form = { ...START, fields: [...START.fields, { name: 'flows', label: 'x', many: true }] }
    expect(filledIn(form, { ...ANSWERED, scenario: '', flows: '' })).toEqual({ ...ANSWERED, flows: '' })
  })
})
