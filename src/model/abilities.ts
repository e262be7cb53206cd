/** What a model at an endpoint can do, learned from what it does not take. */
import { type Endpoint, hostOf } from './settings.ts'
import type { Format, Request, Trouble } from './wire.ts'

export type Abilities = Pick<Request, 'format' | 'mostAs' | 'counted'> & {
  /** Whether it takes the wish how long to think. */
  effort: boolean
  /** Whether it thinks before it answers, so that its tokens have to suffice for both. */
  thinks: boolean
}

/** What is tried first. */
export const firstAbilities = ({ baseUrl }: Endpoint): Abilities => ({
  format: 'schema',
  // Models that think take only the new name; other servers may know only the old one.
  mostAs: /(^|\.)(openai\.com|azure\.com)(:\d+)?$/.test(hostOf(baseUrl))
    ? 'max_completion_tokens'
    : 'max_tokens',
  counted: true,
  effort: true,
  thinks: false,
})

/** What is left after a request was not taken; nothing when that has another reason. */
export const learned = (abilities: Abilities, { status, message, code }: Trouble): Abilities | undefined => {
  if (status !== 400 && status !== 422 && status !== 501) return undefined
  const all = `${code} ${message}`
  if (
    /max_(completion_)?tokens/.test(all) &&
    /unsupported|not support|unrecogni|unknown|instead|extra/i.test(all)
  ) {
    const mostAs = abilities.mostAs === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens'
    return { ...abilities, mostAs }
  }
  if (abilities.counted && /stream_options|include_usage/.test(all)) return { ...abilities, counted: false }
  if (abilities.effort && /reasoning_effort|reasoning/.test(all)) return { ...abilities, effort: false }
  const format = FORMAT.test(all) ? LESS[abilities.format] : undefined
  return format && { ...abilities, format }
}

const FORMAT = /response_format|json_schema|json_object|structured|schema|grammar/i

const LESS: Readonly<Record<Format, Format | undefined>> = {
  schema: 'object',
  object: 'words',
  words: undefined,
}
