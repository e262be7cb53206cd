/** What a candidate takes back: it counts neither for nor against. All of it is told by words, as marks move no verdict. */
import { words } from '../flow/words.ts'
import type { Said } from './said.ts'
import { wordSet } from './word-set.ts'

/** Words by which somebody turns from what was said before to something else. */
export const TURNS = wordSet(
  'but however actually instead rather wait correction scratch sorry better mistake revise',
)

/** `whole` only where nothing hangs on it: `forget that` takes back, `forget that labels are late` does not. */
type Retraction = { says: readonly string[]; whole: boolean }

const listed = (list: string, whole: boolean): Retraction[] =>
  list
    .trim()
    .split(/,\s+/)
    .map((one) => ({ says: words(one).map(({ text }) => text), whole }))

const RETRACTIONS: readonly Retraction[] = [
  ...listed(
    `
    take that back, take it back, take this back, change my mind, changed my mind, changing my mind, i was wrong,
    i was mistaken, i misspoke, i correct myself, forget what i said, forget what i just said, ignore what i said,
    ignore what i just said, scratch what i said, no wait, wait no, actually no, sorry no, on second thought,
    on second thoughts, that was wrong, that was nonsense, that was rubbish, that was a mistake, that was silly,
    that was stupid, that was not right, that wasnt right`,
    false,
  ),
  ...listed('scratch that, strike that, forget that, forget it, ignore that, disregard that', true),
]

/** So shortly before it they make it something thought of, denied, argued or done by somebody else. */
const NOT_SO = wordSet(
  'would could might may if when can cannot cant never not dont to will who people they you should but because found saw noticed said',
)
const NEAR = 2
/** What may follow where nothing hangs on it. */
const NEXT = wordSet('i we lets instead actually no please sorry id ill better rather back its')
const FILLERS = wordSet(
  'hmm hm no ok okay actually sorry wait well so on reflection second thought thoughts oh and i think yes yeah um umm uh please hold lets just let me',
)

/** Who speaks begins what is taken back; without that it is so many words at most. */
const SPEAKERS = wordSet('i we id ill wed lets')
const REACH = 20
/** So soon after it stands what one goes back to. */
const SOON = 20

/** The utterances with what was taken back in them mute; what one goes back to, in so many words, counts again. */
export const withTakenBack = (utterances: readonly Said[][]): Said[][] => {
  const out = utterances.map((said) => [...said])
  let last: Place[] = []
  utterances.forEach((said, n) => {
    said.forEach((_, i) => {
      if (!RETRACTIONS.some((one) => stands(said, i, one))) return
      if (said.slice(i, i + SOON).some(({ text }, k, all) => text === 'back' && all[k + 1]?.text === 'to'))
        mute(out, last, false)
      last = before(utterances, n, i)
      mute(out, last, true)
    })
  })
  return out
}

/** A word of an utterance. */
type Place = { n: number; i: number }

const mute = (out: Said[][], places: readonly Place[], is: boolean): void => {
  for (const { n, i } of places) {
    const word = out[n]?.[i]
    if (word) (out[n] as Said[])[i] = { ...word, mute: is }
  }
}

const stands = (said: readonly Said[], i: number, { says, whole }: Retraction): boolean => {
  if (!says.every((word, k) => said[i + k]?.text === word)) return false
  if (said.slice(Math.max(0, i - NEAR), i).some(({ text }) => NOT_SO.has(text))) return false
  const next = said[i + says.length]
  return !whole || next === undefined || NEXT.has(next.text)
}

/** What was said last before it, in the utterance before where this one has said nothing yet. */
const before = (utterances: readonly Said[][], n: number, i: number): Place[] => {
  const said = utterances[n] ?? []
  let end = i
  while (end > 0 && isAside(said, end - 1)) end -= 1
  if (end > 0) return last(said, n, end)
  const earlier = utterances[n - 1]
  return earlier === undefined ? [] : last(earlier, n - 1, earlier.length)
}

const last = (said: readonly Said[], n: number, end: number): Place[] => {
  let from = end - 1
  while (from > 0 && end - from < REACH && !SPEAKERS.has(said[from]?.text ?? '')) from -= 1
  return Array.from({ length: end - from }, (_, k) => ({ n, i: from + k }))
}

/** A filler, or a word of another retraction. */
const isAside = (said: readonly Said[], i: number): boolean =>
  FILLERS.has(said[i]?.text ?? '') ||
  RETRACTIONS.some(({ says }) => says.some((_, k) => says.every((word, m) => said[i - k + m]?.text === word)))
