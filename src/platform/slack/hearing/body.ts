/** What came with a request, read before Slack's library sees it, which ends the process over a body that is `null`. */
import type { IncomingMessage } from 'node:http'

/** All of it, up to so many bytes; in words why there is none. */
export const bodyOf = (
  request: IncomingMessage,
  most: number,
): Promise<Buffer | 'too large' | 'broken off'> =>
  new Promise((done) => {
    if (Number(request.headers['content-length']) > most) return done('too large')
    const parts: Buffer[] = []
    let size = 0
    const take = (part: Buffer): void => {
      size += part.length
      if (size <= most) return void parts.push(part)
      request.off('data', take)
      request.pause()
      done('too large')
    }
    request.on('data', take)
    request.once('end', () => done(Buffer.concat(parts)))
    request.once('close', () => done('broken off'))
  })

/** Whether it is JSON, alone or in a form, that says `null`. */
export const saysNothing = (body: Buffer): boolean => {
  if (body.length > LONGEST) return false
  const text = body.toString().trim()
  return text === 'null' || new URLSearchParams(text).getAll('payload').join().trim() === 'null'
}

/** `null` with room for what may stand around it. */
const LONGEST = 4_096
