/**
 * The next moment of a daily schedule, by the clock on somebody's wall.
 *
 * A time that a clock change skips is taken as much later as the clock jumped; one that comes twice is taken the first
 * time (the `compatible` rule of RFC 5545 and of ECMAScript's Temporal). Rules of zones are those of the running system.
 */
import { Temporal } from 'temporal-polyfill'

/** Days of the week from Monday. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]

export type Schedule = {
  /** Such as `09:00`. */
  time: string
  /** An IANA name such as `Europe/Berlin`. */
  zone: string
  /** Every day when absent. */
  days?: readonly Weekday[]
}

/** A moment, and the day for which it is, such as `2027-03-28`. */
export type Occurrence = { at: number; day: string }

/** The name of a zone as the system writes it; nothing where it knows none of that name. Offsets are no zones. */
export const zoneNamed = (name: string): string | undefined => {
  try {
    const zone = new Intl.DateTimeFormat('en', { timeZone: name.trim() }).resolvedOptions().timeZone
    return /^[+-]/.test(zone) ? undefined : zone
  } catch {
    return undefined
  }
}

/** A time of day as `HH:MM`, from `9`, `9:30`, `09.30`, `9am` and the like; nothing where it is none. */
export const timeOfDay = (text: string): string | undefined => {
  const found = /^(\d{1,2})(?:[:.h](\d{2}))?\s*([ap])?\.?(?:m\.?)?$/i.exec(text.trim())
  if (!found) return undefined
  const [, hours = '', minutes = '00', half] = found
  const named = Number(hours)
  if (half !== undefined && (named < 1 || named > 12)) return undefined
  const hour = half === undefined ? named : (named % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  if (hour > 23 || Number(minutes) > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${minutes}`
}

/** The day that a moment belongs to in a zone, such as `2027-03-28`. */
export const dayIn = (zone: string, at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString()

/**
 * The first occurrence later than `after`, in milliseconds since 1970, for a day later than `done`, where one is done.
 *
 * @throws RangeError for a zone that the system does not know, or a schedule without any day.
 */
export const nextOccurrence = (
  { time, zone, days = WEEKDAYS }: Schedule,
  after: number,
  done = '',
): Occurrence => {
  const clock = Temporal.PlainTime.from(time)
  let day = Temporal.PlainDate.from(dayIn(zone, after))
  // A day before, since in some zones a whole day was left out; eight days on, each weekday was met.
  day = day.subtract({ days: 1 })
  for (let tried = 0; tried <= 9; tried += 1, day = day.add({ days: 1 })) {
    const weekday = WEEKDAYS[day.dayOfWeek - 1]
    const at = day.toZonedDateTime({ timeZone: zone, plainTime: clock }).epochMilliseconds
    const name = day.toString()
    // A day that the zone left out begins on another one.
    if (
      at > after &&
      name > done &&
      weekday !== undefined &&
      days.includes(weekday) &&
      dayIn(zone, at) === name
    )
      return { at, day: name }
  }
  throw new RangeError(`No day of the schedule "${days.join(' ')}" comes.`)
}
