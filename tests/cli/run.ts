import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { onTestFinished } from 'vitest'
import { runCli } from '../../src/cli/cli.ts'
import { type Clock, virtualClock } from '../../src/clock.ts'
import { appOf } from '../../src/main.ts'
import { collector } from './collector.ts'

export type Outcome = { code: number; out: string; err: string }

/** A data folder that goes with the test. */
export const dataFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'mlsd-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Runs `mlsd` in this process, on the real rooms and a real data folder; `later` is when, in milliseconds from now. */
export const mlsd = async (
  home: string,
  words: readonly string[],
  input: string | Uint8Array | Readable = '',
  { env = {}, later }: { env?: Readonly<Record<string, string>>; later?: number } = {},
): Promise<Outcome> => {
  const [out, err] = [collector(), collector()]
  const stdin = input instanceof Readable ? input : Readable.from([input], { objectMode: false })
  const app = appOf({ MLSD_HOME: home, ...env }, { in: stdin, out, err, tty: false })
  const code = await runCli(later === undefined ? app : { ...app, clock: async () => standing(later) }, words)
  return { code, out: out.text(), err: err.text() }
}

/** A clock that stands so many milliseconds later than now. */
const standing = (later: number): Clock => {
  const { now, at } = virtualClock(Date.now() + later)
  return { now, at }
}

export type Running = {
  process: ChildProcess
  out(): string
  /** Resolves once the output has `words` in it. */
  saying(words: string): Promise<void>
  ended(): Promise<Outcome>
}

/** Starts `mlsd` as its user would, with a pipe for stdin. */
export const start = (
  home: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Running => {
  const launcher = join(import.meta.dirname, '..', '..', 'bin', 'mlsd.js')
  const child = spawn(process.execPath, [launcher, ...words], {
    env: { ...process.env, MLSD_HOME: home, ...env },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text
  })
  const closed = once(child, 'close')
  return {
    process: child,
    out: () => out,
    async saying(wanted) {
      while (!out.includes(wanted)) {
        await Promise.race([once(child.stdout, 'data'), closed])
        if (child.exitCode !== null && !out.includes(wanted)) throw new Error(`It ended first: ${out}${err}`)
      }
    },
    async ended() {
      const [code] = await closed
      return { code: code ?? -1, out, err }
    },
  }
}

export type Typed = {
  /** Types a line and its Enter. */
  type(line: string): void
  /** Resolves once `words` were shown after what was waited for before, white space apart. */
  sees(words: string): Promise<void>
  ended: Promise<number>
}

/** Runs `mlsd` in this process for somebody who types. */
export const typed = (home: string, words: readonly string[]): Typed => {
  const [stdin, out] = [new PassThrough(), collector()]
  const app = appOf(
    { MLSD_HOME: home, MLSD_QUIET_SECONDS: '0.05', NO_COLOR: '1' },
    { in: stdin, out, err: out, tty: true },
  )
  let from = 0
  return {
    type: (line) => void stdin.write(`${line}\r`),
    async sees(wanted) {
      for (let tries = 0; tries < 400; tries++) {
        const shown = out.text().replace(/\s+/g, ' ')
        const at = shown.indexOf(wanted, from)
        if (at >= 0) {
          from = at + wanted.length
          return
        }
        await new Promise((done) => setTimeout(done, 25))
      }
      throw new Error(`"${wanted}" was not shown. This was:\n${out.text()}`)
    },
    ended: runCli(app, words),
  }
}

/** Paragraphs as they come over a pipe. */
export const talk = (...paragraphs: string[]): string => paragraphs.map((text) => `${text}\n\n`).join('')
