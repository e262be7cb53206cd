/**
 * Slack's rate limits: what is limited waits, everything else goes on.
 *
 * A *jam* is what Slack will not take for some seconds: a method, or a method in one channel. Whoever comes meanwhile
 * queues. When the time is over one goes ahead, then the next, in the order in which they came, until nobody waits any
 * more. Where there is no jam, which is nearly always, passing costs one look into a map.
 */
import type { Clock } from '../../../clock.ts'
import { PlatformFault } from '../../platform.ts'

export type Gate = {
  /**
   * Does the work once it may be done, and again where it was answered with a limit. `key` says in words what is limited.
   * Throws `busy` rather than wait for more than `longest` milliseconds; with 0 it does not queue at all.
   */
  pass<T extends object>(key: string, longest: number, work: () => Promise<T | Limit>): Promise<T>
  /** Lets nobody wait any longer. */
  stop(): void
}

/** An answer that asks to wait for so many milliseconds. */
export type Limit = { limitMs: number }

type Jam = { until: number; waiting: Waiting[]; going: boolean; cancel: () => void }
type Waiting = { turn: number; latest: number; go: () => void; refuse: (fault: PlatformFault) => void }

/** So many may wait in one jam. */
const MOST_WAITING = 500

export const gateOf = (clock: Clock): Gate => {
  const jams = new Map<string, Jam>()
  let turns = 0

  /** Lets the next one go when the time has come, or takes the jam away. */
  const advance = (key: string, jam: Jam): void => {
    const now = clock.now()
    if (jam.going || now < jam.until) return
    const next = jam.waiting.shift()
    if (!next) jams.delete(key)
    else if (now > next.latest) {
      next.refuse(busy(key, 0))
      advance(key, jam)
    } else {
      jam.going = true
      next.go()
    }
  }

  const hold = (key: string, limitMs: number): void => {
    const jam = jams.get(key) ?? { until: 0, waiting: [], going: false, cancel: () => {} }
    jams.set(key, jam)
    jam.until = Math.max(jam.until, clock.now() + limitMs)
    jam.cancel()
    jam.cancel = clock.at(jam.until, () => {
      // The clock may have been set back.
      jam.until = Math.min(jam.until, clock.now())
      advance(key, jam)
    })
    const { until, waiting } = jam
    jam.waiting = waiting.filter(({ latest }) => until <= latest)
    for (const { latest, refuse } of waiting) if (until > latest) refuse(busy(key, limitMs))
  }

  const wait = (key: string, jam: Jam, turn: number, latest: number): Promise<void> => {
    if (jam.until > latest || jam.waiting.length >= MOST_WAITING || latest === clock.now())
      throw busy(key, jam.until - clock.now())
    return new Promise((go, refuse) => {
      const later = jam.waiting.findIndex((other) => other.turn > turn)
      jam.waiting.splice(later < 0 ? jam.waiting.length : later, 0, { turn, latest, go, refuse })
      advance(key, jam)
    })
  }

  return {
    async pass(key, longest, work) {
      turns += 1
      const turn = turns
      const latest = clock.now() + longest
      for (;;) {
        const jam = jams.get(key)
        if (jam) await wait(key, jam, turn, latest)
        try {
          const answer = await work()
          if (!isLimit(answer)) return answer
          hold(key, answer.limitMs)
        } finally {
          if (jam) {
            jam.going = false
            advance(key, jam)
          }
        }
      }
    },
    stop() {
      for (const [key, { waiting, cancel }] of jams) {
        cancel()
        for (const { refuse } of waiting) refuse(new PlatformFault('busy', 'The app is stopping.'))
        jams.delete(key)
      }
    },
  }
}

const isLimit = (answer: object): answer is Limit => 'limitMs' in answer

const busy = (key: string, ms: number): PlatformFault =>
  new PlatformFault('busy', `Slack takes no ${key} for another ${Math.ceil(ms / 1000)} s.`)
