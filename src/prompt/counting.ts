/** Tokens of what is sent, and how many of them an endpoint has kept from what was sent before. */
import type { Message, Shape } from '../model/model.ts'

/** Tokens of a text, by a tokenizer. */
export type Encode = (text: string) => readonly number[]

/** Everything that an endpoint counts as prompt. */
export type Sent = { messages: readonly Message[]; shape: Pick<Shape<unknown>, 'schema'> }

/** All tokens of a prompt, and those of them that were not sent before. */
export type Counted = { all: number; fresh: number }

/** Endpoints keep what was sent in blocks; this is the size at the largest of them. */
export const BLOCK = 128

/** A prompt as one text: the schema stands before the messages. */
export const sentText = ({ messages, shape }: Sent): string =>
  [JSON.stringify(shape.schema), ...messages.map(({ role, content }) => `<${role}>\n${content}\n`)].join('\n')

/** Counts a row of prompts: what of each was not the beginning of one sent before, in whole blocks as endpoints keep them. */
export const counter = (encode: Encode, block = BLOCK) => {
  const before: (readonly number[])[] = []
  return (sent: Sent): Counted => {
    const all = encode(sentText(sent))
    const known = Math.max(0, ...before.map((one) => shared(one, all)))
    before.push(all)
    return { all: all.length, fresh: all.length - Math.floor(known / block) * block }
  }
}

const shared = (one: readonly number[], other: readonly number[]): number => {
  const end = Math.min(one.length, other.length)
  for (let at = 0; at < end; at += 1) if (one[at] !== other[at]) return at
  return end
}
