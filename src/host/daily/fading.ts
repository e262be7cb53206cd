/** How long daily questions and their answers are kept, where a team has set it. */
import type { Memory } from '../../memory/memory.ts'
import type { Letter } from '../letter.ts'
import { forgetSession } from '../practice/kept.ts'
import { DAY } from '../retention.ts'
import { rulesAt } from '../team.ts'
import type { World } from '../world.ts'
import { forgetPrompt } from './kept.ts'
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
  await forgetPrompt(memory, prompt)
}

/** Under what an answer counts for its author's practice. */
export const sessionOf = (prompt: string, answer: string): string => `${prompt} ${answer}`

const lastDay = async (memory: Memory, { subscriber, at }: Prompt): Promise<number | null> => {
  const { retention } = await rulesAt(memory, subscriber)
  return retention === null ? null : at + retention * DAY
}
