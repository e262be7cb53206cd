/** The commands for what comes after the talk, in the order in which help lists them. */
import type { CommandSpec } from './command.ts'

/** Rating, another go at a stage, the report, a verdict that is not accepted, and earlier interviews. */
export const AFTERWARDS: readonly CommandSpec[] = [
  {
    name: 'rate',
    also: ['rating'],
    about:
      'Your own rating of each stage before you see the report: 1 is far off the bar, 4 above it, - leaves one out.',
    example: 'rate 3 2 4',
    args: [
      {
        name: 'ratings',
        about: 'one number per stage, in the order of the stages',
        choices: ['1', '2', '3', '4', '-'],
        rest: true,
      },
    ],
    private: true,
  },
  {
    name: 'retry',
    also: ['redo'],
    about: 'Takes one stage of a finished interview again and shows before and after.',
    example: 'retry data',
    args: [{ name: 'stage', about: 'which stage', rest: true }],
  },
  {
    name: 'report',
    also: ['result', 'results'],
    about: 'The report of an interview; of the latest one when none is named.',
    example: 'report 3f9c2a71d0',
    args: [{ name: 'id', about: 'which interview, as the history names it', optional: true }],
    private: true,
  },
  {
    name: 'contest',
    also: ['dispute'],
    about: 'Marks one verdict of your report as wrong; a model, where there is one, judges it again.',
    example: 'contest DX2 I did say that 1 % are positive',
    args: [
      { name: 'criterion', about: 'which criterion, as the report names it' },
      { name: 'reason', about: 'why the verdict is wrong, in a sentence or two', rest: true },
    ],
    private: true,
  },
  {
    name: 'history',
    also: ['past'],
    about: 'Your interviews so far.',
    example: 'history',
    args: [],
    private: true,
  },
]
