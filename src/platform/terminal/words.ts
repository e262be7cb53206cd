/** A form in words, where it cannot be asked field by field. */
import type { Words } from '../../words/words.ts'
import type { Field, Form } from '../card.ts'
import { findCommand } from '../commands.ts'
import { commandLine } from '../usage.ts'

/** The fields of a form and the line that answers it, as Markdown. */
export const formInWords = (form: Form, words: Words): string => {
  const fields = form.fields.map((field) => fieldInWords(field, words))
  return [`**${form.title}**`, '', ...fields, '', HOW[form.id](form, words)].join('\n')
}

const fieldInWords = (field: Field, { fields }: Words): string => {
  const { label, choices, preset, optional, when } = field
  const may = choices
    ? `: ${choices.map((choice) => (choice.value === choice.label ? choice.value : `\`${choice.value}\` ${choice.label}`)).join(', ')}`
    : ''
  const only = when ? fields.onlyWith({ value: when.is }) : ''
  const without = preset !== undefined ? fields.ifNotSaid({ preset }) : optional ? fields.optional : only
  return `- ${label}${may}${without === '' ? '' : ` (${without})`}`
}

const lineFor = (command: string, fields: readonly Field[], words: Words): string => {
  const given = Object.fromEntries(
    fields.map(({ name, preset, choices }) => [name, preset ?? choices?.[0]?.value ?? '']),
  )
  const line = Object.values(given).some(Boolean)
    ? commandLine(command, given)
    : findCommand(command)?.example
  return words.fields.answerWith({ command: `/${line}` })
}

const HOW: Record<Form['id'], (form: Form, words: Words) => string> = {
  rate: ({ fields }, words) => {
    const rate = `/rate ${fields.map((_, index) => [3, 2, 4][index % 3]).join(' ')}`
    return words.fields.rateWith({ rate, skip: '/skip' })
  },
  start: ({ fields }, words) => lineFor('start', fields, words),
  settings: ({ fields }, words) => lineFor('settings', fields, words),
  team: ({ fields }, words) => lineFor('settings', fields, words),
  channel: ({ fields }, words) => lineFor('channel', fields, words),
  marks: (_, words) => words.fields.marks,
}
