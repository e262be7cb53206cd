/** Everything that somebody can send who means harm, with the ids and names of another person in it: nothing of theirs is shown or changed. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { virtualClock } from '../../src/clock.ts'
import { linkTo, pagesOf } from '../../src/host/pages/links.ts'
import { COMMANDS } from '../../src/platform/commands.ts'
import { OPENERS } from '../../src/platform/form.ts'
import type { Heard } from '../../src/platform/platform.ts'
import { standing as standingOf } from '../interview/standing.ts'
import { fakeMailbox } from '../mailbox/fake.ts'
import { directOf } from './chat.ts'
import { type House, house, QUIET } from './house.ts'
import { type Person, person } from './person.ts'

const SECRET = 'violet-hedgehog'
const C1 = 'chat:T1/C1'

let home: House
let mia: Person
let direct: string
let over: string
let message: string
let ids: string[]
let n = 0

beforeEach(async () => {
  home = await house()
  mia = person(home, 'T1/mia')
  over = await mia.start(mia.direct)
  await mia.say(over, `The goal is fewer complaints, says the ${SECRET}.`)
  await home.pass(QUIET)
  await mia.finish(over)
  direct = await mia.start(mia.direct)
  message = await mia.say(direct, `One row is one parcel, says the ${SECRET}.`)
  await home.pass(QUIET)
  ids = [(await home.held(over)).id, (await home.held(direct)).id]
  const clock = virtualClock(home.now())
  await linkTo({ memory: home.memory(), mailbox: fakeMailbox(clock), clock }, mia.id, ids[0])
})
afterEach(() => home.close())

/** What is kept of her, and what she sees. */
const hers = async () => ({
  records: await Promise.all(
    [over, direct].map(async (place) => (await home.held(place)).interview.snapshot),
  ),
  words: await Promise.all([over, direct].map((place) => home.transcript(place))),
  pages: await pagesOf(home.memory(), [mia.id]),
  learner: await home.memory().load(`learner:${mia.id}`),
  sees: [over, direct, mia.direct].map((place) => mia.sees(place)),
})

/** Every command, button and form, with what is hers in every argument that there is. */
const attacks = (): Record<string, unknown>[] => {
  const names = new Set(COMMANDS.flatMap(({ args }) => args.map(({ name }) => name)))
  return ids.flatMap((id) => {
    const all = { ...Object.fromEntries([...names].map((name) => [name, id])), interview: id, id }
    const sure = { ...all, sure: 'yes', person: mia.id, message, of: message, code: 'ABCD-EFGH', link: id }
    const each = COMMANDS.flatMap(({ name: command }) => [
      { type: 'press', command, args: { interview: id } },
      { type: 'command', command, args: { id } },
      { type: 'command', command, args: all },
      { type: 'press', command, args: sure },
    ])
    const forms = Object.keys(OPENERS).map((form) => ({ type: 'form', form, fields: sure }))
    return [...each, ...forms]
  })
}

const OTHERS = [
  { type: 'edit', text: 'I know nothing.' },
  { type: 'withdrawal' },
  { type: 'message', text: 'resume', manner: 'direct' },
  { type: 'message', text: '/mlsd report', manner: 'direct' },
  { type: 'message', text: '/mlsd export', manner: 'direct' },
]

/** Sends all of it from a place; the platform vouches for who sends it, and for nothing that stands in it. */
const attacked = async (by: string, place: string, as: Partial<Heard> = {}): Promise<void> => {
  const all = [...attacks(), ...OTHERS.map((deed) => ({ ...deed, of: message }))]
  for (const deed of all) {
    n += 1
    // By the platform's clock they take their time, so that none is turned away for being too many.
    const heard = { ...deed, ...as, person: by, place, id: `x${n}`, at: home.now() + n * 1_000 }
    await home.hear(heard as Heard)
  }
  await home.settled()
}

const shownTo = (name: string, places: readonly string[]): string => {
  const one = person(home, name)
  return JSON.stringify(places.map((place) => one.sees(place)))
}

describe('whatever is sent with the ids of somebody else', { timeout: 60_000 }, () => {
  test.each([
    ['a person of another workspace', 'T2/eve', {}],
    ['an admin of another workspace', 'T2/eve', { admin: true as const }],
    ['somebody of the same workspace', 'T1/tom', {}],
  ])('by %s shows and changes nothing of theirs', async (_, name, as) => {
    const before = await hers()
    const [by, tenant] = [`chat:${name}`, `chat:${name.split('/')[0]}`]
    await attacked(by, directOf(by), { alone: true, ...as })
    await attacked(by, `${tenant}/C9`, as)
    const after = await hers()
    // An invitation to interview one another is the one thing that colleagues may send one another.
    const invited = ({ title = '', text }: { title?: string; text: string }) => /invite/i.test(title + text)
    expect({ ...after, sees: after.sees.map((cards) => cards.filter((card) => !invited(card))) }).toEqual(
      before,
    )
    if (name.startsWith('T2')) expect(after.sees).toEqual(before.sees)
    const shown = shownTo(name, [directOf(by), `${tenant}/C9`])
    expect(shown.length).toBeGreaterThan(1_000)
    expect(shown).not.toContain(SECRET)
    expect(home.troubles).toEqual([])
  })

  test('in its very thread, a reader neither steers it nor speaks for its candidate', async () => {
    const thread = await mia.start(C1)
    await mia.say(thread, 'The goal is fewer complaints.')
    await home.pass(QUIET)
    const standing = async () => {
      const { interview } = await home.held(thread)
      return [standingOf(interview), (await home.transcript(thread)).map(({ text }) => text)]
    }
    const before = await standing()
    await attacked('chat:T1/tom', thread)
    expect(await standing()).toEqual(before)
    expect(home.troubles).toEqual([])
  })
})
