import { PHRASES, type Phrases } from '../phrases.ts'
import { GERMAN } from './german.ts'

/** The phrases for a tag such as `de` or `de-AT`; English where none of ours is spoken. */
export const phrasesIn = (language: string | undefined): Phrases =>
  /^de(?:[-_]|$)/i.test(language ?? '') ? GERMAN : PHRASES
