/** How something is spoken of in a sentence: said, denied, supposed for the sake of argument, or guessed. */
import type { Span } from '../../flow/phrase.ts'
import type { Word } from '../../flow/words.ts'
import { isDenied } from './denied.ts'
import type { Said } from './said.ts'

export type Stance = 'said' | 'denied' | 'supposed' | 'guessed'

/** The stance of the sentence to the phrase that stands at the span. */
export const stanceOf = (said: Said, span: Span, phrase: string): Stance => {
  if (isDenied(said, span, phrase)) return 'denied'
  if (said.words.slice(0, span.from).some(supposes)) return 'supposed'
  return guesses(said, span) ? 'guessed' : 'said'
}

/** A guess holds for its part of the sentence, up to a colon or a semicolon. */
const guesses = ({ text, words }: Said, { from }: Span): boolean => {
  const at = words[from]?.start ?? 0
  if (EITHER.test(text.slice(0, at)) && OR.test(text)) return true
  let begin = 0
  for (const part of text.split(/(?<=[:;])/)) {
    if (at < begin + part.length) return GUESSES.test(part)
    begin += part.length
  }
  return GUESSES.test(text)
}

/** `Were it` and `if it`, and `whether it can`; not `we're`. */
const supposes = ({ text, start, end }: Word): boolean => SUPPOSES.has(text) && end - start === text.length

const SUPPOSES = new Set(['if', 'were', 'unless', 'otherwise', 'whether'])
const EITHER = /\beither\b/i
const OR = /\bor\b/i
const GUESSES =
  /\b(?:not (?:quite |really )?sure|can'?t tell|cannot tell|(?:hard|difficult|impossible) to (?:tell|say)|no idea|could (?:not )?be|might (?:not )?be|may (?:not )?be|maybe|perhaps|possibly|i guess|just guessing)\b|\?["')\s]*$/i
