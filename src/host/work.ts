/** Work that takes its time: done under a key of its own, and its result posted to the interview. */
import type { Message } from '../mailbox/mailbox.ts'
import type { Letter } from './letter.ts'
import { thoughtId } from './present.ts'
import type { InterviewRecord } from './record.ts'
import { keys, recordOf } from './record.ts'
import { think } from './think.ts'
import { platformOf } from './voice.ts'
import type { Working } from './world.ts'

type Work = Extract<Letter, { type: 'work' }>

/** Does it; while somebody is asked, the person sees that an answer is on its way, and its words as they come. */
export const work = async (
  world: Working,
  { interview: id, effect }: Work,
  message: Message,
): Promise<void> => {
  const kept = await recordOf(world.memory, id)
  if (!kept) return
  const { flow, problem, interview } = kept.value
  const show = effect.type === 'ask' ? shower(world, kept.value, effect.job) : undefined
  const standing = {
    flow: await world.library.flow(flow),
    problem: await world.library.problem(problem),
    context: interview.snapshot.context,
    log: await world.logs.of(kept.value),
  }
  const result: Letter = { type: 'event', event: await think(world, effect, standing, show) }
  await world.mailbox.post(result, { key: keys.interview(id), id: `${message.id}.result` })
}

/** Shows words at the interview's place, where this process serves its platform. */
const shower = (world: Working, { id, person, place }: InterviewRecord, job: number) => {
  const name = thoughtId(id, job)
  const thinking = world.platforms.get(platformOf(place))?.think(place, person, name)
  if (thinking) world.thoughts.set(name, thinking)
  return (words: string) => thinking?.add(words)
}

/** The asking is over: what was shown of it has become a card, or goes. */
export const stopShowing = async (world: Working, id: string, job: number): Promise<void> => {
  const name = thoughtId(id, job)
  const thinking = world.thoughts.get(name)
  world.thoughts.delete(name)
  await thinking?.drop()
}
