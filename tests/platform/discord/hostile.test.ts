/** A gateway out of its mind: what it says ends nothing, puts words in nobody's mouth, and is told without them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FORM_DESK, uncaughtErrors } from '../hostile.ts'
import { anything, type Blow, blows, MARK, mangled } from '../mangled.ts'
import { type Setting, starting, threadOf } from './running.ts'
import { ONE } from './stand-in/seed.ts'
import { standIn } from './stand-in/stand-in.ts'
import type { Json } from './stand-in/world.ts'
import { accountedFor, type Telling } from './witness.ts'

const start = starting()

const GUILD = `discord:${ONE.guild}`

const uncaught = uncaughtErrors()

/** An edge at which everything can be done, with whatever is told of it out of order. */
const listening = async (setting: Setting = {}) => {
  const run = await start({
    desk: FORM_DESK,
    far: { answerWithin: 1_000 },
    ...setting,
  })
  const { far } = run
  const [one, admin, thread] = [
    far.person(ONE.candidate),
    far.person(ONE.admin),
    await threadOf(far, ONE.general),
  ]
  const place = `${GUILD}/${ONE.general}/${thread}`
  const buttons = [{ label: 'Hint', command: 'hint', args: { about: MARK } }]
  await run.platform.say(place, { tone: 'interviewer', text: 'What now?', buttons }, 'a-card')
  const card = far.shown(thread).at(-1)?.id ?? ''
  const tellings: Telling[] = []
  /** Mangles what is told meanwhile. */
  const mangling = (all: readonly Blow[], act: () => void): void => {
    far.gateway.twist((event, data) => {
      const left = mangled(data, all)
      tellings.push({ event, data: left })
      return left
    })
    act()
    far.gateway.untwist()
  }
  const sane = (act: () => string): string => {
    let id = ''
    mangling([], () => {
      id = act()
    })
    return id
  }
  let count = 0
  /** Somebody says a plain word, which is heard as always. */
  const plain = async (): Promise<void> => {
    const text = `well said ${count++}`
    const id = sane(() => one.say(thread, text))
    await far.until(() => run.heard.some((each) => each.id === id), text)
    expect(run.heard.filter((each) => each.id === id)).toMatchObject([
      { type: 'message', text, place, person: `${GUILD}/u${ONE.candidate}`, manner: 'overheard' },
    ])
  }
  return { ...run, one, admin, thread, card, tellings, mangling, sane, plain }
}

type Listening = Awaited<ReturnType<typeof listening>>

const FILES = [{ name: `${MARK}.csv`, text: MARK }]

/** Whatever somebody does that the gateway tells of; nobody waits for what comes of it. */
const DEEDS: readonly ((at: Listening, all: readonly Blow[]) => unknown)[] = [
  ({ one, thread, mangling }, all) => mangling(all, () => one.say(thread, `${MARK} one`)),
  ({ one, mangling }, all) => mangling(all, () => one.say(ONE.general, `${MARK} two`, { files: FILES })),
  ({ one, mangling }, all) => mangling(all, () => one.dm(`${MARK} three`)),
  ({ one, mangling }, all) => mangling(all, () => one.mention(ONE.general, `${MARK} four`)),
  ({ one, thread, mangling, sane }, all) => {
    const id = sane(() => one.say(thread, `${MARK} five`, { files: FILES }))
    mangling(all, () => one.edit(id, `${MARK} six`))
  },
  ({ one, thread, mangling, sane }, all) => {
    const id = sane(() => one.say(thread, `${MARK} seven`))
    mangling(all, () => one.remove(id))
  },
  ({ one, admin, thread, mangling, sane }, all) => {
    const ids = [8, 9].map((each) => sane(() => one.say(thread, `${MARK} ${each}`)))
    mangling(all, () => admin.purge(ids))
  },
  ({ one, mangling }, all) =>
    mangling(all, () => void one.command(ONE.general, 'mlsd start', { problem: MARK, minutes: 30 })),
  ({ one, mangling }, all) => mangling(all, () => void one.command(ONE.general, 'mlsd hint')),
  ({ one, mangling }, all) =>
    mangling(all, () => void one.autocomplete(ONE.general, 'mlsd start', { problem: MARK }, 'problem')),
  ({ one, card, mangling }, all) => mangling(all, () => void one.press(card, 'Hint')),
  ({ one, thread, mangling, sane }, all) => {
    const id = sane(() => one.say(thread, `${MARK} ten`))
    mangling(all, () => void one.contextMenu(id, 'Grade this answer'))
  },
  async ({ one, mangling, sane }, all) => {
    await new Promise<void>((done) => {
      sane(() => {
        one.command(ONE.general, 'mlsd start').then(() => done())
        return ''
      })
    })
    if (one.modal()) mangling(all, () => void one.submit({ Problem: 'b', Aim: MARK }))
  },
]

/** Nothing is made up of what was told since the last look, nothing is told of what anybody said, and the log stays short. */
const looking = ({ heard, tellings, told, log }: Listening) => {
  let seen = 0
  return (): void => {
    expect(heard.slice(seen).filter((each) => !accountedFor(each, tellings))).toEqual([])
    seen = heard.length
    expect(uncaught).toEqual([])
    expect(log()).not.toContain(MARK)
    expect(told.length).toBeLessThan(12)
  }
}

const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 300))

/** The edge is the same in all cases, so that none of them can be taken by itself. */
const RUNS = { endOnFailure: true }

const KINDS = [
  'MESSAGE_CREATE',
  'MESSAGE_UPDATE',
  'MESSAGE_DELETE',
  'MESSAGE_DELETE_BULK',
  'INTERACTION_CREATE',
]

