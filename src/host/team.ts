/** What an admin has set for everybody of a tenant. */
import { LEVELS } from '../flow/flow.ts'
import type { Memory } from '../memory/memory.ts'
import { isWithin, tenantOf } from '../platform/platform.ts'
import { MODES } from '../platform/settings.ts'
import type { Words } from '../words/words.ts'
import { type ChannelRules, channelRulesAt } from './channel.ts'
import { takesMinutes } from './format.ts'
import { languageTold } from './language.ts'
import { type Bank, flowIds } from './library.ts'
import { keys } from './record.ts'
import { platformAt } from './voice.ts'
import { PRESETS, Unmet, type Wish } from './wish.ts'
import type { World } from './world.ts'

/** An empty list permits everything. */
export type Rules = {
  /** Places in which, and within which, interviews may be held; direct messages always. */
  channels: readonly string[]
  flows: readonly string[]
  levels: readonly string[]
  modes: readonly string[]
  /** Days after which a finished interview is removed; null keeps it until its person removes it. */
  retention: number | null
}

export const NO_RULES: Rules = { channels: [], flows: [], levels: [], modes: [], retention: null }

/** The rules that hold where a place or a person is. */
export const rulesAt = async (memory: Memory, name: string): Promise<Rules> =>
  (await memory.load<Rules>(keys.team(tenantOf(name))))?.value ?? NO_RULES

/** What a form for somebody at a place takes into account. */
export type Asking = {
  bank: Bank
  rules: Rules
  channel: ChannelRules
  /** Whether a talk can be held in direct messages as well, and where others do not see it. */
  directly: boolean
  privately: boolean
  /** The language of whoever asks, where it is another than English. */
  told?: string | undefined
}

/** `locale` is what the platform says of whoever asks. */
export const askingAt = async (world: World, place: string, locale?: string): Promise<Asking> => ({
  bank: world.library.bank,
  rules: await rulesAt(world.memory, place),
  channel: await channelRulesAt(world.memory, place),
  directly: platformAt(world, place).limits.places === true,
  privately: platformAt(world, place).limits.hiding === true,
  told: languageTold(locale),
})

/** Of these, those that every list permits. */
export const permitted = <T extends string>(all: readonly T[], ...lists: (readonly string[])[]): T[] =>
  all.filter((one) => lists.every((list) => list.length === 0 || list.includes(one)))

/**
 * What is taken where nothing is said: what a person likes, else what is usual, else what team and channel permit. Minutes
 * that they like count for a whole flow that can take so long, whether it is `asked` for or not.
 */
export const defaultsFor = (
  { bank, rules, channel, told }: Asking,
  { minutes = '', ...liked }: Readonly<Record<string, string>>,
  asked: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> => {
  const first = (name: Listed, all: Iterable<string>, ...wanted: (string | undefined)[]) =>
    permitted([...wanted.filter((one) => one !== undefined), ...all], rules[name], channel[name])[0]
  const flow = first('flows', flowIds(bank), PRESETS.flow)
  const level = first('levels', LEVELS, liked.level, PRESETS.level)
  const mode = first('modes', MODES, liked.mode, PRESETS.mode)
  const fits = takesMinutes(bank, asked.flow ?? flow ?? PRESETS.flow, Number(minutes))
  const language = liked.language ?? channel.language ?? told
  return {
    ...liked,
    ...(language && { language }),
    ...(fits && { minutes }),
    ...(flow && { flow }),
    ...(level && { level }),
    ...(mode && { mode }),
  }
}

/** Throws `Unmet` for a wish that team or channel does not permit, and says what they do. */
export const allow = ({ rules, channel }: Pick<Asking, 'rules' | 'channel'>, wish: Wish): void => {
  allowedBy(TEAM, rules, wish)
  allowedBy(CHANNEL, channel, wish)
}

type Listed = 'flows' | 'levels' | 'modes'

type Refusals = Record<'flow' | 'level' | 'mode', 'teamFlow' | 'teamLevel' | 'teamMode' | InChannel>
type InChannel = 'channelFlow' | 'channelLevel' | 'channelMode'

const TEAM: Refusals = { flow: 'teamFlow', level: 'teamLevel', mode: 'teamMode' }
const CHANNEL: Refusals = { flow: 'channelFlow', level: 'channelLevel', mode: 'channelMode' }

const allowedBy = (refusals: Refusals, rules: Pick<Rules, Listed>, { flow, level, mode }: Wish): void => {
  const among = (what: keyof Refusals, value: string, list: readonly string[]): void => {
    if (list.length === 0 || list.includes(value)) return
    throw new Unmet(({ wish }) => wish[refusals[what]]({ value, list: list.join(', ') }))
  }
  among('flow', flow.id, rules.flows)
  among('level', level, rules.levels)
  among('mode', mode, rules.modes)
}

/** Throws `Unmet` for a place where the rules permit no interview. */
export const allowAt = ({ channels }: Rules, place: string, prefix: string): void => {
  if (channels.length === 0 || channels.some((channel) => isWithin(place, channel))) return
  throw new Unmet((words) => `${words.wish.noChannel} ${instead(prefix, words)}`)
}

/** What helps somebody who may not begin an interview in a channel. */
export const instead = (prefix: string, { start }: Words): string =>
  start.instead({ start: `${prefix}start` })
