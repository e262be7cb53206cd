/** What an interview will cost, as a page and as figures. */
import { tableOf } from '../evaluation/table.ts'
import { costOf, type Prices, priceOf } from '../model/prices.ts'
import type { Part } from '../prompt/estimate.ts'
import { amount, count } from './priced.ts'
import { TOKENIZER } from './tokens.ts'

export type Estimate = {
  flow: string
  problem: string
  minutes: number
  /** What the candidate says, in messages that are answered. */
  answers: number
  parts: Part[]
}

/** Money for each model, the cheapest first, and where the prices are from. */
export type Money = {
  tokenizer: string
  currency: string
  asOf: string
  source: string
  models: { model: string; parts: Record<string, number>; cost: number }[]
}

/** The models that are set, by role, and what they cost together; null where one of them has no price. */
export type Here = { models: Record<string, string>; cost: number | null }

/** What the parts cost with these models. */
export const moneyOf = (parts: readonly Part[], prices: Prices, models: readonly string[]): Money => {
  const { currency, asOf, source } = prices
  const rows = models.flatMap((model) => {
    const price = priceOf(prices, model)
    if (price === undefined) return []
    const each = parts.map((one): [string, number] => [one.part, costOf(price, one)])
    return [{ model, parts: Object.fromEntries(each), cost: each.reduce((sum, [, cost]) => sum + cost, 0) }]
  })
  const sorted = rows.toSorted((one, other) => one.cost - other.cost)
  return { tokenizer: TOKENIZER, currency, asOf, source, models: sorted }
}

/** The page for a person. */
export const costMarkdown = (of: Estimate & Money & { here?: Here }): string => {
  const { flow, problem, minutes, answers, parts, models, currency, asOf, source, here } = of
  const names = parts.map(({ part }) => part)
  return [
    `An interview of ${minutes} minutes (${flow}, ${problem}) in which ${answers} answers are given, played from a recorded one. Tokens are counted by ${TOKENIZER}.`,
    tableOf(
      ['', 'calls', 'sent', 'of them cached', 'received'],
      [...parts.map((one) => [one.part, ...figures(one)]), ['**all**', ...figures(total(parts))]],
    ),
    'Cached: what an endpoint has kept of what it was sent before in the same interview. Judging asks twice for each stage, and a third time about a part of every second one.',
    tableOf(
      ['model', ...names, `all, in ${currency}`],
      models.map(({ model, parts: each, cost }) => [
        model,
        ...names.map((name) => amount(each[name] ?? 0)),
        amount(cost),
      ]),
    ),
    ...(here === undefined ? [] : [hereText(here, currency)]),
    `Prices of ${asOf || 'an unknown day'}: ${source || 'no source is named'}. Left out are answers that have to be asked for twice, what a model thinks before it answers, and taxes.`,
  ].join('\n\n')
}

const hereText = ({ models, cost }: Here, currency: string): string => {
  const set = Object.entries(models).map(([role, model]) => `${role} ${model}`)
  const price = cost === null ? 'not known; MLSD_PRICES may name it' : `${amount(cost)} ${currency}`
  return `**As it is set here** (${set.join(', ')}): ${price}.`
}

type Figures = Pick<Part, 'calls' | 'sent' | 'cached' | 'received'>

const figures = ({ calls, sent, cached, received }: Figures): string[] => [
  count(calls),
  count(sent),
  sent === 0 ? '-' : `${Math.round((100 * cached) / sent)} %`,
  count(received),
]

const total = (parts: readonly Part[]): Figures => {
  const sum = (of: (part: Part) => number): number => parts.reduce((all, part) => all + of(part), 0)
  return {
    calls: sum(({ calls }) => calls),
    sent: sum(({ sent }) => sent),
    cached: sum(({ cached }) => cached),
    received: sum(({ received }) => received),
  }
}
