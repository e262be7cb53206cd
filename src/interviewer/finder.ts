/** Which facts a question is about, and how plainly: by its phrases, the usual ones of its topic, and single words. */
import { FUNCTION_WORDS } from '../flow/function-words.ts'
import { phrasebook } from '../flow/phrase.ts'
import type { Fact } from '../flow/problem.ts'
import { type Word, words } from '../flow/words.ts'
import { type Reading, reading } from './reading.ts'
import { leaningTo, phrasesOf } from './topics.ts'

/** A fact, how much of a question speaks for it, also as a share of all that the question tells; `plain` by a phrase, `owned` by one of the fact's own, `framed` by none that could not be about anything. */
export type Found = {
  fact: Fact
  points: number
  share: number
  plain: boolean
  owned: boolean
  framed: boolean
  bare: boolean
}

/** The facts that words may ask for, the likeliest first. */
export type Finder = (text: readonly Word[]) => Found[]

/** What a word counts when it is in a phrase of the topic, and alone in the phrases or the sentence of a fact or of its topic. */
const TOPIC = 0.75
const ASKED = 0.6
const SAID = 0.35
const LEAN = 0.26
/** Words that stand together tell more. */
const TOGETHER = 1.1

/** Compares questions with these facts; a word that few of them have tells more. */
export const finder = (facts: readonly Fact[], read: Reading = reading(facts)): Finder => {
  const asked = facts.map(({ asks }) => stemsOf(asks.join(' '), read))
  const said = facts.map(({ says, topic, id }) =>
    stemsOf(`${says} ${topic} ${id.replaceAll('-', ' ')}`, read),
  )
  const leaning = facts.map(({ topic }) =>
    stemsOf([...leaningTo(topic), ...phrasesOf(topic)].join(' '), read),
  )
  const smalls = new Set([...FUNCTION_WORDS, 'whos', 'wheres'].flatMap((word) => listOf(word, read)))
  const frames = new Set(EMPTY.flatMap((word) => listOf(word, read)))
  const most = (one: string): number => (smalls.has(one) ? SMALL : frames.has(one) ? FRAME : 1)
  const telling = ({ stem, number }: Word): boolean => !number && most(stem) === 1
  const rarity = rarities(asked, said, most)
  const owners = new Map<string, Map<number, number>>()
  const own = (phrase: string, n: number, share: number): void => {
    const all = owners.get(phrase) ?? new Map<number, number>()
    owners.set(phrase, all.set(n, Math.max(share, all.get(n) ?? 0)))
  }
  facts.forEach(({ asks, topic }, n) => {
    for (const phrase of asks) own(phrase, n, 1)
    for (const phrase of phrasesOf(topic)) own(phrase, n, TOPIC)
  })
  const book = phrasebook(owners.keys(), read)
  const parts = new Map([...owners.keys()].map((phrase) => [phrase, listOf(phrase, read)]))
  return (text) => {
    const seen = read(text)
    const hits: Hit[][] = facts.map(() => [])
    for (const [phrase] of book.find(seen)) {
      const stems = parts.get(phrase) ?? []
      for (const [n, share] of owners.get(phrase) ?? []) hits[n]?.push({ stems, share })
    }
    const loose = [...new Set(seen.filter(telling).map((word) => word.stem))]
    const mass = loose.reduce((sum, one) => sum + rarity(one), 0)
    const alone = (one: string, n: number): number =>
      rarity(one) *
      Math.max(asked[n]?.has(one) ? ASKED : 0, said[n]?.has(one) ? SAID : 0, leaning[n]?.has(one) ? LEAN : 0)
    const found = facts.map((fact, n): Found => {
      const { points, used } = covered(hits[n] ?? [], rarity)
      const rest = loose.reduce((sum, one) => (used.has(one) ? sum : sum + alone(one, n)), 0)
      const owned = hits[n]?.some(({ share }) => share === 1) ?? false
      const share = mass > 0 ? (points + rest) / mass : BARE
      const plain = points > 0
      const framed = plain && hits[n]?.every(({ stems }) => stems.every((one) => most(one) < 1)) === true
      return { fact, points: points + rest, share, bare: mass === 0, plain, owned, framed }
    })
    return found.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points)
  }
}

/** The share where a question has no word that tells anything by itself. */
const BARE = 0.5

type Hit = { stems: readonly string[]; share: number }

/** The phrases that hit, those that tell most first, each word counted once. */
const covered = (hits: readonly Hit[], rarity: (stem: string) => number) => {
  const worth = ({ stems, share }: Hit, used: ReadonlySet<string>): number => {
    const fresh = stems.filter((stem) => !used.has(stem))
    const sum = fresh.reduce((all, stem) => all + rarity(stem), 0)
    return share * sum * (stems.length > 1 ? TOGETHER : 1)
  }
  const used = new Set<string>()
  const none = new Set<string>()
  let points = 0
  for (const hit of [...hits].sort((a, b) => worth(b, none) - worth(a, none))) {
    points += worth(hit, used)
    for (const stem of hit.stems) used.add(stem)
  }
  return { points, used }
}

const LEAST = 0.08
/** The most that a small word tells, and a word that is in questions about anything. */
const SMALL = 0.15
const FRAME = 0.5

/** How much a word tells, from 0 to 1: little when the phrases of many facts have it. */
const rarities = (
  asked: readonly ReadonlySet<string>[],
  said: readonly ReadonlySet<string>[],
  mostOf: (stem: string) => number,
): ((stem: string) => number) => {
  const whole = Math.log(asked.length + 1)
  const known = new Map<string, number>()
  return (stem) => {
    const before = known.get(stem)
    if (before !== undefined) return before
    const most = mostOf(stem)
    const having = asked.filter((bag, n) => bag.has(stem) || (most === 1 && said[n]?.has(stem))).length
    const rare = Math.log((asked.length + 1) / Math.max(1, having)) / whole
    const value = Math.min(most, Math.max(LEAST, rare))
    known.set(stem, value)
    return value
  }
}

/** Words of questions that say nothing about what is asked. */
const EMPTY: readonly string[] =
  'know tell like want understand clarify ask please assume guess question happen get go look come use used kind sort type give thing right available exist currently typically usually normally long often time take talk expect approximately roughly number work'.split(
    ' ',
  )
const listOf = (text: string, read: Reading): string[] => [
  ...new Set(read(words(text.replaceAll(' + ', ' '))).map(({ stem }) => stem)),
]
const stemsOf = (text: string, read: Reading): Set<string> => new Set(listOf(text, read))
