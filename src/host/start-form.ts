/** The form that asks for what an interview needs. */
import { LEVELS } from '../flow/flow.ts'
import type { Card, Field, Form } from '../platform/card.ts'
import { formatField } from './format-field.ts'
import { outlineOf } from './library.ts'
import { type Asking, permitted } from './team.ts'
import { meantBy, PRESETS } from './wish.ts'

/** The form; of what was `asked` before, or is liked, Enter takes what can be had. */
export const startForm = (asking: Asking, asked: Readonly<Record<string, string>> = {}): Form => {
  const fields = blankFields(asking, asked).map((field) => {
    if (field.name === 'flow') return field
    const said = asked[field.name]
    const preset = field.name === 'problem' && said ? (meantBy(asking.bank, said) ?? said) : said
    const can = preset !== undefined && preset !== '' && isPossible(field, preset)
    return can ? { ...field, preset } : field
  })
  return { id: 'start', title: 'Start an interview', fields }
}

const isPossible = ({ choices }: Field, value: string): boolean =>
  choices?.some((choice) => choice.value === value) ?? true

const blankFields = (
  { bank, rules, channel, directly, privately }: Asking,
  asked: Readonly<Record<string, string>>,
): Field[] => {
  const { problems } = outlineOf(bank)
  const levels = permitted(LEVELS, rules.levels, channel.levels)
  const modes = permitted(Object.keys(MODES), rules.modes, channel.modes)
  return [
    {
      name: 'problem',
      label: 'Problem',
      choices: [
        ...problems.map(({ id, title }) => ({ value: id, label: title })),
        { value: 'own', label: 'My own scenario' },
      ],
      preset: problems[0]?.id ?? 'own',
    },
    {
      name: 'scenario',
      label: 'Your scenario, in a sentence or two',
      when: { field: 'problem', is: 'own' },
      long: true,
    },
    formatField(bank, asked, rules.flows, channel.flows),
    {
      name: 'level',
      label: 'Level',
      choices: (levels.length > 0 ? levels : LEVELS).map((value) => ({ value, label: value })),
      preset: levels.find((level) => level === PRESETS.level) ?? levels[0] ?? PRESETS.level,
    },
    {
      name: 'mode',
      label: 'Mode',
      choices: (modes.length > 0 ? modes : Object.keys(MODES)).map((value) => ({
        value,
        label: MODES[value] ?? value,
      })),
      preset: modes.find((mode) => mode === PRESETS.mode) ?? modes[0] ?? PRESETS.mode,
    },
    ...(directly && channel.spectators ? [whereField(privately)] : []),
  ]
}

const MODES: Readonly<Record<string, string>> = {
  coach: 'coach: hints on request, the clock only reminds',
  exam: 'exam: no hints, and the clock decides',
}

const whereField = (privately: boolean): Field => ({
  name: 'where',
  label: 'Where',
  choices: [
    { value: 'here', label: 'here' },
    ...(privately ? [{ value: 'private', label: 'here, where others do not see it' }] : []),
    { value: 'direct', label: 'in direct messages' },
  ],
  preset: 'here',
})

/** The card that asks what to start. */
export const startCard = (form: Form): Card => ({
  tone: 'answer',
  title: 'A new interview',
  text: 'Choose a problem, a format, a level and a mode.',
  form,
})
