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
  return GUESSES.test(said.text) ? 'guessed' : 'said'
}

/** `Were it` and `if it`, and `whether it can`; not `we're`. */
const supposes = ({ text, start, end }: Word): boolean => SUPPOSES.has(text) && end - start === text.length

const SUPPOSES = new Set(['if', 'were', 'unless', 'otherwise', 'whether'])
const GUESSES =
  /\b(?:not (?:quite |really )?sure|can'?t tell|cannot tell|hard to (?:tell|say)|no idea|either|could be|might be|may be|maybe|perhaps|possibly|i guess|just guessing)\b/i
