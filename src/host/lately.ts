/** What was asked for lately: a map that lets go of what nobody has asked for in the longest time. */

export type Lately<T extends object> = {
  /** What is held, which is asked for by this. */
  get(key: string): T | undefined
  set(key: string, value: T): void
}

/** Holds so many. */
export const latelyOf = <T extends object>(most: number): Lately<T> => {
  const held = new Map<string, T>()
  const set = (key: string, value: T): void => {
    held.delete(key)
    held.set(key, value)
    if (held.size > most) held.delete(held.keys().next().value ?? '')
  }
  return {
    get(key) {
      const value = held.get(key)
      if (value !== undefined) set(key, value)
      return value
    },
    set,
  }
}
