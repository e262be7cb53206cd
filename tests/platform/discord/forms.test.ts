import { describe, expect, test } from 'vitest'
import type { Form } from '../../../src/platform/card.ts'
import type { Desk } from '../../../src/platform/platform.ts'
import { EMPTY_DESK } from '../bare.ts'
import { hasty, type Setting, starting, threadOf } from './running.ts'
import { ONE } from './stand-in/seed.ts'

const start = starting()

const GUILD = `discord:${ONE.guild}`
const CANDIDATE = `${GUILD}/u${ONE.candidate}`
const GENERAL = `${GUILD}/${ONE.general}`

const choice = (value: string) => ({ value, label: value.toUpperCase() })

const STAGES = ['overview', 'clarify', 'fit', 'data', 'model', 'scaling', 'details']

const FORMS: Partial<Record<Form['id'], Form>> = {
  start: {
    id: 'start',
    title: 'Start an interview',
    text: 'What shall it be?',
    fields: [
      { name: 'problem', label: 'Problem', choices: [...'abcd', 'own'].map(choice), preset: 'a' },
      { name: 'scenario', label: 'Your scenario', when: { field: 'problem', is: 'own' }, long: true },
      { name: 'minutes', label: 'Minutes', number: { least: 10, most: 90 }, preset: '45' },
    ],
  },
  rate: {
    id: 'rate',
    title: 'Rate yourself',
    fields: STAGES.map((name) => ({ name, label: name, choices: [...'1234'].map(choice), optional: true })),
  },
  team: {
    id: 'team',
    title: 'Team settings',
    fields: [{ name: 'channels', label: 'Channels', places: true, many: true, optional: true }],
  },
  channel: {
    id: 'channel',
    title: 'This channel',
    fields: [{ name: 'cleanup', label: 'Days', optional: true }],
  },
}

const withForms = async (setting: Setting = {}, forms = FORMS) => {
  const asked: unknown[] = []
  const desk: Desk = {
    ...EMPTY_DESK,
    async form(id, at) {
      asked.push([id, at])
      return forms[id]
    },
  }
  const run = await start({ desk, ...setting })
  const { far } = run
  return {
    ...run,
    asked,
    one: far.person(ONE.candidate),
    two: far.person(ONE.watcher),
    admin: far.person(ONE.admin),
  }
}

const fields = (person: { modal(): { fields: { id: string }[] } | undefined }): string[] =>
  (person.modal()?.fields ?? []).map(({ id }) => id)

