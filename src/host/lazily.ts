/** A map whose values are made when they are first asked for. */
export const lazily = <T>(keys: readonly string[], make: (key: string) => T): ReadonlyMap<string, T> => {
  const made = new Map<string, T>()
  const known = new Set(keys)
  const get = (key: string): T | undefined => {
    if (!known.has(key)) return undefined
    const value = made.get(key) ?? make(key)
    made.set(key, value)
    return value
  }
  function* entries(): MapIterator<[string, T]> {
    for (const key of known) yield [key, get(key) as T]
  }
  function* values(): MapIterator<T> {
    for (const [, value] of entries()) yield value
  }
  return {
    size: known.size,
    get,
    has: (key) => known.has(key),
    keys: () => known.keys(),
    values,
    entries,
    [Symbol.iterator]: entries,
    forEach(each) {
      for (const [key, value] of entries()) each(value, key, this)
    },
  }
}
