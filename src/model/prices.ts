/** What tokens cost. */
import { readFileSync } from 'node:fs'
import { reasonOf } from '../reason.ts'
import type { Tokens } from './wire.ts'

/** For a million tokens; those that the endpoint had in its cache cost less. */
export type Price = { sent: number; cached: number; received: number }

export type Prices = {
  currency: string
  /** The day of which the prices are, and where they are from. */
  asOf: string
  source: string
  models: Readonly<Record<string, Price>>
}

/** The table that comes along; prices change, and a table of one's own in the same form takes its place. */
export const housePrices = (): Prices =>
  parsePrices(readFileSync(new URL('./prices.json', import.meta.url), 'utf8'))

/** The table of a file, or the one that comes along without one; throws an error that names the setting. */
export const pricesFrom = (file: string | undefined): Prices => {
  if (file === undefined) return housePrices()
  try {
    return parsePrices(readFileSync(file, 'utf8'))
  } catch (cause) {
    const reason = reasonOf(cause)
    throw new Error(`MLSD_PRICES cannot be used: ${reason}`, { cause })
  }
}

/** Reads a table; throws an error that says what is wrong with it. */
export const parsePrices = (json: string): Prices => {
  const table: unknown = JSON.parse(json)
  if (!isRecord(table) || !isRecord(table.models)) throw new Error('The price table has no "models".')
  for (const [model, price] of Object.entries(table.models))
    for (const field of ['sent', 'cached', 'received'])
      if (!isRecord(price) || typeof price[field] !== 'number' || !(price[field] >= 0))
        throw new Error(
          `The price table has no number "${field}" for ${model}; wanted is the price of a million tokens.`,
        )
  const { currency = 'USD', asOf = '', source = '' } = table
  return {
    currency: String(currency),
    asOf: String(asOf),
    source: String(source),
    models: table.models as Prices['models'],
  }
}

/** The price of a model; a dated one, such as `gpt-4.1-2025-04-14`, costs what the name without the date does. */
export const priceOf = ({ models }: Prices, model: string): Price | undefined => {
  const undated = model.replace(/-\d{4}-\d{2}-\d{2}$/, '')
  const name = [model, undated].find((name) => Object.hasOwn(models, name))
  return name === undefined ? undefined : models[name]
}

/** What tokens cost at a price. */
export const costOf = (price: Price, { sent, cached, received }: Omit<Tokens, 'thought'>): number =>
  ((sent - cached) * price.sent + cached * price.cached + received * price.received) / 1_000_000

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
