/** The form in which an admin sets what holds for the interviews of a channel. */
import { LEVELS } from '../flow/flow.ts'
import type { Field, Form } from '../platform/card.ts'
import type { Limits } from '../platform/platform.ts'
import { MODES } from '../platform/settings.ts'
import type { Words } from '../words/words.ts'
import type { ChannelRules } from './channel.ts'
import { optionalLanguage } from './language-field.ts'
import { type Bank, flowIds } from './library.ts'
import { several } from './settings-form.ts'

/** What can be set there, with what is. */
export const channelForm = (
  bank: Bank,
  rules: ChannelRules,
  { removal }: Pick<Limits, 'removal'>,
  { channel, settings }: Words,
): Form => ({
  id: 'channel',
  title: channel.title,
  text: channel.about,
  fields: [
    { name: 'flows', label: settings.flows, ...several(flowIds(bank), rules.flows) },
    { name: 'levels', label: settings.levels, ...several(LEVELS, rules.levels) },
    { name: 'modes', label: settings.modes, ...several(MODES, rules.modes) },
    {
      name: 'spectators',
      label: channel.spectators,
      choices: [
        { value: 'on', label: channel.on },
        { value: 'off', label: channel.off },
      ],
      preset: rules.spectators ? 'on' : 'off',
    },
    {
      name: 'starters',
      label: channel.starters,
      optional: true,
      ...(rules.starters.length > 0 && { preset: rules.starters.join(', ') }),
    },
    ...(removal === true ? [cleanupField(rules, channel.cleanup)] : []),
    optionalLanguage(channel.language, rules.language ?? undefined, channel.asTold),
  ],
})

const cleanupField = ({ cleanup }: ChannelRules, label: string): Field => ({
  name: 'cleanup',
  label,
  number: { least: 1, most: 3650 },
  optional: true,
  ...(cleanup !== null && { preset: String(cleanup) }),
})
