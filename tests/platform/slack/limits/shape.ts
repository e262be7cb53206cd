/** The few words in which limits are written down: each check says what is wrong with a value, and where. */

export type Check = (value: unknown, at: string) => string[]

type Shape = Readonly<Record<string, Check>>

const show = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

/** A text of so many characters; `form` is what else it must look like. */
export const words = (most: number, least = 1, form?: RegExp): Check => {
  return (value, at) => {
    if (typeof value !== 'string') return [`${at}: a text is needed, not ${show(value)}`]
    if (value.length > most) return [`${at}: ${value.length} characters, at most ${most} are allowed`]
    if (value.length < least) return [`${at}: ${value.length} characters, at least ${least} are needed`]
    if (!value.isWellFormed()) return [`${at}: half of a surrogate pair`]
    return form && !form.test(value) ? [`${at}: ${show(value)} does not look like ${form}`] : []
  }
}

/** One of these values. */
export const oneOf = (...values: readonly unknown[]): Check => {
  return (value, at) =>
    values.includes(value) ? [] : [`${at}: ${show(value)} is none of ${values.join(', ')}`]
}

/** A yes or no; as words where it travelled in a form. */
export const flag: Check = oneOf(true, false, 'true', 'false')

/** A whole number within bounds; as digits where it travelled in a form. */
export const whole = (least: number, most: number): Check => {
  return (value, at) => {
    const number = typeof value === 'string' && value !== '' ? Number(value) : value
    const fits = typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most
    return fits ? [] : [`${at}: ${show(value)} is no whole number from ${least} to ${most}`]
  }
}

/** A list of so many things. */
export const list = (check: Check, most: number, least = 0): Check => {
  return (value, at) => {
    if (!Array.isArray(value)) return [`${at}: a list is needed, not ${show(value)}`]
    const size =
      value.length > most || value.length < least
        ? [`${at}: ${value.length} entries, from ${least} to ${most} are allowed`]
        : []
    return [...size, ...value.flatMap((one, index) => check(one, `${at}[${index}]`))]
  }
}

/** An object with these fields and no others. */
export const object = (needed: Shape, optional: Shape = {}): Check => {
  return (value, at) => {
    if (!isObject(value)) return [`${at}: an object is needed, not ${show(value)}`]
    const all = { ...needed, ...optional }
    const missing = Object.keys(needed).filter((key) => value[key] === undefined)
    const present = Object.entries(value).filter(([, one]) => one !== undefined)
    return [
      ...missing.map((key) => `${at}.${key}: missing`),
      ...present.flatMap(([key, one]) =>
        Object.hasOwn(all, key) ? (all[key]?.(one, `${at}.${key}`) ?? []) : [`${at}.${key}: not known here`],
      ),
    ]
  }
}

/** An object whose `type` says which of these it is. */
export const typed = (kinds: Shape): Check => {
  return (value, at) => {
    const type = isObject(value) ? value.type : undefined
    const check = typeof type === 'string' && Object.hasOwn(kinds, type) ? kinds[type] : undefined
    return check ? check(value, at) : [`${at}: ${show(type)} is not a type that may stand here`]
  }
}

/** All of these hold. */
export const all = (...checks: readonly Check[]): Check => {
  return (value, at) => checks.flatMap((check) => check(value, at))
}

/** Holds where the value has the shape of an object and `wrong` finds nothing. */
export const rule = (wrong: (value: Record<string, unknown>) => string | false | undefined): Check => {
  return (value, at) => {
    const fault = isObject(value) && wrong(value)
    return fault ? [`${at}: ${fault}`] : []
  }
}

/** A value, or the JSON of it, as which it travels in a form. */
export const json = (check: Check): Check => {
  return (value, at) => {
    if (typeof value !== 'string') return check(value, at)
    try {
      return check(JSON.parse(value), at)
    } catch {
      return [`${at}: no JSON`]
    }
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The values of a field that stand more than once in a list of objects. */
export const doubles = (objects: readonly unknown[], field: string): string[] => {
  const values = objects.flatMap((one) => {
    const value = isObject(one) ? one[field] : undefined
    return typeof value === 'string' ? [value] : []
  })
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
}
