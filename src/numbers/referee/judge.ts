/** Figures of a text against a problem's checks: which of them are right, and which are certainly meant and wrong. */
import type { Ready } from './check.ts'
import { comparedWith } from './compare.ts'
import type { Figure } from './figure.ts'
import { isElsewhere, isOfMachine, isSupposed } from './guard.ts'
import { isCorrected, isQuestion, isRejected, partAround, type Stretch, wordsOf } from './sentence.ts'
import { isContent, matched } from './terms.ts'
import type { Token } from './token.ts'
import type { Written } from './written.ts'
import { countsOther, type Evidence, type Held, wrongOf } from './wrong.ts'

/** What is said about one figure by one check. */
export type Judged = Held

/** A text that was read. */
export type Said = {
  tokens: readonly Token[]
  terms: readonly string[]
  sentences: readonly Stretch[]
  figures: readonly Figure[]
  written: readonly Written[]
}

/** Judges every figure that a check can be found for; each check is spoken of once, where it is stated best. */
export const judged = (said: Said, checks: readonly Ready[], told: (figure: Figure) => boolean): Judged[] => {
  const best = new Map<Ready, Judged>()
  for (const figure of said.figures) {
    if (isInput(said, figure)) continue
    const one = judgedOne(said, figure, checks, told)
    const before = one && best.get(one.ready)
    if (one && (before === undefined || (one.kind === 'right' && worth(one) > worth(before))))
      best.set(one.ready, one)
  }
  return sober([...best.values()], said)
}

/** Leaves out what is off because another load was reckoned with: by the same factor as sound arithmetic, or thrice. */
const sober = (all: readonly Judged[], { written }: Said): Judged[] => {
  const ratio = ({ comparison, ready }: Judged): number => comparison.low / ready.check.value
  const off = all.filter(({ kind }) => kind === 'factor')
  const near = (one: Judged): Judged[] =>
    off.filter((other) => Math.abs(ratio(other) / ratio(one) - 1) < 0.06)
  const sound = (one: Judged): boolean =>
    written.some(({ holds, converts, result }) => holds && !converts && result.first === one.figure.first)
  return all.filter((one) => one.kind !== 'factor' || (near(one).length < 3 && !near(one).some(sound)))
}

const worth = ({ kind, comparison, derived }: Judged): number =>
  kind === 'right' ? 1 + (derived ? 2 : 0) + (comparison.same ? 1 : 0) + (comparison.plain ? 1 : 0) : 0

/** Whether a figure is what is reckoned with, and not what comes out. */
const isInput = ({ written }: Said, { first }: Figure): boolean =>
  written.some(
    ({ converts, from, to, result }) => !converts && first >= from && first < to && first !== result.first,
  ) && !written.some(({ result }) => result.first === first)

const judgedOne = (
  said: Said,
  figure: Figure,
  checks: readonly Ready[],
  isTold: (figure: Figure) => boolean,
): Judged | undefined => {
  const { tokens, sentences } = said
  const sentence = sentences.find(({ from, to }) => figure.first >= from && figure.first < to)
  if (sentence === undefined || isQuestion(tokens, sentence) || figure.change) return undefined
  if (isRejected(tokens, figure.first, figure.next) || isCorrected(tokens, figure.next)) return undefined
  const all = wordsOf(tokens, { from: 0, to: sentence.to })
  if (isElsewhere(all)) return undefined
  const part = partOf(said, sentence, figure)
  if (isOfMachine(wordsOf(tokens, part), figure.unit.nouns)) return undefined
  const found = checks.flatMap((ready): Evidence[] => {
    const comparison = comparedWith(figure, ready)
    return comparison ? [{ ready, comparison, ...evidence(said, figure, ready, part, sentence) }] : []
  })
  const told = isTold(figure)
  const right = rightOf(
    told ? found.filter(({ part, comparison }) => part > 0 && comparison.plain && comparison.same) : found,
    figure,
  )
  if (right)
    return { kind: 'right', figure, ready: right.ready, comparison: right.comparison, derived: right.derived }
  if (told || (isSupposed(all) && !after(said, figure, sentence))) return undefined
  return wrongOf(said, found, figure, part)
}

