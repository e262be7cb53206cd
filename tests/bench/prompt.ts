/** Time from `npm start` on an empty data folder to the first prompt, beside npm starting a Node that does nothing. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { median } from './bank.ts'
import type { Figure } from './bench.ts'

const ROUNDS = 5
const GOAL_MS = 1_500

export const prompt = async (): Promise<Figure[]> => {
  const ours: number[] = []
  const bare: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await untilExit(['exec', '--', 'node', '-e', '0']))
    ours.push(await untilMenu())
  }
  const value = median(ours)
  return [
    {
      name: 'npm start to the first prompt, empty data folder, median of 5',
      value: `${value.toFixed(0)} ms`,
      baseline: `${median(bare).toFixed(0)} ms for npm and a Node that does nothing`,
      goal: `under ${GOAL_MS} ms`,
      met: value < GOAL_MS,
    },
  ]
}

const untilExit = (args: string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn('npm', args, { stdio: 'ignore' })
    child.on('error', reject)
    child.on('exit', () => resolve(performance.now() - start))
  })

/** The menu's first question, in a data folder that does not exist yet. */
const untilMenu = async (): Promise<number> => {
  const home = mkdtempSync(join(process.cwd(), '.bench-'))
  const start = performance.now()
  const env = { ...process.env, MLSD_HOME: join(home, 'data'), NO_COLOR: '1' }
  const child = spawn('npm', ['start', '--silent'], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  })
  try {
    let seen = ''
    for await (const chunk of child.stdout) {
      seen += String(chunk)
      if (seen.includes('Problem')) return performance.now() - start
    }
    throw new Error(`npm start ended without a menu; it printed: ${seen}`)
  } finally {
    child.stdin.end()
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
    await new Promise((resolve) => (child.exitCode === null ? child.on('exit', resolve) : resolve(null)))
    rmSync(home, { recursive: true, force: true })
  }
}
