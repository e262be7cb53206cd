/** Handing on what was heard until it is durable, or saying that it is not. */
import { reasonOf } from '../../reason.ts'
import type { Words } from '../../words/words.ts'
import type { Hear, Heard } from '../platform.ts'
import type { TerminalOptions } from './options.ts'

type Needs = {
  options: Pick<TerminalOptions, 'tty'>
  words(): Words
  hear: Hear
  tell(text: string): Promise<void>
}

/** Nobody can send a line of a pipe again, so it is offered again by itself. */
const PIPED_ATTEMPTS = 3

/** Whether it was stored. A person is asked to send it again; from a pipe it is an error in the end. */
export const store = async (
  heard: Heard,
  { options: { tty }, words, hear, tell }: Needs,
): Promise<boolean> => {
  const attempts = tty ? 1 : PIPED_ATTEMPTS
  const { terminal } = words()
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      await hear(heard)
      return true
    } catch (error) {
      const reason = reasonOf(error)
      if (!tty && attempt === attempts) {
        throw new Error(`An answer could not be stored, so reading stopped there: ${reason}`, {
          cause: error,
        })
      }
      await tell(`${terminal.unstored({ reason })}\n\n${tty ? terminal.sendAgain : terminal.tryingAgain}`)
    }
  }
  return false
}
