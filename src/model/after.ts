/** When an endpoint wants to be asked again. */

/** Milliseconds that `retry-after-ms` or `retry-after` ask for, as a number or as a date; nothing when they say nothing. */
export const after = (headers: Headers, now: number): number | undefined => {
  const exact = amount(headers.get('retry-after-ms'))
  if (exact !== undefined) return exact
  const given = headers.get('retry-after')
  const seconds = amount(given)
  if (seconds !== undefined) return seconds * 1_000
  const date = given === null ? Number.NaN : Date.parse(given)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

const amount = (text: string | null): number | undefined =>
  text !== null && /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined
