/** One `mlsd serve` as a process of its own, that can be killed, frozen, and put on a wrong clock. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../free-port.ts'

export type Bot = {
  role: string
  /** Its number and role. */
  name: string
  /** Where it listens for Slack. */
  port: number
  /** Resolves once it serves; rejects where it ends before. */
  ready: Promise<void>
  /** Whether it serves: ready, and neither gone nor frozen. */
  up(): boolean
  gone(): boolean
  /** Resolves once it is gone. */
  over: Promise<void>
  /** Whether it was told to end, or killed. */
  asked(): boolean
  /** Milliseconds for which it has begun and does not serve yet; 0 once it does, or where it is gone. */
  beginsFor(): number
  /** At once, without a word. */
  kill(): Promise<void>
  freeze(): void
  thaw(): void
  /** Its clock is so many milliseconds ahead. */
  shift(ms: number): void
  /** Ends it as an operator does; answers its exit code, or in words that it took too long. */
  stop(): Promise<number | string | null>
  /** The last that it wrote. */
  said(): string
}

const PROGRAM = join(import.meta.dirname, '..', '..', '..', 'bin', 'mlsd.js')
const SKEWED = new URL('skewed.ts', import.meta.url).href
const BREAKING = new URL('breaking.ts', import.meta.url).href

let started = 0

/** It promises to be gone after 20 s; a machine that is busy adds to it. */
const ENDS_MS = 24_000

/** Starts one; `folder` is for its clock, `breaks` names the promise that it is to break. */
export const botOf = async (
  folder: string,
  env: Readonly<Record<string, string>>,
  { breaks, tell }: { breaks?: string | undefined; tell(line: string): void },
): Promise<Bot> => {
  const port = await freePort()
  const role = env.MLSD_ROLE ?? 'all'
  const name = `bot ${++started} (${role})`
  const clock = join(folder, `clock-${started}`)
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
  const began = performance.now()
  tell(`${name} begins`)
  // Whoever ends this program ends its bots as well.
  const take = (): void => void child.kill('SIGKILL')
  process.on('exit', take)
  let said = ''
  let [isReady, isFrozen, isAsked] = [false, false, false]
  const ready = Promise.withResolvers<void>()
  ready.promise.catch(() => {})
  const over = Promise.withResolvers<void>()
  const hear = (text: string): void => {
    said = (said + text).slice(-20_000)
    if (isReady || !/Ready/.test(said)) return
    isReady = true
    tell(`${name} serves`)
    ready.resolve()
  }
  child.stdout.setEncoding('utf8').on('data', hear)
  child.stderr.setEncoding('utf8').on('data', hear)
  const gone = (): boolean => child.exitCode !== null || child.signalCode !== null
  child.on('exit', (code, signal) => {
    process.off('exit', take)
    tell(`${name} is gone (${code ?? signal})`)
    over.resolve()
    ready.reject(new Error(`A bot ended (${code ?? signal}) before it was ready:\n${said}`))
  })
  return {
    ...{ role, name, port, ready: ready.promise, over: over.promise, gone, said: () => said },
    asked: () => isAsked,
    up: () => isReady && !isFrozen && !gone(),
    beginsFor: () => (isReady || gone() ? 0 : performance.now() - began),
    kill() {
      isAsked ||= !gone()
      return ended(child, 'SIGKILL')
    },
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
      const late = setTimeout(() => child.kill('SIGKILL'), ENDS_MS)
      const asked = performance.now()
      isAsked ||= !gone()
      await ended(child, 'SIGTERM')
      clearTimeout(late)
      if (performance.now() - asked < ENDS_MS) return child.exitCode
      return `nothing within ${ENDS_MS} ms, and was killed`
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
