/** How shares, differences of shares and p-values are written. */
import { numberText } from '../../numbers/number-text.ts'

/** A share as a percentage. */
export const shareText = (share: number): string => `${numberText(share * 100)} %`

/** A difference of two shares, in percentage points with its sign. */
export const pointsText = (difference: number): string =>
  `${difference > 0 ? '+' : ''}${numberText(difference * 100)} points`

/** A p-value, not finer than anyone can use. */
export const pText = (p: number): string =>
  p < 0.0001 ? 'p below 0.0001' : `p = ${Number(p.toPrecision(2))}`

/** A count of rows, every digit of it. */
export const countText = (count: number): string => count.toLocaleString('en-US')

/** From where to where a difference of shares may lie, in percentage points. */
export const rangeText = (low: number, high: number): string =>
  `${pointsText(low).replace(' points', '')} to ${pointsText(high)}`
