/** Passages that speak of a criterion's subject in other words than its phrases. */
import type { Criterion } from '../flow/flow.ts'
import { FUNCTION_WORDS } from '../flow/function-words.ts'
import type { Span } from '../flow/phrase.ts'
import { type Word, words } from '../flow/words.ts'

/** Which criteria a stem belongs to, and how telling it is: rare among the criteria is telling. */
export type Topics = ReadonlyMap<string, { telling: number; criteria: readonly number[] }>

const WINDOW = 24
const STEMS = 4
const TELLING = 9

/** The words of each criterion's ideas, weighed against the other criteria. */
export const topics = (
  criteria: readonly Criterion[],
  read: (text: readonly Word[]) => readonly Word[],
): Topics => {
  const holding = new Map<string, Set<number>>()
  criteria.forEach((criterion, n) => {
    for (const phrase of sayings(criterion)) {
      for (const { stem, text, number } of read(words(phrase))) {
        if (!number && !FUNCTION_WORDS.has(text) && !UNITS.has(text))
          holding.set(stem, (holding.get(stem) ?? new Set()).add(n))
      }
    }
  })
  const weighed = [...holding].map(([stem, of]) => {
    return [
      stem,
      { telling: Math.log(Math.max(COMMON, criteria.length) / of.size), criteria: [...of] },
    ] as const
  })
  return new Map(weighed)
}

/** What its rubric says of a criterion: what it asks, and what it praises. */
const sayings = ({ signals, name, asks, anchors, exemplar, press }: Criterion): string[] =>
  signals ? [name, asks, anchors.partial, anchors.clear, exemplar, press] : []

const UNITS = new Set(['percent', 'dollar', 'euro', 'pound', 'x'])

/** Few criteria judged alone must not make every word common. */
const COMMON = 40

/** The passage of some two dozen words that holds most of a criterion's subject; only where that is a good deal. */
export const topical = (
  text: readonly Word[],
  known: Topics,
  void_: readonly boolean[],
): ((criterion: number) => Span | null) => {
  const at = new Map<number, Place[]>()
  text.forEach(({ stem }, i) => {
    const topic = void_[i] ? undefined : known.get(stem)
    if (topic === undefined) return
    const place = { i, stem, telling: topic.telling }
    for (const n of topic.criteria) {
      const list = at.get(n)
      if (list) list.push(place)
      else at.set(n, [place])
    }
  })
  return (criterion) => densest(at.get(criterion) ?? [])
}

type Place = { i: number; stem: string; telling: number }

const densest = (places: readonly Place[]): Span | null => {
  let most = TELLING
  let best: Span | null = null
  for (let a = 0; a + STEMS <= places.length; a += 1) {
    const from = places[a]?.i ?? 0
    const seen = new Set<string>()
    let sum = 0
    for (let b = a; b < places.length; b += 1) {
      const { i, stem, telling } = places[b] as Place
      if (i - from > WINDOW) break
      if (seen.has(stem)) continue
      seen.add(stem)
      sum += telling
      if (seen.size < STEMS || sum <= most) continue
      most = sum
      best = { from, to: i + 1 }
    }
  }
  return best
}
