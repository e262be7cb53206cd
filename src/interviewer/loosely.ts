/** What is a question only where questions are what is wanted: a guess put up for a yes, and a question behind a remark. */
import { words } from '../flow/words.ts'
import { asksByForm } from './form.ts'

/** True for a guess put up for a yes, which a fact may confirm; a guess with a figure in it is an assumption. */
export const supposes = (text: string): boolean => !/\d/.test(text) && (TAG.test(text) || GUESS.test(text))

/** True when a later part of a sentence asks by its form, as in `they are shared, so how do we test`. */
export const asksLater = (text: string): boolean =>
  text
    .split(PARTS)
    .slice(1)
    .some((part) => words(part).length >= LEAST && (PLAIN.test(part) || asksByForm(part)))

const LEAST = 2
const PARTS =
  /\s*(?:[,;:…]|\.{2,}|\s[-–—]+\s|\b(?:and|but|so)\s(?=(?:how|what|which|who|where|when|is|are|do|does|can|did)\b))\s*/i

/** A bare question of two or three words. */
const PLAIN =
  /^(?:(?:and|so|but) )*(?:how (?:rare|many|much|big|fast|often|long|so)|who|since when|why|how come)\W*$/i

/** What is put behind a guess to have it confirmed. */
export const TAG =
  /,?\s\b(?:right|correct|no|i (?:suppose|imagine|assume|presume|hope|take it)|is(?:n['’]?t| it not) (?:it|that so)|don['’]?t (?:we|they|you))\s*[?.!]*$/i
const GUESS =
  /^(?:so |and |but |well )?i (?:(?:assume|suppose|imagine|presume|hope|expect|bet|guess) (?:that )?(?:there|we|you|they|people|users|the|it|our|some|all)\b|take it\b)(?!.*\b(?:until|unless|for now|then i)\b)/i
