/** The form by which an interview is begun, on the bank as it is and with a private one beside it. */
import { describe, expect, test } from 'vitest'
import { NO_CHANNEL_RULES } from '../../src/host/channel.ts'
import type { Bank } from '../../src/host/library.ts'
import { besides, type PrivateBank } from '../../src/host/private-bank.ts'
import { startForm } from '../../src/host/start-form.ts'
import { type Asking, NO_RULES } from '../../src/host/team.ts'
import { wishOf } from '../../src/host/wish.ts'
import type { Form } from '../../src/platform/card.ts'
import { modalOf as discordModal } from '../../src/platform/discord/drawing/modal.ts'
import { modalOf as slackModal } from '../../src/platform/slack/drawing/view.ts'
import { wordsIn } from '../../src/words/words.ts'
import { bank } from '../bench/bank.ts'
import { faultsOf as discordFaults } from '../platform/discord/limits.ts'
import { faultsOf as slackFaults } from '../platform/slack/limits.ts'

const HOUSE = bank()
const [FIRST] = [...HOUSE.problems.values()]

const withOwn = (count: number): Bank => {
  const own = Array.from({ length: count }, (_, n) => ({
    ...FIRST,
    id: `mine-${n}`,
    title: `Problem ${n} of ours`,
  }))
  const problems = new Map(own.map((one) => [one.id, one])) as unknown as PrivateBank['problems']
  return besides(HOUSE, { flows: new Map(), cuts: new Map(), problems, files: count, faults: [] })
}
const EN = wordsIn('en')
const asking = (of: Bank, more: Partial<Asking> = {}): Asking => ({
  ...{ bank: of, rules: NO_RULES, channel: NO_CHANNEL_RULES, directly: true, privately: true },
  ...more,
})
const field = ({ fields }: Form, name: string) => fields.find((one) => one.name === name)
const values = (form: Form, name: string) => field(form, name)?.choices?.map(({ value }) => value)

describe('the format', () => {
  test('is a whole interview of some lengths, a sprint of each stage, or a warm-up', () => {
    const form = startForm(asking(HOUSE), {}, EN)
    expect(field(form, 'flow')?.choices).toEqual([
      { value: 'mlsd:45', label: 'Whole interview, 45 minutes' },
      { value: 'mlsd:30', label: 'Whole interview, 30 minutes' },
      { value: 'mlsd:60', label: 'Whole interview, 60 minutes' },
      ...[
        'Clarify requirements',
        'Fit in the product backend',
        'Data',
        'Model',
        'Scaling and operations',
      ].map((title, n) => ({
        value: `sprint:${['clarify', 'fit', 'data', 'model', 'scaling'][n]}`,
        label: `Sprint, 15 minutes: ${title}`,
      })),
      { value: 'warmup', label: 'Warm-up, 5 minutes: one question' },
    ])
    expect(field(form, 'flow')?.preset).toBe('mlsd:45')
  })

  test.each([
    [{ minutes: '50' }, 'mlsd:50'],
    [{ minutes: '500' }, 'mlsd:45'],
    [{ flow: 'sprint', focus: 'model' }, 'sprint:model'],
    [{ flow: 'sprint' }, 'sprint:clarify'],
    [{ flow: 'warmup', focus: 'DX2' }, 'warmup'],
    [{ flow: 'nothing' }, 'mlsd:45'],
  ])('asked for as %j, has that as what is taken', (asked, preset) => {
    const form = startForm(asking(HOUSE), asked, EN)
    expect(field(form, 'flow')?.preset).toBe(preset)
    expect(values(form, 'flow')).toContain(preset)
  })

  test('is one of those that team and channel permit', () => {
    const rules = { ...NO_RULES, flows: ['sprint', 'warmup'] }
    const channel = { ...NO_CHANNEL_RULES, flows: ['warmup', 'mlsd'] }
    const form = startForm(asking(HOUSE, { rules, channel }), {}, EN)
    expect(field(form, 'flow')).toMatchObject({ preset: 'warmup', choices: [{ value: 'warmup' }] })
  })

  test('whichever is chosen can be begun', () => {
    for (const flow of values(startForm(asking(HOUSE), {}, EN), 'flow') ?? []) {
      const wish = wishOf(HOUSE, { flow, problem: 'ad-clicks' }, 'seed')
      const [id, detail] = flow.split(':') as [string, string?]
      expect(wish.flow.id).toBe(id)
      if (id === 'sprint') expect(wish.flow.stages.map((stage) => stage.id)).toEqual([detail])
      else if (detail) expect(wish.minutes).toBe(Number(detail))
    }
  })
})

