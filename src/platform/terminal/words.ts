/** A form in words, where it cannot be asked field by field. */
import type { Field, Form } from '../card.ts'
import { findCommand } from '../commands.ts'
import { commandLine } from '../usage.ts'

/** The fields of a form and the line that answers it, as Markdown. */
export const formInWords = (form: Form): string =>
  [`**${form.title}**`, '', ...form.fields.map(fieldInWords), '', HOW[form.id](form)].join('\n')

const fieldInWords = ({ label, choices, preset, optional, when }: Field): string => {
  const may = choices
    ? `: ${choices.map((choice) => (choice.value === choice.label ? choice.value : `\`${choice.value}\` ${choice.label}`)).join(', ')}`
    : ''
  const only = when ? ` (only with \`${when.is}\`)` : ''
  const without = preset !== undefined ? ` (if not said: ${preset})` : optional ? ' (may be left out)' : only
  return `- ${label}${may}${without}`
}

const lineFor = (command: string, fields: readonly Field[]): string => {
  const given = Object.fromEntries(
    fields.map(({ name, preset, choices }) => [name, preset ?? choices?.[0]?.value ?? '']),
  )
  const line = Object.values(given).some(Boolean)
    ? commandLine(command, given)
    : findCommand(command)?.example
  return `Answer with a line such as \`/${line}\`.`
}

const HOW: Record<Form['id'], (form: Form) => string> = {
  rate: ({ fields }) =>
    `Answer with one number each, in this order, such as \`/rate ${fields.map((_, index) => [3, 2, 4][index % 3]).join(' ')}\`; \`/skip\` leaves it out.`,
  start: ({ fields }) => lineFor('start', fields),
  settings: ({ fields }) => lineFor('settings', fields),
  team: ({ fields }) => lineFor('settings', fields),
  channel: ({ fields }) => lineFor('channel', fields),
  marks: () => 'It is filled in where interviews between two people are held.',
}
