/** How many requests there are in a second. */
import { numberText } from '../number-text.ts'
import { type Derived, given, positive } from './derived.ts'

/** `people` who do something `each` times in `seconds` (a day where nothing is said); the peak is `peak` times the mean. */
export type Load = { people: number; each?: number; seconds?: number; peak?: number }

const DAY = 86_400

/** Requests per second on average: `people * each / seconds`. Throws BadInput for a negative or missing number. */
export const averageRate = ({ people, each = 1, seconds = DAY }: Load): Derived => {
  const all = given('people', people) * given('each', each)
  const value = all / positive('seconds', seconds)
  const lines = [
    `${numberText(people)} × ${numberText(each)} = ${numberText(all)} in ${numberText(seconds)} s`,
    `${numberText(all)} / ${numberText(seconds)} s = ${numberText(value)} per second`,
  ]
  return { value, unit: 'per second', lines }
}

/** Requests per second at the peak: the average times `peak`, 3 where nothing is said. */
export const peakRate = (load: Load): Derived => {
  const mean = averageRate(load)
  const peak = given('peak', load.peak ?? 3, 1)
  const value = mean.value * peak
  const line = `${numberText(mean.value)} per second × ${numberText(peak)} = ${numberText(value)} per second at the peak`
  return { value, unit: 'per second', lines: [...mean.lines, line] }
}

/**
 * How many machines carry a rate when each takes `perMachine` per second and is loaded to `load` (0.6 where nothing is
 * said); whole machines, rounded up.
 */
export const machines = (rate: number, perMachine: number, load = 0.6): Derived => {
  const usable = positive('perMachine', perMachine) * Math.min(1, positive('load', load))
  const exact = given('rate', rate) / usable
  const value = Math.ceil(exact - 1e-9)
  const lines = [
    `${numberText(perMachine)} per second × ${numberText(load)} = ${numberText(usable)} per second for each machine`,
    `${numberText(rate)} / ${numberText(usable)} = ${numberText(exact)}, so ${numberText(value)} machines`,
  ]
  return { value, unit: 'machines', lines }
}

/** Requests in flight at one time: rate times seconds that each takes (Little 1961). */
export const inFlight = (rate: number, seconds: number): Derived => {
  const value = given('rate', rate) * given('seconds', seconds)
  const line = `${numberText(rate)} per second × ${numberText(seconds)} s = ${numberText(value)} at one time`
  return { value, unit: 'requests', lines: [line] }
}
