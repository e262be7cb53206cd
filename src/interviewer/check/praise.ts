/** A calm interviewer does not praise: it would tell how the answer is judged. */
import { sentences } from '../../flow/words.ts'
import { type Check, openWords, saysOf } from './draft.ts'
import { languageOf } from './language.ts'
import { ANYWHERE, ENGLISH, PRAISE } from './praise-words.ts'

/** No word of praise in what is not a sentence of flow or problem. */
export const praise: Check = ({ say, facts }, talk) => {
  const known = [...saysOf(talk, facts), ...openWords({ ...talk, spoken: [] })]
  const own = known.reduce((rest, text) => rest.replaceAll(text, ' '), say)
  const language = languageOf(own)
  const lists = [ANYWHERE, ENGLISH, ...(language ? [PRAISE.get(language) ?? []].flat() : [])]
  for (const { start, end } of sentences(own)) {
    const sentence = own.slice(start, end).trim()
    for (const { pattern, asking } of lists.flat()) {
      const found = asking || !sentence.endsWith('?') ? pattern.exec(sentence)?.[0] : undefined
      if (found !== undefined) return `it praises or rates the answer ("${found.trim()}"); do neither`
    }
  }
  return undefined
}
