/** What somebody says where no interview of theirs runs. */
import type { Message } from '../mailbox/mailbox.ts'
import type { Button, Card } from '../platform/card.ts'
import { misheard } from '../platform/misheard.ts'
import type { Heard } from '../platform/platform.ts'
import type { Words } from '../words/words.ts'
import { answer, nothingRuns } from './answer.ts'
import { tell } from './aside.ts'
import { noSuch } from './history.ts'
import { askMove, elsewhere } from './identity/move.ts'
import { saidIn, wordsFor } from './language.ts'
import { handOn } from './letter.ts'
import type { Learner, Taken } from './record.ts'
import { keys } from './record.ts'
import { isOutside, keyOf, namedIn, runningOf } from './resolve.ts'
import { type Typed, typed } from './typed.ts'
import { prefixAt } from './voice.ts'
import type { Working } from './world.ts'

/** Takes it; meanwhile an interview may have begun there, to which it then goes. */
export const visit = async (world: Working, said: Heard, message: Message): Promise<void> => {
  const key = await keyOf(world, said)
  if (key === undefined) return
  if (key !== message.key && !isOutside(said)) return handOn(world, said, key, message)
  const read = typed(said, true)
  const { heard } = read
  if (isOutside(heard) || heard.type === 'file') return answer(world, heard, message)
  const prefix = prefixAt(world, heard.place)
  const words = await wordsFor(world, heard)
  const say = (card: Card) =>
    tell(world, heard, saidIn(card, words), `${message.id} answer`, message.attempt > 1)
  const named = namedIn(heard)
  const away = isResume(heard) ? await elsewhere(world, heard.person) : []
  if (named !== undefined && !away.some(({ id }) => id === named)) return say(noSuch(named, prefix, words))
  const learner = (await world.memory.load<Learner>(keys.learner(heard.person)))?.value
  const here = learner && named === undefined ? meantBy(learner, heard) : []
  const meant = here.length > 0 ? here : away.filter(({ id }) => id === (named ?? id))
  const [only] = meant
  if (only && meant.length === 1)
    return isResume(heard) && here.length === 0
      ? askMove(world, heard, only.id, message)
      : handOn(world, heard, keys.interview(only.id), message)
  await say(meant.length > 1 ? which(heard, meant, words) : unplaced(read, prefix, words))
}

/** What an interview that was begun elsewhere goes on with. */
const isResume = (heard: Heard): heard is Extract<Heard, { type: 'command' | 'press' }> =>
  (heard.type === 'command' || heard.type === 'press') && heard.command === 'resume'

/**
 * The interviews that a command may be about: those that run, or the latest one for what comes after the end. A verdict is
 * contested in the latest that is over.
 */
const meantBy = (learner: Learner, heard: Heard): Taken[] => {
  if (heard.type !== 'command' && heard.type !== 'press' && heard.type !== 'form') return []
  const own = learner.interviews.filter(({ role }) => role === undefined)
  if (heard.type !== 'form' && heard.command === 'contest' && own.some(({ ended }) => ended !== null))
    return own.filter(({ ended }) => ended !== null).slice(-1)
  const running = runningOf(learner, heard.place)
  if (heard.type === 'form') return running.length === 1 ? running : []
  if (running.length > 0) return running
  return heard.command === 'retry' || heard.command === 'report' ? own.slice(-1) : []
}

/** So many are offered; a command where the interview is held needs no choice. */
const OFFERED = 5

const which = (heard: Heard, meant: readonly Taken[], { answers }: Words): Card => ({
  tone: 'answer',
  text: answers.which({ count: meant.length }),
  buttons: meant.slice(-OFFERED).flatMap((one) => choice(heard, one, meant)),
})

/** Two of the same problem, level, length and mode are told apart by their ids. */
const choice = (heard: Heard, { id, title }: Taken, among: readonly Taken[]): Button[] => {
  if (heard.type !== 'command' && heard.type !== 'press') return []
  const alike = among.some((other) => other.id !== id && other.title === title)
  const label = alike ? `${id}: ${title}` : title
  return [{ label, command: heard.command, args: { ...heard.args, interview: id } }]
}

/** Words to the bot that nothing here can take: a slip in a command, or an answer to nobody. */
const unplaced = ({ heard, wrong, signed }: Typed, prefix: string, words: Words): Card => {
  if ('command' in heard && heard.command === 'report') return noSuch('', prefix, words)
  const begin = nothingRuns(prefix, words)
  if (!wrong || heard.type !== 'message') return begin
  if ('fault' in wrong || (signed && wrong.nearest !== undefined))
    return { tone: 'answer', text: misheard(wrong, prefix, words) }
  const alone = !/\s/.test(heard.text.trim())
  if (wrong.nearest === undefined || !alone) return begin
  return { ...begin, text: `${begin.text} ${words.answers.meant({ command: `${prefix}${wrong.nearest}` })}` }
}
