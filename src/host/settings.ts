/** Showing and changing settings: a person's own, and those of a team. */
import { LEVELS } from '../flow/flow.ts'
import type { Card } from '../platform/card.ts'
import { type Heard, tenantOf } from '../platform/platform.ts'
import { MODES } from '../platform/settings.ts'
import type { Words } from '../words/words.ts'
import { preferred } from './begin.ts'
import { languageMeant, wordsFor } from './language.ts'
import { ANY } from './language-field.ts'
import { flowIds } from './library.ts'
import { among, daysOf, listed } from './limit.ts'
import { reconsiderLater } from './reconsidering.ts'
import type { Learner, Preferences } from './record.ts'
import { keys } from './record.ts'
import { settingsForm, teamForm } from './settings-form.ts'
import { askingAt, type Rules, rulesAt } from './team.ts'
import { update } from './update.ts'
import { prefixAt } from './voice.ts'
import { Unmet, wishOf } from './wish.ts'
import type { Speaking } from './world.ts'

type Given = Readonly<Record<string, string>>

/** Changes what was given and shows what now holds; where nothing was given, the form to change it comes along. */
export const changeSettings = async (world: Speaking, heard: Heard, given: Given): Promise<Card> => {
  const { scope, ...values } = given
  const prefix = prefixAt(world, heard.place)
  try {
    const ofWhom = scope === 'team' ? ofTeam : ofPerson
    meantFor(scope === 'team' ? TEAM : OWN, values, prefix)
    return await ofWhom(world, heard, values)
  } catch (error) {
    if (!(error instanceof Unmet)) throw error
    return { tone: 'answer', text: error.says(world.words) }
  }
}

const OWN = { names: ['level', 'minutes', 'mode', 'language'], other: 'settings team --' }
const TEAM = { names: ['channels', 'flows', 'levels', 'modes', 'retention'], other: 'settings --' }

/** Throws `Unmet` for a setting of the other kind, and says how it is typed. */
const meantFor = ({ names, other }: typeof OWN, values: Given, prefix: string): void => {
  const wrong = Object.keys(values).find((name) => !names.includes(name))
  if (wrong !== undefined)
    throw new Unmet(({ settings }) =>
      settings.notLikeThis({ name: wrong, command: `${prefix}${other}${wrong}` }),
    )
}

const ofPerson = async (world: Speaking, heard: Heard, values: Given): Promise<Card> => {
  const { words } = world
  const wanted = wantedIn(values)
  const liked = await preferred(world, heard)
  if (Object.keys(wanted).length === 0) {
    const form = settingsForm(await askingAt(world, heard.place, heard.locale), liked, words)
    return { tone: 'answer', title: words.settings.yours, text: inWords(liked, words), form }
  }
  const first = world.library.bank.problems.keys().next().value ?? ''
  const { language, ...others } = wanted
  wishOf(world.library.bank, { problem: first, ...(language === ANY ? others : wanted) })
  const { preferences = {} } = await update<Learner>(world.memory, keys.learner(heard.person), (learner) => ({
    interviews: [],
    ...learner,
    preferences: merged(learner?.preferences, wanted),
  }))
  // Whoever changes the language is answered in the new one.
  const now = await wordsFor(world, heard)
  return { tone: 'answer', title: now.settings.yours, text: inWords(preferences, now) }
}

const merged = (before: Preferences | undefined, wanted: Preferences): Preferences => {
  const { language, ...others } = { ...before, ...wanted }
  return { ...others, ...(language && language !== ANY && { language }) }
}

const wantedIn = ({ level, minutes, mode, language }: Given): Preferences => ({
  ...(level && { level }),
  ...(minutes && { minutes }),
  ...(mode && { mode }),
  // What cannot be read is refused as a wish.
  ...(language && { language: languageMeant(language) ?? language }),
})

/** Settings as a list. */
export const inWords = (liked: Preferences, { settings }: Words): string => {
  const rows = Object.entries(liked).map(([name, value]) => `- ${name}: ${value}`)
  return rows.length > 0 ? rows.join('\n') : settings.nothing
}

const ofTeam = async (world: Speaking, heard: Heard, values: Given): Promise<Card> => {
  if (!heard.admin) throw new Unmet(({ settings }) => settings.adminOfTeam)
  const { bank } = world.library
  const { words } = world
  const title = words.settings.team
  const rules = await rulesAt(world.memory, heard.place)
  const isForm = heard.type === 'form'
  if (!isForm && Object.keys(values).length === 0)
    return { tone: 'answer', title, text: rulesInWords(rules, words), form: teamForm(bank, rules, words) }
  const changed = changedBy(rules, values, isForm, tenantOf(heard.place), flowIds(bank))
  await update<Rules>(world.memory, keys.team(tenantOf(heard.place)), () => changed)
  if (changed.retention !== null && (isForm || values.retention !== undefined))
    await reconsiderLater(world, tenantOf(heard.place), heard)
  return { tone: 'answer', title, text: rulesInWords(changed, words) }
}

/** A form says all of it, a command only what it names; `any` and `never` take a limit away. */
const changedBy = (
  rules: Rules,
  values: Given,
  isForm: boolean,
  tenant: string,
  flows: readonly string[],
): Rules => {
  const list = (name: Exclude<keyof Rules, 'retention'>, may: Parameters<typeof listed>[2]) => {
    const text = values[name]
    return text === undefined ? (isForm ? [] : rules[name]) : listed(name, text, may)
  }
  const channels = {
    be: (word: string) => word.startsWith(`${tenant}/`),
    words: ({ settings }: Words) => settings.mayBeChannels,
  }
  return {
    channels: list('channels', channels),
    flows: list('flows', among(flows)),
    levels: list('levels', among(LEVELS)),
    modes: list('modes', among(MODES)),
    retention: daysOf(values.retention, isForm ? null : rules.retention),
  }
}

const rulesInWords = ({ retention, ...lists }: Rules, { settings }: Words): string =>
  [
    ...Object.entries(lists).map(([name, list]) => `- ${name}: ${inShort(name, list, settings)}`),
    `- retention: ${retention === null ? settings.kept : settings.days({ days: retention })}`,
  ].join('\n')

/** Places have names that only their platform can read; the form shows them. */
const inShort = (name: string, list: readonly string[], settings: Words['settings']): string => {
  if (list.length === 0) return settings.any
  return name === 'channels' ? settings.shownInForm({ count: list.length }) : list.join(', ')
}
