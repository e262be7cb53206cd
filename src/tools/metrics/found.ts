/** What is held against the truth, and what is found. */
import type { Picture } from '../../chart/picture.ts'
import type { Figure } from './figures.ts'

export type Binary = {
  truth: Uint8Array
  /** Higher for more likely; undefined where there is only a decision. */
  scores: Float64Array | undefined
  /** 0 or 1; that of the threshold where it is not given. */
  decided: Uint8Array | undefined
  weights: Float64Array | undefined
  threshold: number
  costs: readonly [falsePositive: number, falseNegative: number] | undefined
}

export type Found = { says: string; groups: Record<string, Figure[]>; pictures: Picture[] }
