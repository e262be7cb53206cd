/** An answer as it comes in. */
import { BROKE_OFF } from './meaning.ts'
import { readJson } from './reading.ts'
import { type Piece, type Tokens, Trouble } from './wire.ts'

/** What has come so far; it is filled while the stream runs, so that it can be counted when that breaks off. */
export type Received = {
  text: string
  refusal: string
  finish: string
  tokens: Tokens | undefined
  /** When it was sent, and when the first token of the answer came. */
  sentAt: number
  firstAt: number | undefined
  /** Whether the endpoint has begun to answer. */
  begun: boolean
}

export const nothingYet = (sentAt: number): Received => ({
  text: '',
  refusal: '',
  finish: '',
  tokens: undefined,
  sentAt,
  firstAt: undefined,
  begun: false,
})

/** Fills `received` from a stream; throws a `Trouble` when that fails or breaks off. */
export const collect = async (
  pieces: AsyncIterable<Piece>,
  received: Received,
  watch: { now(): number; begun(): void; text(soFar: string): void },
): Promise<void> => {
  try {
    for await (const piece of pieces) take(piece, received, watch)
  } catch (error) {
    const lost = error instanceof Trouble && error.status === undefined && received.begun
    throw lost ? new Trouble(error.message, { code: BROKE_OFF }, { cause: error }) : error
  }
}

const take = (piece: Piece, received: Received, watch: Parameters<typeof collect>[2]): void => {
  received.begun = true
  if (piece.text || piece.refusal || piece.thinking) watch.begun()
  if (piece.refusal) received.refusal = (received.refusal + piece.refusal).slice(0, LONGEST)
  if (piece.finish) received.finish = piece.finish
  if (piece.tokens) received.tokens = piece.tokens
  if (piece.text) {
    received.firstAt ??= watch.now()
    received.text += piece.text
    if (received.text.length > LONGEST) throw new Trouble('it does not come to an end', { code: BROKE_OFF })
    watch.text(received.text)
  }
}

/** In characters; what is asked for is a small part of it, and an endpoint may send without end. */
const LONGEST = 500_000

/** An answer that ends without saying so, in the middle of its JSON, was cut. */
export const throwIfCut = ({ finish, text, refusal }: Received): void => {
  if (finish === '' && refusal === '' && 'fault' in readJson(text))
    throw new Trouble('it ends in the middle', { code: BROKE_OFF })
}
