/** Prices as commands show them. */
import type { Prices } from '../model/prices.ts'
import type { App } from './app.ts'
import { Refusal } from './failure.ts'

/** The price table; refused with the reason where one of your own cannot be used. */
export const pricesOf = async (app: App): Promise<Prices> => {
  try {
    return await app.prices()
  } catch (cause) {
    if (!(cause instanceof Error) || !cause.message.startsWith('MLSD_PRICES')) throw cause
    throw new Refusal(cause.message, { cause })
  }
}

/** An amount with as many digits as it needs: `12.30`, `0.31`, `0.0042`. */
export const amount = (value: number): string =>
  value >= 0.1 || value === 0 ? value.toFixed(2) : value.toPrecision(2).replace(/^(\d)e.*/, '0.00')

/** A count of tokens as people read it: `602,698`. */
export const count = (value: number): string => Math.round(value).toLocaleString('en-US')
