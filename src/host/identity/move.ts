/** An interview that was begun in one place goes on in another, where the same person is under another name. */
import { isOver, phaseOf } from '../../interview/phase.ts'
import type { Message } from '../../mailbox/mailbox.ts'
import type { Kept } from '../../memory/memory.ts'
import type { Card } from '../../platform/card.ts'
import { isWithin } from '../../platform/platform.ts'
import { tell } from '../aside.ts'
import { runningAt } from '../begin.ts'
import { forgetPlace, forgetTaken } from '../forget.ts'
import { headOf, revised } from '../head.ts'
import { saidIn, wordsOf } from '../language.ts'
import { handOn, type Letter } from '../letter.ts'
import { holdInterview } from '../places.ts'
import { type InterviewRecord, keys, type Learner, recordOf, type Taken } from '../record.ts'
import { sceneOf } from '../scene.ts'
import { noteTalk } from '../under-way.ts'
import { update } from '../update.ts'
import { platformAt, platformOf } from '../voice.ts'
import type { World } from '../world.ts'
import { isSelf, selvesOf } from './selves.ts'

type Move = Extract<Letter, { type: 'move' }>

/** Interviews of the person that are under way under their other names. */
export const elsewhere = async ({ memory }: World, person: string): Promise<Taken[]> => {
  const [, ...others] = await selvesOf(memory, person)
  const learners = await Promise.all(others.map((one) => memory.load<Learner>(keys.learner(one))))
  return learners
    .flatMap((kept) => kept?.value.interviews ?? [])
    .filter(({ ended, role }) => ended === null && role === undefined)
}

/** Asks for an interview to go on where its person is. */
export const askMove = async (
  { memory, mailbox }: World,
  heard: Move['heard'],
  id: string,
  message: Message,
): Promise<void> => {
  const record = (await recordOf(memory, id))?.value
  if (record === undefined) return
  const letter: Letter = { type: 'move', heard, from: { person: record.person, place: record.place } }
  await mailbox.post(letter, { key: keys.interview(id), id: `${message.id} move` })
}

/** Takes the interview to where its person is, and goes on with it there. Repeated, it does what is left of that. */
export const move = async (
  world: World,
  kept: Kept<InterviewRecord>,
  { heard, from }: Move,
  message: Message,
): Promise<void> => {
  const record = kept.value
  const again = message.attempt > 1
  const refusal = await refused(world, record, heard)
  if (refusal !== undefined) return tell(world, heard, refusal, `${message.id} refused`, again)
  const isThere = record.person === heard.person && isWithin(record.place, heard.place)
  const moved = isThere ? record : await taken(world, kept, heard, message)
  await noted(world, moved, from)
  const { board } = record
  const { words } = await sceneOf(world, record)
  const gone: Card = { tone: 'notice', text: words.link.movedOn }
  if (!isThere && board && world.platforms.has(platformOf(board.place)))
    await revised(world, board, { ...gone, head: { name: words.link.movedOn, open: false } })
  const paused = phaseOf(moved.interview) === 'paused'
  const asked = { ...heard, place: moved.place, command: paused ? 'resume' : 'repeat', args: {} }
  await handOn(world, asked, keys.interview(moved.id), message)
}

const refused = async (
  world: World,
  record: InterviewRecord,
  heard: Move['heard'],
): Promise<Card | undefined> => {
  const { link, home } = wordsOf(record)
  const says = (text: string): Card => saidIn<Card>({ tone: 'answer', text }, wordsOf(record))
  if (!(await isSelf(world.memory, heard.person, record.person)))
    return says(home.noInterview({ id: record.id }))
  if (record.peer) return says(link.notOfTwo)
  if (isOver(record)) return says(link.isOver)
  const held = await runningAt(world, heard.place)
  return held !== undefined && held.id !== record.id ? says(link.heldHere) : undefined
}

/** The record as it is at its new place, which is opened for it. */
const taken = async (
  world: World,
  { value: record, revision }: Kept<InterviewRecord>,
  { person, place, at }: Move['heard'],
  { id, attempt }: Message,
): Promise<InterviewRecord> => {
  const platform = platformAt(world, place)
  const { interview } = record
  const { snapshot } = interview
  const quiet = world.settings.quiet[platform.name] ?? 0
  const options = { ...snapshot.context.options, quiet }
  const opened =
    platform.limits.places === true
      ? await platform.open(place, headOf(await sceneOf(world, record)), `${id}.board`, {
          ...{ person, again: attempt > 1 },
        })
      : undefined
  const { own: _, ...rest } = record
  const moved: InterviewRecord = {
    ...rest,
    person,
    place: opened?.place ?? place,
    audience: opened?.audience ?? 'you',
    ...(opened && opened.place !== place && isWithin(opened.place, place) && { own: true as const }),
    board: opened ?? null,
    heard: at,
    interview: { ...interview, snapshot: { ...snapshot, context: { ...snapshot.context, options } } },
  }
  await enrol(world, moved, record.person)
  await world.memory.save(keys.interview(record.id), moved, revision)
  return moved
}

/** In the list of the name under which it goes on, before the record says so: what a person owns is found through it. */
const enrol = async ({ memory }: World, { id, person, place }: InterviewRecord, before: string) => {
  const known = (await memory.load<Learner>(keys.learner(before)))?.value.interviews
  const one = known?.find((taken) => taken.id === id)
  if (one === undefined) return
  await update<Learner>(memory, keys.learner(person), (learner) => {
    const interviews = learner?.interviews ?? []
    return { ...learner, interviews: [...interviews.filter((taken) => taken.id !== id), { ...one, place }] }
  })
}

/** What leads to it leads to its new place. */
const noted = async (world: World, record: InterviewRecord, from: Move['from']): Promise<void> => {
  const { memory } = world
  const { id, person, place } = record
  await holdInterview(memory, place, id)
  await noteTalk(world, record)
  if (from.person !== person) await forgetTaken(world, from.person, id)
  if (from.place !== place) await forgetPlace(world, { ...record, place: from.place })
}
