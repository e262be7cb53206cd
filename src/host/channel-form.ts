/** The form in which an admin sets what holds for the interviews of a channel. */
import { LEVELS } from '../flow/flow.ts'
import type { Form } from '../platform/card.ts'
import type { Limits } from '../platform/platform.ts'
import { MODES } from '../platform/settings.ts'
import type { ChannelRules } from './channel.ts'
import { type Bank, flowIds } from './library.ts'
import { several } from './settings-form.ts'

/** What can be set there, with what is. */
export const channelForm = (bank: Bank, rules: ChannelRules, { removal }: Pick<Limits, 'removal'>): Form => ({
  id: 'channel',
  title: 'Interviews in this channel',
  text: 'What holds for the interviews of this channel. A field left empty permits everything.',
  fields: [
    { name: 'flows', label: 'Frameworks', ...several(flowIds(bank), rules.flows) },
    { name: 'levels', label: 'Levels', ...several(LEVELS, rules.levels) },
    { name: 'modes', label: 'Modes', ...several(MODES, rules.modes) },
    {
      name: 'spectators',
      label: 'Spectators',
      choices: [
        { value: 'on', label: 'others may read along' },
        { value: 'off', label: 'out of the sight of others' },
      ],
      preset: rules.spectators ? 'on' : 'off',
    },
    {
      name: 'starters',
      label: 'Roles that may begin an interview',
      optional: true,
      ...(rules.starters.length > 0 && { preset: rules.starters.join(', ') }),
    },
    ...(removal === true ? [cleanupField(rules)] : []),
  ],
})

const cleanupField = ({ cleanup }: ChannelRules): Form['fields'][number] => ({
  name: 'cleanup',
  label: 'Days until a place is taken away',
  number: { least: 1, most: 3650 },
  optional: true,
  ...(cleanup !== null && { preset: String(cleanup) }),
})
