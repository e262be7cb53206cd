/** Figures of an answer: as a table to read, and as data. */

import type { Interval } from '../../numbers/intervals/interval.ts'
import type { Defined, Measure, Undefined } from '../../numbers/measure.ts'
import { numberText } from '../../numbers/number-text.ts'
import type { Json } from '../tool.ts'

/** A figure by its name; `says` is what it is beside, such as its baseline. */
export type Figure = { name: string; measure: Measure | Interval | Undefined; says?: string }

/** Groups of figures, each a table under its heading; what is undefined says why. */
export const figuresText = (groups: Readonly<Record<string, readonly Figure[]>>): string =>
  Object.entries(groups)
    .filter(([, figures]) => figures.length > 0)
    .map(([title, figures]) => [`**${title}**`, ...figures.map(lineOf)].join('\n'))
    .join('\n\n')

const lineOf = ({ name, measure, says }: Figure): string => {
  if (measure.value === undefined) return `- ${name}: undefined. ${measure.reason}`
  const range = isInterval(measure)
    ? ` (95 %: ${numberText(measure.low)} to ${numberText(measure.high)})`
    : ''
  return `- ${name}: **${numberText(measure.value)}**${range}${says === undefined ? '' : `; ${says}`}`
}

/** By name: a number, with its interval where there is one, or null with the reason. */
export const figuresData = (groups: Readonly<Record<string, readonly Figure[]>>): Json =>
  Object.fromEntries(
    Object.values(groups)
      .flat()
      .map(({ name, measure }): [string, Json] => {
        if (measure.value === undefined) return [name, { value: null, reason: measure.reason }]
        return [
          name,
          isInterval(measure)
            ? { value: measure.value, low: measure.low, high: measure.high }
            : { value: measure.value },
        ]
      }),
  )

const isInterval = (measure: Defined | Interval): measure is Interval => 'low' in measure && 'high' in measure
