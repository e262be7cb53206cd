/** Guilds share the direct messages with a person; what is used there is heard for the one that showed it. */
import { expect, test } from 'vitest'
import type { Form } from '../../../src/platform/card.ts'
import { readButton } from '../../../src/platform/discord/drawing/button.ts'
import { messagesOf } from '../../../src/platform/discord/drawing/message.ts'
import type { Desk } from '../../../src/platform/platform.ts'
import { starting } from './running.ts'
import { componentIn, flat } from './stand-in/drawn.ts'
import { BOTH, ONE, TWO } from './stand-in/seed.ts'

const start = starting()

const FORM: Form = {
  id: 'start',
  title: 'Start',
  fields: [
    { name: 'problem', label: 'Problem', choices: ['a', 'own'].map((value) => ({ value, label: value })) },
    { name: 'scenario', label: 'Scenario', when: { field: 'problem', is: 'own' } },
  ],
}

const BUTTONS = [
  { label: 'Hint', command: 'hint', args: { interview: 'i1' } },
  { label: 'Long', command: 'report', args: { id: 'x'.repeat(78) } },
  { label: 'Forget', command: 'forget', confirm: 'Really everything?' },
  { label: 'Start', command: 'start' },
]

const personOf = (guild: string): string => `discord:${guild}/u${BOTH}`

/** A card of the first guild, then a word of the second. */
const between = async () => {
  const asked: unknown[] = []
  const desk: Desk = {
    async form(id, at) {
      asked.push(at)
      return id === 'start' ? FORM : undefined
    },
    async *talks() {},
    talkAt: async () => undefined,
  }
  const run = await start({ desk })
  const both = run.far.person(BOTH)
  const say = (guild: string, id: string, buttons = BUTTONS) =>
    run.platform.say(personOf(guild), { tone: 'answer', text: id, buttons }, id)
  const { id, place } = await say(ONE.guild, 'of the first')
  await say(TWO.guild, 'of the second', [])
  const first = { person: personOf(ONE.guild), place, alone: true }
  const until = (count: number) => run.far.until(() => run.heard.length === count, `${count} to be heard`)
  return { ...run, both, say, id, first, asked, until }
}

test('a button is heard for the guild that showed it, whichever spoke last', async () => {
  const { both, say, id, first, heard, until } = await between()
  expect(first.place).toBe(`discord:${ONE.guild}/d${both.direct}`)
  await both.press(id, 'Hint')
  await both.press(id, 'Long')
  const later = await say(TWO.guild, 'once more')
  await both.press(later.id, 'Hint')
  both.dm('words')
  await until(4)
  const second = { person: personOf(TWO.guild), place: `discord:${TWO.guild}/d${both.direct}` }
  expect(heard).toMatchObject([
    { ...first, type: 'press', command: 'hint', args: { interview: 'i1' } },
    { ...first, type: 'press', command: 'report', args: { id: 'x'.repeat(78) } },
    { ...second, type: 'press', command: 'hint' },
    { ...second, type: 'message' },
  ])
})

test('a button that was changed meanwhile, and one that agrees, keep to it', async () => {
  const { both, say, id, first, platform, heard, until } = await between()
  await platform.revise({ place: first.place, id }, { tone: 'answer', text: 'changed', buttons: BUTTONS })
  const question = (await both.press(id, 'Forget')).replies()[0]
  await say(TWO.guild, 'meanwhile')
  await both.press(question?.id ?? '', 'Yes')
  await until(1)
  expect(heard).toMatchObject([{ ...first, type: 'press', command: 'forget' }])
})

test('a form is asked for and heard for it, however many modals it takes and whoever speaks meanwhile', async () => {
  const { both, say, id, first, asked, heard, until } = await between()
  await both.press(id, 'Start')
  const sent = await both.submit({ Problem: 'own' })
  await say(TWO.guild, 'meanwhile')
  await both.press(sent.replies()[0]?.id ?? '', 'Go on')
  await say(TWO.guild, 'and again')
  await both.submit({ Scenario: 'Rank things' })
  await until(1)
  const { alone, ...at } = first
  const places = (asked as { person: string; place: string }[]).map(({ person, place }) =>
    JSON.stringify({ person, place }),
  )
  expect(new Set(places)).toEqual(new Set([JSON.stringify(at)]))
  expect(heard).toMatchObject([
    { ...first, alone, type: 'form', fields: { problem: 'own', scenario: 'Rank things' } },
  ])
})

