/** What the limits of Discord need beside the common words for limits: kinds by number, and what may be null. */
import { type Check, isObject } from '../../slack/limits/shape.ts'

/** Nothing, or what fits. */
export const maybe = (check: Check): Check => {
  return (value, at) => (value === null ? [] : check(value, at))
}

/** An object whose numbered `type` says which of these it is. */
export const kinds = (of: Readonly<Record<number, Check>>): Check => {
  return (value, at) => {
    const type = isObject(value) ? value.type : undefined
    const check = typeof type === 'number' && Object.hasOwn(of, type) ? of[type] : undefined
    return check ? check(value, at) : [`${at}: a component of type ${String(type)} may not stand here`]
  }
}

/** An address of the web, or of a file that comes with it. */
export const address = (most: number, ...schemes: readonly string[]): Check => {
  return (value, at) => {
    if (typeof value !== 'string') return [`${at}: an address is needed`]
    if (value.length > most) return [`${at}: ${value.length} characters, at most ${most} are allowed`]
    const scheme = /^([a-z]+):\/\/./.exec(value)?.[1]
    return scheme !== undefined && schemes.includes(scheme)
      ? []
      : [`${at}: ${value.slice(0, 40)} does not begin with one of ${schemes.join(', ')}`]
  }
}

/** Every object within, itself included. */
export const within = (value: unknown): Record<string, unknown>[] => {
  if (Array.isArray(value)) return value.flatMap(within)
  if (!isObject(value)) return []
  return [value, ...Object.values(value).flatMap(within)]
}

/** Every component within; those are what has a numbered type. */
export const componentsIn = (value: unknown): Record<string, unknown>[] =>
  within(value).filter((one) => typeof one.type === 'number')
