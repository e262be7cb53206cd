import type { Writable } from 'node:stream'
import type { Log } from '../host/world.ts'

/** A log on a stream, a line for each thing told; `info` is for those who run a server and nobody else. */
export const logOn =
  (stream: Writable, least: 'info' | 'warn'): Log =>
  (level, what, details) => {
    if (level === 'info' && least !== 'info') return
    const more = details && Object.keys(details).length > 0 ? ` ${JSON.stringify(details)}` : ''
    stream.write(`mlsd: ${level}: ${what}${more}\n`)
  }
