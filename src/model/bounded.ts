/** Answers over HTTP that nobody can make endless. */

/** The same answer, whose body breaks off with an error after so many bytes. */
export const bounded = (answer: Response, most: number): Response => {
  if (answer.body === null) return answer
  let size = 0
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.byteLength
      if (size > most) controller.error(new Error(`it is longer than ${most} bytes`))
      else controller.enqueue(chunk)
    },
  })
  const { status, statusText, headers } = answer
  return new Response(answer.body.pipeThrough(counting), { status, statusText, headers })
}
