/** What somebody says where no interview of theirs runs. */
import type { Message } from '../mailbox/mailbox.ts'
import type { Card } from '../platform/card.ts'
import { misheard } from '../platform/misheard.ts'
import { parseCommand } from '../platform/parse.ts'
import type { Heard } from '../platform/platform.ts'
import { answer, nothingRuns } from './answer.ts'
import { asCommand } from './intake.ts'
import type { Learner, Taken } from './record.ts'
import { keys } from './record.ts'
import { isOutside, keyOf, runningOf } from './resolve.ts'
import { platformAt, voiceAt } from './voice.ts'
import type { Working } from './world.ts'

/** Takes it; meanwhile an interview may have begun there, to which it then goes. */
export const visit = async (world: Working, said: Heard, message: Message): Promise<void> => {
  const key = await keyOf(world, said)
  if (key === undefined) return
  if (key !== message.key && !isOutside(said)) return handOn(world, said, key, message)
  const heard = asCommand(said, true)
  if (isOutside(heard)) return answer(world, heard, message)
  const learner = (await world.memory.load<Learner>(keys.learner(heard.person)))?.value
  const meant = learner ? meantBy(learner, heard) : []
  const [only] = meant
  if (only && meant.length === 1) return handOn(world, heard, keys.interview(only.id), message)
  const card = meant.length > 1 ? which(heard, meant) : unplaced(world, heard)
  await voiceAt(world, heard.place)({ ...card, only: heard.person }, `${message.id} answer`)
}

const handOn = async (world: Working, heard: Heard, key: string, message: Message): Promise<void> => {
  await world.mailbox.post({ type: 'heard', heard }, { key, id: `${message.id} again` })
}

/** The interviews that a command may be about: those that run, or the latest one for what comes after the end. */
const meantBy = (learner: Learner, heard: Heard): Taken[] => {
  if (heard.type !== 'command' && heard.type !== 'press') return []
  const running = runningOf(learner, heard.place)
  if (running.length > 0) return running
  return heard.command === 'retry' || heard.command === 'report' ? learner.interviews.slice(-1) : []
}

/** So many are offered; a command where the interview is held needs no choice. */
const OFFERED = 5

const which = (heard: Heard, meant: readonly Taken[]): Card => {
  if (heard.type !== 'command' && heard.type !== 'press') return { tone: 'answer', text: '' }
  return {
    tone: 'answer',
    text: `You have ${meant.length} interviews under way. Which one do you mean?`,
    buttons: meant.slice(-OFFERED).map(({ id, title }) => ({
      label: title.slice(0, 60),
      command: heard.command,
      args: { ...heard.args, interview: id },
    })),
  }
}

/** Words to the bot that nothing here can take: a slip in a command, or an answer to nobody. */
const unplaced = (world: Working, heard: Heard): Card => {
  const { prefix } = platformAt(world, heard.place)
  const parsed = heard.type === 'message' && heard.manner === 'direct' ? parseCommand(heard.text) : undefined
  if (parsed && ('fault' in parsed || ('unknown' in parsed && parsed.nearest !== undefined)))
    return { tone: 'answer', text: misheard(parsed, prefix) }
  return nothingRuns(prefix)
}