/** A supposition that only follows the figure: "83 ms if we go one after the other". */
const after = ({ tokens }: Said, figure: Figure, sentence: Stretch): boolean =>
  !isSupposed(wordsOf(tokens, { from: 0, to: figure.first })) && sentence.to > figure.next

/** The part of a sentence that a figure stands in; one that only points back ("that's 8 GB") takes the part before it along. */
const partOf = ({ tokens, terms }: Said, sentence: Stretch, figure: Figure): Stretch => {
  const part = partAround(tokens, sentence, figure.first, figure.next)
  const own = terms.slice(part.from, part.to).some((term, n) => {
    const at = part.from + n
    return (
      (at < figure.first || at >= figure.next) &&
      isContent(term) &&
      !POINTING.test(term) &&
      !/^[\d|/.]/.test(term)
    )
  })
  if (own) return part
  const before = part.from > sentence.from ? partAround(tokens, sentence, part.from - 1, part.from - 1) : part
  const bare =
    part.from === figure.first && part.to < sentence.to && /^[,(]$/.test(tokens[part.to]?.text ?? '')
  const after = bare ? partAround(tokens, sentence, part.to + 1, part.to + 1) : part
  return { from: before.from, to: after.to }
}

const POINTING =
  /^(?:that|thats|that's|so|about|roughly|around|approx|approximately|only|just|i\.e|get|give|make|equal|come|i|we|me|us|=|~|≈)$/

const evidence = (
  { terms, written }: Said,
  figure: Figure,
  { phrases, nouns, vocabulary, inputs }: Ready,
  part: Stretch,
  sentence: Stretch,
): Pick<Evidence, 'part' | 'sentence' | 'noun' | 'words' | 'derived'> => {
  const best = ({ from, to }: Stretch): number =>
    Math.max(0, ...phrases.map((phrase) => matched(terms, from, to, phrase).length))
  const words = terms.slice(part.from, part.to).filter((term) => vocabulary.has(term))
  return {
    part: best(part),
    sentence: best(sentence),
    noun: figure.unit.nouns.some((noun) => nouns.has(noun)),
    words: new Set(words).size,
    derived: written.some(
      (one) =>
        one.holds &&
        one.result.first === figure.first &&
        one.inputs.some((n) => inputs.some((m) => Math.abs(m - n) <= 1e-6 * m)),
    ),
  }
}

const rightOf = (found: readonly Evidence[], figure: Figure): Evidence | undefined => {
  const fitting = found
    .filter(({ comparison, derived, ready }) => comparison.right && (derived || !countsOther(figure, ready)))
    .filter((one) => holds(one, figure, found))
  const weight = (one: Evidence): number =>
    4 * one.part +
    2 * one.sentence +
    (one.derived ? 4 : 0) +
    (one.comparison.plain ? 6 : 0) +
    (one.noun ? 2 : 0) +
    one.words
  return fitting.toSorted((a, b) => weight(b) - weight(a))[0]
}

const holds = (one: Evidence, figure: Figure, found: readonly Evidence[]): boolean => {
  const { comparison, part, sentence, noun, words, derived, ready } = one
  const other = found.some(
    (another) =>
      another.part > part && another.comparison.same && !another.comparison.right && another.words > words,
  )
  if (part === 0 && other) return false
  if (derived) return comparison.same || words > 0 || ready.asksCut
  if (figure.spelled && figure.low < 20 && !comparison.same) return false
  if (!comparison.same && SPECIAL.test(ready.unit.head)) return part > 1 || (part > 0 && figure.digits > 2)
  if (part > 0)
    return comparison.same || figure.digits > 1 || part > 1 || figure.low >= 1000 || figure.low < 1
  if (!comparison.same) return sentence > 1 && figure.digits > 1
  if (sentence > 0 || (noun && (words > 0 || figure.digits > 1))) return true
  return words > 1 && (figure.digits > 1 || ready.asksCut)
}

const SPECIAL = /^(?:money|bytes|bits|time)$/
