/** A Slack out of its mind: what it delivers ends nothing, puts words in nobody's mouth, and is told without them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FORM_DESK, uncaughtErrors } from '../hostile.ts'
import { anything, type Blow, blows, MARK, mangled } from '../mangled.ts'
import { MODES, type Mode, starting } from './running.ts'
import { accountedFor, type Telling } from './witness.ts'

const start = starting()

const uncaught = uncaughtErrors()

/** An edge at which everything can be done, with whatever is delivered to it out of order. */
const listening = async (mode: Mode) => {
  const run = await start({
    mode,
    desk: FORM_DESK,
    far: { ackWithin: 1_000, echo: false },
  })
  const { far } = run
  const one = far.person('T1', 'U1')
  const thread = one.say('C1', 'This begins a thread.')
  const buttons = [{ label: 'Hint', command: 'hint', args: { about: MARK } }]
  await run.platform.say(
    `slack:T1/C1/${thread}`,
    { tone: 'interviewer', text: 'What now?', buttons },
    'a-card',
  )
  await far.until(() => run.heard.length === 1)
  run.heard.length = 0
  const tellings: Telling[] = []
  /** Mangles what is delivered meanwhile. */
  const mangling = <T>(all: readonly Blow[], act: () => T): T => {
    far.twist((kind, body) => {
      const left = mangled(body, all)
      tellings.push({ kind, body: left })
      return left
    })
    const done = act()
    far.untwist()
    return done
  }
  const sane = <T>(act: () => T): T => mangling([], act)
  let count = 0
  /** Somebody says a plain word, which is heard as always. */
  const plain = async (): Promise<void> => {
    const text = `well said ${count++}`
    const id = sane(() => one.say('C1', text, { thread }))
    await far.until(() => run.heard.some((each) => each.id === id), text)
    expect(run.heard.filter((each) => each.id === id)).toMatchObject([
      { type: 'message', text, place: `slack:T1/C1/${thread}`, person: 'slack:T1/U1', manner: 'overheard' },
    ])
  }
  const card = far.shown(`T1/C1/${thread}`).at(-1)?.ts ?? ''
  return { ...run, one, thread, card, tellings, mangling, sane, plain }
}

type Listening = Awaited<ReturnType<typeof listening>>

const FILES = [{ name: `${MARK}.csv`, text: MARK }]

/** Whatever somebody does of which Slack tells; nobody waits for what comes of it. */
const DEEDS: readonly ((at: Listening, all: readonly Blow[]) => unknown)[] = [
  ({ one, thread, mangling }, all) => mangling(all, () => one.say('C1', `${MARK} one`, { thread })),
  ({ one, mangling }, all) => mangling(all, () => one.say('C1', `${MARK} two`, { files: FILES })),
  ({ one, mangling }, all) => mangling(all, () => one.say(one.direct, `${MARK} three`)),
  ({ one, mangling }, all) => mangling(all, () => one.say('C1', `<@UBOT> ${MARK} four`)),
  ({ one, thread, mangling, sane }, all) => {
    const ts = sane(() => one.say('C1', `${MARK} five`, { thread, files: FILES }))
    mangling(all, () => one.edit(ts, `${MARK} six`))
  },
  ({ one, thread, mangling, sane }, all) => {
    const ts = sane(() => one.say('C1', `${MARK} seven`, { thread }))
    mangling(all, () => one.remove(ts))
  },
  ({ one, mangling }, all) => mangling(all, () => void one.command('C1', `hint ${MARK}`)),
  ({ one, mangling }, all) => mangling(all, () => void one.command('C1', 'start')),
  ({ one, card, mangling }, all) => mangling(all, () => void one.press(card, 'Hint')),
  async ({ one, mangling, sane }, all) => {
    await sane(() => one.command('C1', 'start'))
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
    expect(told.length).toBeLessThan(20)
  }
}

describe.each(MODES)('what Slack delivers, %s', { timeout: 120_000 }, (mode) => {
  test('in any shape stops nothing, and nothing is heard that was not said', async () => {
    const at = await listening(mode)
    const look = looking(at)
    const property = fc.asyncProperty(fc.constantFrom(...DEEDS), blows, async (deed, all) => {
      await deed(at, all)
      await at.plain()
      look()
    })
    await fc.assert(property, { endOnFailure: true, numRuns: 300 })
    await new Promise((done) => setTimeout(done, 300))
    look()
  })
})

/** What is no frame of Slack's, or one of a kind that there is not. */
const frames: fc.Arbitrary<string | Uint8Array> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '{',
    MARK,
    'null',
    '7',
    '[]',
    `"${MARK}"`,
    '{}',
    '['.repeat(100_000),
    '{"type":null}',
  ),
  fc.uint8Array({ maxLength: 40 }),
  fc
    .record({
      type: fc.constantFrom<unknown>(
        'events_api',
        'interactive',
        'slash_commands',
        'error',
        '__proto__',
        MARK,
        0,
      ),
      envelope_id: anything,
      payload: fc.oneof(
        anything,
        fc.record({ event: fc.record({ type: fc.constantFrom('error', 'x', MARK) }) }),
      ),
    })
    .map((frame) => JSON.stringify(frame)),
)

test('a frame that is none stops nothing in Socket Mode', { timeout: 120_000 }, async () => {
  const at = await listening('socket')
  const look = looking(at)
  const property = fc.asyncProperty(frames, async (raw) => {
    at.far.sockets.frame(raw)
    await at.plain()
    look()
  })
  await fc.assert(property, { endOnFailure: true, numRuns: 150 })
})