describe('a form', () => {
  test('opens by its command alone, and is heard when it is sent in', async () => {
    const { far, one, asked, heard } = await withForms()
    const opened = await one.command(ONE.general, 'mlsd start')
    expect(opened).toMatchObject({ answered: true, callback: 9 })
    expect(asked).toEqual([['start', { person: CANDIDATE, place: GENERAL, locale: 'en-US' }]])
    expect(fields(one)).toEqual(['problem', 'minutes'])
    const sent = await one.submit({ Minutes: '30' })
    await far.until(() => heard.length === 1)
    expect(heard).toMatchObject([
      {
        ...{ type: 'form', form: 'start', id: sent.id, person: CANDIDATE, place: GENERAL },
        fields: { problem: 'a', minutes: '30' },
      },
    ])
    expect(heard[0]).not.toHaveProperty('admin')
  })

  test('does not open where the command says enough, or where there is none to be filled in', async () => {
    const { far, one, heard } = await withForms()
    await one.command(ONE.general, 'mlsd start', { problem: 'b' })
    await one.command(ONE.general, 'mlsd settings')
    await far.until(() => heard.length === 2)
    expect(one.modal()).toBeUndefined()
    expect(heard).toMatchObject([
      { type: 'command', command: 'start', args: { problem: 'b' } },
      { type: 'command', command: 'settings', args: {} },
    ])
  })

  test('asks in a second modal what depends on the first, with what was filled in before', async () => {
    const { far, one, two, heard } = await withForms()
    await one.command(ONE.general, 'mlsd start')
    const first = await one.submit({ Problem: 'own' })
    expect(heard).toEqual([])
    const [more] = first.replies()
    expect(more).toMatchObject({ only: ONE.candidate, buttons: ['Go on'] })
    expect(two.sees(ONE.general)).toEqual([])
    await one.press(more?.id ?? '', 'Go on')
    expect(fields(one)).toEqual(['scenario'])
    await one.submit({ 'Your scenario': 'Rank things' })
    await far.until(() => heard.length === 1)
    expect(heard).toMatchObject([
      { type: 'form', fields: { problem: 'own', minutes: '45', scenario: 'Rank things' } },
    ])
  })

  test('of more than five fields goes on in a second modal; fields left out are not given', async () => {
    const { far, one, platform, heard } = await withForms()
    const thread = await threadOf(far, ONE.general)
    const place = `${GENERAL}/${thread}`
    const card = { tone: 'notice' as const, text: 'Rate yourself', ...(FORMS.rate && { form: FORMS.rate }) }
    const { id } = await platform.say(place, card, 'one')
    const opened = await one.press(id, 'Rate yourself')
    expect(opened).toMatchObject({ callback: 9 })
    expect(fields(one)).toEqual(STAGES.slice(0, 5))
    const first = await one.submit({ overview: '3', data: '4' })
    await one.press(first.replies()[0]?.id ?? '', 'Go on')
    expect(fields(one)).toEqual(STAGES.slice(5))
    await one.submit({ scaling: '1' })
    await far.until(() => heard.length === 1)
    expect(heard).toMatchObject([
      { type: 'form', form: 'rate', place, fields: { overview: '3', data: '4', scaling: '1' } },
    ])
    expect(
      Object.keys('fields' in (heard[0] ?? {}) ? (heard[0] as { fields: object }).fields : {}),
    ).toHaveLength(3)
  })

  test('that takes too long to be looked up is not shown, and can be asked for again', async () => {
    const desk: Desk = { ...EMPTY_DESK, form: () => new Promise(() => {}) }
    const { far, one, heard } = await withForms({ desk, clock: hasty(10) })
    const asked = await one.command(ONE.general, 'mlsd start')
    await far.until(() => asked.replies().length === 1)
    expect(asked.replies()[0]?.text).toMatch(/took too long\. Use it again/)
    expect(heard).toEqual([])
  })

  test('that takes too long to be looked up when it is sent in is acknowledged before, and nothing of it is lost', async () => {
    const slow = Promise.withResolvers<void>()
    let looks = 0
    const desk: Desk = {
      async form() {
        looks += 1
        if (looks % 2 === 0) await slow.promise
        return FORMS.start
      },
      async *talks() {},
      talkAt: async () => undefined,
    }
    const { far, one, two, heard } = await withForms({ desk, clock: hasty(10) })
    await one.command(ONE.general, 'mlsd start')
    const last = await one.submit({ Minutes: '30' })
    looks = 0
    await two.command(ONE.general, 'mlsd start')
    const first = await two.submit({ Problem: 'own' })
    expect([last.answered, first.answered]).toEqual([true, true])
    expect(heard).toEqual([])
    slow.resolve()
    await far.until(() => heard.length === 1 && first.replies().length === 1, 'both')
    expect(heard).toMatchObject([
      { type: 'form', person: CANDIDATE, fields: { problem: 'a', minutes: '30' } },
    ])
    expect(first.replies()).toMatchObject([{ only: ONE.watcher, buttons: ['Go on'] }])
  })

  test('that takes too long to be asked further says so, and can be gone on with', async () => {
    let hang = false
    const desk: Desk = {
      form: async () => (hang ? new Promise(() => {}) : FORMS.start),
      async *talks() {},
      talkAt: async () => undefined,
    }
    const { far, one } = await withForms({ desk, clock: hasty(10) })
    await one.command(ONE.general, 'mlsd start')
    const more = (await one.submit({ Problem: 'own' })).replies()[0]?.id ?? ''
    hang = true
    const late = await one.press(more, 'Go on')
    await far.until(() => late.replies().length === 1)
    expect(late.replies()[0]?.text).toMatch(/took too long\. Press it again/)
    hang = false
    await one.press(more, 'Go on')
    expect(fields(one)).toEqual(['scenario'])
  })

  test('that could not be kept is said to be so', async () => {
    const hear = async (): Promise<void> => {
      throw new Error('the disk is full')
    }
    const { far, one } = await withForms({ hear })
    await one.command(ONE.general, 'mlsd start')
    const sent = await one.submit()
    await far.until(() => sent.replies().length === 1)
    expect(sent.replies()[0]).toMatchObject({
      only: ONE.candidate,
      text: 'This could not be stored and does not count yet: the disk is full. Send it again.',
    })
  })

  test('for the whole server is shown to whoever manages it alone, and names channels by their places', async () => {
    const { far, one, admin, heard } = await withForms()
    await one.command(ONE.general, 'mlsd settings', { scope: 'team' })
    expect(one.modal()).toBeUndefined()
    await admin.command(ONE.general, 'mlsd settings', { scope: 'team' })
    await admin.submit({ Channels: [ONE.general, ONE.other] })
    await admin.command(ONE.general, 'mlsd channel', { what: 'setup' })
    await admin.submit({ Days: '30' })
    await far.until(() => heard.length === 3)
    expect(heard).toMatchObject([
      { type: 'command', command: 'settings', args: { scope: 'team' } },
      { type: 'form', form: 'team', admin: true, fields: { channels: `${GENERAL},${GUILD}/${ONE.other}` } },
      { type: 'form', form: 'channel', admin: true, fields: { cleanup: '30' } },
    ])
    expect(heard[0]).not.toHaveProperty('admin')
  })
})

