/** What leaves it open whether somebody stands by the arithmetic that they wrote: then nothing is said of it. */

import { hasMore } from './besides.ts'
import type { Figure } from './figure.ts'
import type { Said } from './judge.ts'
import { fits } from './near.ts'
import { isCorrected, isQuestion, isRejected, type Stretch, wordsOf } from './sentence.ts'
import type { Token } from './token.ts'
import type { Written } from './written.ts'

/** Whether written arithmetic is asked, turned down, put right, supposed or told of somebody else. */
export const isOpen = (said: Said, written: Written): boolean => {
  const { tokens, sentences, figures } = said
  const { result, to } = written
  const sentence = sentences.find((one) => result.first >= one.from && result.first < one.to)
  if (sentence === undefined || asks(tokens, sentence)) return true
  if (isRejected(tokens, result.first, result.next) || isCorrected(tokens, to)) return true
  if (isTold(tokens, sentence, written) || hasMore(tokens, sentence, written)) return true
  const next = { from: result.first + 1, to: Math.min(result.first + MOST_AFTER, tokens.length) }
  return DOUBTS.test(wordsOf(tokens, next)) || figures.some((figure) => isPutRight(tokens, figure, written))
}

/** Whether a figure is the size of something else that there are many of: "ten nodes of 100 GB". */
export const isSizeOf = (tokens: readonly Token[], first: number): boolean =>
  /^(?:of|with|at|à|je|mit|zu)$/.test(tokens[first - 1]?.text ?? '') &&
  [2, 3].some((n) => tokens[first - n]?.kind === 'word' && tokens[first - n - 1]?.kind === 'number')

const asks = (tokens: readonly Token[], sentence: Stretch): boolean =>
  isQuestion(tokens, sentence) || ASKS.test(tokens[sentence.from]?.text ?? '')

const ASKS = /^(?:is|are|does|do|did|can|could|should|ist|sind|kann|soll|stimmt)$/

/** Whether the sum is somebody else's, or what follows only if something else holds. */
const isTold = (tokens: readonly Token[], sentence: Stretch, { result, from }: Written): boolean =>
  WOULD.test(wordsOf(tokens, { from, to: result.first })) ||
  /^(?:not|never|nicht|kein|keine)$/.test(tokens[from - 1]?.text ?? '') ||
  REPORTS.test(wordsOf(tokens, { from: sentence.from, to: from })) ||
  isClause(tokens, sentence, from)

const MOST_AFTER = 14
const MOST_TO_RIGHT = 25

const WOULD = / (?:would|might|could|were|became|becomes|wäre|wären|wären's|würde|würden) /

/** Said by somebody: then it is theirs, or what was thought before. */
const REPORTS =
  / to (?:reach|hit|get to|become|make) $| (?:says|said|claims?|claimed|not write|wrote|thinks?|thought|believes?|believed|argues?|argued|reports?|reported|states|stated|quotes?|quoted|guessed|guesses|pretends?|told|(?:they|people|some|many|you|might|may) say|according to|somebody|someone|they|their|he|she|his|her|colleagues?|intern|boss|paper|blog|book|spec|article|wiki|slides?|board|docs?|schrieb|sagt|sagte|sagen|behauptet|behauptete|dachte|glaubt|meint|meinte|laut) /

/** Called wrong or doubtful by what comes after it. */
const DOUBTS =
  / (?:wrong|impossible|nonsense|mistake|mistaken|slip|slipped|noticed|absurd|off by|way off|headroom|slack|safety|rounded|rounding|let's round|call it|(?:can ' t|can't|cannot|can not|can never|isn't|is not|not|doesn't look|never) (?:be |quite )?(?:right|correct|true|possible|add up|work out)|makes no sense|check that|double check|let me (?:check|redo|see|recompute|recalculate)|unless|the old|is what|at first|falsch|unsinn|quatsch|verrechnet|nicht sein|stimmt nicht) /

/** "if 30 x 20 = 900": the sum itself is what is supposed, rather than what follows from it. */
const isClause = (tokens: readonly Token[], { from }: Stretch, to: number): boolean => {
  for (let at = to - 1; at >= Math.max(from, to - MOST_BEFORE); at -= 1) {
    const { text } = tokens[at] as Token
    if (SUPPOSES.test(text)) return true
    if (/^[,;:.→]$|^(?:then|so|we|i|dann|also)$/.test(text)) return false
  }
  return false
}

const MOST_BEFORE = 6
const SUPPOSES =
  /^(?:if|unless|whether|suppose|supposing|imagine|pretend|until|when|wenn|falls|ob|angenommen|außer)$/

/** Whether a figure further on is what the arithmetic gives: whoever wrote both has seen the slip. */
const isPutRight = (tokens: readonly Token[], figure: Figure, { result, gives }: Written): boolean => {
  if (figure.first < result.next || figure.first > result.next + MOST_TO_RIGHT) return false
  const by = figure.unit.head === result.unit.head ? figure.unit.scale / result.unit.scale : 1
  if (isSizeOf(tokens, figure.first)) return false
  if (!fits(gives, figure.low * by, figure.high * by, Math.max(2, figure.digits), false)) return false
  return !/^(?:x|\*|\/|\+|-|times|plus|minus|over|mal|durch)$/.test(tokens[figure.next]?.text ?? '')
}
