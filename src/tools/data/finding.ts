/** One thing that is amiss, and how it is counted. */
import { numberText } from '../../numbers/number-text.ts'

/** `weight` puts findings in order: 3 spoils a result, 2 is to be mended, 1 is to be known. */
export type Finding = { weight: 1 | 2 | 3; about: string; says: string; next: string }

export const percent = (share: number): string => `${numberText(100 * share)} %`
export const counted = (count: number, what: string): string =>
  `${numberText(count)} ${what}${count === 1 ? '' : 's'}`
