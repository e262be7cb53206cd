/** What somebody asks of their daily question, as they type it: `09:30 Europe/Berlin weekdays data senior`. */
import { LEVELS, type Level } from '../../flow/flow.ts'
import { timeOfDay, WEEKDAYS, type Weekday, zoneNamed } from '../../practice/occurrence.ts'

export type Given = {
  time?: string
  zone?: string
  days?: readonly Weekday[]
  level?: Level
  topics?: readonly string[]
}

/** What was understood, or the first word that nothing is known for. */
export type Read = { given: Given } | { unknown: string }

/** Reads the words in any order; `topics` are the ids of stages and criteria that can be named. */
export const givenIn = (text: string, topics: readonly string[]): Read => {
  const words = text
    .trim()
    .split(/[\s,]+/)
    .filter((word) => word !== '')
  let given: Given = {}
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', next = ''] = [words[at], words[at + 1]]
    const joined = /^\d{1,2}(?:[:.h]\d{2})?$/.test(word) && /^[ap]\.?m\.?$/i.test(next)
    if (joined) at += 1
    const read = wordIn(joined ? `${word}${next}` : word, given, topics)
    if (read === undefined) return { unknown: word }
    given = read
  }
  return { given }
}

const SPANS: Readonly<Record<string, readonly Weekday[]>> = {
  daily: WEEKDAYS,
  everyday: WEEKDAYS,
  weekdays: WEEKDAYS.slice(0, 5),
  weekends: WEEKDAYS.slice(5),
}

const wordIn = (word: string, given: Given, topics: readonly string[]): Given | undefined => {
  const small = word.toLowerCase()
  const time = timeOfDay(word)
  if (time !== undefined) return { ...given, time }
  const level = LEVELS.find((one) => one === small)
  if (level) return { ...given, level }
  const days = SPANS[small] ?? dayIn(small)
  if (days) return { ...given, days: sorted([...(given.days ?? []), ...days]) }
  const topic = topics.find((one) => one.toLowerCase() === small)
  if (topic !== undefined) return { ...given, topics: [...(given.topics ?? []), topic] }
  const zone = zoneNamed(word)
  return zone === undefined ? undefined : { ...given, zone }
}

/** `mon`, `monday`, `mondays` and the like. */
const dayIn = (word: string): readonly Weekday[] | undefined => {
  const day = WEEKDAYS.find((one) => word.startsWith(one) && FULL[one].startsWith(word.replace(/s$/, '')))
  return day && [day]
}

const FULL: Readonly<Record<Weekday, string>> = {
  mon: 'monday',
  tue: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  fri: 'friday',
  sat: 'saturday',
  sun: 'sunday',
}

const sorted = (days: readonly Weekday[]): Weekday[] => WEEKDAYS.filter((day) => days.includes(day))