describe.each([0, 4, 6, 130])('with %i problems of its own', (count) => {
  const whole = withOwn(count)
  const form = startForm(asking(whole), { problem: FIRST?.id ?? '' }, EN)

  test('offers all of them, and one more for a scenario', () => {
    expect(values(form, 'problem')).toHaveLength(HOUSE.problems.size + count + 1)
    expect(values(form, 'problem')?.at(-1)).toBe('own')
  })

  test('is a modal that Slack takes, in which each can be chosen', () => {
    const view = slackModal(form, { metadata: { place: 'slack:T1/C1' } })
    expect(slackFaults('views.open', { trigger_id: 't', view })).toEqual([])
    expect(JSON.stringify(view)).toContain(`"${values(form, 'problem')?.at(-2)}"`)
  })

  test('is one modal that Discord takes: no second one is needed for a practice problem', () => {
    const modal = discordModal(form)
    const body = { type: 9, data: JSON.parse(JSON.stringify(modal)) }
    expect(discordFaults('POST /interactions/:id/:token/callback', body)).toEqual([])
    const names = modal?.components.flatMap((part) => ('component' in part ? [part.component.custom_id] : []))
    expect(names).toEqual(['problem', 'flow', 'level', 'mode', 'where'])
    const filled = { problem: 'ad-clicks', flow: 'sprint:data', level: 'mid', mode: 'coach', where: 'here' }
    expect(discordModal(form, filled)).toBeUndefined()
    expect(discordModal(form, { ...filled, problem: 'own' })?.components).toHaveLength(1)
  })

  test('takes a title, or the beginning of a word of it, where it has to be typed', () => {
    expect(wishOf(whole, { problem: 'Ad click prediction' }).problem.id).toBe('ad-clicks')
    expect(wishOf(whole, { problem: 'fraud' }).problem.id).toBe('card-fraud')
    if (count === 0) return
    expect(wishOf(whole, { problem: 'problem 3 of ours' }).problem.id).toBe('mine-3')
    expect(() => wishOf(whole, { problem: 'of ours' })).toThrow(
      /There is no problem "of ours"\. There are: ad-clicks, /,
    )
  })
})

describe('what cannot be held is refused with what can', () => {
  test.each([
    [
      { flow: 'sprint', focus: 'details' },
      /"Details and wrap-up" cannot be taken by itself\. .*clarify, fit, data, model, scaling\.$/,
    ],
    [
      { flow: 'sprint', focus: 'DX2' },
      /There is no "DX2" to be taken\. The focus of sprint can be a stage: clarify, /,
    ],
    [{ flow: 'warmup', focus: 'XX9' }, /a criterion by its id, from OV1 to SC9\.$/],
    [
      { focus: 'data' },
      /A whole interview has no focus\. Ask for one together with the flow sprint or warmup\.$/,
    ],
    [{ flow: 'race' }, /There is no flow "race"\. There are: mlsd, sprint, warmup\.$/],
    [{ flow: 'sprint', minutes: '45' }, /"45" minutes cannot be: choose a number from 8 to 30\.$/],
    [{ flow: 'warmup:20' }, /"20" minutes cannot be: choose a number from 3 to 10\.$/],
  ])('%j', (asked, says) => {
    expect(() => wishOf(HOUSE, { problem: 'ad-clicks', ...asked })).toThrow(says)
  })

  test('names are taken in any case, with a hyphen or without', () => {
    const of = (asked: Record<string, string>) => wishOf(HOUSE, { problem: 'ad-clicks', ...asked }).flow
    expect(of({ flow: 'Warm-Up', focus: 'dx2' }).stages[0]?.criteria[0]?.id).toBe('DX2')
    expect(of({ flow: 'SPRINT', focus: 'Data' }).stages[0]?.id).toBe('data')
  })
})
