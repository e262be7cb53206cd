/** Sums of the candidate's own that do not come out, as far as that is certain without knowing the problem. */
import { numberText } from '../../numbers/number-text.ts'
import { isCorrectedBy } from '../../numbers/referee/corrected.ts'
import type { Finding, Kind } from '../../numbers/referee/finding.ts'
import { sizeOf } from '../../numbers/referee/lines.ts'
import { referee } from '../../numbers/referee/referee.ts'
import type { Words } from '../../words/words.ts'
import { answers } from '../transcript.ts'
import type { Material } from './material.ts'
import type { Where } from './where.ts'

export type Sum = {
  quote: string
  where: Where
  /** How it comes out, line by line. */
  derivation: readonly string[]
}

/** What can be told from the message alone: a figure off from the problem's may answer a supposition of the interviewer's. */
const CERTAIN: readonly Kind[] = ['arithmetic', 'budget', 'threshold']

const MOST = 5

/**
 * Arithmetic, latency budgets and thresholds of the talk that are off by themselves, oldest first; what was put right in a
 * later message is left out.
 */
export const sumsOf = ({ log, find, words, context: { options } }: Material): Sum[] => {
  const said = answers(log).filter(({ attempt }) => attempt === 0)
  const ground = { checks: [], facts: [], commas: !/^en\b/i.test(options.language ?? 'en') }
  return said
    .flatMap(({ text, entry }, n) =>
      referee(text, ground)
        .filter(({ kind }) => CERTAIN.includes(kind))
        .filter((one) => !said.slice(n + 1).some((later) => isCorrectedBy(one, later.text)))
        .flatMap((one) => {
          const where = find(one.quote, entry)
          return where === null ? [] : [{ quote: one.quote, where, derivation: linesOf(one, words) }]
        }),
    )
    .slice(0, MOST)
}

/** How it comes out, in the language of the report; sums are quoted as they were written. */
const linesOf = ({ reckoned, derivation }: Finding, { sums }: Words): string[] => {
  if (reckoned === undefined) return derivation
  const figure = (value: number): string => sums.figure({ number: numberText(value) })
  if (reckoned.of === 'sum') {
    const { sum, gives, stated, before, unit } = reckoned
    const shown = (value: number): string => `${before}${figure(value)}${unit && ` ${unit}`}`
    const { by, isPart } = sizeOf(stated / gives)
    const size = { stated: shown(stated), by: sums.figure({ number: by }) }
    return [`${sum} = ${shown(gives)}`, isPart ? sums.part(size) : sums.times(size)]
  }
  if (reckoned.of === 'threshold') {
    const [alarm, miss, gives] = [reckoned.alarm, reckoned.miss, reckoned.gives].map(figure)
    return [sums.pays, sums.threshold({ costs: `${alarm} / (${alarm} + ${miss}) = ${gives}` })]
  }
  const { parts, sum, most, unit } = reckoned
  const shown = (value: number): string => `${figure(value)} ${unit}`
  return [
    `${parts.map(shown).join(' + ')} = ${shown(sum)}`,
    sums.over({ sum: shown(sum), over: shown(sum - most), most: shown(most) }),
  ]
}
