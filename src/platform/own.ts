/** The commands for what is a person's own beyond one place: a board to stand on, names to join, pages, all that is stored. */
import type { CommandSpec } from './command.ts'

/** In the order in which help lists them; a group of their own where a platform takes only so many commands. */
export const OWN: readonly CommandSpec[] = [
  {
    name: 'board',
    example: 'board join Calm Heron',
    args: [
      { name: 'what', choices: ['week', 'month', 'all', 'join', 'leave', 'team', 'remove'], optional: true },
      { name: 'words', rest: true, optional: true },
    ],
  },
  {
    name: 'link',
    example: 'link K7QM-2XPD',
    args: [
      { name: 'code', optional: true },
      { name: 'sure', choices: ['yes'], flag: true, optional: true },
    ],
  },
  {
    name: 'page',
    example: 'page report 3f9c2a71d0',
    args: [
      { name: 'what', choices: ['report', 'history', 'list', 'withdraw'], optional: true },
      { name: 'id', optional: true },
    ],
  },
  { name: 'export', also: ['download'], example: 'export', args: [] },
  {
    name: 'forget',
    also: ['delete'],
    example: 'forget',
    args: [{ name: 'sure', choices: ['yes'], flag: true, optional: true }],
  },
].map((spec) => ({ ...spec, group: 'my', private: true }) as const)
