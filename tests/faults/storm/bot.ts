/** One `mlsd serve` as a process of its own, that can be killed, frozen, and put on a wrong clock. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../free-port.ts'

export type Bot = {
  role: string
  /** Where it listens for Slack. */
  port: number
  /** Resolves once it serves; rejects where it ends before. */
  ready: Promise<void>
  /** Whether it serves: ready, and neither gone nor frozen. */
  up(): boolean
  gone(): boolean
  /** At once, without a word. */
  kill(): Promise<void>
  freeze(): void
  thaw(): void
  /** Its clock is so many milliseconds ahead. */
  shift(ms: number): void
  /** Ends it as an operator does; answers its exit code. */
  stop(): Promise<number | null>
  /** The last that it wrote. */
  said(): string
}

const PROGRAM = join(import.meta.dirname, '..', '..', '..', 'bin', 'mlsd.js')
const SKEWED = new URL('skewed.ts', import.meta.url).href
const BREAKING = new URL('breaking.ts', import.meta.url).href

let started = 0

/** Starts one; `folder` is for its clock, `breaks` names the promise that it is to break. */
export const botOf = async (
  folder: string,
  env: Readonly<Record<string, string>>,
  breaks?: string,
): Promise<Bot> => {
  const port = await freePort()
  const clock = join(folder, `clock-${++started}`)
  writeFileSync(clock, '0')
  const child = spawn(process.execPath, [PROGRAM, 'serve'], {
    env: {
      PATH: process.env.PATH ?? '',
      NODE_OPTIONS: `--import ${SKEWED}${breaks === undefined ? '' : ` --import ${BREAKING}`}`,
      STORM_CLOCK: clock,
      ...(breaks !== undefined && { STORM_BREAKS: breaks }),
      ...env,
      PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let [isReady, isFrozen] = [false, false]
  const ready = Promise.withResolvers<void>()
  ready.promise.catch(() => {})
  const hear = (text: string): void => {
    said = (said + text).slice(-20_000)
    if (isReady || !/Ready/.test(said)) return
    isReady = true
    ready.resolve()
  }
  child.stdout.setEncoding('utf8').on('data', hear)
  child.stderr.setEncoding('utf8').on('data', hear)
  const gone = (): boolean => child.exitCode !== null || child.signalCode !== null
  child.on('exit', (code, signal) =>
    ready.reject(new Error(`A bot ended (${code ?? signal}) before it was ready:\n${said}`)),
  )
  return {
    ...{ role: env.MLSD_ROLE ?? 'all', port, ready: ready.promise, gone, said: () => said },
    up: () => isReady && !isFrozen && !gone(),
    kill: () => ended(child, 'SIGKILL'),
    freeze() {
      isFrozen = true
      child.kill('SIGSTOP')
    },
    thaw() {
      isFrozen = false
      child.kill('SIGCONT')
    },
    shift: (ms) => writeFileSync(clock, String(ms)),
    async stop() {
      await ended(child, 'SIGTERM')
      return child.exitCode
    },
  }
}

const ended = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  if (signal === 'SIGTERM') child.kill('SIGCONT')
  await gone
}
