/**
 * The smallest honest platform: one person in one place, cards kept as they come. A send that is repeated with the id
 * of an earlier one is dropped, as a platform may.
 */
import type { Clock } from '../../src/clock.ts'
import type { Card } from '../../src/platform/card.ts'
import { parseCommand } from '../../src/platform/parse.ts'
import {
  type Hear,
  type Heard,
  type Limits,
  type Platform,
  PlatformFault,
} from '../../src/platform/platform.ts'
import type { Edge } from '../transcripts/edge.ts'

const LIMITS: Limits = {
  characters: 1_000_000,
  edits: true,
  buttons: true,
  forms: true,
  files: 'Nobody sends files in a transcript.',
  links: 'Cards are kept in memory and have no address.',
  streaming: 'A card is shown once it is whole.',
  places: 'There is one place.',
  hiding: 'There is one place.',
  removal: 'There is one place.',
  privacy: 'There is one person.',
  history: 'Nothing is said while nobody listens.',
}

type Deed<T = Heard> = T extends Heard ? Omit<T, 'person' | 'place' | 'id' | 'at'> : never

export const recording = (name = 'recording'): Edge => {
  const [person, place] = [`${name}:person`, `${name}:room`]
  const shown = new Map<string, Card>()
  let listening: { hear: Hear; clock: Clock } | undefined
  let sent = 0

  const hear = async (deed: Deed): Promise<string> => {
    if (!listening) throw new Error('Nobody listens: the process is stopped.')
    sent += 1
    const id = `m${sent}`
    await listening.hear({ ...deed, person, place, id, at: listening.clock.now() } as Heard)
    return id
  }

  const show = (where: string, card: Card, id: string) => {
    if (!shown.has(id)) shown.set(id, card)
    return { place: where, id }
  }

  const connect = (clock: Clock): Platform => ({
    name,
    limits: LIMITS,
    prefix: () => '/',
    start: async (hear) => {
      listening = { hear, clock }
    },
    open: async (where, card, id) => ({ ...show(where, card, id), audience: 'you' }),
    say: async (where, card, id) => show(where, card, id),
    think: () => ({ add: () => {}, drop: async () => {} }),
    remove: async () => {},
    fetch: async () => {
      throw new PlatformFault('gone', 'Nobody sends files in a transcript.')
    },
    revise: async (receipt, card) => {
      shown.set(receipt.id, card)
      return receipt
    },
    stop: async () => {
      listening = undefined
    },
  })

  return {
    name,
    connect,
    start: async (asked) => void (await hear({ type: 'command', command: 'start', args: asked })),
    say: (text) => hear({ type: 'message', text }),
    command: async (line) => {
      const parsed = parseCommand(line)
      if (!('args' in parsed)) throw new Error(`"${line}" is no command: ${JSON.stringify(parsed)}`)
      await hear({ type: 'command', ...parsed })
    },
    edit: async (of, text) => void (await hear({ type: 'edit', of, text })),
    withdraw: async (of) => void (await hear({ type: 'withdrawal', of })),
    rate: async (marks) => {
      const fields = Object.fromEntries(Object.entries(marks).map(([stage, mark]) => [stage, String(mark)]))
      await hear({ type: 'form', form: 'rate', fields })
    },
    screen: () => [...shown.values()],
  }
}
