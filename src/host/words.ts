/** Our own words as they are shown: commands as they are typed at a place, and times. */
import { COMMAND_WORDS } from '../platform/commands.ts'

const COMMAND = new RegExp(`(?<![\\w/])/(${COMMAND_WORDS.filter((word) => word !== '?').join('|')})\\b`, 'g')

/**
 * Our own words with each command in them as it is typed at a place, where `prefix` stands before it. A command that does
 * not begin with a sign of its own is set apart.
 */
export const asTyped = (text: string, prefix: string): string =>
  prefix === '/' ? text : text.replace(COMMAND, `\`${prefix}$1\``)

/** `4:05`, or `1:04:05` from an hour on. Milliseconds in. */
export const clockTime = (ms: number): string => {
  const seconds = Math.max(0, Math.round(ms / 1000))
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (n: number) => String(n).padStart(2, '0')
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}