describe('a button', () => {
  const buttons = [
    { label: 'Hint', command: 'hint', args: { interview: 'i1' } },
    { label: 'Start', command: 'start' },
    { label: 'Long', command: 'report', args: { id: 'x'.repeat(300) } },
    { label: 'Forget', command: 'forget', args: { sure: 'yes' }, confirm: 'Really everything?' },
  ]
  const shown = async (setting: Setting = {}) => {
    const run = await withForms(setting)
    const { id } = await run.platform.say(GENERAL, { tone: 'answer', text: 'words', buttons }, 'one')
    return { ...run, id }
  }

  test('is heard as what it stands for, also where that is long, and changes nothing where it is', async () => {
    const { far, one, heard, id } = await shown()
    const asked = await one.press(id, 'Hint')
    expect(asked).toMatchObject({ answered: true, callback: 6 })
    await one.press(id, 'Long')
    await far.until(() => heard.length === 2)
    expect(heard).toMatchObject([
      {
        type: 'press',
        command: 'hint',
        args: { interview: 'i1' },
        person: CANDIDATE,
        place: GENERAL,
        id: asked.id,
      },
      { type: 'press', command: 'report', args: { id: 'x'.repeat(300) } },
    ])
    expect(one.sees(ONE.general)).toHaveLength(1)
  })

  test('opens the form that it stands for', async () => {
    const { one, heard, id } = await shown()
    await one.press(id, 'Start')
    expect(fields(one)).toEqual(['problem', 'minutes'])
    expect(heard).toEqual([])
  })

  test('for what cannot be taken back asks first, the person alone', async () => {
    const { far, one, two, heard, id } = await shown()
    const asked = await one.press(id, 'Forget')
    const [question] = asked.replies()
    expect(question).toMatchObject({ only: ONE.candidate, buttons: ['Yes'] })
    expect(question?.text).toContain('Really everything?')
    expect(two.sees(ONE.general)).toHaveLength(1)
    expect(heard).toEqual([])
    await one.press(question?.id ?? '', 'Yes')
    await far.until(() => heard.length === 1)
    expect(heard).toMatchObject([{ type: 'press', command: 'forget', args: { sure: 'yes' } }])
  })

  test('is answered alone by what is said to its person there', async () => {
    const { far, one, platform, heard, id } = await shown()
    const asked = await one.press(id, 'Hint')
    await far.until(() => heard.length === 1)
    await platform.say(GENERAL, { tone: 'answer', text: 'for you', only: CANDIDATE }, 'two')
    expect(asked.replies()).toMatchObject([{ text: 'for you', only: ONE.candidate }])
  })

  test('works after a restart, and one that is of nothing any more says so', async () => {
    const { far, platform, shelf, id } = await shown()
    await platform.stop()
    const next = await start({ on: far, shelf })
    const one = far.person(ONE.candidate)
    await one.press(id, 'Long')
    await far.until(() => next.heard.length === 1)
    for (const name of [...shelf.keys()]) if (name.startsWith('press:')) shelf.delete(name)
    const asked = await one.press(id, 'Forget')
    expect(asked.replies()[0]?.text).toContain('not there any more')
    await next.platform.stop()
  })

  test('that could not be kept is said to be so, and can be pressed again', async () => {
    let broken = true
    const hear = async (): Promise<void> => {
      if (broken) throw new Error('the disk is full')
    }
    const { far, one, heard, id } = await shown({ hear })
    const asked = await one.press(id, 'Hint')
    await far.until(() => asked.replies().length === 1)
    expect(asked.replies()[0]).toMatchObject({
      only: ONE.candidate,
      text: expect.stringMatching(/full\. Press it again/),
    })
    broken = false
    await one.press(id, 'Hint')
    await far.until(() => heard.length === 1)
  })
})
