/** An answer on its way: somebody is seen to write, and words are shown as they come. */
import type { Clock } from '../../../clock.ts'
import { reasonOf } from '../../../reason.ts'
import { recallOf } from '../../../recall.ts'
import type { Log } from '../../log.ts'
import type { Outlet } from '../../outlet.ts'
import { PlatformFault, type Thinking } from '../../platform.ts'
import { begunMessage } from '../drawing/message.ts'
import { CODES, codeIn, isRefusal } from './fault.ts'
import { anew, markOf } from './posted.ts'
import type { Posting } from './posting.ts'
import type { Target } from './target.ts'
import type { Wire } from './wire.ts'

export type Thoughts = {
  /** Shows that an answer is on its way; one that comes at once shows nothing else. */
  think(place: string, id: string, where: () => Promise<Target>): Thinking
  /** Ends the showing of a thought, for a card that takes its place. */
  take(id: string): Taken | undefined
  stop(): void
}

/** What was shown of a thought, as it is when its turn at the place has come. */
export type Taken = {
  /** The message that shows the words so far. */
  draft(): string | undefined
  /** There may be a draft that nobody knows of here. */
  isUncertain(): boolean
  /** The card is there, and the thought is forgotten. */
  done(): void
}

/** What is answered sooner needs no sign. */
const MOMENT_MS = 400

/** Discord takes five changes in five seconds, and the card wants one of them. */
const PACE_MS = 1_200

/** The sign that somebody writes stays for ten seconds. */
const TYPING_MS = 8_000

const MOST_THOUGHTS = 1_000

type Needs = { wire: Wire; posting: Posting; outlet: Outlet; clock: Clock; log: Log }

type Thought = {
  readonly id: string
  readonly place: string
  readonly where: () => Promise<Target>
  words: string
  /** How many of the words were shown, or tried to be. */
  tried: number
  draft: string | undefined
  /** When the sign that somebody writes is over. */
  typing: number
  /** When something is shown next, at the earliest. */
  next: number
  alarm: (() => void) | undefined
  /** Something is being shown right now. */
  awake: boolean
  /** It is not known whether there is a draft. */
  uncertain: boolean
  /** Nothing more is shown of it. */
  over: boolean
  /** A card has taken its place, or it was dropped. */
  settled: boolean
  /** Discord does not take it, which was told once. */
  refused: boolean
}

export const thoughtsOf = ({ wire, posting, outlet, clock, log }: Needs): Thoughts => {
  const thoughts = recallOf<Thought>(MOST_THOUGHTS, (thought) => end(thought))

  const end = (thought: Thought): void => {
    thought.over = true
    thought.alarm?.()
    thought.alarm = undefined
  }

  /** Nobody has to answer for it, since the card comes. */
  const unshown = (thought: Thought, fault: unknown): void => {
    if (!thought.refused) {
      const reason = reasonOf(fault)
      log('warn', 'an answer on its way could not be shown', { place: thought.place, reason })
    }
    thought.refused ||= isRefusal(fault)
  }

  /** Something is shown next when its time has come. */
  const schedule = (thought: Thought): void => {
    if (thought.over || thought.awake || thought.refused) return
    const hasMore = thought.words.length > thought.tried
    const due = hasMore || thought.draft !== undefined ? thought.next : Math.max(thought.next, thought.typing)
    if (!hasMore && thought.draft !== undefined) return
    thought.alarm?.()
    thought.alarm = clock.at(due, () => void show(thought))
  }

  const show = async (thought: Thought): Promise<void> => {
    thought.alarm = undefined
    thought.awake = true
    await outlet
      .inTurn(thought.place, () => (thought.over ? Promise.resolve() : showMore(thought)))
      .catch((fault: unknown) => unshown(thought, fault))
    thought.awake = false
    thought.next = clock.now() + PACE_MS
    schedule(thought)
  }

  const showMore = async (thought: Thought): Promise<void> => {
    const target = await thought.where()
    const words = wholeWords(thought.words)
    if (words.trim() === '' || thought.uncertain) return type(thought, target)
    thought.tried = thought.words.length
    if (thought.draft === undefined) return begin(thought, target, words)
    await grow(thought, target, thought.draft, words)
  }

  const type = async (thought: Thought, { channel }: Target): Promise<void> => {
    thought.tried = thought.words.length
    if (thought.typing > clock.now()) return
    thought.typing = clock.now() + TYPING_MS
    const route = `/channels/${channel}/typing` as const
    await wire.call({ what: 'show that somebody writes' }, { verb: 'post', route, hurry: true })
  }

  /** Where the answer to a beginning is lost, it may be there: no second one is made. */
  const begin = async (thought: Thought, target: Target, words: string): Promise<void> => {
    try {
      const mark = anew(markOf(thought.id, 'draft'), clock.now())
      thought.draft = await posting.send(target, begunMessage(words), mark, true)
    } catch (fault) {
      thought.uncertain = fault instanceof PlatformFault && fault.kind === 'unreachable'
      throw fault
    }
  }

  /** It keeps its mark, by which a later process finds it. */
  const grow = async (thought: Thought, { channel }: Target, draft: string, words: string): Promise<void> => {
    try {
      await posting.change(channel, draft, begunMessage(words), markOf(thought.id, 'draft'), true)
    } catch (fault) {
      if (codeIn(fault) === CODES.noMessage) thought.draft = undefined
      throw fault
    }
  }

  const drop = async (thought: Thought): Promise<void> => {
    if (thought.settled) return
    thought.settled = true
    thoughts.delete(thought.id)
    if (thought.draft !== undefined) await posting.discard((await thought.where()).channel, thought.draft)
  }

  return {
    think(place, id, where) {
      const thought: Thought = {
        ...{ id, place, where, words: '', tried: 0, next: clock.now() + MOMENT_MS, typing: 0 },
        ...{ draft: undefined, alarm: undefined },
        ...{ awake: false, uncertain: false, over: false, settled: false, refused: false },
      }
      thoughts.set(id, thought)
      schedule(thought)
      return {
        add(words) {
          thought.words += words
          schedule(thought)
        },
        drop() {
          end(thought)
          if (thought.settled) return Promise.resolve()
          return outlet.inTurn(place, () => drop(thought)).catch((fault: unknown) => unshown(thought, fault))
        },
      }
    },
    take(id) {
      const thought = thoughts.get(id)
      if (!thought) return undefined
      end(thought)
      return {
        draft: () => thought.draft,
        isUncertain: () => thought.uncertain,
        done() {
          thought.settled = true
          thoughts.delete(id)
        },
      }
    },
    stop: () => thoughts.clear(),
  }
}

/** A word that is still being written is shown when it is whole. */
const wholeWords = (words: string): string => words.replace(/\S*$/, '')
