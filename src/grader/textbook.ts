/** Textbook definitions in a row: they say what terms mean, and nothing about this system. */
import type { Word } from '../flow/words.ts'

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Nobody designs anything without one of these. */
const PERSONS = set('i we my our me us id ill im ive wed well weve lets you your they')
const DEFINES = set('means divides represents describes denotes measures estimates')
const PAIRS = set(`
  is+a is+an is+the are+a are+the is+defined is+called is+when is+commonly refers+to consists+of stands+for occurs+when
  is+inferred is+obtained is+divided is+known is+not are+not is+independent
`)
/** So many definitions in sixty words, and fewer words than these are no recital. */
const DENSITY = 3 / 60
const LEAST = 25

/** True for a recital of definitions. */
export const recited = (text: readonly Word[]): boolean => {
  if (text.length < LEAST || text.some(({ text: word }) => PERSONS.has(word))) return false
  const defined = text.filter(
    ({ text: word }, i) => DEFINES.has(word) || PAIRS.has(`${word}+${text[i + 1]?.text ?? ''}`),
  ).length
  return defined / text.length >= DENSITY
}
