/** One field of a form as an input of a modal, called by the field's name. */
import type { Words } from '../../../words/words.ts'
import type { Field } from '../../card.ts'
import { oneLine } from './safe.ts'

export type Input = Choice | Channels | Line

type Option = { label: string; value: string; default?: true }
type Choice = {
  type: 3
  custom_id: string
  options: Option[]
  min_values: number
  max_values: number
  required: boolean
}
type Channels = {
  type: 8
  custom_id: string
  channel_types: number[]
  min_values: number
  max_values: number
  required: boolean
  default_values?: { id: string; type: 'channel' }[]
}
type Line = {
  type: 4
  custom_id: string
  style: 1 | 2
  required: boolean
  max_length: number
  value?: string
  placeholder?: string
}

/** The input with the preset, and a hint of what may be given where the input does not show it. */
export const inputOf = (field: Field, words: Words): { component: Input; hint: string } => {
  if (field.places) return { component: channelsOf(field), hint: '' }
  const options = optionsOf(field)
  if (options.length > 0 && options.length <= MOST_OPTIONS)
    return { component: choiceOf(field, options), hint: '' }
  return { component: lineOf(field), hint: hintOf(field, options, words) }
}

const MOST_OPTIONS = 25
const MOST_LABEL = 100
const MOST_VALUE = 100
const LONGEST = 3000

/** Text channels, and those for announcements. */
const CHANNEL_TYPES = [0, 5]

const optionsOf = ({ choices = [], preset = '', many }: Field): Option[] => {
  const chosen = new Set(many ? preset.split(',') : [preset])
  const byValue = new Map(choices.map(({ value, label }) => [value, label]))
  return [...byValue]
    .filter(([value]) => value !== '' && value.length <= MOST_VALUE && value.isWellFormed())
    .map(([value, label]) => ({
      label: oneLine(label, MOST_LABEL) || value,
      value,
      ...(chosen.has(value) && { default: true as const }),
    }))
}

const choiceOf = ({ name, optional, many }: Field, options: Option[]): Choice => ({
  type: 3,
  custom_id: name,
  options,
  min_values: optional ? 0 : 1,
  max_values: many ? options.length : 1,
  required: !optional,
})

/** Places are called by their whole names, of which Discord knows the last part. */
const channelsOf = ({ name, optional, preset = '' }: Field): Channels => {
  const ids = preset.split(',').map((place) => place.split('/')[1] ?? place)
  const chosen = [...new Set(ids)].filter((id) => /^\d{1,20}$/.test(id)).slice(0, MOST_OPTIONS)
  return {
    type: 8,
    custom_id: name,
    channel_types: CHANNEL_TYPES,
    min_values: optional ? 0 : 1,
    max_values: MOST_OPTIONS,
    required: !optional,
    ...(chosen.length > 0 && { default_values: chosen.map((id) => ({ id, type: 'channel' as const })) }),
  }
}

const lineOf = ({ name, optional, long, number, preset = '' }: Field): Line => {
  const most = number ? String(number.most).length : LONGEST
  const value = preset
    .toWellFormed()
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '')
  return {
    type: 4,
    custom_id: name,
    style: long ? 2 : 1,
    required: !optional,
    max_length: most,
    ...(value !== '' && { value }),
  }
}

const hintOf = ({ number }: Field, options: readonly Option[], { edge }: Words): string => {
  if (number) return edge.wholeNumber(number)
  return options.length === 0 ? '' : edge.oneOf({ values: options.map(({ value }) => value).join(', ') })
}
