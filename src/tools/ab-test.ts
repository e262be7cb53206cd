/** How large and how long an A/B test has to be, and what a finished one says. */
import { BadInput } from '../numbers/bad-input.ts'
import type { Tally } from '../numbers/intervals/proportion.ts'
import { planText } from './ab-test/plan.ts'
import { type Planned, resultText } from './ab-test/result.ts'
import { changeIn, demandsIn } from './ab-test/wanted.ts'
import type { Answer, Asked, Tool } from './tool.ts'
import { given, pairIn } from './typed.ts'

/**
 * To plan: baseline (`2.4%`), effect (`2%` of the baseline, or `0.048 points`) or target (`2.448%`); for a mean deviation,
 * and baseline and effect in its unit; power (.8), alpha (.05), arms (2), daily (new units a day), looks. To judge: a and b
 * (`1000/40000`, successes of trials), split (`50 50`), looks, and effect for the power that was there. Without any it asks.
 */
export const abTest: Tool = async ({ args }) => {
  const a = given(args, 'a', tallyIn)
  const b = given(args, 'b', tallyIn)
  if (a !== undefined || b !== undefined) return judged(args, a, b)
  if (['baseline', 'effect', 'target', 'deviation'].every((name) => given(args, name, typed) === undefined))
    return ASKS
  return planText(changeIn(args), demandsIn(args))
}

const judged = (args: Asked['args'], a: Tally | undefined, b: Tally | undefined): Answer => {
  if (a === undefined || b === undefined) {
    const column = a === undefined ? 'a' : 'b'
    throw new BadInput(`There is no ${column}.`, {
      column,
      mend: 'Give both arms as successes of trials, such as --a 1000/40000 --b 1100/40010.',
    })
  }
  const split = given(args, 'split', pairIn)
  const { alpha, power, looks } = demandsIn(args)
  const planned = plannedIn(args, a)
  return resultText(
    { a, b },
    {
      alpha,
      power,
      looks,
      ...(split === undefined ? {} : { split }),
      ...(planned === undefined ? {} : { planned }),
    },
  )
}

/** The change that the test was to see, of the baseline or else of what the first arm had. */
const plannedIn = (args: Asked['args'], a: Tally): Planned['planned'] => {
  if (['effect', 'target'].every((name) => given(args, name, typed) === undefined)) return undefined
  const share = a.successes / a.trials
  const baseline = share > 0 && share < 1 ? { baseline: share.toFixed(15) } : {}
  const change = changeIn({ ...baseline, ...args, deviation: '' })
  return change.kind === 'share' ? { from: change.from, to: change.to } : undefined
}

const typed = (_name: string, text: string): string => text

const tallyIn = (name: string, text: string): Tally => {
  const [successes, trials] = pairIn(name, text)
  return { successes, trials }
}

const ASKS: Answer = {
  title: 'A/B test',
  text: [
    'Tell me what to plan, or what came out.',
    [
      '- To plan: baseline (such as 2.4%) and effect (2% of it, or "0.048 points") or target (2.448%); daily, the new users a day; for a mean also deviation, the standard deviation of one user.',
      '- To judge: a and b, each as successes of trials; looks, how often it was looked at; split, if it was not planned half and half.',
      '- Both: alpha (.05) and power (.8); arms (2) with the control.',
    ].join('\n'),
    'For example `ab-test --baseline 2.4% --effect 2% --daily 200k`, or `ab-test --a 1000/40000 --b 1100/40010 --looks 5`.',
  ].join('\n\n'),
  data: { kind: null },
  pictures: [],
}
