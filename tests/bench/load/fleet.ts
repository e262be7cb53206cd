/** The bots as processes: started together, looked at from outside, ended as an operator ends them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '../../free-port.ts'
import { processorMs, residentMegabytes } from '../process.ts'
import { SECRET } from '../slack/events.ts'
import type { Role } from './shapes.ts'

export type Fleet = {
  /** Where each of those that hear listens. */
  ports: readonly number[]
  bots: readonly Bot[]
  processorMs(): number
  /** What all of them hold together, and the largest of them. */
  megabytes(): { all: number; most: number }
  /** The last that they said, for when something went wrong. */
  said(): string
  stop(): Promise<void>
}

export type Bot = { role: Role; pid: number; signal(name: NodeJS.Signals): void }

const PROGRAM = new URL('../../../bin/mlsd.js', import.meta.url).pathname

/** Starts a bot for each role; resolves once all of them are ready. */
export const fleetOf = async (
  roles: readonly Role[],
  env: Readonly<Record<string, string>>,
  profile?: string,
): Promise<Fleet> => {
  const flags = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]
  const started = await Promise.allSettled(roles.map((role) => start(role, env, flags)))
  const up = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const stop = async (): Promise<void> => void (await Promise.all(up.map(({ child }) => end(child))))
  const failed = started.find((one) => one.status === 'rejected')
  if (failed) {
    await stop()
    throw failed.reason
  }
  return {
    ports: up.filter(({ role }) => role !== 'worker').map(({ port }) => port),
    bots: up.map(({ role, child }) => ({
      role,
      pid: child.pid ?? 0,
      signal: (name) => void child.kill(name),
    })),
    processorMs: () => up.reduce((sum, { child }) => sum + processorMs(child.pid ?? 0), 0),
    megabytes() {
      const each = up.map(({ child }) => residentMegabytes(child.pid ?? 0))
      return { all: each.reduce((sum, one) => sum + one, 0), most: Math.max(...each) }
    },
    said: () => up.map(({ role, said }) => `${role}: ${said()}`).join('\n'),
    stop,
  }
}

type Started = { role: Role; port: number; child: ChildProcess; said(): string }

const start = async (
  role: Role,
  env: Readonly<Record<string, string>>,
  flags: string[],
): Promise<Started> => {
  const port = await freePort()
  const child = spawn(process.execPath, [...flags, PROGRAM, 'serve'], {
    env: {
      PATH: process.env.PATH ?? '',
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_BOT_TOKEN: 'xoxb-bench',
      MLSD_CHAT_QUIET_SECONDS: '0',
      MLSD_ROLE: role,
      PORT: String(port),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ready = Promise.withResolvers<void>()
  const hear = (text: string): void => {
    said = (said + text).slice(-4_000)
    if (said.includes('Ready')) ready.resolve()
  }
  child.stdout.setEncoding('utf8').on('data', hear)
  child.stderr.setEncoding('utf8').on('data', hear)
  child.on('exit', () => ready.reject(new Error(`A bot (${role}) ended before it was ready:\n${said}`)))
  await ready.promise
  return { role, port, child, said: () => said }
}

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}
