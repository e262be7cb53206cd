/** Short names for long things. */
import { createHash } from 'node:crypto'

/** A name of 24 letters that nothing else has, the same for the same text. */
export const digest = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 24)

/** A number by which a text is known among some thousands: above those that Discord gives, and within 31 bits. */
export const number = (text: string): number =>
  1_000 + (createHash('sha256').update(text).digest().readUInt32BE() % (2 ** 31 - 1_001))
