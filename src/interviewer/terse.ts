/** Requests typed as a bare list: `also: latency, budget, privacy`. */
import { type Word, words } from '../flow/words.ts'

/** Whether words name a fact: by a phrase it is asked for with, or by the telling words of one. */
export type Naming = (text: readonly Word[]) => 'phrase' | 'words' | undefined

/** The parts of a list. `signed` when something shows that it asks, `sure` when a phrase is among them. */
export type List = { names: string[]; signed: boolean; sure: boolean }

const SIGN = /^(?:also|and|plus|next|then|ok|okay|please|what about|how about)\b[\s:,]+(?:also\b[\s:,]*)?/i
const PLEASE = /[\s,]+(?:please|pls|plz)\W*$/i
const MOST = 9
const FEW = 4

/** A verb makes a statement of what would be a name. */
const STATES =
  /^(?:which|that|when|if)\b|(?<!\b(?:when|if|while)\b.*)\b(?:is|are)\b|\b(?:was|were|never|not|get|gets|always|has|have|had|will|would|be|means|needs?|stays?|matters?|brings?|tell|i|me|we|you|my|it|because|let|should|could|can|may|must|use|take|predict|train|start|sample|score|rank|split|keep|add)\b|\d/i

/** The list that a sentence is, if each of its parts is short and names a fact. */
export const terse = (sentence: string, names: Naming): List | undefined => {
  const polite = PLEASE.test(sentence)
  const bare = sentence.replace(/^[\s>*_#\-–•\d.)]+/u, '').replace(PLEASE, '')
  const sign = SIGN.exec(bare)?.[0] ?? ''
  const parts = bare
    .slice(sign.length)
    .split(/[,;?&]| \/ |\b(?:and|or|plus)\b/i)
    .map((part) => part.replace(/^\s*(?:also|the|our|your|any)\b/i, '').trim())
    .filter((part) => words(part).length > 0)
  const found = parts.map((part) => {
    const all = words(part)
    if (all.length > MOST || STATES.test(part)) return undefined
    const name = names(all)
    return all.length <= FEW || (name === 'phrase' && !/\.\W*$/.test(sentence)) ? name : undefined
  })
  if (found.length === 0 || found.includes(undefined)) return undefined
  return { names: parts, signed: sign !== '' || polite || bare.includes('?'), sure: found.includes('phrase') }
}
