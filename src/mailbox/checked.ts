/** Text that a database can hold and tell apart from any other. */
export const text = (name: string, value: string): string => {
  if (value !== '' && value.isWellFormed() && !value.includes('\0')) return value
  throw new TypeError(
    `${JSON.stringify(value)} cannot be a message's ${name}: use non-empty, well-formed text without NUL.`,
  )
}

/** A time that there is. */
export const finite = (at: number): number => {
  if (Number.isFinite(at)) return at
  throw new TypeError(`A message cannot be due at ${at}: give milliseconds since 1970.`)
}

/** A body as JSON; one that has none is the caller's mistake. */
export const json = (body: unknown): string => {
  const written = JSON.stringify(body)
  if (written === undefined) throw new TypeError(`A ${typeof body} has no JSON and cannot be posted.`)
  return written
}