test('a form opened by a command goes to the guild for which it was opened', async () => {
  const { both, say, heard, until } = await between()
  await both.command(both.direct, 'mlsd start')
  await say(ONE.guild, 'meanwhile')
  await both.submit({ Problem: 'a' })
  await until(1)
  expect(heard).toMatchObject([{ type: 'form', person: personOf(TWO.guild) }])
})

test('all this is known after a restart', async () => {
  const { far, platform, shelf, both, id, first } = await between()
  await platform.stop()
  const next = await start({ on: far, shelf })
  await both.press(id, 'Hint')
  await far.until(() => next.heard.length === 1)
  expect(next.heard).toMatchObject([first])
  await next.platform.stop()
})

test('the one guild that was kept before there could be several is still known', async () => {
  const { far, shelf, heard } = await start()
  const both = far.person(BOTH)
  shelf.set(`dm:${both.direct}`, ONE.guild)
  both.dm('words')
  await far.until(() => heard.length === 1)
  expect(heard).toMatchObject([{ person: personOf(ONE.guild) }])
})

test('guilds that speak for the first time at once are all remembered', async () => {
  const { far, platform, heard } = await start()
  const both = far.person(BOTH)
  const cards = await Promise.all(
    [ONE, TWO].map(({ guild }) =>
      platform.say(personOf(guild), { tone: 'answer', text: guild, buttons: BUTTONS }, guild),
    ),
  )
  for (const { id } of cards) await both.press(id, 'Hint')
  await far.until(() => heard.length === 2)
  expect(heard.map(({ person }) => person)).toEqual([personOf(ONE.guild), personOf(TWO.guild)])
})

test('an id that names a guild for which nothing was said there is heard for no guild', async () => {
  const { far, both, heard, platform, until } = await between()
  const { id } = await platform.say(personOf(ONE.guild), { tone: 'answer', text: '', buttons: BUTTONS }, 'x')
  const button = componentIn(both.find(id).message, 'Hint')
  if (button) button.custom_id = String(button.custom_id).replace(ONE.guild, '99')
  await both.press(id, 'Hint')
  await until(1)
  expect(heard).toMatchObject([
    { place: `discord:@me/${both.direct}`, person: `discord:@me/u${BOTH}`, command: 'hint' },
  ])
  far.faults.length = 0
})

test('a button that was shown for no guild stays with none', async () => {
  const { both, platform, heard, until } = await between()
  const place = `discord:@me/${both.direct}`
  const { id } = await platform.say(place, { tone: 'answer', text: 'help', buttons: BUTTONS }, 'one')
  await both.press(id, 'Hint')
  await until(1)
  expect(heard).toMatchObject([{ place, person: `discord:@me/u${BOTH}` }])
})

test('ids stay as short as Discord wants them, and different on one message', () => {
  const lengths = Array.from({ length: 120 }, (_, length) => length)
  for (const tenant of ['discord:12345678901234567890', 'discord:@me']) {
    for (const length of lengths) {
      const args = { id: 'x'.repeat(length) }
      const card = { tone: 'answer' as const, text: '', buttons: [{ label: 'A', command: 'report', args }] }
      const { messages, kept } = messagesOf(card, tenant)
      const [id = ''] = flat(messages[0]?.components ?? []).flatMap(
        ({ custom_id }) => String(custom_id ?? '') || [],
      )
      const read = readButton(id)
      expect(id.length).toBeLessThanOrEqual(100)
      expect(read && ('kept' in read ? kept.get(read.kept) : read.pressed)).toEqual({
        command: 'report',
        args,
      })
    }
  }
})
