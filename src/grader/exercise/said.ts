/** The sentences of an answer that say something of its own: no questions, no orders to the judge, no lists of words, no echo. */
import { FUNCTION_WORDS } from '../../flow/function-words.ts'
import { sentences, type Word, words } from '../../flow/words.ts'
import { runsOf, withoutEcho } from './echo.ts'

/** A sentence where it stands, with its words; starts and ends of words count from the beginning of the answer. */
export type Said = { text: string; start: number; words: readonly Word[] }

/** Longer answers are read up to here. */
const LONGEST = 6_000
const LIST = 5

/** What of the answer counts, in order; words that only hand back the question are left out. */
export const saidIn = (answer: string, question: string): Said[] => {
  const given = runsOf(words(question))
  return linesOf(answer.slice(0, LONGEST)).flatMap(({ text, start }) => {
    if (ORDERS.test(text) || (asks(text) && !STATES.test(text) && !isBrief(text))) return []
    const own = withoutEcho(words(text), given)
    return own.length === 0 || isList(own, text) ? [] : [{ text, start, words: own }]
  })
}

const asks = (text: string): boolean => /\?["')\s]*$/.test(text)

/** What is put as a statement and only made less sure by its question mark. */
const STATES =
  /^(?:(?:so|hm+|well|ok|okay|then),? )?(?:perhaps|probably|maybe|possibly|i (?:think|guess|suppose|believe|would)|i['’]?d|it['’]?s|it (?:is|looks|seems|might|may|could)|that['’]s|this (?:is|looks)|looks like|sounds like|seems)\b|, ?(?:right|no|yes|isn['’]t it)\?/i

/** `train/serve skew?` without a verb that asks. */
const isBrief = (text: string): boolean => words(text).length <= BRIEF && !ASKS.test(text)

const BRIEF = 5
const ASKS =
  /\b(?:what|why|how|is|are|do|does|did|can|could|would|should|will|who|which|where|when|have|has|was|were|or|shall|may|am|you|your|it|this|that|isn['’]t|aren['’]t)\b/i

const linesOf = (answer: string): { text: string; start: number }[] =>
  sentences(answer).flatMap(({ start, end }) => {
    const out: { text: string; start: number }[] = []
    for (const { 0: line, index } of answer.slice(start, end).matchAll(/[^\n]+/g)) {
      let from = 0
      for (const stop of line.matchAll(/[.!?;](?=\s)/g)) {
        out.push({ text: line.slice(from, stop.index + 1), start: start + index + from })
        from = stop.index + 1
      }
      out.push({ text: line.slice(from), start: start + index + from })
    }
    return out
      .map((one) => ({
        text: one.text.trim(),
        start: one.start + one.text.length - one.text.trimStart().length,
      }))
      .filter(({ text }) => text !== '')
  })

/** Somebody who tells the judge what to write. */
const ORDERS =
  /\b(?:full|top|maximum|max|highest) (?:marks?|points|score|verdict)|\b(?:ignore|disregard|forget) (?:your|all|the|any|previous|prior)\b|\binstructions?\b|\b(?:mark|grade|score|rate) (?:me|this|it|my|the|diagnosis|both)\b|\bverdicts?\b|\b(?:diagnosis|remedy) (?:is |are |= ?|: ?)?["']?right\b/i

/** Words one after another that are not said of anything. */
const isList = (text: readonly Word[], written: string): boolean =>
  text.filter((word) => !word.number).length >= LIST &&
  !text.some((word) => FUNCTION_WORDS.has(word.text) || word.number) &&
  !RELATES.test(written) &&
  !written.split(/[,;:]/).some((part) => DOES.test(part.trim()))

/** Signs by which something is said of something. */
const RELATES = /→|->|=>|[≫≪≈≠<>=]/

const DOES =
  /^(?:add|use|increase|reduce|train|take|make|collect|regulari[sz]e|lower|raise|drop|label|get|try|check|compare|show|report|remove|keep|stop|fit|fill|exclude|shrink|grow|buy|log|slice)\b/i
