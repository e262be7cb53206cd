/** What is said in the thread of a daily question. */
import type { Message } from '../../mailbox/mailbox.ts'
import type { Heard } from '../../platform/platform.ts'
import { tell } from '../aside.ts'
import { saidIn, wordsFor } from '../language.ts'
import type { Working } from '../world.ts'
import { answered, answerFrom } from './answer.ts'
import { type Prompt, promptKey } from './record.ts'

/** Grades what was said as an answer, and tells its author alone. */
export const answerPrompt = async (world: Working, heard: Heard, message: Message): Promise<void> => {
  if (heard.type !== 'message' || heard.text.trim() === '') return
  const { person, id, text } = heard
  const prompt = message.key.slice(promptKey('').length)
  // People talk on in the thread: whoever has answered is graded again only when they speak to the bot.
  const kept = (await world.memory.load<Prompt>(promptKey(prompt)))?.value
  const again = kept?.answers.some((one) => one.person === person && one.id !== id)
  if (again && heard.manner === 'overheard') return
  const words = await wordsFor(world, heard)
  const card = await answered(world, prompt, answerFrom(heard, text), words)
  await tell(world, heard, saidIn(card, words), `${message.id} answer`, message.attempt > 1)
}
