/** Requests typed as a bare list: `also: latency, budget, privacy`. */
import { type Word, words } from '../flow/words.ts'

/** Whether words name a fact: by a phrase it is asked for with, or by the telling words of one. */
export type Naming = (text: readonly Word[]) => 'phrase' | 'words' | undefined

/** The parts of a list. `signed` when something shows that it asks, `sure` when a phrase is among them. */
export type List = { names: string[]; signed: boolean; sure: boolean }

const SIGN = /^(?:also|and|plus|next|then|ok|okay|please|what about|how about)\b[\s:,]+(?:also\b[\s:,]*)?/i
const MOST = 4

/** A verb makes a statement of what would be a name. */
const STATES = /\b(?:is|are|was|were|has|have|had|will|would|be|means|needs?|stays?|matters?)\b/i

/** The list that a sentence is, if each of its parts is short and names a fact. */
export const terse = (sentence: string, names: Naming): List | undefined => {
  const bare = sentence.replace(/^[\s>*_#\-–•\d.)]+/u, '')
  const sign = SIGN.exec(bare)?.[0] ?? ''
  const parts = bare
    .slice(sign.length)
    .split(/[,;?&]| \/ |\b(?:and|or|plus)\b/i)
    .map((part) => part.replace(/^\s*(?:also|the|our|your|any)\b/i, '').trim())
    .filter((part) => words(part).length > 0)
  const found = parts.map((part) => {
    const all = words(part)
    return all.length <= MOST && !STATES.test(part) ? names(all) : undefined
  })
  if (found.length === 0 || found.includes(undefined)) return undefined
  return { names: parts, signed: sign !== '' || bare.includes('?'), sure: found.includes('phrase') }
}
