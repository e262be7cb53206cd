/** Blocks packed into messages. */
import type { types } from '@slack/bolt'

/** A block, what is read out of it, and the room that it takes. */
export type Piece = { block: types.KnownBlock; words: string; weight: number }

/** What is shown where there is nothing to show. */
export const NOTHING = '…'

/** Slack takes 12,000 characters of text in a message, less what its blocks weigh; this much is filled. */
export const ROOM = 11_000

/** The pieces in their order, as many in each message as it holds, and what is read out of them. */
export const packed = (pieces: readonly Piece[]): { text: string; blocks: types.KnownBlock[] }[] => {
  const groups: Piece[][] = []
  let room = 0
  for (const piece of pieces) {
    const group = groups.at(-1)
    if (group && piece.weight <= room && group.length < MOST_BLOCKS) group.push(piece)
    else {
      groups.push([piece])
      room = ROOM
    }
    room -= piece.weight
  }
  return groups.map((group) => ({ text: wordsOf(group), blocks: group.map(({ block }) => block) }))
}

const MOST_BLOCKS = 50
const MOST_WORDS = 3000

const wordsOf = (group: readonly Piece[]): string => {
  const [first = NOTHING, ...others] = group.map(({ words }) => words).filter((words) => words !== '')
  let text = first
  for (const words of others) {
    if (text.length + 2 + words.length > MOST_WORDS) break
    text = `${text}\n\n${words}`
  }
  return text
}
