/** Beginning an interview: it gets a place, a record, and a line in the person's history. */
import { createHash } from 'node:crypto'
import type { Options } from '../interview/context.ts'
import { interviewsOf } from '../interview/interview.ts'
import { isOver, phaseOf } from '../interview/phase.ts'
import { type Heard, isWithin, type Opened } from '../platform/platform.ts'
import { type Words, wordsIn } from '../words/words.ts'
import { concerns } from './following.ts'
import { formatOf } from './format.ts'
import { headOf, revised } from './head.ts'
import type { Letter } from './letter.ts'
import { heldAt, holdInterview } from './places.ts'
import type { InterviewRecord, Learner, Taken } from './record.ts'
import { keys, recordOf } from './record.ts'
import { noteTalk } from './under-way.ts'
import { update } from './update.ts'
import { platformAt } from './voice.ts'
import type { Wish } from './wish.ts'
import type { Working, World } from './world.ts'

/** What is to begin, and where. */
export type Beginning = {
  wish: Wish
  heard: Heard
  /** The place in which, or within which, it is to be held. */
  at: string
  /** It may have been begun before. */
  again: boolean
  /** Others are to be kept out of its place. */
  privately: boolean
  /** The person who asks, between two people. */
  interviewer?: string
}

/**
 * Creates the interview; the same request heard again creates it once. Answers its record, or that of another interview
 * which is still under way at the very place that was opened.
 */
export const create = async (
  world: World & Pick<Working, 'following'>,
  beginning: Beginning,
): Promise<InterviewRecord> => {
  const { heard } = beginning
  const id = idOf(heard)
  const record = (await recordOf(world.memory, id))?.value ?? (await recorded(world, id, beginning))
  if (record.id !== id) return record
  if (record.person !== heard.person) throw new Error(`Two requests have the same id, ${id}; ask once more.`)
  await Promise.all([holdInterview(world.memory, record.place, id), noteTalk(world, record)])
  const begin: Letter = { type: 'event', event: { type: 'begin', at: heard.at, id: `${id}.begin` } }
  await world.mailbox.post(begin, { key: keys.interview(id), id: `${id}.begin` })
  concerns(world, id)
  return record
}

/** The id of the interview that a request begins. */
export const idOf = ({ person, place, id }: Heard): string =>
  createHash('sha256').update(`${person}\n${place}\n${id}`).digest('hex').slice(0, 16)

const recorded = async (world: World, id: string, beginning: Beginning): Promise<InterviewRecord> => {
  const { wish, heard, at, interviewer } = beginning
  const platform = platformAt(world, at)
  const options: Options = {
    level: wish.level,
    minutes: wish.minutes,
    mode: wish.mode,
    quiet: world.settings.quiet[platform.name] ?? 0,
    idle: world.settings.idle,
    ...(wish.language !== undefined && { language: wish.language }),
    ...(interviewer !== undefined && { peer: true as const }),
  }
  const interview = interviewsOf(wish.flow).open(id, options)
  const opened = await opening(world, id, beginning, interview)
  const held = await heldAt(world.memory, opened.place)
  if (held && held.id !== id && !isOver(held))
    return inVain(world, { ...opened, words: wordsIn(wish.language) }, held)
  const record: InterviewRecord = {
    id,
    person: heard.person,
    place: opened.place,
    created: heard.at,
    ...(await world.library.keep(wish.flow, wish.problem, id)),
    interviewer: interviewer === undefined ? world.interviewer.usual.by : 'a person',
    ...(interviewer !== undefined && { peer: { interviewer } }),
    audience: opened.audience,
    ...(opened.place !== at && isWithin(opened.place, at) && { own: true as const }),
    board: opened.board,
    heard: heard.at,
    interview,
    outbox: { of: '', effects: [] },
    tail: { from: 0, entries: [] },
  }
  // The history first: what a person owns is found through it, whatever happens in between.
  await update<Learner>(world.memory, keys.learner(heard.person), (learner) =>
    enrolled(learner, record, wish, { ...(heard.locale && { locale: heard.locale }) }),
  )
  if (interviewer !== undefined)
    await update<Learner>(world.memory, keys.learner(interviewer), (learner) =>
      enrolled(learner, record, wish, { role: 'interviewer' }),
    )
  await world.memory.save(keys.interview(id), record, 0)
  return record
}

type Place = Pick<Opened, 'place' | 'audience'> & Pick<InterviewRecord, 'board'>

/** A place of its own, under a card that is revised as stages pass; the place itself where there is no such thing. */
const opening = async (
  world: World,
  id: string,
  { wish, heard: { person }, at, again, privately }: Beginning,
  interview: InterviewRecord['interview'],
): Promise<Place> => {
  const platform = platformAt(world, at)
  if (platform.limits.places !== true) return { place: at, audience: 'you', board: null }
  const head = headOf({
    ...{ ...wish, context: interview.snapshot.context, phase: phaseOf(interview) },
    now: world.clock.now(),
    words: wordsIn(wish.language),
  })
  const how = { person, again, privately }
  const { audience, ...receipt } = await platform.open(at, head, `${id}.board`, how)
  return { place: receipt.place, audience, board: receipt }
}

/** The place is taken: its card says so, where it can still be changed. */
const inVain = async (
  world: World,
  { board, words }: Place & { words: Words },
  held: InterviewRecord,
): Promise<InterviewRecord> => {
  const text = words.start.inVain
  if (board) await revised(world, board, { tone: 'notice', text })
  return held
}

const enrolled = (
  learner: Learner | undefined,
  { id, created, place, peer }: InterviewRecord,
  wish: Wish,
  { role, ...told }: Pick<Taken, 'role'> & Pick<Learner, 'locale'>,
): Learner => {
  const interviews = learner?.interviews ?? []
  if (interviews.some((one) => one.id === id)) return { ...learner, interviews }
  const { home } = wordsIn(wish.language)
  const how = role ? home.asking : peer ? home.ofTwo : wish.mode
  const format = formatOf(wish.flow)
  const terms = [...(format === undefined ? [] : [format]), wish.level, home.minutes(wish), how]
  const title = `${wish.problem.title} (${terms.join(', ')})`
  const taken: Taken = { id, title, created, ended: null, outcome: null, place, problem: wish.problem.id }
  return { ...learner, ...told, interviews: [...interviews, { ...taken, ...(role && { role }) }] }
}
