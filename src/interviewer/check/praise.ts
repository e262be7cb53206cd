/** A calm interviewer does not praise: it would tell how the answer is judged. */
import { sentences } from '../../flow/words.ts'
import { type Check, openWords, saysOf } from './draft.ts'
import { languageOf } from './language.ts'
import { ANYWHERE, ENGLISH, PRAISE } from './praise-words.ts'

/** No word of praise in what is not a sentence of flow or problem. */
export const praise: Check = ({ say, facts }, talk) => {
  const known = [...saysOf(talk, facts), ...openWords({ ...talk, spoken: [] })]
  const own = known.reduce((rest, text) => rest.replaceAll(text, ' '), say)
  const found = praiseIn(own)
  return found && `it praises or rates the answer ("${found}"); do neither`
}

/** The first words of praise in a text; `alone` leaves out those that may as well describe a thing, as in "a fair choice". */
export const praiseIn = (text: string, alone = false): string | undefined => {
  const language = languageOf(text)
  const lists = [ANYWHERE, ENGLISH, ...(language ? [PRAISE.get(language) ?? []].flat() : [])]
  for (const { start, end } of sentences(text)) {
    const sentence = text.slice(start, end).trim()
    for (const { pattern, asking } of lists.flat()) {
      const counts = asking || !(alone || sentence.endsWith('?'))
      const found = counts ? pattern.exec(sentence)?.[0] : undefined
      if (found !== undefined) return found.trim()
    }
  }
  return undefined
}
