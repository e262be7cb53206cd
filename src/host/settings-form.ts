/** The forms in which a person sets what they like, and an admin what holds for everybody. */
import { LEVELS } from '../flow/flow.ts'
import type { Field, Form } from '../platform/card.ts'
import { MODES } from '../platform/settings.ts'
import type { Words } from '../words/words.ts'
import { optionalLanguage } from './language-field.ts'
import { type Bank, flowIds, outlineOf } from './library.ts'
import { startForm } from './start-form.ts'
import type { Asking, Rules } from './team.ts'
import { PRESETS } from './wish.ts'

/** What a person's interviews start with. */
export const settingsForm = (
  asking: Asking,
  liked: Readonly<Record<string, string>>,
  words: Words,
): Form => ({
  id: 'settings',
  title: words.settings.yours,
  text: words.settings.aboutYours,
  fields: startForm(asking, liked, words).fields.flatMap((field) => {
    if (field.name === 'level') return [field, minutesField(asking, liked, words)]
    if (field.name !== 'mode') return []
    return [field, optionalLanguage(words.startForm.language, liked.language, words.settings.asTold)]
  }),
})

/** How long a whole interview is to last. */
const minutesField = (
  { bank }: Asking,
  { minutes }: Readonly<Record<string, string>>,
  { settings }: Words,
): Field => {
  const flow = outlineOf(bank).flows.find(({ id }) => id === PRESETS.flow)
  const fits = (liked: number): boolean => !flow || (liked >= flow.bounds.least && liked <= flow.bounds.most)
  const preset = minutes !== undefined && fits(Number(minutes)) ? minutes : String(flow?.minutes ?? 45)
  return { name: 'minutes', label: settings.minutes, preset, ...(flow && { number: flow.bounds }) }
}

/** What holds for everybody of a team. */
export const teamForm = (bank: Bank, rules: Rules, { settings }: Words): Form => ({
  id: 'team',
  title: settings.team,
  text: settings.aboutTeam,
  fields: [
    {
      name: 'channels',
      label: settings.channels,
      places: true,
      optional: true,
      ...set(rules.channels),
    },
    { name: 'flows', label: settings.flows, ...several(flowIds(bank), rules.flows) },
    { name: 'levels', label: settings.levels, ...several(LEVELS, rules.levels) },
    { name: 'modes', label: settings.modes, ...several(MODES, rules.modes) },
    {
      name: 'retention',
      label: settings.retention,
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
