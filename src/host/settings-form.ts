/** The forms in which a person sets what they like, and an admin what holds for everybody. */
import { LEVELS } from '../flow/flow.ts'
import type { Field, Form } from '../platform/card.ts'
import { MODES } from '../platform/settings.ts'
import { type Bank, flowIds, outlineOf } from './library.ts'
import { startForm } from './start-form.ts'
import type { Asking, Rules } from './team.ts'
import { PRESETS } from './wish.ts'

/** What a person's interviews start with. */
export const settingsForm = (asking: Asking, liked: Readonly<Record<string, string>>): Form => ({
  id: 'settings',
  title: 'Your settings',
  text: 'What an interview of yours starts with, where you say nothing else.',
  fields: startForm(asking, liked).fields.flatMap((field) => {
    if (field.name === 'level') return [field, minutesField(asking, liked)]
    return field.name === 'mode' ? [field] : []
  }),
})

/** How long a whole interview is to last. */
const minutesField = ({ bank }: Asking, { minutes }: Readonly<Record<string, string>>): Field => {
  const flow = outlineOf(bank).flows.find(({ id }) => id === PRESETS.flow)
  const fits = (liked: number): boolean => !flow || (liked >= flow.bounds.least && liked <= flow.bounds.most)
  const preset = minutes !== undefined && fits(Number(minutes)) ? minutes : String(flow?.minutes ?? 45)
  return { name: 'minutes', label: 'Minutes', preset, ...(flow && { number: flow.bounds }) }
}

/** What holds for everybody of a team. */
export const teamForm = (bank: Bank, rules: Rules): Form => ({
  id: 'team',
  title: 'Team settings',
  text: 'What holds for everybody here. A field left empty permits everything.',
  fields: [
    {
      name: 'channels',
      label: 'Channels for interviews',
      places: true,
      optional: true,
      ...set(rules.channels),
    },
    { name: 'flows', label: 'Frameworks', ...several(flowIds(bank), rules.flows) },
    { name: 'levels', label: 'Levels', ...several(LEVELS, rules.levels) },
    { name: 'modes', label: 'Modes', ...several(MODES, rules.modes) },
    {
      name: 'retention',
      label: 'Days to keep finished interviews',
      number: { least: 1, most: 3650 },
      optional: true,
      ...(rules.retention !== null && { preset: String(rules.retention) }),
    },
  ],
})

/** A field of which several may be chosen, or none. */
export const several = (all: readonly string[], chosen: readonly string[]): Partial<Field> => ({
  choices: all.map((value) => ({ value, label: value })),
  many: true,
  optional: true,
  ...set(chosen),
})

const set = (chosen: readonly string[]): Partial<Field> =>
  chosen.length > 0 ? { preset: chosen.join(',') } : {}
