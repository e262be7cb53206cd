/** Turning the daily question on and off, and what can be done about the one of today. */
import type { Card } from '../../platform/card.ts'
import type { Heard } from '../../platform/platform.ts'
import { dayIn, nextOccurrence, type Schedule, WEEKDAYS } from '../../practice/occurrence.ts'
import type { Words } from '../../words/words.ts'
import { channelOf } from '../channel.ts'
import { changePractice, keepZone, noteDaily, practiceOf } from '../practice/kept.ts'
import { update } from '../update.ts'
import { platformAt, prefixAt } from '../voice.ts'
import type { Speaking } from '../world.ts'
import { answered, answerFrom, standing } from './answer.ts'
import { arrange, arrangeAt } from './arrange.ts'
import { drillsIn } from './drills.ts'
import { type Given, givenIn } from './given.ts'
import { reviseDaily } from './kept.ts'
import { levelLiked } from './level.ts'
import { finish, nextQuestion, put } from './prompt.ts'
import { type Daily, dailyKey } from './record.ts'
import { thank } from './thanks.ts'

type Said = Extract<Heard, { type: 'command' | 'press' }>

/** Does what was asked for, and says what now holds. */
export const changeDaily = async (world: Speaking, heard: Said, again: boolean): Promise<Card> => {
  const { what = 'status', words: text = '' } = heard.args
  const subscriber = subscriberOf(heard)
  const daily = (await world.memory.load<Daily>(dailyKey(subscriber)))?.value
  if (what === 'answer') return answering(world, heard, daily, text)
  if (what === 'status') return status(world, heard, daily)
  if (what === 'share' || what === 'unshare') return shares(world, heard, what === 'share')
  if (what === 'thanks')
    return daily === undefined || heard.alone
      ? says(world.words.daily.thankWhere)
      : thank(world, heard, daily, text, again)
  if (!mayChange(heard)) return says(world.words.daily.admin)
  if (what === 'on') return turnedOn(world, heard, subscriber, daily, text)
  if (daily === undefined || daily.off) return says(world.words.daily.isOff)
  if (what === 'off') return turnedOff(world, daily)
  if (what === 'now') return now(world, daily, again)
  return what === 'skip' ? skipped(world, heard, daily) : snoozed(world, daily)
}

const says = (text: string): Card => ({ tone: 'answer', text })

/** In direct messages it is for the person, elsewhere for the channel. */
const subscriberOf = ({ person, place, alone }: Heard): string => (alone ? person : channelOf(place))

/** What a whole channel gets is an admin's to decide. */
const mayChange = ({ alone, admin }: Heard): boolean => alone === true || admin === true

const turnedOn = async (
  world: Speaking,
  heard: Said,
  subscriber: string,
  daily: Daily | undefined,
  text: string,
): Promise<Card> => {
  const { daily: words } = world.words
  const drills = drillsIn(world.library.bank)
  if (drills === undefined) return says(words.nothing)
  const read = givenIn(text, drills.topics)
  if ('unknown' in read) return says(words.unknown({ word: read.unknown.slice(0, 40) }))
  const zone =
    read.given.zone ??
    daily?.schedule.zone ??
    heard.zone ??
    (await practiceOf(world.memory, heard.person)).zone
  if (zone === undefined) {
    const time = read.given.time ?? '09:00'
    return says(words.whichZone({ command: `${prefixAt(world, heard.place)}daily on ${time} Europe/Berlin` }))
  }
  const level = await levelLiked(world.memory, heard.person)
  const next = await update<Daily>(world.memory, dailyKey(subscriber), (before) =>
    changed(before, { ...read.given, zone }, { subscriber, by: heard.person, level }),
  )
  await noteDaily(world.memory, heard.person, subscriber)
  if (subscriber === heard.person) await keepZone(world.memory, heard.person, zone)
  await arrange(world, next)
  return status(world, heard, next)
}

