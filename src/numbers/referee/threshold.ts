/** Thresholds that are said to follow from the costs of both errors and do not: t* = cFP / (cFP + cFN). */

import { numberText } from '../number-text.ts'
import type { Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import type { Said } from './judge.ts'
import { isCorrected, isQuestion, isRejected } from './sentence.ts'
import type { Token } from './token.ts'

/** How far, as a factor, a threshold must be from the right one. */
const LEAST = 1.25

/**
 * A finding where a message states what a false alarm and a miss cost and puts the threshold elsewhere than where both
 * weigh the same (Elkan 2001, with right decisions free). Nothing where something else sets it: capacity, a third action, a target.
 */
export const thresholdFindings = (text: string, said: Said): Finding[] => {
  const { tokens, sentences } = said
  if (sentences.some((sentence) => isQuestion(tokens, sentence)) || ELSE.test(plainOf(tokens))) return []
  const costs = costsIn(said)
  if (costs === undefined) return []
  const expected = costs.alarm / (costs.alarm + costs.miss)
  const cut = said.figures.findLast((figure) => isCut(tokens, figure))
  if (cut === undefined || isRejected(tokens, cut.first, cut.next) || isCorrected(tokens, cut.next)) return []
  const stated = cut.low * (cut.unit.head === 'share' ? cut.unit.scale : 1)
  if (!(stated > 0 && stated < 1) || cut.low !== cut.high) return []
  const ratio = stated / expected
  if (ratio < LEAST && ratio > 1 / LEAST) return []
  const [alarm, miss] = [numberText(costs.alarm), numberText(costs.miss)]
  return [
    {
      kind: 'threshold',
      quote: text.slice(cut.start, cut.end),
      start: cut.start,
      end: cut.end,
      stated,
      expected,
      unit: 'probability',
      factor: ratio,
      derivation: [
        'Acting pays from the probability at which both errors cost the same: t × miss = (1 - t) × false alarm.',
        `t = false alarm / (false alarm + miss) = ${alarm} / (${alarm} + ${miss}) = ${numberText(expected)}`,
      ],
      reckoned: { of: 'threshold', alarm: costs.alarm, miss: costs.miss, gives: expected },
    },
  ]
}

const plainOf = (tokens: readonly Token[]): string => ` ${tokens.map(({ text }) => text).join(' ')} `

const ELSE =
  / (?:capacity|challenge|challenges|review|reviewers|reviewer|budget|precision|recall|default|usual|usually|start with|start at|starting|tune|tuned|sweep|for now|f1|benefit|gain|earns|warning|warn|instead|rather|wrong|not|isn't|isnt|naive|naively|prior|prevalence|base rate|sampled|sampling|downsampled|uncalibrated|percentile|top|per day|a day|call|calls|offer|offers|of the cases|of cases|of the time) /

const ALARM =
  /^(?:false positives?|false alarms?|fps?|wrong (?:declines?|removals?|blocks?|alarms?|alerts?|blocking|holds?)|false (?:declines?|blocks?|rejects?|removals?|alerts?|flags?)|needless (?:alarms?|alerts?|warnings?|checks?)|wrongly \w+|good \w+ (?:declined|blocked|removed|held)|declining a good (?:one|payment|customer|transaction)|blocking a (?:real|good) \w+|removing a good \w+|unnecessary \w+|an? unneeded \w+)$/
const MISS =
  /^(?:false negatives?|fns?|miss|misses|missing (?:one|it|an? \w+)|missed \w+|undetected \w+|overlooked \w+|letting \w+ (?:through|in)|a \w+ that gets through|an attack that gets through|leaving (?:up )?a bad (?:one|post)(?: up)?)$/

type Costs = { alarm: number; miss: number }

/** What both errors cost, in any one unit; of "nine times as much" the other is one. */
const costsIn = ({ tokens, figures }: Said): Costs | undefined => {
  const alarms = namesIn(tokens, ALARM)
  const misses = namesIn(tokens, MISS)
  if (alarms.length !== 1 || misses.length !== 1) return undefined
  const [alarmAt = 0, missAt = 0] = [alarms[0], misses[0]]
  const sums = figures.filter((figure) => isSum(tokens, figure))
  const ratio = ratioOf(tokens, figures, alarmAt, missAt)
  if (ratio !== undefined) return ratio
  const [one, two, more] = sums
  if (one === undefined || two === undefined || more !== undefined) return undefined
  if (one.unit.head === 'money' && two.unit.head === 'money' && one.unit.scale * two.unit.scale !== 1)
    return undefined
  const order = nearestOf(one, two, alarmAt, missAt)
  if (order === undefined) return undefined
  const [alarm, miss] = order
  return alarm.low > 0 && miss.low > 0 ? { alarm: alarm.low, miss: miss.low } : undefined
}

/** Which of two costs is whose: both stand behind their names, or both before them, in the same order. */
const nearestOf = (
  one: Figure,
  two: Figure,
  alarmAt: number,
  missAt: number,
): [Figure, Figure] | undefined => {
  const [first, second] = alarmAt < missAt ? [alarmAt, missAt] : [missAt, alarmAt]
  const behind = one.first > first && one.first < second && two.first > second
  const before = one.first < first && two.first > first && two.first < second
  if (!behind && !before) return undefined
  return alarmAt < missAt ? [one, two] : [two, one]
}

const ratioOf = (
  tokens: readonly Token[],
  figures: readonly Figure[],
  alarmAt: number,
  missAt: number,
): Costs | undefined => {
  const times = figures.filter(
    ({ next, unit }) =>
      (tokens[next]?.text === 'times' || unit.head === 'times') &&
      /^(?:as|more|worse|dearer|costlier|the|what|a|an)$/.test(
        tokens[unit.head === 'times' ? next : next + 1]?.text ?? '',
      ),
  )
  const [one, more] = times
  if (one === undefined || more !== undefined || one.low <= 0) return undefined
  if (alarmAt < one.first && missAt > one.first) return { alarm: one.low, miss: 1 }
  return missAt < one.first && alarmAt > one.first ? { alarm: 1, miss: one.low } : undefined
}

/** Tokens at which a name of an error begins, longest names first. */
const namesIn = (tokens: readonly Token[], names: RegExp): number[] => {
  const out: number[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const size = [5, 4, 3, 2, 1].find((n) =>
      names.test(
        tokens
          .slice(at, at + n)
          .map(({ text }) => text)
          .join(' '),
      ),
    )
    if (size === undefined) continue
    out.push(at)
    at += size - 1
  }
  return out
}

const isSum = (tokens: readonly Token[], figure: Figure): boolean =>
  (figure.unit.head === 'money' && figure.unit.seconds === undefined) ||
  (/^(?:none|count)$/.test(figure.unit.head) &&
    !isCut(tokens, figure) &&
    (/^(?:costs?|at|is|=|:|about|of|worth|us|counts?|as|and|roughly)$/.test(
      tokens[figure.first - 1]?.text ?? '',
    ) ||
      (/^(?:positive|negative|alarm|miss)$/.test(tokens[figure.first - 1]?.text ?? '') &&
        tokens.some(({ text }) => /^costs?$/.test(text)))))

const BEFORE_CUT =
  /^(?:threshold|cutoff|cut|cut-off|treshold|above|over|p|probability|score|from|decline|block|flag|alert|act|remove|break-even|breakeven|even|prob|t|point|decide)$/

/** Whether a figure is a share at which somebody acts. */
const isCut = (tokens: readonly Token[], figure: Figure): boolean => {
  const { low, unit } = figure
  if (unit.head === 'share' ? !(low > 0 && low < 100) : unit.head !== 'none' || !(low > 0 && low < 1))
    return false
  if (figure.bound === 'over' && !/^(?:costs?|worth)$/.test(tokens[figure.first - 2]?.text ?? '')) return true
  return tokens.slice(Math.max(0, figure.first - 6), figure.first).some(({ text }) => BEFORE_CUT.test(text))
}
