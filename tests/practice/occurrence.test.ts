/** One occurrence for each day, at the wall's time, in zones of every kind. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dayIn,
  nextOccurrence,
  type Occurrence,
  type Schedule,
  timeOfDay,
  WEEKDAYS,
  zoneNamed,
} from '../../src/practice/occurrence.ts'

const HOUR = 3_600_000
const at = (text: string): number => Date.parse(text)

/** The occurrences between two moments, each found from the one before. */
const occurrences = (schedule: Schedule, from: number, to: number): Occurrence[] => {
  const all: Occurrence[] = []
  for (
    let next = nextOccurrence(schedule, from);
    next.at < to;
    next = nextOccurrence(schedule, next.at, next.day)
  )
    all.push(next)
  return all
}

/** What a wall shows, told by another part of the system than the one that computes it. */
const wallOf = (zone: string) => {
  const format = new Intl.DateTimeFormat('en-CA', {
    ...{
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    },
    hourCycle: 'h23',
  })
  return (moment: number): { day: string; time: string } => {
    const part = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]))
    return { day: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` }
  }
}

/** Half hours, three quarters, the southern hemisphere, rules that changed, a day that never was. */
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Apia',
]

describe.each(ZONES)('in %s', (zone) => {
  const wall = wallOf(zone)

  it.each([
    ['09:00', 2010, 2013],
    ['00:30', 2017, 2020],
    ['02:30', 2011, 2018],
  ])('comes once for each day, at %s from %i to %i', (time, first, last) => {
    const [from, to] = [at(`${first}-01-01T00:00:00Z`), at(`${last}-01-01T00:00:00Z`)]
    const all = occurrences({ time, zone }, from, to)
    const days = new Set<string>()
    const late: string[] = []
    const wrong: string[] = []
    for (const { at: moment, day } of all) {
      const shown = wall(moment)
      days.add(day)
      if (shown.time !== time) late.push(`${day} ${shown.time}`)
      // What the clock skipped is taken as much later as it jumped.
      if (shown.day !== day || shown.time < time) wrong.push(`${day}: ${shown.day} ${shown.time}`)
    }
    expect(wrong).toEqual([])
    expect(days.size).toBe(all.length)
    // Of leap years as well; one day never was on Samoa, and the ends may belong to a neighbouring year.
    expect(all.length).toBeGreaterThanOrEqual((to - from) / (24 * HOUR) - 2)
    expect(late.length).toBeLessThanOrEqual(16)
    if (time === '09:00') expect(late).toEqual([])
  })
})

it('takes the first of a time that comes twice, and moves one that is skipped on', () => {
  const berlin = (day: string) =>
    nextOccurrence({ time: '02:30', zone: 'Europe/Berlin' }, at(`${day}T00:00:00Z`) - HOUR * 3)
  expect(new Date(berlin('2026-10-25').at).toISOString()).toBe('2026-10-25T00:30:00.000Z')
  expect(new Date(berlin('2026-03-29').at).toISOString()).toBe('2026-03-29T01:30:00.000Z')
})

it('leaves out a day that a zone left out', () => {
  const all = occurrences(
    { time: '09:00', zone: 'Pacific/Apia' },
    at('2011-12-28T00:00:00Z'),
    at('2012-01-02T00:00:00Z'),
  ).map(({ day }) => day)
  expect(all.slice(0, 4)).toEqual(['2011-12-28', '2011-12-29', '2011-12-31', '2012-01-01'])
})

it('keeps to the days that were chosen', () => {
  const all = occurrences(
    { time: '18:00', zone: 'Asia/Kolkata', days: ['mon', 'thu'] },
    at('2027-02-01T00:00:00Z'),
    at('2027-03-01T00:00:00Z'),
  )
  expect(all.map(({ day }) => day)).toEqual([
    ...[
      '2027-02-01',
      '2027-02-04',
      '2027-02-08',
      '2027-02-11',
      '2027-02-15',
      '2027-02-18',
      '2027-02-22',
      '2027-02-25',
    ],
  ])
})

it('does not come a second time on a day that is done, wherever its owner flies to', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.constantFrom(...ZONES),
      fc.integer({ min: at('2015-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') }),
      (from, to, moment) => {
        const first = nextOccurrence({ time: '09:00', zone: from }, moment)
        const second = nextOccurrence({ time: '09:00', zone: to }, first.at, first.day)
        expect(second.day > first.day).toBe(true)
        expect(second.at).toBeGreaterThan(first.at)
        expect(second.at - first.at).toBeLessThan(72 * HOUR)
      },
    ),
  )
})

it('refuses a schedule without a day, and knows which zones there are', () => {
  expect(() => nextOccurrence({ time: '09:00', zone: 'UTC', days: [] }, 0)).toThrow(RangeError)
  expect(zoneNamed('europe/berlin')).toBe('Europe/Berlin')
  expect(zoneNamed('Mars/Olympus')).toBeUndefined()
  expect(zoneNamed('+02:00')).toBeUndefined()
  expect(dayIn('Pacific/Auckland', at('2027-01-01T12:00:00Z'))).toBe('2027-01-02')
  expect(WEEKDAYS[0]).toBe('mon')
})

it.each([
  ['9', '09:00'],
  ['09:05', '09:05'],
  ['9.30', '09:30'],
  ['9am', '09:00'],
  ['12 pm', '12:00'],
  ['12am', '00:00'],
  ['11:15 p.m.', '23:15'],
  ['24:00', undefined],
  ['13pm', undefined],
  ['9:60', undefined],
  ['noon', undefined],
])('reads %s as a time of day', (text, time) => {
  expect(timeOfDay(text)).toBe(time)
})
