/** Whatever people do, in whatever order, and whatever fails meanwhile. Each walk is drawn from its number. */
import { expect, test } from 'vitest'
import type { Trouble } from './chat.ts'
import { DAY, type House, house, QUIET } from './house.ts'
import { type Person, person } from './person.ts'

/** More of them with `npm run faults`. */
const WALKS = Array.from({ length: process.env.MLSD_FAULTS === 'all' ? 40 : 6 }, (_, index) => index)
const GOAL = 'The business goal is fewer complaints, because each of them costs 6 euros.'
const FAILING: readonly Trouble['kind'][] = ['busy', 'unreachable', 'gone', 'crash before', 'crash after']

test.each(WALKS)('nothing is said twice, seen by others, set aside or left behind (walk %i)', (walk) =>
  walked(walk, DEEDS),
)

test.each(WALKS)('nor between two people (walk %i)', (walk) => walked(walk, BETWEEN_TWO, 100))

const walked = async (walk: number, deeds: readonly Deed[], steps = 40): Promise<void> => {
  const home = await house(walk % 2 === 0 ? {} : { thinks: 3_000 })
  const people = ['T1/mia', 'T1/noor', 'T2/mia'].map((name) => person(home, name))
  const authors = await wander(
    home,
    people,
    drawing(walk),
    Array.from({ length: steps }, () => deeds),
  )

  home.chat.troubles.length = 0
  await home.restart()
  await home.pass(10 * DAY)
  const reported = home.troubles.splice(0)
  expect(reported.filter((trouble) => !EXPECTED.test(trouble))).toEqual([])
  expect(await home.aside()).toEqual([])
  expect(home.chat.thoughts.filter(({ end }) => end === 'open')).toEqual([])
  const own = home.chat.posts.filter(({ card }) => card.tone === 'report' || card.attachments)
  const aside = home.chat.posts.filter(({ card }) =>
    /^You interview|\*\*Criteria\*\*/.test(`${card.title}${card.text}`),
  )
  expect([...own, ...aside].filter(({ card }) => card.only === undefined)).toEqual([])
  for (const place of new Set(home.chat.posts.map((post) => post.place))) {
    const record = await home.held(place).catch(() => undefined)
    if (!record) continue
    const words = (await home.transcript(place)).filter(({ who }) => who === 'candidate')
    for (const { id } of words) expect(authors.get(id) ?? record.person).toBe(record.person)
  }

  for (const one of people) await one.command(one.direct, 'forget --sure yes')
  await home.pass(DAY)
  for (const { id } of people) expect(home.stored()).not.toContain(id)
  expect(home.stored()).not.toContain(GOAL)
  await home.close()
}

const EXPECTED = /^NotNow: (It is too|The platform)|cannot be heard at its|cannot be told|not up to date/

type Draw = <T>(among: readonly T[]) => T
type Deed = (walker: Walker) => Promise<unknown>
type Walker = { home: House; draw: Draw; who: Person; place: string; said: Map<string, string> }

/** The same numbers for the same walk on every machine. */
const drawing = (seed: number): Draw => {
  let state = seed * 7919 + 1
  return (among) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const drawn = among[Math.floor((state / 2 ** 32) * among.length)]
    if (drawn === undefined) throw new Error('Nothing can be drawn from nothing.')
    return drawn
  }
}

/** Answers who said which message. */
const wander = async (
  home: House,
  people: readonly Person[],
  draw: Draw,
  steps: readonly (readonly Deed[])[],
): Promise<Map<string, string>> => {
  const said = new Map<string, string>()
  for (const deeds of steps) {
    const who = draw(people)
    const tenant = who.id.split('/')[0]
    const threads = home.chat.posts
      .map(({ place }) => place)
      .filter((place) => place.startsWith(`${tenant}/C`))
    const place = draw([`${tenant}/C1`, who.direct, ...threads])
    await draw(deeds)({ home, draw, who, place, said })
  }
  return said
}

