/** What is said to be told is told, and what is not said to be told is not. */
import type { Fact } from '../../flow/problem.ts'
import { type Check, repeatable } from './draft.ts'
import { languageOf } from './language.ts'
import { quantities, same } from './quantity.ts'
import { givesAway, shared, telling, tellingOf } from './telling.ts'

/** A fact told has so much of its words in the reply. */
const ENOUGH = 0.34

/** The words of each fact told are there, and no other fact is given away. */
export const told: Check = ({ say, facts }, talk) => {
  const { problem, revealed } = talk
  const said = telling(say)
  const missing = problem.facts.find((fact) => facts.includes(fact.id) && !speaksOf(fact, say, said))
  if (missing) return `it names the fact "${missing.id}" as told and does not tell it`
  const known = tellingOf(repeatable(talk, facts))
  const leaked = problem.facts.find(
    ({ id, says }) => !facts.includes(id) && !revealed.includes(id) && givesAway(says, { known, said }),
  )
  return leaked && `it gives away the fact "${leaked.id}", which it does not name as told`
}

const speaksOf = ({ says }: Fact, say: string, said: ReadonlySet<string>): boolean => {
  const figures = quantities(says)
  const spoken = quantities(say)
  if (figures.some(({ value }) => spoken.some((one) => same(one.value, value)))) return true
  if (shared(telling(says), said) >= ENOUGH) return true
  return figures.length === 0 && (languageOf(say) ?? 'en') !== 'en'
}
