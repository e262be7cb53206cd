/** A form asked field by field. */
import type { Words } from '../../words/words.ts'
import type { Field, Form } from '../card.ts'
import { alternatives, quoted } from '../usage.ts'

export type Asking = {
  form: Form
  words: Words
  /** The choices of the field in turn, as Markdown; empty where anything may be said. */
  question(): string
  /** What stands before the line in which it is answered. */
  prompt(): string
  /** Takes the answer to the field in turn: what was wrong with it, or all fields once the last is answered. */
  answer(line: string): { fault: string } | { fields: Readonly<Record<string, string>> } | undefined
}

type Choices = NonNullable<Field['choices']>

/** Begins to ask a form; what stands around its own words is said in these. */
export const ask = (form: Form, words: Words): Asking => {
  const fields: Record<string, string> = {}
  let turn = 0
  const field = (): Field => form.fields[turn] ?? { name: '', label: '', optional: true }
  return {
    form,
    words,
    question: () => questionOf(field()),
    prompt() {
      const entered = onEnter(field(), words)
      return `${labelOf(field(), words)}${entered ? ` [${entered}]` : ''} > `
    },
    answer(line) {
      const value = chosen(field(), line.trim())
      if (value === undefined) return { fault: wrong(field(), line.trim(), words) }
      if (value !== '') fields[field().name] = value
      do turn += 1
      while (turn < form.fields.length && !applies(field(), fields))
      return turn < form.fields.length ? undefined : { fields }
    },
  }
}

/** The same form with these answers as what Enter takes. */
export const withPresets = (form: Form, answers: Readonly<Record<string, string>>): Form => ({
  ...form,
  fields: form.fields.map((field) => {
    const preset = answers[field.name] ?? field.preset
    return preset === undefined ? field : { ...field, preset }
  }),
})

const applies = ({ when }: Field, fields: Readonly<Record<string, string>>): boolean =>
  when === undefined || fields[when.field] === when.is

const questionOf = ({ label, choices }: Field): string =>
  choices && !isScale(choices)
    ? [`**${label}**`, '', ...choices.map((choice, index) => `${index + 1}. ${choice.label}`)].join('\n')
    : ''

/** Numbers that count from one say all by themselves. */
const isScale = (choices: NonNullable<Field['choices']>): boolean =>
  choices.every(({ value, label }, index) => value === `${index + 1}` && label === value)

const labelOf = ({ label, choices }: Field, { fields }: Words): string =>
  choices && isScale(choices) ? fields.scale({ label, most: choices.length }) : label

const onEnter = ({ preset, optional, choices }: Field, { fields }: Words): string => {
  if (preset === undefined) return optional ? fields.leaveOut : ''
  return choices?.find(({ value }) => value === preset)?.label ?? preset
}

/** The value that a line means; empty when the field is left out, nothing when it means none. */
const chosen = ({ choices, preset, optional }: Field, line: string): string | undefined => {
  if (line === '') return preset ?? (optional ? '' : undefined)
  if (!choices) return line
  const word = flat(line)
  const choice =
    choices.find(({ value }) => flat(value) === word) ??
    choices.find(({ label }) => flat(label) === word) ??
    (/^\d+$/.test(line) ? choices[Number(line) - 1] : onlyOne(choices, word))
  return choice?.value
}

const flat = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, ' ')

/** The one choice in which words begin like these. */
const onlyOne = (choices: Choices, typed: string) => {
  const [found, ...more] = likely(choices, typed)
  return more.length === 0 ? found : undefined
}

/** The choices in which, for each word that was typed, one begins like it; none for a letter or two. */
const likely = (choices: Choices, typed: string): Choices => {
  const words = wordsIn(typed)
  if (typed.length < 3) return []
  return choices.filter(({ value, label }) => {
    const own = wordsIn(`${value} ${label}`)
    return words.length > 0 && words.every((word) => own.some((one) => one.startsWith(word)))
  })
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

const wrong = (field: Field, line: string, words: Words): string => {
  const { choices, optional, preset } = field
  const { needsAnswer, takesPreset, leavesOut } = words.fields
  if (!choices) return needsAnswer
  const enter = preset !== undefined ? ` ${takesPreset}` : optional ? ` ${leavesOut}` : ''
  const meant = likely(choices, line)
  return meant.length > 1 ? severalOf(meant, choices, words) : `${choosing(choices, words)}${enter}`
}

const severalOf = (meant: Choices, choices: Choices, { fields }: Words): string =>
  fields.several({ choices: meant.map((one) => `${choices.indexOf(one) + 1}. ${one.label}`).join('; ') })

const choosing = (choices: Choices, { fields, misuse }: Words): string => {
  const most = choices.length
  if (isScale(choices)) return fields.scaleFault({ most })
  // Values that nobody sees are no words to be typed.
  if (most > 9 || choices.some(({ value, label }) => flat(value) !== flat(label)))
    return fields.longFault({ most })
  return fields.fault({
    values: alternatives(
      choices.map(({ value }) => quoted(value)),
      misuse.or,
    ),
  })
}
