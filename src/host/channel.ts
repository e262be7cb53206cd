/** What an admin has set for the interviews of one channel, beside what holds for its team: both must permit. */
import type { Memory } from '../memory/memory.ts'
import type { Heard } from '../platform/platform.ts'
import type { Words } from '../words/words.ts'
import { keys } from './record.ts'

/** An empty list permits everything, and everybody. */
export type ChannelRules = {
  flows: readonly string[]
  levels: readonly string[]
  modes: readonly string[]
  /** Whether others may read along; where not, an interview is held out of their sight. */
  spectators: boolean
  /** Names of the roles that may begin an interview; an admin always may. */
  starters: readonly string[]
  /** Days after which the place of a finished interview is taken away; null leaves it. */
  cleanup: number | null
  /** The language in which an interview is held there where its person has set none; null leaves it to what is theirs. */
  language: string | null
}

export const NO_CHANNEL_RULES: ChannelRules = {
  flows: [],
  levels: [],
  modes: [],
  spectators: true,
  starters: [],
  cleanup: null,
  language: null,
}

/** The channel in which a place is: the outermost place of its tenant. */
export const channelOf = (place: string): string => place.split('/').slice(0, 2).join('/')

/** The rules of the channel in which a place is. */
export const channelRulesAt = async (memory: Memory, place: string): Promise<ChannelRules> => ({
  ...NO_CHANNEL_RULES,
  ...(await memory.load<ChannelRules>(keys.channel(channelOf(place))))?.value,
})

/** Why somebody may not begin an interview in the channel; nothing where they may. */
export const barring = (
  { starters }: ChannelRules,
  { roles = [], admin }: Pick<Heard, 'roles' | 'admin'>,
): ((words: Words) => string) | undefined => {
  const names = new Set(roles.map(bare))
  if (starters.length === 0 || admin || starters.some((starter) => names.has(bare(starter)))) return undefined
  return ({ start }) => start.starters({ roles: starters.join(', ') })
}

const bare = (role: string): string => role.trim().replace(/^@/, '').toLowerCase()
