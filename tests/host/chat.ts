/**
 * A chat platform in memory: tenants with channels (`chat:T1/C1` for everybody, `chat:T1/G1` for its members), threads in
 * them (`chat:T1/C1/7`), people (`chat:T1/mia`) and their direct messages (`chat:T1/D.mia`). It keeps what was shown, where
 * and to whom, over any number of processes, does what it is told to do and no favours, and notes what it was misused for.
 */
import type { Card } from '../../src/platform/card.ts'
import type { Limits, Platform, Receipt, Thinking } from '../../src/platform/platform.ts'
import { PlatformFault, tenantOf } from '../../src/platform/platform.ts'

/** A card on the screen, as it now is. */
export type Post = {
  id: string
  /** By which it was said. */
  card: Card
  cardId: string
  place: string
  /** The channel in which it stands as the head of a thread. */
  heads?: string
  /** Every card it has been. */
  all: Card[]
  /** The words that were shown before it took their place. */
  continued?: string
}

export type Thought = {
  id: string
  place: string
  person: string
  words: string[]
  end: 'open' | 'said' | 'dropped' | 'lost'
}

type Verb = 'open' | 'say' | 'revise' | 'fetch'
type Call = { verb: Verb; place: string; again: boolean; card?: Card; id?: string }

/** What goes wrong, for so many calls. */
export type Trouble = {
  kind: PlatformFault['kind'] | 'crash before' | 'crash after'
  times: number
  /** Which calls; all when absent. */
  of?: (call: Call) => boolean
}

export type Chat = {
  /** The platform as a process sees it that starts now. */
  connect(): Platform
  /** What it can do, which a test may change. */
  limits: Limits
  posts: Post[]
  thoughts: Thought[]
  calls: Call[]
  troubles: Trouble[]
  files: Map<string, Uint8Array>
  /** What was asked of it that no platform could be asked. */
  misuse: string[]
  /** What somebody can see at a place, oldest first. */
  seenBy(person: string, place: string): Post[]
}

export const directOf = (person: string): string => person.replace('/', '/D.')

export const linkTo = (place: string, id: string): string =>
  `https://chat.example/${place.replace('chat:', '')}#${id}`

const LIMITS: Limits = {
  characters: 4_000,
  edits: true,
  buttons: true,
  forms: true,
  files: true,
  links: true,
  streaming: true,
  places: true,
  privacy: true,
  hiding: true,
  removal: true,
  history: true,
}

