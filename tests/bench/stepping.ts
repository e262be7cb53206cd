/** `step()` on an interview with 100 messages, beside a JSON round trip of the same value. */
import { performance } from 'node:perf_hooks'
import type { Event } from '../../src/interview/events.ts'
import { interviewsOf } from '../../src/interview/interview.ts'
import { bank, median } from './bank.ts'
import type { Figure } from './bench.ts'

const GOAL_US = 100
const ROUNDS = 5_000

export const stepping = async (): Promise<Figure[]> => {
  const flow = bank().flows.get('mlsd')
  if (!flow) throw new Error('flows/mlsd.yaml is missing')
  const { open, step } = interviewsOf(flow)
  const options = { level: 'mid', minutes: 45, mode: 'coach', quiet: 0, idle: 1e9 } as const
  let interview = open('bench', options)
  const drive = (first: Event): void => {
    const events = [first]
    for (let event = events.shift(); event; event = events.shift()) {
      const [next, effects] = step(interview, event)
      interview = next
      for (const effect of effects) {
        const { at } = event
        if (effect.type === 'judge') {
          const judgement = { verdicts: [], flags: [], by: 'bench', assessed: true }
          events.push({ type: 'judged', at, job: effect.job, stage: effect.stage, judgement })
        } else if (effect.type === 'teach') {
          events.push({ type: 'taught', at, job: effect.job, by: '', lessons: [] })
        } else if (effect.type === 'ask') {
          const said = { say: `What about ${effect.job}?`, move: 'probe' as const, facts: [], unknown: [] }
          events.push({ type: 'replied', at, job: effect.job, by: 'bench', ...said })
        }
      }
    }
  }
  drive({ type: 'begin', at: 0, id: 'begin' })
  for (let n = 0; n < 100; n += 1) drive({ type: 'answered', at: n * 1000, id: `m${n}`, text: 'Some words.' })

  const stepTimes = timed((n) =>
    step(interview, { type: 'answered', at: 1e6, id: `x${n}`, text: 'Some words.' }),
  )
  const jsonTimes = timed(() => JSON.parse(JSON.stringify(interview)))
  const value = median(stepTimes)
  return [
    {
      name: 'step() with 100 messages, median',
      value: `${value.toFixed(1)} us`,
      baseline: `${median(jsonTimes).toFixed(1)} us for a JSON round trip of the same interview`,
      goal: `under ${GOAL_US} us`,
      met: value < GOAL_US,
    },
  ]
}

const timed = (work: (n: number) => unknown): number[] =>
  Array.from({ length: ROUNDS }, (_, n) => {
    const start = performance.now()
    work(n)
    return (performance.now() - start) * 1000
  })
