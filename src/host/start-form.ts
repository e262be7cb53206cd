/** The form that asks for what an interview needs. */
import { LEVELS } from '../flow/flow.ts'
import type { Card, Field, Form } from '../platform/card.ts'
import { MODES } from '../platform/settings.ts'
import type { Words } from '../words/words.ts'
import { formatField } from './format-field.ts'
import { languageField } from './language-field.ts'
import { outlineOf } from './library.ts'
import { type Asking, permitted } from './team.ts'
import { meantBy, PRESETS } from './wish.ts'

/** The form; of what was `asked` before, or is liked, Enter takes what can be had. */
export const startForm = (asking: Asking, asked: Readonly<Record<string, string>>, words: Words): Form => {
  const fields = blankFields(asking, asked, words).map((field) => {
    if (field.name === 'flow') return field
    const said = asked[field.name]
    const preset = field.name === 'problem' && said ? (meantBy(asking.bank, said) ?? said) : said
    const can = preset !== undefined && preset !== '' && isPossible(field, preset)
    return can ? { ...field, preset } : field
  })
  return { id: 'start', title: words.startForm.title, fields }
}

const isPossible = ({ choices }: Field, value: string): boolean =>
  choices?.some((choice) => choice.value === value) ?? true

const blankFields = (
  { bank, rules, channel, directly, privately, told }: Asking,
  asked: Readonly<Record<string, string>>,
  words: Words,
): Field[] => {
  const { startForm: says } = words
  const language = asked.language ?? channel.language ?? told
  const { problems } = outlineOf(bank)
  const levels = permitted(LEVELS, rules.levels, channel.levels)
  const modes = permitted(MODES, rules.modes, channel.modes)
  return [
    {
      name: 'problem',
      label: says.problem,
      choices: [
        ...problems.map(({ id, title }) => ({ value: id, label: title })),
        { value: 'own', label: says.own },
      ],
      preset: problems[0]?.id ?? 'own',
    },
    {
      name: 'scenario',
      label: says.scenario,
      when: { field: 'problem', is: 'own' },
      long: true,
    },
    formatField(bank, asked, words, rules.flows, channel.flows),
    {
      name: 'level',
      label: says.level,
      choices: (levels.length > 0 ? levels : LEVELS).map((value) => ({ value, label: value })),
      preset: levels.find((level) => level === PRESETS.level) ?? levels[0] ?? PRESETS.level,
    },
    {
      name: 'mode',
      label: says.mode,
      choices: (modes.length > 0 ? modes : MODES).map((value) => ({
        value,
        label: value === 'coach' ? says.coach : says.exam,
      })),
      preset: modes.find((mode) => mode === PRESETS.mode) ?? modes[0] ?? PRESETS.mode,
    },
    // Where all is English, nobody is asked.
    ...(language !== undefined && language !== 'en' ? [languageField(says.language, language)] : []),
    ...(directly && channel.spectators ? [whereField(privately, words)] : []),
  ]
}

const whereField = (privately: boolean, { startForm: says }: Words): Field => ({
  name: 'where',
  label: says.where,
  choices: [
    { value: 'here', label: says.here },
    ...(privately ? [{ value: 'private', label: says.hidden }] : []),
    { value: 'direct', label: says.direct },
  ],
  preset: 'here',
})

/** The card that asks what to start. */
export const startCard = (form: Form, { start }: Words): Card => ({
  tone: 'answer',
  title: start.title,
  text: start.choose,
  form,
})
