/** What `settings` and `channel` take: those of one person, of a team, and of a channel; some take lists and `any`. */
import type { Argument } from './command.ts'

/** What a talk can be held at, and how. */
export const LEVELS = ['junior', 'mid', 'senior', 'staff'] as const
export const MODES = ['coach', 'exam'] as const

export const SETTINGS: readonly Argument[] = [
  { name: 'scope', choices: ['team'], optional: true },
  { name: 'level', choices: LEVELS, flag: true, optional: true },
  { name: 'minutes', number: true, flag: true, optional: true },
  { name: 'mode', choices: MODES, flag: true, optional: true },
  { name: 'language', flag: true, optional: true },
  ...['channels', 'flows', 'levels', 'modes', 'retention'].map((name) => ({
    name,
    flag: true,
    rest: true,
    optional: true,
  })),
]

/** What `channel` takes: what holds for the interviews of one channel, beside what holds for its team. */
export const CHANNEL: readonly Argument[] = [
  { name: 'what', choices: ['setup', 'show', 'off'], optional: true },
  ...['flows', 'levels', 'modes'].map((name) => ({ name, flag: true, rest: true, optional: true })),
  { name: 'spectators', choices: ['on', 'off'], flag: true, optional: true },
  { name: 'starters', flag: true, rest: true, optional: true },
  { name: 'cleanup', flag: true, optional: true },
  { name: 'language', flag: true, optional: true },
]
