/** Work that takes its time: done under a key of its own, and its result posted to the interview. */
import type { Event } from '../interview/events.ts'
import { ATTEMPTS, type Message } from '../mailbox/mailbox.ts'
import { wantedIn } from './errands.ts'
import { belongs, part } from './following.ts'
import type { Letter } from './letter.ts'
import { thoughtId } from './present.ts'
import type { InterviewRecord } from './record.ts'
import { keys, recordOf } from './record.ts'
import { type Thought, think } from './think.ts'
import { awaitedIn } from './thoughts.ts'
import { platformOf } from './voice.ts'
import type { Working } from './world.ts'

type Work = Extract<Letter, { type: 'work' }>

/**
 * Does it, unless nobody waits for it any more; once that is so, it is taken back. While somebody is asked, the person sees
 * that an answer is on its way, and its words as they come. What process after process ends over fails before it would be
 * set aside, since nobody would ever answer then: whoever stands in does it.
 */
export const work = async (
  world: Working,
  { interview: id, effect }: Work,
  message: Message,
): Promise<void> => {
  const kept = await part(world, 'load', () => recordOf(world.memory, id))
  if (!kept || !wantedIn(kept.value).includes(effect.job)) return
  belongs(world, kept.value.place)
  const { flow, problem, interview } = kept.value
  const standing = {
    flow: await world.library.flow(flow),
    problem: await world.library.problem(problem),
    context: interview.snapshot.context,
    log: await world.logs.of(kept.value),
    person: kept.value.person,
  }
  const lost = message.attempt >= ATTEMPTS - 1
  const show = effect.type === 'ask' && !lost ? shower(world, kept.value, effect.job) : undefined
  const { signal, over } = world.errands.begin(id, effect.job)
  const thought = lost ? lostIn(world, effect) : think(world, effect, standing, { show, signal })
  const event = await part(world, 'think', () => thought).finally(over)
  const result: Letter = { type: 'event', event }
  try {
    await world.mailbox.post(result, { key: keys.interview(id), id: `${message.id}.result` })
  } catch (error) {
    await world.thoughts.keep(id, [])
    throw error
  }
  // Another process may say it, which cannot put it in the place of what is shown here.
  if (show && world.settings.shared) world.thoughts.dropLater(id, effect.job, ELSEWHERE)
}

/** Processes ended over it again and again. */
const lostIn = async (world: Working, effect: Thought): Promise<Event> => {
  const { job, stage, type: what } = effect
  const reason = 'The process ended during each attempt.'
  world.log('warn', `${what} failed`, { job, reason })
  return { type: 'failed', at: world.clock.now(), job, stage, what, trouble: 'other', reason }
}

/** An answer that this process does not say by then, in milliseconds, is said by another one. */
const ELSEWHERE = 5_000

/** Shows words at the interview's place, where this process serves its platform and the interview waits for them. */
const shower = (world: Working, record: InterviewRecord, job: number) => {
  const { id, person, place } = record
  const platform = awaitedIn(record).includes(job) ? world.platforms.get(platformOf(place)) : undefined
  return platform && world.thoughts.begin(id, job, platform.think(place, person, thoughtId(id, job)))
}
