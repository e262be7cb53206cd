/** What `settings` and `channel` take: those of one person, of a team, and of a channel; some take lists and `any`. */
import type { Argument } from './command.ts'

/** What a talk can be held at, and how. */
export const LEVELS = ['junior', 'mid', 'senior', 'staff'] as const
export const MODES = ['coach', 'exam'] as const

export const SETTINGS: readonly Argument[] = [
  {
    name: 'scope',
    about: 'team for what holds for everybody here, which an admin sets',
    choices: ['team'],
    optional: true,
  },
  { name: 'level', about: 'your level', choices: LEVELS, flag: true, optional: true },
  { name: 'minutes', about: 'how long a talk lasts', number: true, flag: true, optional: true },
  { name: 'mode', about: 'your mode', choices: MODES, flag: true, optional: true },
  ...[
    ['channels', 'for the team: where interviews may be held, or any'],
    ['flows', 'for the team: which frameworks may be taken, or any'],
    ['levels', 'for the team: which levels may be taken, or any'],
    ['modes', 'for the team: which modes may be taken, or any'],
    ['retention', 'for the team: days after which a finished interview is removed, or never'],
  ].map(([name = '', about = '']) => ({ name, about, flag: true, rest: true, optional: true })),
]

/** What `channel` takes: what holds for the interviews of one channel, beside what holds for its team. */
export const CHANNEL: readonly Argument[] = [
  {
    name: 'what',
    about: 'setup to change what holds here, show to see it, off to take it away',
    choices: ['setup', 'show', 'off'],
    optional: true,
  },
  ...[
    ['flows', 'which frameworks may be taken here, or any'],
    ['levels', 'which levels may be taken here, or any'],
    ['modes', 'which modes may be taken here, or any'],
  ].map(([name = '', about = '']) => ({ name, about, flag: true, rest: true, optional: true })),
  {
    name: 'spectators',
    about: 'on where others may read along, off where an interview is held out of their sight',
    choices: ['on', 'off'],
    flag: true,
    optional: true,
  },
  {
    name: 'starters',
    about: 'who may begin an interview here: everyone, or names of roles with commas between them',
    flag: true,
    rest: true,
    optional: true,
  },
  {
    name: 'cleanup',
    about: 'days after which the place of a finished interview is taken away, or never',
    flag: true,
    optional: true,
  },
]
