/** What whoever runs the bot can see of it: where health and figures are asked for, where traces go, how much is logged. */
import type { Blame, Given } from './given.ts'

export const LEVELS = ['debug', 'info', 'warn', 'error'] as const
export type Level = (typeof LEVELS)[number]

export type OpsSettings = Readonly<{
  /** Where health and figures are listened for; nowhere when absent. */
  listen?: { port: number; host?: string }
  /** The address of an OpenTelemetry collector, without a `/` at its end. */
  collector?: string
  /** The least that is logged. */
  log: Level
}>

/** What is set; `blame` is told each fault. */
export const opsOf = (given: Given, blame: Blame): OpsSettings => {
  const listen = listenOf(given, blame)
  const collector = collectorOf(given, blame)
  const { MLSD_LOG: wanted = 'info' } = given
  const log = LEVELS.find((level) => level === wanted.trim().toLowerCase())
  if (log === undefined) blame(`MLSD_LOG is "${wanted}"; wanted is one of ${LEVELS.join(', ')}.`)
  return { ...(listen && { listen }), ...(collector !== undefined && { collector }), log: log ?? 'info' }
}

const listenOf = ({ MLSD_OPS_PORT: value }: Given, blame: Blame): OpsSettings['listen'] => {
  if (value === undefined) return undefined
  const [, host, digits] = /^(?:([\w.-]+|\[[\da-f:]+\]):)?(\d{1,5})$/i.exec(value.trim()) ?? []
  const port = Number(digits)
  if (!(port >= 1 && port <= 65_535))
    return blame(
      `MLSD_OPS_PORT is "${value}"; wanted is a whole number from 1 to 65535, or an address of this machine before it, as in 127.0.0.1:9464.`,
    )
  return { port, ...(host !== undefined && { host: host.replace(/^\[|\]$/g, '') }) }
}

/** It may hold a password, so that a fault does not show it. */
const collectorOf = ({ OTEL_EXPORTER_OTLP_ENDPOINT: value }: Given, blame: Blame): string | undefined => {
  if (value === undefined) return undefined
  const url = URL.parse(value.trim())
  if (url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username && !url.password)
    return url.href.replace(/\/+$/, '').replace(/\/v1\/traces$/, '')
  return blame(
    'OTEL_EXPORTER_OTLP_ENDPOINT is no address that can be used; wanted is one that begins with http:// or https://, without a name or password in it: OTEL_EXPORTER_OTLP_HEADERS holds those.',
  )
}
