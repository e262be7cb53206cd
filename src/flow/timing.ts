/** Shares and minutes: what has to add up, and what a person may ask for. */
import type { Finding } from './faults.ts'
import type { Flow, Stage } from './flow.ts'

/** Minutes below which a stage is no stage any more. */
export const LEAST_MINUTES = 0.5

type Timed = Pick<Flow, 'minutes' | 'bounds' | 'clock'> & {
  stages: readonly Pick<Stage, 'id' | 'minutes' | 'weight'>[]
}

/** Findings for sums, bounds and clock of a flow. */
export const timingFindings = (flow: Timed): Finding[] => [
  ...sums(flow),
  ...bounds(flow),
  ...shortest(flow),
  ...(flow.clock.interrupt > flow.clock.nudge
    ? []
    : [
        {
          path: ['clock', 'interrupt'],
          says: `the interviewer would interrupt at ${flow.clock.interrupt}, not after the nudge at ${flow.clock.nudge}`,
          mend: 'make interrupt larger than nudge, such as nudge: 1 and interrupt: 1.3',
        },
      ]),
]

const sums = ({ minutes, stages }: Timed): Finding[] => {
  const found: Finding[] = []
  const weight = total(stages.map((stage) => stage.weight))
  if (differs(weight, 1)) {
    const parts = stages.map((stage) => `${stage.id} ${stage.weight}`).join(', ')
    found.push({
      path: ['stages'],
      says: `the weights of the stages add up to ${rounded(weight)}, wanted is 1`,
      mend: `change one of: ${parts}`,
    })
  }
  const planned = total(stages.map((stage) => stage.minutes))
  if (differs(planned, minutes)) {
    const parts = stages.map((stage) => `${stage.id} ${stage.minutes}`).join(', ')
    found.push({
      path: ['minutes'],
      says: `the stages add up to ${rounded(planned)} minutes and the flow says ${minutes}`,
      mend: `change minutes here, or one of: ${parts}`,
    })
  }
  return found
}

const bounds = ({ minutes, bounds: { least, most } }: Timed): Finding[] =>
  least <= minutes && minutes <= most
    ? []
    : [
        {
          path: ['bounds'],
          says: `the planned ${minutes} minutes are not between least ${least} and most ${most}`,
          mend: 'lower least or raise most until the planned minutes lie between them',
        },
      ]

const shortest = ({ minutes, bounds: { least }, stages }: Timed): Finding[] =>
  stages.flatMap((stage, index) => {
    const left = (stage.minutes * least) / minutes
    if (left >= LEAST_MINUTES) return []
    const says = `in the shortest talk of ${least} minutes this stage has only ${rounded(left)} minutes`
    const needed = Math.ceil((LEAST_MINUTES * minutes) / stage.minutes)
    return [
      {
        path: ['stages', index, 'minutes'],
        says,
        mend: `raise bounds.least to ${needed}, or give the stage more minutes`,
      },
    ]
  })

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
const differs = (a: number, b: number): boolean => Math.abs(a - b) > 1e-9
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6
