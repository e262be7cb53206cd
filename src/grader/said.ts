/** The words of a candidate's messages, as they are judged. */
import { type Word, words } from '../flow/words.ts'
import type { Answer } from '../interview/transcript.ts'

/** A word, the message it is from, its stem as it was written, and whether it counts for nothing: an echo, an order. */
export type Said = Word & { answer: Answer; written: string; mute: boolean }

/** Characters of a message that are judged; what a person types is far below, what a program pastes is cut. */
export const JUDGED = 20_000

/** The words of a message as they are judged: the first `JUDGED` characters. */
export const heard = (answer: Answer): Said[] =>
  words(answer.text.slice(0, JUDGED)).map((word) => ({ ...word, answer, written: word.stem, mute: false }))
