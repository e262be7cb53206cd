/** Lengths of time as people write them. */

const UNITS = { h: 3_600_000, m: 60_000, s: 1000 }
const DURATION = /^(?:(\d{1,4})h)?(?:(\d{1,4})m)?(?:(\d{1,5})s)?$/i

/** Milliseconds of `7m`, `30s`, `2h` or `1m30s`; nothing when it is not a length of time above zero. */
export const duration = (text: string): number | undefined => {
  const [, hours = 0, minutes = 0, seconds = 0] = DURATION.exec(text.replace(/\s+/g, '')) ?? []
  return Number(hours) * UNITS.h + Number(minutes) * UNITS.m + Number(seconds) * UNITS.s || undefined
}