const says = async ({ who, place, said, draw }: Walker): Promise<unknown> =>
  said.set(
    await who.say(place, draw([GOAL, 'How many parcels per day?', 'time', '/mlsd hint', 'hello'])),
    who.id,
  )

const commands = ({ who, place, draw }: Walker): Promise<unknown> =>
  who.command(
    place,
    draw([
      'hint',
      'next',
      'back',
      'skip',
      'time',
      'pause',
      'resume',
      'end',
      'report',
      'retry data',
      'rate 1 2',
      'history',
      'export',
    ]),
  )

const presses = async ({ who, place, draw }: Walker): Promise<unknown> => {
  const labels = who.sees(place).flatMap(({ buttons = [] }) => buttons.map(({ label }) => label))
  if (labels.length > 0) await who.press(place, draw(labels.slice(-6)))
  return undefined
}

const DEEDS: readonly Deed[] = [
  ({ who, place, draw }) =>
    who.command(
      place,
      `start ${draw(['late-parcels', 'late-trains --mode exam', '--scenario "mine"', '', 'late-trains --where direct'])}`,
    ),
  ({ who, place }) => who.command(place, 'start late-parcels'),
  says,
  says,
  says,
  commands,
  commands,
  presses,
  presses,
  ({ who, place, said, draw }) => {
    const own = [...said].flatMap(([id, author]) => (author === who.id ? [id] : []))
    return draw([
      () => who.edit(place, own.at(-1) ?? 'none', GOAL),
      () => who.withdraw(place, own.at(-1) ?? 'none'),
    ])()
  },
  ({ who, place, draw }) =>
    who.file(
      place,
      draw([
        { name: 'a.txt', mime: 'text/plain', content: GOAL },
        { name: 'b.png', mime: 'image/png', content: 'drawn' },
      ]),
    ),
  ({ who, place, draw }) =>
    who.submit(place, draw(['rate', 'start'] as const), draw([{ clarify: '3' }, { problem: 'late-trains' }])),
  ({ home, draw }) => home.pass(draw([QUIET, 3_000, 60_000, 1_200_000])),
  async ({ home, draw }) => home.chat.troubles.push({ kind: draw(FAILING), times: draw([1, 1, 3]) }),
  ({ home }) => home.restart(),
]

const asks = ({ who, draw }: Walker): Promise<void> =>
  who.command(
    `${who.id.split('/')[0]}/C1`,
    `peer chat:${draw(['T1/mia', 'T1/noor', 'T2/mia'])}${draw(['', ' late-trains'])}`,
  )

/** Presses a button of one kind that they can see somewhere. */
const pressing =
  (...labels: string[]) =>
  async ({ who, home, draw }: Walker): Promise<void> => {
    const label = draw(labels)
    const places = [who.direct, ...home.chat.posts.map(({ place }) => place)]
    const seen = [...new Set(places)].filter((place) =>
      who.sees(place).some(({ buttons = [] }) => buttons.some((button) => button.label === label)),
    )
    if (seen.length > 0) await who.press(draw(seen), label)
  }

/** Fills in the form of an interviewer, where there is one. */
const marks = async ({ home, who, draw }: Walker): Promise<void> => {
  const form = await home.desk().form('marks', { person: who.id, place: who.direct })
  const fields = (form?.fields ?? []).map(({ name }) => [name, draw(['0', '1', '2'])])
  if (form) await who.submit(who.direct, 'marks', Object.fromEntries(fields))
}

const BETWEEN_TWO: readonly Deed[] = [
  asks,
  asks,
  pressing('Accept'),
  pressing('Accept', 'Accept', 'Decline'),
  pressing('Next stage', 'Back', 'Pause', 'Resume', 'Time'),
  pressing('End', 'Skip', 'Swap roles'),
  pressing('End', 'Skip', 'Swap roles'),
  marks,
  marks,
  ({ home, draw }) => home.pass(draw([60_000, 1_200_000, DAY])),
  ...DEEDS,
]
