/** What `settings` takes: those of one person, and those of a team, which take lists and `any`. */
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
