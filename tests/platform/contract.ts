/** What every platform promises; each calls this suite with a way to act as the person on its far side. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Ability, Hear, Heard, Platform } from '../../src/platform/platform.ts'
import { EMPTY_DESK } from './bare.ts'

/** A platform with somebody on its far side. */
export type FarSide = {
  platform: Platform
  place: string
  /** The person sends these words, or a command that begins with `/`. */
  send(text: string): void | Promise<void>
  /** All that the person was shown so far. */
  shown(): string | Promise<string>
}

export const platformContract = (name: string, open: () => Promise<FarSide>): void => {
  describe(`${name} keeps the contract of a platform`, () => {
    const opened: FarSide[] = []

    const begin = async (hear?: Hear) => {
      const side = await open()
      opened.push(side)
      const heard: Heard[] = []
      const keep: Hear = async (each) => void heard.push(each)
      await side.platform.start(hear ?? keep, EMPTY_DESK)
      const words = (): string[] => heard.flatMap((each) => (each.type === 'message' ? [each.text] : []))
      return { ...side, heard, words }
    }

    afterEach(async () => {
      for (const { platform } of opened.splice(0)) await platform.stop()
    })

    test('has a name, and declares each gap with its reason', async () => {
      const { platform } = await begin()
      expect(platform.name).toMatch(/^[a-z]+$/)
      expect(platform.limits.characters).toBeGreaterThan(1000)
      const { characters: _, ...abilities } = platform.limits
      for (const [limit, can] of Object.entries(abilities)) {
        expect(can === true || can.includes(' '), `${limit}: ${can}`).toBe(true)
      }
      // @ts-expect-error A gap without its reason does not compile.
      expect(false satisfies Ability).toBe(false)
    })

    test('hears messages in order, each with an id of its own', async () => {
      const { send, heard, words, platform, place } = await begin()
      const lines = Array.from({ length: 20 }, (_, index) => `answer ${index} שלום 🙂 <b>`)
      for (const line of lines) await send(line)
      await vi.waitFor(() => expect(words()).toEqual(lines))
      expect(new Set(heard.map(({ id }) => id)).size).toBe(lines.length)
      for (const each of heard) {
        expect(each.place).toBe(place)
        expect(each.place.startsWith(platform.name)).toBe(true)
        expect(each.person.startsWith(platform.name)).toBe(true)
        expect(each.at).toBeGreaterThan(0)
      }
    })

    test('hands on the next message only when the one before is durable', async () => {
      const begun: string[] = []
      let release = (): void => undefined
      const { send } = await begin(async (heard) => {
        if (heard.type === 'message') begun.push(heard.text)
        if (begun.length === 1) await new Promise<void>((done) => (release = done))
      })
      await send('first')
      await send('second')
      await vi.waitFor(() => expect(begun).toEqual(['first']))
      await new Promise((done) => setTimeout(done, 30))
      expect(begun).toEqual(['first'])
      release()
      await vi.waitFor(() => expect(begun).toEqual(['first', 'second']))
    })

    test('hears commands by their own names, with their arguments', async () => {
      const { send, heard } = await begin()
      await send('/status')
      await send('/start ad clicks --level=Mid')
      await vi.waitFor(() => expect(heard).toHaveLength(2))
      expect(heard).toMatchObject([
        { type: 'command', command: 'time', args: {} },
        { type: 'command', command: 'start', args: { problem: 'ad clicks', level: 'mid' } },
      ])
    })

    test('offers the nearest command for a mistyped one, says what is wrong with another, and hears neither', async () => {
      const { send, shown, heard } = await begin()
      await send('/hnit')
      await vi.waitFor(async () => expect(await shown()).toContain('/hint'))
      await send('/start --minutes soon')
      await vi.waitFor(async () => expect(await shown()).toMatch(/whole\s+number/))
      expect(heard).toEqual([])
    })

    test('shows cards in the order in which they are said', async () => {
      const { platform, place, shown } = await begin()
      const cards = Array.from({ length: 10 }, (_, index) => `card number ${index}.`)
      const receipts = await Promise.all(
        cards.map((text, index) => platform.say(place, { tone: 'interviewer', text }, `card-${index}`)),
      )
      const all = await shown()
      const found = cards.map((text) => all.indexOf(text))
      expect(found.every((at) => at >= 0)).toBe(true)
      expect(found).toEqual(found.toSorted((a, b) => a - b))
      expect(receipts.every((receipt) => receipt.place === place && receipt.id !== '')).toBe(true)
    })

    test('shows every part of a card', async () => {
      const { platform, place, shown } = await begin()
      const card = {
        tone: 'notice' as const,
        title: 'The title',
        text: 'A *word* or two',
        footer: 'Data, 3 of 7',
        buttons: [{ label: 'Go on', command: 'resume' }],
      }
      await platform.say(place, card, 'one')
      const all = await shown()
      for (const part of ['The title', 'word', 'Data, 3 of 7', 'Go on']) expect(all).toContain(part)
    })

    test('opens a place in which cards can be said', async () => {
      const { platform, place, shown } = await begin()
      const opened = await platform.open(place, { tone: 'answer', text: 'Ad clicks' }, 'one', {})
      expect(['you', 'members', 'everyone', 'outsiders']).toContain(opened.audience)
      await platform.say(opened.place, { tone: 'answer', text: 'in the new place' }, 'two')
      expect(await shown()).toMatch(/Ad clicks[\s\S]*in the new place/)
    })

    test('revises what was said, or says it anew', async () => {
      const { platform, place, shown } = await begin()
      const receipt = await platform.say(place, { tone: 'answer', text: 'stage one' }, 'one')
      const revised = await platform.revise(receipt, { tone: 'answer', text: 'stage two' })
      expect(await shown()).toContain('stage two')
      expect(revised.place).toBe(receipt.place)
    })

    test('says that a message could not be stored, and takes it when it comes again', async () => {
      const kept: string[] = []
      let broken = true
      const { send, shown } = await begin(async (heard) => {
        const failing = broken
        broken = false
        if (failing) throw new Error('the disk is full')
        if (heard.type === 'message') kept.push(heard.text)
      })
      await send('an answer')
      await vi.waitFor(async () =>
        expect(await shown()).toMatch(/could not be stored.*disk is full.*again/is),
      )
      if (kept.length === 0) await send('an answer')
      await send('another')
      await vi.waitFor(() => expect(kept).toContain('another'))
      expect(kept.slice(0, 1)).toEqual(['an answer'])
    })

    test('hears nothing more once it is stopped, and may be stopped twice', async () => {
      const { platform, send, heard } = await begin()
      await platform.stop()
      await platform.stop()
      await Promise.resolve(send('too late')).catch(() => undefined)
      await new Promise((done) => setTimeout(done, 30))
      expect(heard).toEqual([])
    })
  })
}
