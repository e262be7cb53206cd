/** Answering somebody who waits for it: at once by the acknowledgement, later at the address that Slack gave for it. */
import type { Words } from '../../../words/words.ts'
import { type Again, unstored } from '../../unstored.ts'
import { Unopened } from './forms.ts'
import { answerOf } from './private.ts'

export type Asking = {
  /** What was asked is taken; whatever is still to be said comes later. */
  accept(): Promise<void>
  /** Says it, or that nothing is to be said; the acknowledgement, unless that has happened. */
  end(text?: string): Promise<void>
}

type Ends = {
  ack(answer?: ReturnType<typeof answerOf>): Promise<void>
  respond(answer: ReturnType<typeof answerOf>): Promise<unknown>
}

export const askingOf = ({ ack, respond }: Ends): Asking => {
  let accepted = false
  return {
    async accept() {
      accepted = true
      await ack()
    },
    async end(text) {
      const answer = text === undefined ? undefined : answerOf(text)
      if (!accepted) return ack(answer)
      if (answer) await respond(answer)
    },
  }
}

/** Why something was not taken, in words for the person who asked for it. */
export const wordsFor = (error: unknown, again: Again, words: Words): string =>
  error instanceof Unopened ? error.says(words) : unstored(error, again, words)
