/** A stream of bytes cut into paragraphs, never held whole. */

export type Paragraph = { text: string } | { tooLong: number }

/** The longest paragraph that is taken, in characters. */
export const LONGEST_PARAGRAPH = 200_000

/** Line ends behind a paragraph are not yet known to be none of it. */
const SLACK = 16

/**
 * Paragraphs as blank lines part them. Of one longer than `most` only its length is told; no more than `most`
 * characters and one chunk are ever held. Bytes that are not UTF-8 become U+FFFD.
 */
export async function* paragraphs(
  input: AsyncIterable<Uint8Array | string>,
  most = LONGEST_PARAGRAPH,
): AsyncGenerator<Paragraph> {
  const decoder = new TextDecoder()
  const cut = cutter(most)
  for await (const chunk of input) {
    yield* cut.take(typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))
  }
  yield* cut.take(decoder.decode())
  yield* cut.rest()
}

const cutter = (most: number) => {
  let kept = ''
  let length = 0
  let worded = false
  let blank = true

  const add = (piece: string): void => {
    if (blank && /\S/.test(piece)) {
      blank = false
      worded = true
    }
    length += piece.length
    kept = length > most + SLACK ? '' : kept + piece
  }
  function* rest(): Generator<Paragraph> {
    const text = kept.replace(/\r\n/g, '\n').trimEnd()
    if (worded) yield length > most + SLACK || text.length > most ? { tooLong: length } : { text }
    kept = ''
    length = 0
    worded = false
  }
  function* take(chunk: string): Generator<Paragraph> {
    let from = 0
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      add(chunk.slice(from, end))
      if (blank) yield* rest()
      else add('\n')
      blank = true
      from = end + 1
    }
    add(chunk.slice(from))
  }
  return { take, rest }
}
