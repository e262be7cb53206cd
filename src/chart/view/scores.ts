import { finite, label, MOST, within } from '../bounded.ts'
import type { Row, View } from '../figure.ts'
import type { Phrases } from '../phrases.ts'
import type { Scores } from '../picture.ts'

/** A bar for each stage, with a tick where the level's bar lies. */
export const scoresView = ({ level: given, most, marks }: Scores, { scores: say }: Phrases): View => {
  within(marks.length, MOST.rows, 'marks')
  const level = label(given, 24)
  finite(most, 'The best mark', 1, 1000)
  const rows = marks.map(({ name, mark, bar }): Row => {
    const tick = finite(bar, `The bar of "${label(name)}"`, 0, most)
    if (mark === undefined)
      return { name: label(name, 28), value: undefined, text: say.none, tick, tone: 'bad' }
    const value = finite(mark, `The mark of "${label(name)}"`, 0, most)
    const tone = value >= tick ? 'good' : 'bad'
    return { name: label(name, 28), value, text: say.mark(value, tick), tick, tone }
  })
  const told = (tone: Row['tone']) =>
    rows.flatMap(({ name, value, tick = 0, tone: own }) =>
      value === undefined || own !== tone ? [] : [say.one(name, value, tick)],
    )
  const none = rows.filter(({ value }) => value === undefined).map(({ name }) => name)
  return {
    figure: {
      form: 'bars',
      title: say.title(level),
      note: say.note(level),
      axis: { title: say.axis, from: 0, to: most, as: 'number' },
      rows,
    },
    alt: say.alt(level, told('good'), told('bad'), none),
  }
}
