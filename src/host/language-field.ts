/** The field of a form by which somebody chooses a language. */
import type { Field } from '../platform/card.ts'
import { LANGUAGES } from '../words/words.ts'
import { languageMeant, ownName } from './language.ts'

/** The languages that the bot speaks, and `chosen` where that is another one: a model may speak it. */
export const languageField = (label: string, chosen: string): Field => {
  const preset = languageMeant(chosen) ?? 'en'
  const codes = new Set([...Object.keys(LANGUAGES), preset])
  return {
    ...{ name: 'language', label, preset },
    choices: [...codes].map((value) => ({ value, label: ownName(value) })),
  }
}

/** Stands for none in particular. */
export const ANY = 'any'

/** The same where none need be chosen; `otherwise` says which it then is. */
export const optionalLanguage = (label: string, chosen: string | undefined, otherwise: string): Field => {
  const { choices = [], ...field } = languageField(label, chosen ?? 'en')
  return { ...field, choices: [{ value: ANY, label: otherwise }, ...choices], preset: chosen ?? ANY }
}
