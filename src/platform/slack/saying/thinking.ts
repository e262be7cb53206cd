/** Somebody at work on an answer: after a moment a sign, then words as they come, about one batch a second. */
import type { Clock } from '../../../clock.ts'
import { reasonOf } from '../../../reason.ts'
import { recallOf } from '../../../recall.ts'
import type { Log } from '../../log.ts'
import type { Outlet } from '../../outlet.ts'
import { PlatformFault, type Thinking } from '../../platform.ts'
import type { Api } from '../api/api.ts'
import type { Locales } from '../hearing/locales.ts'
import type { Abilities } from './abilities.ts'
import type { Draft, Drafts } from './draft.ts'
import { raise, type Sign } from './sign.ts'
import type { Target } from './target.ts'

export type Thoughts = {
  /** Begins to think; `where` is looked up only if there is something to show. What comes at once shows nothing else. */
  think(place: string, user: string, id: string, where: () => Promise<Target>): Thinking
  /** A person's latest message at a place: a sign may be put on it. `user` is Slack's id of them. */
  noted(place: string, user: string, ts: string): void
  /** Ends the showing of a thought, for a card that takes its place. */
  take(id: string): Taken | undefined
  stop(): void
}

/** What was shown of a thought, as it is when its turn at the place has come. */
export type Taken = {
  draft(): Draft | undefined
  /** There may be a draft that nobody knows of here. */
  isUncertain(): boolean
  /** The card is there: the sign comes down, and the thought is forgotten. */
  done(): void
}

/** What is answered sooner needs no sign. */
const MOMENT_MS = 400

/** Slack takes about one change a second. */
const PACE_MS = 1_000

const MOST_THOUGHTS = 1_000
const MOST_NOTED = 10_000

type Needs = {
  api: Api
  abilities: Abilities
  drafts: Drafts
  outlet: Outlet
  locales: Pick<Locales, 'known'>
  clock: Clock
  log: Log
}

type Thought = {
  readonly id: string
  readonly place: string
  readonly user: string
  readonly where: () => Promise<Target>
  words: string
  /** How many of the words were shown, or tried to be. */
  tried: number
  sign: Sign | undefined
  draft: Draft | undefined
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
  /** It was told that something of it could not be shown. */
  told: boolean
}

export const thoughtsOf = ({ api, abilities, drafts, outlet, locales, clock, log }: Needs): Thoughts => {
  const noted = recallOf<string>(MOST_NOTED)
  const thoughts = recallOf<Thought>(MOST_THOUGHTS, (thought) => end(thought))

  const end = (thought: Thought): void => {
    thought.over = true
    thought.alarm?.()
    thought.alarm = undefined
  }

  /** Nobody has to answer for it, since the card comes; it is told once for each thought. */
  const unshown = (thought: Thought, fault: unknown): void => {
    if (thought.told) return
    thought.told = true
    const reason = reasonOf(fault)
    log('warn', 'an answer on its way could not be shown', { place: thought.place, reason })
  }

  /** Something is shown next when its time has come. */
  const schedule = (thought: Thought): void => {
    if (thought.over || thought.awake || thought.alarm) return
    thought.alarm = clock.at(thought.next, () => void show(thought))
  }

  const show = async (thought: Thought): Promise<void> => {
    thought.alarm = undefined
    thought.awake = true
    await outlet
      .inTurn(thought.place, () => (thought.over ? Promise.resolve() : showMore(thought)))
      .catch((fault: unknown) => unshown(thought, fault))
    thought.awake = false
    thought.next = clock.now() + PACE_MS
    if (thought.words.length > thought.tried) schedule(thought)
  }

  const showMore = async (thought: Thought): Promise<void> => {
    const target = await thought.where()
    thought.tried = thought.words.length
    if (thought.draft) return drafts.grow(target, thought.draft, thought.words)
    if (!thought.uncertain) thought.draft = await begin(thought, target)
    if (!thought.draft && !thought.sign)
      thought.sign = await raise(
        { api, abilities },
        target,
        noted.get(`${thought.place} ${thought.user}`),
        locales.known(target.tenant, thought.user),
      )
  }

  /** Where the answer to a beginning is lost, it may be there: no second one is made. */
  const begin = async (thought: Thought, target: Target): Promise<Draft | undefined> => {
    try {
      return await drafts.begin(target, thought.user, thought.words, thought.id)
    } catch (fault) {
      thought.uncertain = fault instanceof PlatformFault && fault.kind === 'unreachable'
      throw fault
    }
  }

  /** Takes a sign down behind the back of what goes on, unless Slack does. */
  const lower = (thought: Thought): void => {
    const { sign } = thought
    thought.sign = undefined
    if (sign && !sign.ends) void sign.lower().catch((fault: unknown) => unshown(thought, fault))
  }

  const drop = async (thought: Thought): Promise<void> => {
    const { draft, sign, id, settled } = thought
    if (settled) return
    thought.settled = true
    thoughts.delete(id)
    if (!draft && !sign) return
    const target = await thought.where()
    if (draft) await drafts.discard(target, draft)
    await sign?.lower()
  }

  return {
    think(place, user, id, where) {
      const thought: Thought = {
        ...{ id, place, user, where, words: '', tried: 0, next: clock.now() + MOMENT_MS },
        ...{ sign: undefined, draft: undefined, alarm: undefined },
        ...{ awake: false, uncertain: false, over: false, settled: false, told: false },
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
    noted: (place, user, ts) => noted.set(`${place} ${user}`, ts),
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
          lower(thought)
        },
      }
    },
    stop: () => thoughts.clear(),
  }
}
