/** Whether an answer says nothing that could be judged, so that it is asked for once more. */
import type { Criterion } from '../flow/flow.ts'
import { FUNCTION_WORDS } from '../flow/function-words.ts'
import { stem } from '../flow/stem.ts'
import { words } from '../flow/words.ts'
import { placesOf } from './heard.ts'
import { technical } from './technical.ts'

const READ = 2_000
/** With fewer telling words there is nothing to judge; a long answer is empty when so large a share of them is vague. */
const FEW = 6
const SHARE = 0.5
/** A word of the trade in so many telling ones is an answer, however it is put. */
const TRADE = 0.2

const VAGUE: ReadonlySet<string> = new Set(
  `good best better well fine nice great important key crucial depend depends various different several thing things stuff
  lot lots kind sort really standard typical typically usual usually normal normally common general generally basic basically
  appropriate suitable proper properly right correct optimal optimise optimize improve approach approaches method methods
  technique techniques solution solutions way ways handle deal consider considering ensure make making sure robust reliable
  efficient efficiently effective quality etc maybe probably perhaps possible possibly simply easy easily careful carefully
  look see think believe feel guess try use using need want have get do work works working go always often sometimes
  relevant necessary needed useful helpful certain somehow something anything everything case cases situation aspect aspects
  factor factors part parts point points issue issues problem problems need needs requirement requirements step steps
  modern advanced smart powerful nicely great high low big small new old first second final whole clear clearly
  data model models system user users people business team experience industry practice practices everyone come take
  give keep know understand analyse analyze evaluate choose pick select build create design develop implement apply follow
  balance trade carefully thoroughly obviously course definitely probably`
    .split(/\s+/)
    .map(stem),
)

/** True of an answer that is too short to judge, or long and empty, without a word on what the criterion looks for. */
export const vague = (text: string, criterion: Criterion): boolean => {
  const all = words(text.slice(0, READ))
  const content = all.filter((word) => !word.number && !FUNCTION_WORDS.has(word.text))
  if (all.some((word) => word.number)) return false
  if (content.length < FEW) return true
  if (placesOf(criterion, all).length > 0) return false
  const trade = content.filter((word) => technical(word.stem) && !VAGUE.has(word.stem)).length
  const empty = content.filter((word) => VAGUE.has(word.stem)).length
  return empty >= SHARE * content.length && trade < TRADE * content.length
}

/** Nobody who does not know is asked the same in other words. */
export const givesUp = (text: string): boolean =>
  BEGINS.test(text) || (words(text).length < SHORT && ANYWHERE.test(text))

const SHORT = 30
const BEGINS =
  /^\W*(?:(?:sorry|well|hm+|um+|honestly|ok|no|to be honest|frankly)\W+)*(?:(?:i )?(?:really |honestly |just )?(?:do not|don['’]?t) (?:really |actually )?know|(?:i(?: have|['’]ve)? )?(?:got )?no (?:idea|clue|answer|experience)|(?:i(?: am|['’]?m) )?not (?:really )?sure|idk|dunno|(?:i )?(?:can['’]?t|cannot|can not) (?:say|answer|tell)|(?:i['’]?d |i |let['’]?s )?(?:rather )?(?:pass|skip)\b|(?:i )?(?:give up|have never|['’]?ve never|haven['’]?t))/i
const ANYWHERE =
  /\b(?:i (?:really |honestly |just )?(?:do not|don['’]?t) (?:really |actually )?know(?! (?:if|whether|which|how many|yet whether))|(?:i(?: have|['’]ve)? )(?:got )?no (?:idea|clue)|i (?:can['’]?t|cannot) (?:say|answer)|beyond (?:me|my knowledge)|over my head|never (?:done|worked|heard))\b/i
