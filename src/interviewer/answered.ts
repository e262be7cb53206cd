/** Whether somebody who asks goes on to answer it himself. */

/** True when the sentence after a question answers it; where questions are invited only a plain answer counts as one. */
export const answered = (question: string, next: string, invited: boolean): boolean => {
  if (COURTESY.test(next) || SIDES.test(next) || ASIDE.test(next) || REASON.test(next)) return false
  return (
    !invited ||
    OWN.test(question) ||
    ANSWER.test(next) ||
    /\bbecause\b/i.test(next) ||
    next.split(/\s+/).length < WORD_OR_TWO
  )
}

/** The sides between which is asked. */
const SIDES = /^(?:any|(?:only|just|both|mostly|all|the)\b.*\b(?:or|too|also))\b/i

/** What follows a question in fewer words is its answer. */
const WORD_OR_TWO = 3

const COURTESY = /^(?:thanks|thank you|please|ok|okay|sorry|hm+|cheers|right|and|also)\W*$/i
/** A guess, a reason for asking, or the next request. */
const ASIDE =
  /^(?:(?:and |so |but |or )?(?:i|we)(?:['’]?d|['’]?m| would| will| am| do)? (?:just )?(?:guess|assume|ask|asking|imagine|suspect|suppose|expect|think|want|like to|need (?:it|this|that)|do not|don['’]?t)\b|my (?:guess|assumption)|asking|just\b|thanks|thank you|please|also\b|second|third|finally|next\b|for (?:example|instance)|e\.?g|like\b|such as|depending|in case|(?:that|this|it|the answer|because (?:it|that|this)|since (?:it|that|this))(?: \w+){0,3} (?:decides?|determines?|changes?|affects?|drives?|matters?|influences?|tells?|helps?)\b)/i
const REASON = /\b(?:after all|you know|that['’]?s why|that is why|i (?:ask|wonder))\W*$/i
const OWN = /\b(?:do|would|will|did|could|should) i\b|\b(?:would|will) we\b/i
const ANSWER =
  /^(?:the|an?|then|because|since|by|mostly|mainly|not|no|yes|only|about|around|roughly|well|probably|maybe|clearly|to|every|all|both|one|two|three|\d|it['’]?s|it (?:is|would)|that['’]?s|that (?:is|would)|those|these|we|so|i|my)\b/i
