import { finite, label, MOST, within } from '../bounded.ts'
import type { Row, View } from '../figure.ts'
import { short } from '../numeral.ts'
import type { Phrases } from '../phrases.ts'
import type { Importance } from '../picture.ts'
import { rangeOf } from './range.ts'

/** Features from the most important down, each with its interval. */
export const importanceView = ({ measure: given, features, alone }: Importance, phrases: Phrases): View => {
  const say = alone ? phrases.alone : phrases.importance
  within(features.length, 100_000, 'features')
  const measure = label(given)
  const sorted = features
    .map(
      ({ name, value, low = value, high = value }): Row & { value: number; low: number; high: number } => ({
        name: label(name, 28),
        value: finite(value, `The importance of "${label(name)}"`),
        text: short(value),
        low: finite(low, `The interval of "${label(name)}"`),
        high: finite(high, `The interval of "${label(name)}"`),
        tone: high > low && low <= 0 && high >= 0 ? 'bad' : 'good',
      }),
    )
    .sort((a, b) => b.value - a.value)
  const rows = sorted.slice(0, MOST.rows)
  const first = rows.slice(0, 3).map(({ name, text }) => `${name} (${text})`)
  const unsure = rows.filter(({ tone }) => tone === 'bad').map(({ name }) => name)
  const alt = say.alt(measure, first, sorted.length)
  return {
    figure: {
      form: 'bars',
      title: say.title,
      note: say.note(sorted.length - rows.length),
      axis: {
        title: say.axis(measure),
        ...rangeOf(
          rows.flatMap(({ value, low, high }) => [value, low, high]),
          true,
        ),
        as: 'number',
      },
      rows,
    },
    alt: unsure.length === 0 ? alt : `${alt} ${say.unsure(unsure.slice(0, 5))}`,
  }
}
