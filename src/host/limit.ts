/** Limits as an admin writes them down: lists of what may be, and numbers of days. */
import type { Words } from '../words/words.ts'
import { Unmet } from './wish.ts'

/** The words of a list; `any` and nothing at all permit everything. Throws `Unmet` for what cannot be in it. */
export const listed = (
  name: string,
  text: string,
  may: { be: (word: string) => boolean; words: (words: Words) => string },
): readonly string[] => {
  const words = text.split(/[\s,]+/).filter((word) => word !== '' && word !== 'any')
  const wrong = words.find((word) => !may.be(word))
  if (wrong === undefined) return words
  throw new Unmet((words) =>
    words.settings.notAmong({ word: wrong.slice(0, 60), name, may: may.words(words) }),
  )
}

/** What may be listed where there are just these. */
export const among = (all: readonly string[]): Parameters<typeof listed>[2] => ({
  be: (word) => all.includes(word),
  words: () => all.join(', '),
})

/** A number of days, or null for `never` and `any`; what was `before` where nothing is given. */
export const daysOf = (text: string | undefined, before: number | null): number | null => {
  if (text === undefined) return before
  if (/^(?:never|any)?$/.test(text.trim())) return null
  const days = Number(text)
  if (Number.isInteger(days) && days >= 1 && days <= 3650) return days
  throw new Unmet(({ settings }) => settings.noDays({ text: text.slice(0, 60) }))
}