/** What is not said stays as it was; days that are done stay done, whatever the zone is now. */
const changed = (
  before: Daily | undefined,
  { time, zone, days, level, topics }: Given & { zone: string },
  fresh: Pick<Daily, 'subscriber' | 'by' | 'level'>,
): Daily => {
  const week = days ?? before?.schedule.days
  const schedule: Schedule = {
    time: time ?? before?.schedule.time ?? '09:00',
    zone,
    ...(week !== undefined && week.length < WEEKDAYS.length && { days: week }),
  }
  const first: Daily = { done: '', members: [], epoch: 0, topics: [], prompts: [], ...fresh, schedule }
  const { off: _, ...kept }: Daily = { ...first, ...before, schedule }
  return {
    ...kept,
    by: fresh.by,
    level: level ?? kept.level,
    topics: topics ?? kept.topics,
    epoch: kept.epoch + 1,
  }
}

const turnedOff = async (world: Speaking, daily: Daily): Promise<Card> => {
  await reviseDaily(world.memory, daily.subscriber, (known) => ({ ...later(known), off: true }))
  return says(world.words.daily.turnedOff)
}

/** The question of today before its time; once it was put, today is done. */
const now = async (world: Speaking, daily: Daily, again: boolean): Promise<Card> => {
  const { daily: words } = world.words
  const day = dayIn(daily.schedule.zone, world.clock.now())
  if (daily.done >= day && !again) return says(words.alreadyToday)
  const prompt = await put(world, daily, day)
  if (prompt === undefined) return says(words.nothing)
  const noted = await finish(world, daily, { done: day, prompt })
  return says(noted ? words.put : words.isOff)
}

/** With the next epoch: what waits of this one is out of date. */
const later = (known: Daily): Daily => ({ ...known, epoch: known.epoch + 1 })

/** The next question is left out. */
const skipped = async (world: Speaking, heard: Said, daily: Daily): Promise<Card> => {
  const { day } = await nextQuestion(world, daily)
  return status(world, heard, await finish(world, daily, { done: day }))
}

/** The next question comes an hour later, once. */
const snoozed = async (world: Speaking, daily: Daily): Promise<Card> => {
  const { day, at: usual } = await nextQuestion(world, daily)
  const at = Math.max(usual, world.clock.now()) + HOUR
  const next = await reviseDaily(world.memory, daily.subscriber, later)
  if (next === undefined) return says(world.words.daily.isOff)
  await arrangeAt(world, next, { day, at })
  return says(world.words.daily.snoozed({ at: shownAt(at, daily.schedule.zone, world.words) }))
}

const HOUR = 3_600_000

/** Whether the best answers of a person may be shown to the others of a channel, by name, when a day is over. */
const shares = async ({ memory, words }: Speaking, { person }: Heard, may: boolean): Promise<Card> => {
  await changePractice(memory, person, ({ shares: _, ...kept }) => (may ? { ...kept, shares: true } : kept))
  return says(may ? words.daily.shared : words.daily.notShared)
}

const answering = async (
  world: Speaking,
  heard: Said,
  daily: Daily | undefined,
  text: string,
): Promise<Card> => {
  const { daily: words } = world.words
  const prompt = daily?.prompts.at(-1)
  if (prompt === undefined) return says(words.noQuestion)
  if (text.trim() === '') return says(words.emptyAnswer)
  return answered(world, prompt, answerFrom(heard, text), world.words)
}

const status = async (world: Speaking, heard: Heard, daily: Daily | undefined): Promise<Card> => {
  const { words } = world
  const prefix = prefixAt(world, heard.place)
  if (platformAt(world, heard.place).limits.places !== true) return says(words.daily.notHere)
  if (daily === undefined || daily.off)
    return says(words.daily.offHow({ command: `${prefix}daily on 09:00` }))
  const { schedule, level, topics, done, missed } = daily
  const next = nextOccurrence(schedule, world.clock.now(), done)
  const days = (schedule.days ?? WEEKDAYS).map((day) => words.daily.days[day]).join(', ')
  return {
    tone: 'answer',
    title: words.daily.heading,
    text: [
      words.daily.when({ time: schedule.time, zone: schedule.zone, days }),
      words.daily.next({ at: shownAt(next.at, schedule.zone, words) }),
      words.daily.about({ level: words.levels[level], topics: topics.join(', ') || words.settings.any }),
      ...(missed === undefined ? [] : [words.daily.missed({ day: missed })]),
      ...(heard.alone ? [await standing(world, heard.person, words)] : []),
    ]
      .map((line) => `- ${line}`)
      .join('\n'),
  }
}

const shownAt = (at: number, timeZone: string, { language }: Words): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    ...{ timeZone, weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  }).format(at)
