/** What can be chosen in a form. */
import type { types } from '@slack/bolt'
import type { Field } from '../../card.ts'
import { plainText } from './plain.ts'
import { oneLine } from './safe.ts'

type Options = types.PlainTextOption & { value: string }

/** The choices, each value once; a value that Slack cannot carry is left out, since no name of ours is that long. */
export const optionsOf = (choices: NonNullable<Field['choices']>): Options[] => {
  const byValue = new Map(choices.map(({ value, label }) => [value, label]))
  return [...byValue]
    .filter(([value]) => value.trim() !== '' && value.length <= MOST_VALUE && value.isWellFormed())
    .map(([value, label]) => ({ text: plainText(label, MOST_LABEL, value), value }))
}

/** The options of a menu: as they are, or in groups where there are more than one menu holds. */
export const clusters = (
  options: Options[],
): { options: Options[] } | { option_groups: { label: types.PlainTextElement; options: Options[] }[] } => {
  if (options.length <= PER_GROUP) return { options }
  const groups = Array.from(
    { length: Math.min(Math.ceil(options.length / PER_GROUP), PER_GROUP) },
    (_, group) => options.slice(group * PER_GROUP, (group + 1) * PER_GROUP),
  )
  return {
    option_groups: groups.map((group) => ({ label: plainText(reach(group), MOST_LABEL), options: group })),
  }
}

const PER_GROUP = 100
const MOST_LABEL = 75
const MOST_VALUE = 150

const reach = (group: readonly Options[]): string =>
  [group[0], group.at(-1)].map((option) => oneLine(option?.text.text ?? '', 35)).join(' – ')
