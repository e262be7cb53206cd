/** What is odd about a column, in words, with what to do. */
import type { Unexpected } from '../../numbers/data/odd.ts'
import { numberText } from '../../numbers/number-text.ts'
import { counted, type Finding } from './finding.ts'

/** As a finding. */
export const ofOddity = ({ column, kind, values, rows, factor, meant }: Unexpected): Finding => {
  const list = values.map(({ value, count }) => `"${value}" (${numberText(count)})`).join(', ')
  const [weight, says, next] = ODD[kind]({ list, rows, factor, meant })
  return { weight, about: column, says: `${column}: ${says}`, next }
}

type Odd = { list: string; rows: number; factor: number | undefined; meant: string | undefined }

const ODD: Readonly<Record<Unexpected['kind'], (odd: Odd) => [Finding['weight'], string, string]>> = {
  constant: ({ list }) => [1, `always ${list}.`, 'It tells nothing; drop it.'],
  identifier: ({ rows }) => [
    1,
    `a value of its own in nearly each of ${counted(rows, 'row')}.`,
    'It is a name; use it to group or join, not as a feature.',
  ],
  sentinel: ({ list, rows }) => [
    2,
    `${list} stand far from all else in ${counted(rows, 'row')}.`,
    'They look like marks for a gap; turn them into one.',
  ],
  unit: ({ list, rows, factor }) => [
    2,
    `${counted(rows, 'row')} are about ${factor} times the rest: ${list}.`,
    'They look like another unit; find the source and convert it.',
  ],
  outliers: ({ list, rows }) => [
    1,
    `${counted(rows, 'row')} far out: ${list}.`,
    'Look where they come from before dropping any.',
  ],
  mixed: ({ list, rows }) => [
    2,
    `numbers, but words in ${counted(rows, 'row')}: ${list}.`,
    'Turn them into numbers or gaps.',
  ],
  rare: ({ list, rows }) => [
    1,
    `${counted(rows, 'row')} with names that hardly occur: ${list}.`,
    'Join them into one, or encode them with smoothing.',
  ],
  spelling: ({ list, meant }) => [2, `${list} is probably "${meant}".`, 'Mend it where it is written.'],
}
