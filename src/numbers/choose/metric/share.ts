/** What the share of positives alone says about metrics. */
import { numberText } from '../../number-text.ts'

/** How uneven the classes are: even from .3 to .7, rare up to .1 on either side. */
export const balanceOf = (positives: number | undefined): 'even' | 'uneven' | 'rare' | 'unknown' => {
  if (positives === undefined) return 'unknown'
  const least = Math.min(positives, 1 - positives)
  if (least >= 0.3) return 'even'
  return least <= 0.1 ? 'rare' : 'uneven'
}

/** What no skill at all scores: the accuracy of the common answer, and the average precision of random scores. */
export const baseFigures = (
  positives: number | undefined,
): { derivation: readonly string[]; figures: Readonly<Record<string, number>> } => {
  if (positives === undefined) return { derivation: [], figures: {} }
  const [most, answer] = positives > 0.5 ? [positives, 'yes'] : [1 - positives, 'no']
  return {
    derivation: [
      `accuracy of always saying ${answer} = ${numberText(most)}`,
      `average precision of random scores = share of positives = ${numberText(positives)}`,
    ],
    figures: { majorityAccuracy: most, randomAveragePrecision: positives },
  }
}

/** A share as a percentage. */
export const shareText = (share: number): string => `${numberText(share * 100)} %`
