/** Names to stand on a board under. */
import { createHash } from 'node:crypto'

const MANNERS = [
  ...[
    'Calm',
    'Brisk',
    'Quiet',
    'Bright',
    'Steady',
    'Gentle',
    'Curious',
    'Patient',
    'Nimble',
    'Clear',
    'Keen',
  ],
  ...['Merry', 'Frank', 'Candid', 'Lively', 'Able'],
]
const BIRDS = [
  ...[
    'Heron',
    'Wren',
    'Kestrel',
    'Plover',
    'Avocet',
    'Siskin',
    'Dunlin',
    'Osprey',
    'Curlew',
    'Linnet',
    'Tern',
  ],
  ...['Martin', 'Bittern', 'Pipit', 'Egret', 'Swift'],
]

/** A name drawn by a seed, such as `Calm Heron 42`: equal seeds draw alike. */
export const drawnName = (seed: string): string => {
  const [first = 0, second = 0, third = 0] = createHash('sha256').update(seed).digest()
  return `${MANNERS[first % MANNERS.length]} ${BIRDS[second % BIRDS.length]} ${third % 100}`
}

/** A name as somebody typed it, where it can stand on a board: 2 to 24 letters, figures, blanks and dashes. */
export const nameFrom = (typed: string): string | undefined => {
  const name = typed.normalize('NFKC').replace(/\s+/g, ' ').trim()
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N} -]{0,22}[\p{L}\p{M}\p{N}]$/u.test(name) ? name : undefined
}
