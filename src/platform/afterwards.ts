/** The commands for what comes after the talk, in the order in which help lists them. */
import type { CommandSpec } from './command.ts'

/** Rating, another go at a stage, the report, a verdict that is not accepted, and earlier interviews. */
export const AFTERWARDS: readonly CommandSpec[] = [
  {
    name: 'rate',
    also: ['rating'],
    example: 'rate 3 2 4',
    args: [{ name: 'ratings', choices: ['1', '2', '3', '4', '-'], rest: true }],
    private: true,
  },
  {
    name: 'retry',
    also: ['redo'],
    example: 'retry data',
    args: [{ name: 'stage', rest: true }],
  },
  {
    name: 'report',
    also: ['result', 'results'],
    example: 'report 3f9c2a71d0',
    args: [{ name: 'id', optional: true }],
    private: true,
  },
  {
    name: 'contest',
    also: ['dispute'],
    example: 'contest DX2 I did say that 1 % are positive',
    args: [{ name: 'criterion' }, { name: 'reason', rest: true }],
    private: true,
  },
  { name: 'history', also: ['past'], example: 'history', args: [], private: true },
]
