/** The plan of an A/B test: rows, days, and what they rest on. */
import { normalQuantile } from '../../numbers/distributions.ts'
import {
  detectableChange,
  durationOf,
  type SampleSize,
  sampleSizeForMeans,
  sampleSizeForShares,
} from '../../numbers/intervals/sample-size.ts'
import { numberText } from '../../numbers/number-text.ts'
import type { Answer } from '../tool.ts'
import { looksText } from './looks.ts'
import { countText, pointsText, shareText } from './text.ts'
import type { Change, Wanted } from './wanted.ts'

/** How many rows and days it takes to see the change; with several arms each is held against the control. */
export const planText = (change: Change, wanted: Wanted): Answer => {
  const { power, arms, daily, looks } = wanted
  const alpha = wanted.alpha / (arms - 1)
  const each = sizeFor(change, 1, { alpha, power })
  const total = each * arms
  const size: SampleSize = { a: each, b: each, total }
  const duration = daily === undefined ? undefined : durationOf(size, daily)
  const seen = looksText(looks, alpha)
  const lines = [
    ...formula(change, each, alpha, power),
    ...(arms > 2
      ? [
          `${arms} arms: alpha ${numberText(wanted.alpha)} / ${arms - 1} comparisons = ${numberText(alpha)} each; rows in all = ${arms} x ${countText(each)} = ${countText(total)}`,
        ]
      : [`rows in all = 2 x ${countText(each)} = ${countText(total)}`]),
    ...(duration === undefined || daily === undefined
      ? []
      : [
          `days = ${countText(total)} / ${countText(daily)} = ${numberText(total / daily)}, so ${duration.days}; ${weeksText(duration.weeks)} in whole`,
        ]),
    `half the effect takes ${countText(sizeFor(change, 0.5, { alpha, power }))} in each arm, about four times as many`,
    ...(daily === undefined ? [] : [fortnight(change, daily, arms, { alpha, power })]),
  ]
  const parts = [
    reading(change, each, total, arms, duration),
    ...(seen === undefined ? [] : [seen.text]),
    `**How it follows**\n${lines.map((line) => `- ${line}`).join('\n')}`,
    'Count what is assigned: when users are, one row is one user, however often they come. Say the main metric, the guardrails and the end before the start.',
  ]
  return {
    title: 'Plan of an A/B test',
    text: parts.join('\n\n'),
    data: {
      kind: 'plan',
      metric: change.kind,
      from: change.from ?? null,
      change: change.by,
      alpha,
      power,
      arms,
      each,
      total,
      days: duration?.days ?? null,
      weeks: duration?.weeks ?? null,
      looks: seen?.data ?? null,
      derivation: lines,
    },
    pictures: [],
  }
}

type Sure = { alpha: number; power: number }

const sizeFor = (change: Change, part: number, demands: Sure): number =>
  change.kind === 'share'
    ? sampleSizeForShares(
        { from: change.from, to: part === 1 ? change.to : change.from + change.by * part },
        demands,
      ).a
    : sampleSizeForMeans({ change: change.by * part, deviation: change.deviation }, demands).a

const reading = (
  change: Change,
  each: number,
  total: number,
  arms: number,
  duration: { days: number; weeks: number } | undefined,
): string => {
  const what =
    change.kind === 'share'
      ? `To see ${shareText(change.from)} become ${shareText(change.to)} (${pointsText(change.by)}, ${part(change.by, change.from)})`
      : `To see the mean change by ${numberText(change.by)}${change.from === undefined || change.from === 0 ? '' : ` (${part(change.by, change.from)})`}`
  const rows = `${what} you need **${countText(each)} users in each arm**, ${countText(total)} in all${arms > 2 ? ` ${arms} arms` : ''}.`
  if (duration === undefined) return `${rows} Give daily, the new users a day, and I say how long that takes.`
  const time = `That is ${duration.days === 1 ? '1 day' : `${countText(duration.days)} days`}; run **${weeksText(duration.weeks)}**, so that every weekday counts the same.`
  const long = duration.weeks > 8 ? ` ${LONG}` : ''
  return `${rows} ${time}${long}`
}

const LONG =
  'That is long: the users change, and so does the product. Aim at a larger effect, count only users whom the change can reach, take a metric that varies less, or adjust for figures from before the test.'

const formula = (change: Change, each: number, alpha: number, power: number): string[] => {
  const [zAlpha, zPower] = [-normalQuantile(alpha / 2), normalQuantile(power)]
  const z = `(${zAlpha.toFixed(3)} + ${zPower.toFixed(3)})²`
  const head = `z for alpha ${numberText(alpha)}, two-sided: ${zAlpha.toFixed(3)}; z for power ${numberText(power)}: ${zPower.toFixed(3)}`
  if (change.kind === 'mean') {
    const { deviation, by } = change
    return [head, `each arm = ${z} x 2 x ${numberText(deviation)}² / ${numberText(by)}² = ${countText(each)}`]
  }
  const { from, to, by } = change
  const spread = `${numberText(from)} x ${numberText(1 - from)} + ${digits(to)} x ${digits(1 - to)}`
  const thumb = (16 * from * (1 - from)) / by ** 2
  return [
    head,
    `each arm = ${z} x (${spread}) / ${digits(by)}² = ${countText(each)}`,
    ...(alpha === 0.05 && power === 0.8
      ? [`rule of thumb: 16 p (1 - p) / change² = ${numberText(thumb)}`]
      : []),
  ]
}

/** What two weeks would be enough for. */
const fortnight = (change: Change, daily: number, arms: number, demands: Sure): string => {
  const a = Math.max(1, Math.floor((daily * 14) / arms))
  const deviation = change.kind === 'mean' ? change.deviation : Math.sqrt(change.from * (1 - change.from))
  const least = detectableChange({ a, deviation }, demands).value ?? 0
  const text = change.kind === 'mean' ? numberText(least) : pointsText(least)
  return `in two weeks, with ${countText(a)} in each arm, the smallest change that is seen is about ${text}`
}

const part = (by: number, from: number): string =>
  `${by > 0 ? '+' : ''}${numberText((by / from) * 100)} % of it`

const weeksText = (weeks: number): string => (weeks === 1 ? '1 week' : `${numberText(weeks)} weeks`)

const digits = (value: number): string => String(Number(value.toPrecision(6)))
