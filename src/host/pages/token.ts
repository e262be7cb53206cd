/** Signed names of links: nobody can make one, and a forged one is told by itself, without a look at what there is. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Memory } from '../../memory/memory.ts'
import { update } from '../update.ts'

/** A random id, of 128 bits. */
export const newId = (): string => randomBytes(16).toString('base64url')

/** The token of a link that holds until a moment, in milliseconds since 1970. */
export const tokenFor = (secret: string, id: string, until: number): string => {
  const named = `${id}.${until.toString(36)}`
  return `${named}.${signed(secret, named)}`
}

/** The id in a token that was signed with this secret and whose time is not over; compared in constant time. */
export const idIn = (secret: string, token: string, now: number): string | undefined => {
  const [, named = '', id = '', until = '', signature = ''] = TOKEN.exec(token) ?? []
  const [wanted, given] = [Buffer.from(signed(secret, named)), Buffer.from(signature)]
  if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) return undefined
  return Number.parseInt(until, 36) > now ? id : undefined
}

/** What links are signed with: made once, and kept with all that they lead to. */
export const secretOf = async (memory: Memory): Promise<string> => {
  const known = (await memory.load<{ secret: string }>(SECRET))?.value.secret
  if (known !== undefined) return known
  const fresh = randomBytes(32).toString('base64url')
  return (await update<{ secret: string }>(memory, SECRET, (kept) => kept ?? { secret: fresh })).secret
}

const SECRET = 'secret:pages'
const TOKEN = /^(([A-Za-z0-9_-]{22})\.([0-9a-z]{1,10}))\.([A-Za-z0-9_-]{43})$/

const signed = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text).digest('base64url')
