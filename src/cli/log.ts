import type { Writable } from 'node:stream'
import type { Log } from '../host/world.ts'

/** The log for a person at the keyboard: a line on a stream for each thing that they may want to mend, and no other. */
export const logOn =
  (stream: Writable): Log =>
  (level, what, details) => {
    if (level !== 'warn' && level !== 'error') return
    const more = details && Object.keys(details).length > 0 ? ` ${JSON.stringify(details)}` : ''
    stream.write(`mlsd: ${level}: ${what}${more}\n`)
  }
