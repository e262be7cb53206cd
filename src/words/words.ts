/** The bot's own sentences in each language that it speaks. What the interviewer says comes from elsewhere. */
import { DE } from './de/de.ts'
import { EN } from './en/en.ts'

/**
 * All that the bot says by itself, section by section. A leaf is a sentence, or a function of named values to one, so that
 * plurals and the order of words are each language's own affair. English says what there is to say; every other language
 * says the same.
 */
export type Words = typeof EN

/** The languages with words for everything, each by its code, with its own name for itself. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const

/** The code of a language that the bot speaks. */
export type Language = keyof typeof LANGUAGES

const CATALOGUES: Readonly<Record<Language, Words>> = { en: EN, de: DE }

/** The code of the language that is spoken to whoever asks for `tag`, such as `de-AT`: English where theirs is not there. */
export const spokenFor = (tag: string | undefined): Language => {
  const code = (tag ?? '').toLowerCase().split(/[-_.@]/)[0]
  return code !== undefined && Object.hasOwn(LANGUAGES, code) ? (code as Language) : 'en'
}

/** The words for whoever asks for `tag`, such as `de`, `de-AT` or `de_DE.UTF-8`. */
export const wordsIn = (tag: string | undefined): Words => CATALOGUES[spokenFor(tag)]
