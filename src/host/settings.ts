/** Showing and changing settings: a person's own, and those of a team. */
import { LEVELS } from '../flow/flow.ts'
import type { Card } from '../platform/card.ts'
import { type Heard, tenantOf } from '../platform/platform.ts'
import { MODES } from '../platform/settings.ts'
import { preferred } from './begin.ts'
import { flowIds } from './library.ts'
import { among, daysOf, listed } from './limit.ts'
import type { Learner, Preferences } from './record.ts'
import { keys } from './record.ts'
import { reconsider } from './retention.ts'
import { settingsForm, teamForm } from './settings-form.ts'
import { askingAt, type Rules, rulesAt } from './team.ts'
import { update } from './update.ts'
import { prefixAt } from './voice.ts'
import { Unmet, wishOf } from './wish.ts'
import type { World } from './world.ts'

type Given = Readonly<Record<string, string>>

/** Changes what was given and shows what now holds; where nothing was given, the form to change it comes along. */
export const changeSettings = async (world: World, heard: Heard, given: Given): Promise<Card> => {
  const { scope, ...values } = given
  const prefix = prefixAt(world, heard.place)
  try {
    const ofWhom = scope === 'team' ? ofTeam : ofPerson
    meantFor(scope === 'team' ? TEAM : OWN, values, prefix)
    return await ofWhom(world, heard, values)
  } catch (error) {
    if (!(error instanceof Unmet)) throw error
    return { tone: 'answer', text: error.message }
  }
}

const OWN = { names: ['level', 'minutes', 'mode'], other: 'settings team --' }
const TEAM = { names: ['channels', 'flows', 'levels', 'modes', 'retention'], other: 'settings --' }

/** Throws `Unmet` for a setting of the other kind, and says how it is typed. */
const meantFor = ({ names, other }: typeof OWN, values: Given, prefix: string): void => {
  const wrong = Object.keys(values).find((name) => !names.includes(name))
  if (wrong !== undefined)
    throw new Unmet(`"${wrong}" cannot be set like this. Type \`${prefix}${other}${wrong}\` with its value.`)
}

const ofPerson = async (world: World, heard: Heard, values: Given): Promise<Card> => {
  const { level, minutes, mode } = values
  const wanted: Preferences = { ...(level && { level }), ...(minutes && { minutes }), ...(mode && { mode }) }
  const liked = await preferred(world, heard)
  if (Object.keys(wanted).length === 0) {
    const form = settingsForm(await askingAt(world, heard.place), liked)
    return { tone: 'answer', title: 'Your settings', text: inWords(liked), form }
  }
  const first = world.library.bank.problems.keys().next().value ?? ''
  wishOf(world.library.bank, { problem: first, ...wanted })
  const { preferences = {} } = await update<Learner>(world.memory, keys.learner(heard.person), (learner) => ({
    interviews: [],
    ...learner,
    preferences: { ...learner?.preferences, ...wanted },
  }))
  return { tone: 'answer', title: 'Your settings', text: inWords(preferences) }
}

/** Settings as a list. */
export const inWords = (liked: Preferences): string => {
  const rows = Object.entries(liked).map(([name, value]) => `- ${name}: ${value}`)
  return rows.length > 0 ? rows.join('\n') : 'Nothing is set; every interview starts with what is usual.'
}

const ofTeam = async (world: World, heard: Heard, values: Given): Promise<Card> => {
  if (!heard.admin) throw new Unmet('Only an admin may see and change what holds for everybody here.')
  const { bank } = world.library
  const rules = await rulesAt(world.memory, heard.place)
  const isForm = heard.type === 'form'
  if (!isForm && Object.keys(values).length === 0)
    return { tone: 'answer', title: 'Team settings', text: rulesInWords(rules), form: teamForm(bank, rules) }
  const changed = changedBy(rules, values, isForm, tenantOf(heard.place), flowIds(bank))
  await update<Rules>(world.memory, keys.team(tenantOf(heard.place)), () => changed)
  if (changed.retention !== rules.retention) await reconsider(world, tenantOf(heard.place))
  return { tone: 'answer', title: 'Team settings', text: rulesInWords(changed) }
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
    words: 'channels, each as a link that your platform offers when you type #',
  }
  return {
    channels: list('channels', channels),
    flows: list('flows', among(flows)),
    levels: list('levels', among(LEVELS)),
    modes: list('modes', among(MODES)),
    retention: daysOf(values.retention, isForm ? null : rules.retention),
  }
}

const rulesInWords = ({ retention, ...lists }: Rules): string =>
  [
    ...Object.entries(lists).map(([name, list]) => `- ${name}: ${inShort(name, list)}`),
    `- retention: ${retention === null ? 'kept until their person removes them' : `${retention} days`}`,
  ].join('\n')

/** Places have names that only their platform can read; the form shows them. */
const inShort = (name: string, list: readonly string[]): string => {
  if (list.length === 0) return 'any'
  return name === 'channels' ? `${list.length} of them, which the form shows` : list.join(', ')
}
