/** Putting the question of the day. */
import { createHash } from 'node:crypto'
import type { Card } from '../../platform/card.ts'
import { nextOccurrence, type Occurrence } from '../../practice/occurrence.ts'
import { pickForAll } from '../../practice/pick.ts'
import type { Words } from '../../words/words.ts'
import { isLost } from '../aside.ts'
import type { Letter } from '../letter.ts'
import { leavePrompt, putPrompt } from '../places.ts'
import { practiceOf } from '../practice/kept.ts'
import { update } from '../update.ts'
import { platformAt, prefixAt } from '../voice.ts'
import type { World } from '../world.ts'
import { arrange, closeLater } from './arrange.ts'
import { drillsIn } from './drills.ts'
import { fadeLater } from './fading.ts'
import { forgetPrompt, noteDay, reviseDaily } from './kept.ts'
import { wordsAt } from './names.ts'
import { type Daily, dailyKey, LATEST, type Prompt, promptKey } from './record.ts'

type Due = Extract<Letter, { type: 'daily' }>

/**
 * Puts the question that is due, and arranges the next. Its day is done before the next is arranged, and a question has the
 * id of its day: however often this is repeated, one is put. After a time in which nobody was there, the latest one is put
 * where it is not too late, and those before it are dropped and noted.
 */
export const daily = async (world: World, { subscriber, epoch, day }: Due): Promise<void> => {
  const kept = (await world.memory.load<Daily>(dailyKey(subscriber)))?.value
  if (kept === undefined || kept.off || kept.epoch !== epoch)
    return giveUp(world, idOf({ subscriber, epoch }, day))
  if (kept.done >= day) {
    await giveUp(world, idOf(kept, day))
    return arrange(world, kept)
  }
  const now = world.clock.now()
  const latest = nextOccurrence(kept.schedule, now - LATEST, kept.done)
  const isDue = latest.at <= now
  if (!isDue || latest.day > day) {
    world.log('info', 'a daily question was dropped, since nobody was there in time', { subscriber, day })
    await giveUp(world, idOf(kept, day))
  }
  const missed = !isDue || latest.day > day ? { missed: day } : {}
  const prompt = isDue ? await put(world, kept, latest.day) : undefined
  await finish(world, kept, { done: isDue ? latest.day : day, prompt, ...missed })
}

/** Notes what became of a day, and arranges the next; what was put for somebody who has had all of theirs removed meanwhile goes. */
export const finish = async (
  world: World,
  daily: Daily,
  day: Parameters<typeof noteDay>[2],
): Promise<Daily | undefined> => {
  const noted = await noteDay(world.memory, daily, day)
  if (noted) await arrange(world, noted)
  else if (day.prompt) await forgetPrompt(world.memory, day.prompt)
  return noted
}

/** Puts the question of a day; nothing where there is none to be put, or its place is gone. */
export const put = async (world: World, daily: Daily, day: string): Promise<Prompt | undefined> => {
  const id = idOf(daily, day)
  const known = (await world.memory.load<Prompt>(promptKey(id)))?.value
  const prompt = known ?? (await made(world, daily, day, id))
  if (prompt === undefined) return undefined
  if (prompt.place !== null) return followed(world, daily, prompt)
  if (known === undefined) await world.memory.save(promptKey(id), prompt, 0)
  try {
    const words = await wordsAt(world, daily)
    const place = await opened(world, daily, card(world, daily, prompt, words), id, known !== undefined)
    await putPrompt(world.memory, place, id)
    const put = await update<Prompt | undefined>(
      world.memory,
      promptKey(id),
      (one) => one && { ...one, place },
    )
    // Whoever wanted everything of theirs removed meanwhile is obeyed.
    if (put === undefined) await leavePrompt(world.memory, place, id)
    return put && (await followed(world, daily, put))
  } catch (error) {
    if (!isLost(error)) throw error
    world.log('warn', 'a daily question cannot be put any more, and is turned off', {
      ...{ subscriber: daily.subscriber, reason: error.message },
    })
    await reviseDaily(world.memory, daily.subscriber, (known) => ({ ...known, off: true }))
    await giveUp(world, id)
    return undefined
  }
}

/** What comes after a question that was put: its day's end, and the day on which it goes. Repeated, it changes nothing. */
const followed = async (world: World, daily: Daily, prompt: Prompt): Promise<Prompt> => {
  await fadeLater(world, prompt)
  if (daily.subscriber !== daily.by) await closeLater(world, daily, prompt)
  return prompt
}

/** The question that comes next: the one of today still, where it was begun and could not be put yet. */
export const nextQuestion = async ({ memory, clock }: World, daily: Daily): Promise<Occurrence> => {
  const now = clock.now()
  const latest = nextOccurrence(daily.schedule, now - LATEST, daily.done)
  const begun = (await memory.load<Prompt>(promptKey(idOf(daily, latest.day))))?.value
  return begun?.place === null ? latest : nextOccurrence(daily.schedule, now, daily.done)
}

const idOf = ({ subscriber, epoch }: Pick<Daily, 'subscriber' | 'epoch'>, day: string): string =>
  createHash('sha256').update(`${subscriber}\n${day}\n${epoch}`).digest('hex').slice(0, 16)

/** Nothing stays of a question that was begun and is not put any more: nobody would find it to remove it. */
const giveUp = async ({ memory }: Pick<World, 'memory'>, id: string): Promise<void> => {
  const begun = (await memory.load<Prompt>(promptKey(id)))?.value
  if (begun?.place === null) await memory.forget(promptKey(id))
}

const made = async (world: World, daily: Daily, day: string, id: string): Promise<Prompt | undefined> => {
  const { subscriber, by, members, level, topics } = daily
  const drills = drillsIn(world.library.bank)
  if (drills === undefined) return undefined
  const people = subscriber === by ? [by] : [...new Set([by, ...members])]
  const learners = await Promise.all(
    people.map(async (person) => {
      const { deck, seen } = await practiceOf(world.memory, person)
      return { deck, level, seen, topics }
    }),
  )
  const seed = `${subscriber} ${day}`
  const pick = pickForAll(drills, learners, world.clock.now(), seed)
  const problem = pick && drills.problem(pick.problem)
  const question = problem && drills.question({ criterion: pick.criterion, problem, level, seed })
  if (pick === undefined || question === undefined) return undefined
  return {
    ...{ id, subscriber, day, at: world.clock.now(), level, stage: pick.stage, criterion: pick.criterion },
    ...{ problem: pick.problem, question, place: null, answers: [] },
  }
}

const card = (world: World, { subscriber }: Daily, prompt: Prompt, words: Words): Card => {
  const problem = world.library.bank.problems.get(prompt.problem)
  const { daily: says } = words
  return {
    tone: 'interviewer',
    title: says.title({ problem: problem?.title ?? prompt.problem }),
    text: `${problem?.opening ?? ''}\n\n**${prompt.question}**`,
    footer: says.how({ command: `${prefixAt(world, subscriber)}daily answer` }),
  }
}

const opened = async (
  { platforms }: World,
  { subscriber, by }: Daily,
  card: Card,
  id: string,
  again: boolean,
) => {
  const platform = platformAt({ platforms }, subscriber)
  if (platform.limits.places !== true) return (await platform.say(subscriber, card, id, again)).place
  const own = subscriber === by
  return (await platform.open(subscriber, card, id, { again, ...(own && { person: by }) })).place
}
