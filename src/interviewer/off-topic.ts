/** Whether a turn is small talk: words of daily life that the problem does not use, and next to none of the trade. */
import { FUNCTION_WORDS } from '../flow/function-words.ts'
import type { Problem } from '../flow/problem.ts'
import { type Word, words } from '../flow/words.ts'
import { everyday } from './everyday.ts'
import { ambiguous, designing, technical } from './technical.ts'

const READ = 4_000
/** A question to the interviewer of so few words is about nothing but the word of daily life in it. */
const SHORT = 4
/** So many words of daily life for each sign of the trade. */
const MANY = 4

/** True for clear small talk only; whatever may be an answer is heard as one. */
export const offTopic = (text: string, problem: Problem): boolean => {
  const cut = text.slice(0, READ)
  const all = words(cut)
  const content = all.filter((word) => !word.number && !FUNCTION_WORDS.has(word.text))
  const { all: own, asked } = vocabulary(problem)
  const daily = content.filter(({ stem }) => everyday(stem) && !own.has(stem)).length
  const trade = content.filter(({ stem }) => technical(stem) || designing(stem) || asked.has(stem))
  const signs = trade.length + quantities(all) + (cut.match(SYMBOLS)?.length ?? 0)
  if (signs === 0 && ENTERTAIN.test(cut)) return true
  if (daily === 0) return false
  if (!all.some((word) => PERSONAL.has(word.text)))
    return signs === 0 && daily >= 2 && daily * 2 >= content.length && !cut.includes(',')
  if (signs > 0) return daily >= MANY * signs
  return daily >= 2 || (content.length <= SHORT && /\byour?\b.*\?/i.test(cut))
}

const ENTERTAIN = /\b(?:tell|sing|know)\b.{0,20}\b(?:jokes?|songs?|story|poem)\b|\bknock,? knock\b/i
/** Small talk is about its speaker and its listener; a list of inputs is not. */
const PERSONAL = new Set('i my me mine im ive id you your he his she her us'.split(' '))

/** Figures with units, formulas and abbreviations are never small talk. */
const SYMBOLS = /\b[A-Z]{2,}\d*\b(?<!\bI|OK|LOL|TV|OMG|HAHA)|[=≈×*<>^_]|\b\w+\d\w*\b|[a-z][A-Z]/g
const UNITS =
  /^(?:percent|per|ms|thousand|million|billion|dollar|euro|pound|gb|mb|tb|kb|byte|request|row|dimens|qp|rp|x|core|gpu)$/

const quantities = (all: readonly Word[]): number =>
  all.filter((word, i) => word.number && (Number(word.text) >= 10_000 || UNITS.test(all[i + 1]?.stem ?? '')))
    .length

type Vocabulary = { all: ReadonlySet<string>; asked: ReadonlySet<string> }

const made = new WeakMap<Problem, Vocabulary>()

/** The words of a problem, which are no small talk there, and those by which its facts are asked for. */
const vocabulary = (problem: Problem): Vocabulary => {
  const before = made.get(problem)
  if (before) return before
  const { probes: _, levels: __, exemplars: ___, ...told } = problem
  const asked = stems([problem.title, ...problem.facts.flatMap(({ asks }) => asks)].join(' '))
  const fresh = {
    all: stems(JSON.stringify(told).replace(/"\w+":/g, ' ')),
    asked: new Set([...asked].filter((stem) => !ambiguous(stem) && !everyday(stem))),
  }
  made.set(problem, fresh)
  return fresh
}

const stems = (text: string): Set<string> =>
  new Set(words(text).flatMap((word) => (FUNCTION_WORDS.has(word.text) ? [] : [word.stem])))
