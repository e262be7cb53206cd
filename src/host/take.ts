/** What is done with each kind of letter that the mailbox hands over. */
import { type Message, NotNow } from '../mailbox/mailbox.ts'
import type { Kept } from '../memory/memory.ts'
import { tidy } from './cleanup.ts'
import { digest } from './daily/digest.ts'
import { fade } from './daily/fading.ts'
import { dayOver } from './daily/over.ts'
import { daily } from './daily/prompt.ts'
import { promptKey } from './daily/record.ts'
import { answerPrompt } from './daily/thread.ts'
import { takeBackLost } from './errands.ts'
import { part } from './following.ts'
import { move } from './identity/move.ts'
import type { Letter } from './letter.ts'
import { tellMuch } from './much.ts'
import { remove } from './outlived.ts'
import { lapse } from './peer/invitation.ts'
import { reconsider } from './reconsidering.ts'
import { type InterviewRecord, keys, recordAt } from './record.ts'
import { expire } from './retention.ts'
import { introduce } from './spectator.ts'
import { turn } from './turn.ts'
import { visit } from './visit.ts'
import { work } from './work.ts'
import type { Working } from './world.ts'

/** Does what a message asks for; throws `NotNow` for a kind that only a newer program knows, which is left to those who do. */
export const take = async (world: Working, message: Message): Promise<void> => {
  const letter = message.body as Letter
  if (!Object.hasOwn(TAKES, letter.type))
    throw new NotNow(`A newer mlsd posted this message, of the kind "${letter.type}".`)
  return (TAKES[letter.type] as Take<Letter>)(world, letter, message)
}

type Take<L> = (world: Working, letter: L, message: Message) => Promise<void>

/** A kind without a line here does not compile. */
const TAKES: { readonly [K in Letter['type']]: Take<Extract<Letter, { type: K }>> } = {
  heard: (world, letter, message) => {
    const { key } = message
    if (key.startsWith(promptKey(''))) return answerPrompt(world, letter.heard, message)
    if (key.startsWith(INTERVIEW)) return ofInterview(world, message, (kept) => turn(world, kept, message))
    return visited(world, letter.heard, message)
  },
  event: (world, _, message) => ofInterview(world, message, (kept) => turn(world, kept, message)),
  move: (world, letter, message) => ofInterview(world, message, (kept) => move(world, kept, letter, message)),
  work,
  spectator: introduce,
  much: tellMuch,
  expire: (world, { interview }) => expire(world, interview),
  tidy: (world, { interview }) => tidy(world, interview),
  reconsider,
  outlived: remove,
  lapse,
  daily: (world, letter) => world.dailies(() => daily(world, letter)),
  over: (world, letter, { attempt }) => world.dailies(() => dayOver(world, letter, attempt > 1)),
  digest: (world, letter, { attempt }) => world.dailies(() => digest(world, letter, attempt > 1)),
  fade: (world, { prompt }) => fade(world, prompt),
}

const INTERVIEW = keys.interview('')

/** Takes what is for an interview; where that is gone, all that is asked or shown for it is taken back. */
const ofInterview = async (
  world: Working,
  { key }: Message,
  taken: (kept: Kept<InterviewRecord>) => Promise<void>,
): Promise<void> => {
  const kept = await part(world, 'load', () => recordAt(world.memory, key))
  if (kept) return taken(kept)
  const id = key.slice(INTERVIEW.length)
  world.errands.keep(id, [])
  await world.thoughts.keep(id, [])
}

const visited: Take<Extract<Letter, { type: 'heard' }>['heard']> = async (world, heard, message) => {
  await visit(world, heard, message)
  if ('command' in heard && heard.command === 'forget') await takeBackLost(world)
}
