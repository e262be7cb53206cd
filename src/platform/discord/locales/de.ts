import { wordsIn } from '../../../words/words.ts'
import type { Locale } from './locale.ts'

export const DE: Locale = {
  about: 'Übungsinterviews über Systeme mit maschinellem Lernen.',
  grade: 'Diese Antwort bewerten',
  commands: wordsIn('de').commands,
}
