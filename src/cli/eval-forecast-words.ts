/** What an evaluation by a model may cost, as it is told before anything is sent. */
import type { Prices } from '../model/prices.ts'
import type { Judge } from './app.ts'
import type { Forecast } from './eval-forecast.ts'
import { amount, count } from './priced.ts'

export type Before = {
  judge: Pick<Judge, 'who' | 'model' | 'atOnce'>
  prices: Pick<Prices, 'currency' | 'asOf'>
  /** The file of judgements, how many of all it holds. */
  file: string
  kept: number
  all: number
  budget: number | undefined
}

/** Some lines for stderr. */
export const forecastText = (forecast: Forecast, before: Before): string => {
  const { judge, prices, file, kept, all, budget } = before
  const { calls, sent, received, cost, most } = forecast
  const left = all - kept
  const money =
    cost === null || most === null
      ? `The price of ${judge.model} is not known; a table with it can be named in MLSD_PRICES.`
      : `That may cost ${amount(cost)} ${prices.currency}, or ${amount(most)} where the endpoint keeps nothing in a cache (prices of ${prices.asOf || 'an unknown day'}).`
  const over =
    budget !== undefined && cost !== null && cost > budget
      ? [`The budget of ${budget} ${prices.currency} will not suffice for all of them.`]
      : []
  return [
    ...(kept === 0 ? [] : [`${kept} of ${all} judgements are in ${file} already.`]),
    `${left} ${left === 1 ? 'judgement' : 'judgements'} will be asked of ${judge.who}, ${judge.atOnce} at once: about ${count(calls)} calls, ${count(sent)} tokens sent and ${count(received)} received. ${money}`,
    ...over,
    `Each is kept in ${file} as it comes: after a break, the same command goes on.`,
    '',
  ].join('\n')
}
