/** What it costs to look early, and what to do instead. */
import { falseAlarmsOfPeeking, groupSequential } from '../../numbers/intervals/peeking.ts'
import { numberText } from '../../numbers/number-text.ts'
import type { Json } from '../tool.ts'
import { shareText } from './text.ts'

/** False alarms of so many even looks, and the lines that allow for them; undefined for a single look. */
export const looksText = (
  looks: number,
  alpha: number,
): { text: string; data: Json; last: { z: number; p: number }; alarms: number } | undefined => {
  if (looks < 2) return undefined
  const shares = Array.from({ length: looks }, (_, i) => (i + 1) / looks)
  const alarms = falseAlarmsOfPeeking(shares, alpha).value ?? 0
  const lines = groupSequential(shares, 'obrien-fleming', alpha)
  const last = lines.at(-1) ?? { z: Number.POSITIVE_INFINITY, p: 0 }
  const shown = lines
    .map(({ p }, look) => `look ${look + 1}: ${p < NEVER ? 'never' : numberText(Number(p.toPrecision(2)))}`)
    .filter((_, look) => looks <= MOST_SHOWN || look >= looks - 3)
  return {
    text: `Looking ${looks} times, and stopping as soon as p is below ${numberText(alpha)}, makes false alarms in **${shareText(Number(alarms.toPrecision(3)))}** of tests where nothing changed. Plan the looks, and call it a win only where p is at most this (O'Brien and Fleming's lines): ${looks <= MOST_SHOWN ? '' : 'of the last three, '}${shown.join('; ')}.`,
    data: {
      looks,
      alarms,
      lines: lines.map(({ share, z, p }) => ({ share, z: Number.isFinite(z) ? z : null, p })),
    },
    last,
    alarms,
  }
}

/** A p-value that nobody waits for. */
const NEVER = 0.00001

const MOST_SHOWN = 10
