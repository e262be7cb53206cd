/** The small shapes of which everything consists that the gateway tells; what has another shape is nothing. */

/** Whether there is nothing: Discord leaves out what it has not, or says null. */
export const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null

/** Whether it is absent, or can be read. */
export const fits = (value: unknown, read: (value: unknown) => unknown): boolean =>
  isAbsent(value) || read(value) !== undefined

/** Parts by their names, each with how it is read. */
export type Parts = readonly (readonly [string, (value: unknown) => unknown])[]

/** Whether each of these parts fits. */
export const fitsIn = (data: Readonly<Record<string, unknown>>, parts: Parts): boolean =>
  parts.every(([name, read]) => fits(data[name], read))

/** An id, as Discord gives them. */
export const idIn = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{1,20}$/.test(value) ? value : undefined

/** A text of so many characters at most. */
export const textIn = (value: unknown, most = MOST_TEXT): string | undefined =>
  typeof value === 'string' && value.length <= most ? value : undefined

export const flagIn = (value: unknown): boolean | undefined =>
  typeof value === 'boolean' ? value : undefined

/** A number with which things are counted. */
export const countIn = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined

/** Every part of a list, so many at most; nothing where one of them cannot be read. */
export const listIn = <T>(
  value: unknown,
  read: (part: unknown) => T | undefined,
  most = MOST_PARTS,
): T[] | undefined => {
  if (!Array.isArray(value) || value.length > most) return undefined
  const parts = value.flatMap((part) => {
    const known = read(part)
    return known === undefined ? [] : [known]
  })
  return parts.length === value.length ? parts : undefined
}

/** Longer than any name or address that Discord gives. */
const MOST_TEXT = 4_000
const MOST_PARTS = 1_000