const kind: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...KINDS) },
  fc.constantFrom('READY', 'RESUMED', 'GUILD_CREATE', 'CHANNEL_UPDATE', 'THREAD_CREATE', 'GUILD_MEMBER_ADD'),
  fc.constantFrom('error', '__proto__', 'constructor', 'toString', '', `${MARK}_CREATE`, 'MESSAGE_UNDO'),
  fc.constantFrom(null, 0, [], {}, true),
)

/** What is no frame of a gateway, or one of a kind that there is not. */
const frames: fc.Arbitrary<string | Uint8Array> = fc.oneof(
  fc.constantFrom('', ' ', '{', MARK, 'null', '7', '[]', `"${MARK}"`, '{}', '['.repeat(100_000), '{"op":0}'),
  fc.constantFrom('{"op":0,"t":"READY"}', '{"op":0,"t":"MESSAGE_CREATE","s":9007199254740993}', '{"op":9}'),
  fc.uint8Array({ maxLength: 40 }),
  fc
    .record({
      op: fc.constantFrom<unknown>(2, 3, 4, 5, 6, 8, 12, 99, -1, 0.5, '0', null, [0], {}),
      t: kind,
      s: fc.constantFrom<unknown>(null, -1, 'x', MARK, [], 1.5),
      d: anything,
    })
    .map((frame) => JSON.stringify(frame)),
)

describe('what the gateway tells', { timeout: 120_000 }, () => {
  test('in any shape stops nothing, and nothing is heard that was not said', async () => {
    const at = await listening()
    const look = looking(at)
    const property = fc.asyncProperty(fc.constantFrom(...DEEDS), blows, async (deed, all) => {
      await deed(at, all)
      await at.plain()
      look()
    })
    await fc.assert(property, { ...RUNS, numRuns: 400 })
    await settled()
    look()
    expect(at.log()).toMatch(/in a shape that it does not have/)
  })

  test('of any kind stops nothing, nor do frames that are none', async () => {
    const at = await listening()
    const look = looking(at)
    const { gateway } = at.far
    const dispatch = fc.record({ event: kind, data: anything })
    await fc.assert(
      fc.asyncProperty(fc.array(dispatch, { maxLength: 4 }), frames, async (all, raw) => {
        for (const { event, data } of all) gateway.blurt(event, data)
        gateway.frame(raw)
        await at.plain()
        look()
      }),
      { ...RUNS, numRuns: 150 },
    )
    gateway.drop()
    await at.far.until(() => gateway.open() === 0)
    await at.far.until(() => gateway.open() === 1, 'another connection', 20_000)
    await at.plain()
    look()
  })

  test('before all its guilds are there stops nothing once they are', async () => {
    const far = await standIn({ answerWithin: 1_000 })
    far.gateway.twist((event, data) => (event === 'GUILD_CREATE' && data.id === ONE.guild ? null : data))
    const at = await listening({ on: far })
    const look = looking(at)
    for (const event of KINDS) for (const data of [null, {}, MARK]) far.gateway.blurt(event, data)
    await at.plain()
    far.rejoin(ONE.guild)
    await at.plain()
    await settled()
    look()
    await at.platform.stop()
    await far.stop()
  })

  test.each<[string, (data: Json) => unknown]>([
    ['whose guild is lost', ({ guild_id: _, ...left }) => left],
    ['whose guild is a number', (data) => ({ ...data, guild_id: 7 })],
    ['that may be by a program', (data) => ({ ...data, author: { ...Object(data.author), bot: 'no' } })],
    ['whose words are none', (data) => ({ ...data, content: [data.content] })],
    ['whose words are longer than any', (data) => ({ ...data, content: MARK.repeat(10_000) })],
    ['whose id is none', (data) => ({ ...data, id: `${MARK} 1` })],
  ])('as a message %s is heard nowhere, and told without its words', async (_, change) => {
    const { far, one, thread, heard, plain, log } = await listening()
    far.gateway.twist((_, data) => change(data))
    one.say(thread, MARK)
    await plain()
    expect(heard).toHaveLength(1)
    expect(log()).toMatch(/in a shape that it does not have/)
    expect(log()).not.toContain(MARK)
  })

  test('as a change without words or files takes none of them back', async () => {
    const { far, one, thread, heard, plain } = await listening()
    const id = one.say(thread, 'words', { files: FILES })
    far.gateway.twist((_, { content: _c, attachments: _a, ...left }) => left)
    one.edit(id, 'other words')
    await plain()
    expect(heard.map(({ type }) => type)).toEqual(['message', 'file', 'message'])
    one.edit(id, '')
    await plain()
    expect(heard.flatMap((each) => (each.type === 'withdrawal' ? each.of : []))).toEqual([id])
  })

  test('as a command of which an option is lost is not taken for another', async () => {
    const { far, one, heard, plain } = await listening()
    far.gateway.twist((event, data) =>
      event === 'INTERACTION_CREATE'
        ? JSON.parse(JSON.stringify(data).replace('"value":30', '"value":null'))
        : data,
    )
    const asked = await one.command(ONE.general, 'mlsd start', { problem: 'b', minutes: 30 })
    expect(asked.answered).toBe(false)
    await plain()
    expect(heard).toHaveLength(1)
    await one.command(ONE.general, 'mlsd start', { problem: 'b', minutes: 30 })
    await far.until(() => heard.length === 2)
    expect(heard[1]).toMatchObject({ command: 'start', args: { problem: 'b', minutes: '30' } })
  })
})