export const chat = (): Chat => {
  const limits = { ...LIMITS }
  const posts: Post[] = []
  const thoughts: Thought[] = []
  const calls: Call[] = []
  const troubles: Trouble[] = []
  const misuse: string[] = []
  const files = new Map<string, Uint8Array>()
  let count = 0
  const next = (): string => String(++count)

  /** Fails as it was told to, before or after it is done. */
  const call = async <T>(one: Call, act: () => T): Promise<T> => {
    calls.push(one)
    const trouble = troubles.find(({ times, of = () => true }) => times > 0 && of(one))
    if (trouble) trouble.times -= 1
    if (trouble?.kind === 'crash before') return forever()
    if (trouble && trouble.kind !== 'crash after') throw new PlatformFault(trouble.kind, WORDS[trouble.kind])
    const done = act()
    return trouble ? forever() : done
  }

  const spotOf = (place: string, { only }: Card): string => {
    if (only !== undefined && tenantOf(only) !== tenantOf(place)) misuse.push(`${only} is shown ${place}`)
    if (only !== undefined && (isPerson(place) || isDirect(place))) return directOf(only)
    return isPerson(place) ? directOf(place) : place
  }

  const post = (place: string, card: Card, cardId: string, heads?: string): Receipt => {
    const id = next()
    const at = heads === undefined ? place : `${heads}/${id}`
    const thought = thoughts.find(({ id, end }) => id === card.continues && end === 'open')
    if (thought) thought.end = 'said'
    const continued = thought && { continued: thought.words.join('') }
    posts.push({ id, card, cardId, place: at, all: [card], ...(heads && { heads }), ...continued })
    return receiptOf(at, id)
  }

  const shown = (place: string, cardId: string, heads?: string): Receipt | undefined => {
    const known = posts.find(
      (one) => one.cardId === cardId && (heads ? one.heads === heads : one.place === place),
    )
    return known && receiptOf(known.place, known.id)
  }

  const think = (place: string, person: string, id: string): Thinking => {
    if (thoughts.some((one) => one.id === id && one.end === 'open')) misuse.push(`${id} is thought twice`)
    const thought: Thought = { id, place, person, words: [], end: 'open' }
    thoughts.push(thought)
    return {
      add(words) {
        if (thought.end === 'said' || thought.end === 'dropped') misuse.push(`${id} goes on after its end`)
        thought.words.push(words)
      },
      async drop() {
        if (thought.end === 'said') misuse.push(`${id} is dropped, and was said`)
        if (thought.end === 'open') thought.end = 'dropped'
      },
    }
  }

  const open: Platform['open'] = async (place, card, id, { again = false, privately = false } = {}) => {
    const spot = spotOf(place, card)
    const heads = isChannel(spot) ? spot : undefined
    const receipt = await call(
      { verb: 'open', place, again, card, id },
      () => (again ? shown(spot, id, heads) : undefined) ?? post(spot, card, id, heads),
    )
    return {
      ...receipt,
      audience: isDirect(spot) || privately ? 'you' : isPrivate(spot) ? 'members' : 'everyone',
    }
  }

  return {
    limits,
    posts,
    thoughts,
    calls,
    troubles,
    files,
    misuse,
    seenBy: (person, place) =>
      posts.filter(
        ({ place: at, heads, card: { only = person } }) =>
          (at === place || heads === place) && only === person && mayRead(person, place),
      ),
    connect() {
      for (const thought of thoughts) if (thought.end === 'open') thought.end = 'lost'
      return {
        name: 'chat',
        prefix: () => '/mlsd ',
        limits,
        start: async () => {},
        open,
        say: (place, card, id, again = false) => {
          const spot = spotOf(place, card)
          return call(
            { verb: 'say', place, again, card, id },
            () => (again ? shown(spot, id) : undefined) ?? post(spot, card, id),
          )
        },
        revise: (receipt, card) =>
          call({ verb: 'revise', place: receipt.place, again: false, card }, () => {
            const known = posts.find(({ id }) => id === receipt.id)
            known?.all.push(card)
            if (known) known.card = card
            return receipt
          }),
        think,
        remove: async (place) => {
          for (const post of posts.filter((one) => one.place === place)) posts.splice(posts.indexOf(post), 1)
        },
        fetch: (place, ref, most) =>
          call({ verb: 'fetch', place, again: false }, () => {
            const bytes = files.get(ref)
            if (bytes === undefined || bytes.byteLength > most)
              throw new PlatformFault('gone', 'The file is no longer there.')
            return bytes
          }),
        stop: async () => {},
      }
    },
  }
}

const WORDS: Readonly<Record<PlatformFault['kind'], string>> = {
  busy: 'It is too much at once.',
  unreachable: 'The platform does not answer.',
  gone: 'The thread was deleted.',
  refused: 'The card was malformed.',
}

/** As far as this process is concerned. */
const forever = (): Promise<never> => new Promise(() => {})

const receiptOf = (place: string, id: string): Receipt => ({ place, id, link: linkTo(place, id) })

const idIn = (place: string): string => place.split('/')[1] ?? ''
const isPerson = (place: string): boolean => /^[a-z]/.test(idIn(place)) && !place.endsWith('/home')
const isDirect = (place: string): boolean => idIn(place).startsWith('D.')
const isPrivate = (place: string): boolean => idIn(place).startsWith('G')
const isChannel = (place: string): boolean => /^[CG]/.test(idIn(place)) && place.split('/').length === 2

const mayRead = (person: string, place: string): boolean =>
  tenantOf(person) === tenantOf(place) && (!isDirect(place) || place.startsWith(directOf(person)))
