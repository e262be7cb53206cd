/** The log of a server: a line of JSON for each thing told, or a line for people where a person sits at the terminal. */
import type { Writable } from 'node:stream'
import { pino } from 'pino'
import type { Level } from '../config/ops.ts'
import type { Log } from '../host/world.ts'
import { redaction } from './redaction.ts'

type Settings = { least: Level; secrets: readonly string[] }

/** Nothing that people wrote and nothing that opens anything is in its lines. */
export const serverLog = (stream: Writable, { least, secrets }: Settings): Log => {
  const { text, fields } = redaction(secrets)
  const person = 'isTTY' in stream && stream.isTTY === true
  const logger = pino(
    {
      level: least,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    person ? { write: (line: string) => void stream.write(readable(line)) } : stream,
  )
  return (level, what, details) => {
    if (logger.isLevelEnabled(level)) logger[level](fields(details ?? {}), text(what))
  }
}

/** The same for people: the time of day, what happened, and the rest behind it. */
const readable = (line: string): string => {
  const { level, time, msg, ...rest } = JSON.parse(line) as Record<string, unknown>
  const more = Object.entries(rest).map(([name, value]) => ` ${name}=${shown(value)}`)
  return `${String(time).slice(11, 19)} ${String(level).padEnd(5)} ${msg}${more.join('')}\n`
}

const shown = (value: unknown): string =>
  typeof value === 'string' && /^[^\s"=]+$/.test(value) ? value : JSON.stringify(value)
