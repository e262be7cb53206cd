/** How long daily questions and their answers are kept, where a team has set it. */
import type { Memory } from '../../memory/memory.ts'
import { tenantOf } from '../../platform/platform.ts'
import type { Letter } from '../letter.ts'
import { forgetSession } from '../practice/kept.ts'
import { keys, type PlaceRecord } from '../record.ts'
import { DAY } from '../retention.ts'
import { rulesAt } from '../team.ts'
import { update } from '../update.ts'
import type { World } from '../world.ts'
import { type Prompt, promptKey } from './record.ts'

type Stores = Pick<World, 'memory' | 'mailbox' | 'clock'>

/** Sees to it that a question goes when its time is over; nothing where the team keeps them. */
export const fadeLater = async (world: Stores, prompt: Prompt): Promise<void> => {
  const until = await lastDay(world.memory, prompt)
  if (until === null) return
  const at = Math.max(until, world.clock.now())
  const letter: Letter = { type: 'fade', prompt: prompt.id }
  await world.mailbox.post(letter, { key: promptKey(prompt.id), id: `${prompt.id} fades ${at}`, at })
}

/** Removes a question whose time is over, and what its answers were for their authors' practice. */
export const fade = async (world: Stores, id: string): Promise<void> => {
  const { memory, clock } = world
  const prompt = (await memory.load<Prompt>(promptKey(id)))?.value
  const until = prompt && (await lastDay(memory, prompt))
  if (prompt === undefined || until === undefined || until === null) return
  if (until > clock.now()) return fadeLater(world, prompt)
  for (const answer of prompt.answers) await forgetSession(memory, answer.person, sessionOf(id, answer.id))
  if (prompt.place !== null) await leavePlace(memory, prompt.place, id)
  await memory.forget(promptKey(id))
}

/** Under what an answer counts for its author's practice. */
export const sessionOf = (prompt: string, answer: string): string => `${prompt} ${answer}`

/** Sees to the questions of a tenant anew, after its team has changed for how long they are kept. */
export const reconsiderPrompts = async (world: Stores, tenant: string): Promise<void> => {
  for await (const { value } of world.memory.each<Prompt>(promptKey('')))
    if (tenantOf(value.subscriber) === tenant) await fadeLater(world, value)
}

const lastDay = async (memory: Memory, { subscriber, at }: Prompt): Promise<number | null> => {
  const { retention } = await rulesAt(memory, subscriber)
  return retention === null ? null : at + retention * DAY
}

/** A place may be about an interview as well. */
const leavePlace = async (memory: Memory, place: string, prompt: string): Promise<void> => {
  const kept = (await memory.load<PlaceRecord>(keys.place(place)))?.value
  if (kept?.prompt !== prompt) return
  if (kept.interview === null) return memory.forget(keys.place(place))
  await update<PlaceRecord>(memory, keys.place(place), ({ interview } = kept) => ({ interview }))
}
