/** What is remembered for a while: a map that forgets its oldest entries, so that no workspace can make it grow. */

export type Recall<T> = {
  get(key: string): T | undefined
  set(key: string, value: T): void
  delete(key: string): void
  /** Forgets everything. */
  clear(): void
}

/** Remembers so many entries; `forgotten` is told of each that had to go. */
export const recallOf = <T>(most: number, forgotten: (value: T) => void = () => {}): Recall<T> => {
  const kept = new Map<string, T>()
  return {
    get: (key) => kept.get(key),
    set(key, value) {
      kept.delete(key)
      kept.set(key, value)
      if (kept.size <= most) return
      for (const [oldest, value] of kept) {
        kept.delete(oldest)
        forgotten(value)
        return
      }
    },
    delete: (key) => void kept.delete(key),
    clear() {
      for (const value of kept.values()) forgotten(value)
      kept.clear()
    },
  }
}
