/** Showing and changing what holds for the interviews of a channel. */
import { LEVELS } from '../flow/flow.ts'
import type { Card } from '../platform/card.ts'
import type { Heard } from '../platform/platform.ts'
import { MODES } from '../platform/settings.ts'
import type { Words } from '../words/words.ts'
import { type ChannelRules, channelOf, channelRulesAt, NO_CHANNEL_RULES } from './channel.ts'
import { channelForm } from './channel-form.ts'
import { languageMeant } from './language.ts'
import { flowIds } from './library.ts'
import { among, daysOf, listed } from './limit.ts'
import { reconsiderLater } from './reconsidering.ts'
import { keys } from './record.ts'
import { type Rules, rulesAt } from './team.ts'
import { update } from './update.ts'
import { platformAt, prefixAt } from './voice.ts'
import { Unmet } from './wish.ts'
import type { Speaking } from './world.ts'

type Given = Readonly<Record<string, string>>

/** Does what was asked for and shows what now holds; where nothing was given, the form to change it comes along. */
export const changeChannel = async (world: Speaking, heard: Heard, given: Given): Promise<Card> => {
  try {
    return await changed(world, heard, given)
  } catch (error) {
    if (!(error instanceof Unmet)) throw error
    return { tone: 'answer', text: error.says(world.words) }
  }
}

const changed = async (world: Speaking, heard: Heard, { what, ...values }: Given): Promise<Card> => {
  const { memory, library } = world
  const { places, removal } = platformAt(world, heard.place).limits
  if (places !== true || heard.alone) throw new Unmet(({ channel }) => channel.none)
  const rules = await channelRulesAt(memory, heard.place)
  const isForm = heard.type === 'form'
  const isBare = !isForm && Object.keys(values).length === 0
  if (what === 'show' || (what === undefined && isBare && !heard.admin)) return shown(world, heard, rules)
  if (!heard.admin) throw new Unmet(({ channel }) => channel.admin)
  if (what !== 'off' && isBare) {
    const form = channelForm(library.bank, rules, { removal }, world.words)
    return { ...shown(world, heard, rules), form }
  }
  const flows = flowIds(library.bank)
  const next = what === 'off' ? NO_CHANNEL_RULES : changedBy(rules, values, isForm, flows)
  if (next.cleanup !== null && removal !== true)
    throw new Unmet(({ channel }) => channel.noRemoval({ reason: removal }))
  meeting(next, await rulesAt(memory, heard.place))
  const channel = channelOf(heard.place)
  if (what === 'off') await memory.forget(keys.channel(channel))
  else await update<ChannelRules>(memory, keys.channel(channel), () => next)
  if (next.cleanup !== null && (isForm || values.cleanup !== undefined))
    await reconsiderLater(world, channel, heard)
  return shown(world, heard, next)
}

/** A form says all of it, a command only what it names. */
const changedBy = (
  rules: ChannelRules,
  values: Given,
  isForm: boolean,
  flows: readonly string[],
): ChannelRules => {
  const before = isForm ? NO_CHANNEL_RULES : rules
  const list = (name: 'flows' | 'levels' | 'modes', all: readonly string[]) =>
    values[name] === undefined ? before[name] : listed(name, values[name], among(all))
  return {
    flows: list('flows', flows),
    levels: list('levels', LEVELS),
    modes: list('modes', MODES),
    spectators: values.spectators === undefined ? before.spectators : isOn(values.spectators),
    starters: values.starters === undefined ? before.starters : rolesOf(values.starters),
    cleanup: daysOf(values.cleanup, before.cleanup),
    language: values.language === undefined ? before.language : languageOf(values.language),
  }
}

const languageOf = (word: string): string | null => {
  if (/^(?:any)?$/i.test(word.trim())) return null
  const language = languageMeant(word)
  if (language === undefined) throw new Unmet(({ wish }) => wish.noLanguage({ value: word.slice(0, 40) }))
  return language
}

const isOn = (word: string): boolean => {
  if (word === 'on' || word === 'off') return word === 'on'
  throw new Unmet(({ channel }) => channel.onOrOff({ word: word.slice(0, 60) }))
}

const rolesOf = (text: string): string[] => {
  const roles = text
    .split(',')
    .map((role) => role.trim())
    .filter((role) => role !== '')
  return roles.some((role) => /^@?every(?:one|body)$/i.test(role)) ? [] : roles
}

/** Throws `Unmet` where what the channel permits and what the team permits have nothing in common. */
const meeting = (channel: ChannelRules, team: Rules): void => {
  for (const name of ['flows', 'levels', 'modes'] as const) {
    const list = team[name]
    if (list.length === 0 || channel[name].length === 0 || channel[name].some((one) => list.includes(one)))
      continue
    throw new Unmet((words) => words.channel.notInTeam({ name, list: list.join(', ') }))
  }
}

const shown = (world: Speaking, { place }: Heard, rules: ChannelRules): Card => {
  const { channel } = world.words
  const start = `${prefixAt(world, place)}start`
  return {
    tone: 'answer',
    title: channel.title,
    text: [...inWords(rules, world.words), `\n${channel.withTeam({ start })}`].join('\n'),
  }
}

const inWords = (
  { spectators, starters, cleanup, language, ...lists }: ChannelRules,
  { channel, settings }: Words,
): string[] => [
  ...(['flows', 'levels', 'modes'] as const).map(
    (name) => `- ${name}: ${lists[name].join(', ') || settings.any}`,
  ),
  `- spectators: ${spectators ? 'on' : channel.offHere}`,
  `- starters: ${starters.join(', ') || channel.everyone}`,
  `- cleanup: ${cleanup === null ? channel.never : channel.cleanedUp({ days: cleanup })}`,
  ...(language === null ? [] : [`- language: ${language}`]),
]
