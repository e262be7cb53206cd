/** What a finished A/B test says, and whether it can be trusted. */
import { alwaysValid } from '../../numbers/intervals/always-valid.ts'
import { shareDifference, shareTest, type Tally } from '../../numbers/intervals/proportion.ts'
import { sampleRatioMismatch } from '../../numbers/intervals/sample-ratio.ts'
import { detectableChange, powerForShares } from '../../numbers/intervals/sample-size.ts'
import { isDefined, type Measure } from '../../numbers/measure.ts'
import { numberText } from '../../numbers/number-text.ts'
import type { Answer, Json } from '../tool.ts'
import { looksText } from './looks.ts'
import { countText, pointsText, pText, rangeText, shareText } from './text.ts'

/** How the test was planned: `split` in proportion (even where absent), `planned` the share and what it was to become, `looks` in all. */
export type Planned = {
  alpha: number
  power: number
  looks: number
  split?: readonly [a: number, b: number]
  planned?: { from: number; to: number }
}

/** The difference with its interval and p, the check of the arms' sizes, what the test could see, and what looking cost. */
export const resultText = (arms: { a: Tally; b: Tally }, plan: Planned): Answer => {
  const { a, b } = arms
  const level = 1 - plan.alpha
  const difference = shareDifference(a, b, level)
  if (!isDefined(difference)) return withoutAnswer(difference.reason)
  const test = shareTest(a, b)
  const p = 'reason' in test ? undefined : test.p
  const ratio = sampleRatioMismatch([a.trials, b.trials], plan.split ?? [1, 1])
  const broken = !('reason' in ratio) && ratio.p < BROKEN
  const seen = looksText(plan.looks, plan.alpha)
  const reached = sensitivity(a, b, plan)
  const parts = [
    ...(broken && !('reason' in ratio) ? [brokenText(a, b, plan, ratio.p)] : []),
    reading(a, b, difference, p, plan.alpha),
    ...(seen === undefined || p === undefined ? [] : [`${seen.text} ${lastText(p, seen.last.p)}`]),
    ...ofUnplanned(difference, a, b, plan),
    `**How it follows**\n${[
      `a: ${countText(a.successes)} of ${countText(a.trials)} = ${shareText(a.successes / a.trials)}; b: ${countText(b.successes)} of ${countText(b.trials)} = ${shareText(b.successes / b.trials)}`,
      `interval at ${shareText(level)}: ${difference.method}; ${'reason' in test ? test.reason : `z = ${numberText(test.statistic)}, ${test.method}`}`,
      ...('reason' in ratio || broken
        ? []
        : [`sizes of the arms fit the plan (chi-squared ${numberText(ratio.statistic)}, ${pText(ratio.p)})`]),
      ...reached.lines,
    ]
      .map((line) => `- ${line}`)
      .join('\n')}`,
  ]
  return {
    title: 'Result of an A/B test',
    text: parts.join('\n\n'),
    data: {
      kind: 'result',
      a: a.successes / a.trials,
      b: b.successes / b.trials,
      difference: difference.value,
      low: difference.low,
      high: difference.high,
      level,
      p: p ?? null,
      significant: p === undefined ? null : p <= plan.alpha,
      sampleRatio: 'reason' in ratio ? null : { p: ratio.p, mismatch: broken },
      ...reached.data,
      looks: seen?.data ?? null,
    },
    pictures: [],
  }
}

/** Below this the arms did not get the rows they should have got. */
const BROKEN = 0.001

const brokenText = (a: Tally, b: Tally, { split = [1, 1] }: Planned, p: number): string =>
  `**Do not read the result yet.** The arms got ${countText(a.trials)} and ${countText(b.trials)} rows, planned ${numberText(split[0])} to ${numberText(split[1])}: by chance that hardly happens (${pText(p)}). Assignment or logging is broken; find out where rows are lost, and run it again.`

const reading = (
  a: Tally,
  b: Tally,
  difference: { value: number; low: number; high: number },
  p: number | undefined,
  alpha: number,
): string => {
  const { value, low, high } = difference
  const from = a.successes / a.trials
  const part = from === 0 ? '' : `, ${numberText(Math.abs(value / from) * 100)} % of a`
  const side =
    value === 0
      ? 'b is as a'
      : `b is **${value > 0 ? 'higher' : 'lower'}** by ${numberText(Math.abs(value) * 100)} points${part}`
  const range = rangeText(low, high)
  if (p === undefined) return `${side}. All rows ended the same way, so there is nothing to test.`
  const few = Math.min(a.successes, b.successes, a.trials - a.successes, b.trials - b.successes) < 5
  const verdict =
    p <= alpha
      ? `more than chance (${pText(p)}). The change lies somewhere from ${range}; whether its lower end is worth shipping is for you to say.`
      : `within chance (${pText(p)}): anything from ${range} fits the data. That is no proof of no effect.`
  return `${side}, ${verdict}${few ? ' Fewer than 5 rows ended one way in an arm: the p-value is rough.' : ''}`
}

const lastText = (p: number, line: number): string =>
  p <= line
    ? `At the last look p has to be at most ${numberText(Number(line.toPrecision(2)))}: it is.`
    : `At the last look p has to be at most ${numberText(Number(line.toPrecision(2)))}: it is **not**, so do not call this a win.`

/** For looks that nobody planned: an interval that holds whenever one looks. */
const ofUnplanned = (difference: { value: number }, a: Tally, b: Tally, plan: Planned): string[] => {
  if (plan.looks < 2 || plan.planned === undefined) return []
  const error = Math.sqrt(variance(a) / a.trials + variance(b) / b.trials)
  if (error === 0) return []
  const valid = alwaysValid(
    { value: difference.value, error },
    Math.abs(plan.planned.to - plan.planned.from),
    1 - plan.alpha,
  )
  return [
    `If the looks were not planned: an interval that holds at any look is ${rangeText(valid.low, valid.high)}, ${pText(valid.p)}.`,
  ]
}

const sensitivity = (
  a: Tally,
  b: Tally,
  { alpha, power, planned }: Planned,
): { lines: string[]; data: Record<string, Json> } => {
  const from = a.successes / a.trials
  const ratio = b.trials / a.trials
  if (from === 0 || from === 1 || ratio === 0) return { lines: [], data: {} }
  const least = detectableChange({ a: a.trials, deviation: Math.sqrt(variance(a)) }, { alpha, power, ratio })
  const [of, line] = [
    known(least),
    `with these rows a change of about ${pointsText(known(least) ?? 0)} is seen with power ${numberText(power)}`,
  ]
  if (planned === undefined) return { lines: [line], data: { detectable: of } }
  const had = known(powerForShares({ ...planned, a: a.trials }, { alpha, ratio }))
  return {
    lines: [
      line,
      `power that was there for the planned ${pointsText(planned.to - planned.from)}: ${numberText(had ?? 0)}`,
    ],
    data: { detectable: of, power: had },
  }
}

const known = (measure: Measure): number | null => measure.value ?? null

const variance = ({ successes, trials }: Tally): number => (successes / trials) * (1 - successes / trials)

const withoutAnswer = (reason: string): Answer => ({
  title: 'Result of an A/B test',
  text: `There is nothing to compare: ${reason}`,
  data: { kind: 'result', difference: null, reason },
  pictures: [],
})
