/** The rows of a column from its highest value to its lowest, in linear time. */

const DIGIT = 11
const BUCKETS = 1 << DIGIT
const MASK = BUCKETS - 1
/** Runs up to this length are sorted by insertion. */
const SHORT = 24

/**
 * The row numbers of `values` (finite, in any order) sorted from high to low; rows of equal value keep their order, and
 * -0 equals 0. A radix sort, 11 bits a pass, over the upper halves of the doubles, then over the lower halves within
 * runs of equal upper ones. It needs 20 bytes a row beside the values: 200 MB for 10,000,000.
 */
export const descending = (values: Float64Array): Uint32Array => {
  const order = new Uint32Array(values.length)
  const high = new Uint32Array(values.length)
  const low = new Uint32Array(values.length)
  keys(values, high, low)
  for (let i = 0; i < order.length; i += 1) order[i] = i
  const spare = { keys: new Uint32Array(values.length), order: new Uint32Array(values.length) }
  sortByKeys(high, order, spare.keys, spare.order)
  for (let from = 0; from < order.length; ) {
    const key = high[from]
    let to = from + 1
    while (to < order.length && high[to] === key) to += 1
    if (to - from > 1) sortRun(low, order, from, to, spare)
    from = to
  }
  return order
}

/** The halves of keys that rise as the values fall. */
const keys = (values: Float64Array, high: Uint32Array, low: Uint32Array): void => {
  const one = new Float64Array(1)
  const halves = new Uint32Array(one.buffer)
  for (let i = 0; i < values.length; i += 1) {
    one[0] = (values[i] ?? 0) + 0
    const h = halves[1] ?? 0
    const l = halves[0] ?? 0
    // The bits of negative doubles rise as they fall; those of the others are turned over.
    high[i] = h >= 0x80000000 ? h : ~h & 0x7fffffff
    low[i] = h >= 0x80000000 ? l : ~l
  }
}

/** Sorts the rows of a run, whose upper halves are equal, by their lower ones. */
const sortRun = (
  low: Uint32Array,
  order: Uint32Array,
  from: number,
  to: number,
  spare: { keys: Uint32Array; order: Uint32Array },
): void => {
  const first = low[order[from] ?? 0] ?? 0
  let at = from + 1
  while (at < to && low[order[at] ?? 0] === first) at += 1
  if (at === to) return
  if (to - from > SHORT) {
    const run = order.subarray(from, to)
    const own = Uint32Array.from(run, (row) => low[row] ?? 0)
    sortByKeys(own, run, spare.keys.subarray(from, to), spare.order.subarray(from, to))
    return
  }
  for (let i = from + 1; i < to; i += 1) {
    const row = order[i] ?? 0
    const key = low[row] ?? 0
    let j = i
    for (; j > from && (low[order[j - 1] ?? 0] ?? 0) > key; j -= 1) order[j] = order[j - 1] ?? 0
    order[j] = row
  }
}

/** Sorts keys, smallest first and stable, and the rows along with them; the spare arrays are of the same length. */
const sortByKeys = (
  keys: Uint32Array,
  order: Uint32Array,
  spareKeys: Uint32Array,
  spareOrder: Uint32Array,
): void => {
  let [fromKeys, fromOrder, toKeys, toOrder] = [keys, order, spareKeys, spareOrder]
  for (let shift = 0; shift < 32; shift += DIGIT) {
    const starts = startsOf(fromKeys, shift)
    if (starts === undefined) continue
    for (let i = 0; i < fromKeys.length; i += 1) {
      const key = fromKeys[i] ?? 0
      const digit = (key >>> shift) & MASK
      const at = starts[digit] ?? 0
      starts[digit] = at + 1
      toKeys[at] = key
      toOrder[at] = fromOrder[i] ?? 0
    }
    ;[fromKeys, toKeys] = [toKeys, fromKeys]
    ;[fromOrder, toOrder] = [toOrder, fromOrder]
  }
  if (fromKeys === keys) return
  keys.set(fromKeys)
  order.set(fromOrder)
}

/** The first place of each digit, or undefined when all keys share one, so that the pass can be left out. */
const startsOf = (keys: Uint32Array, shift: number): Uint32Array | undefined => {
  const counts = new Uint32Array(BUCKETS)
  for (let i = 0; i < keys.length; i += 1) {
    const digit = ((keys[i] ?? 0) >>> shift) & MASK
    counts[digit] = (counts[digit] ?? 0) + 1
  }
  let sum = 0
  for (let b = 0; b < BUCKETS; b += 1) {
    const count = counts[b] ?? 0
    if (count === keys.length) return undefined
    counts[b] = sum
    sum += count
  }
  return counts
}
