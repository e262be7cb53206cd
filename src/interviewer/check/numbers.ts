/** A figure comes from the problem or from the candidate; a model's own would pass for a fact. */
import { type Check, candidateWords, openWords, saysOf } from './draft.ts'
import { quantities, same } from './quantity.ts'

/** Every figure stands in a fact that may be told, in what was said before, or in the question as it is written. */
export const numbers: Check = ({ say, facts }, talk) => {
  const found = quantities(say)
  if (found.length === 0) return undefined
  const { stage, problem, flow, purpose, revealed } = talk
  const sources = [
    ...saysOf(talk, [...facts, ...revealed]),
    ...openWords(talk),
    ...stage.criteria.map(({ press }) => press),
    ...candidateWords(talk),
    ...(purpose === 'twist' ? [problem.twist?.says ?? '', ...flow.twists.map(({ says }) => says)] : []),
  ]
  const known = sources.flatMap(quantities).map(({ value }) => value)
  const invented = found.filter(({ value }) => !known.some((one) => same(one, value)))
  if (invented.length === 0) return undefined
  const list = invented.map(({ text }) => `"${text}"`).join(', ')
  return `${list} stands in no fact you may tell and was not said by the candidate; leave it out`
}
