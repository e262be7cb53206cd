/** Memory of a process with 10,000 open interviews at rest, beside the same process on an empty file. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../../src/clock.ts'
import { interviewsOf } from '../../src/interview/interview.ts'
import { sqliteMailbox } from '../../src/mailbox/sqlite.ts'
import { sqliteMemory } from '../../src/memory/sqlite.ts'
import { committer } from '../../src/sqlite/committer.ts'
import { openDatabase } from '../../src/sqlite/open.ts'
import { bank, median } from './bank.ts'
import type { Figure } from './bench.ts'

const INTERVIEWS = 10_000
const GOAL_MB = 20
const ROUNDS = 3

export const rest = async (): Promise<Figure[]> => {
  const folder = mkdtempSync(join(process.cwd(), '.bench-'))
  try {
    const [full, empty] = [join(folder, 'full.db'), join(folder, 'empty.db')]
    openDatabase(empty).close()
    await fill(full)
    const rounds = Array.from({ length: ROUNDS }, () => [resident(full), resident(empty)] as const)
    const value = median(rounds.map(([used, bare]) => used - bare))
    return [
      {
        name: `memory of ${INTERVIEWS} open interviews at rest`,
        value: `${value.toFixed(1)} MB above an empty process`,
        baseline: `${median(rounds.map(([, bare]) => bare)).toFixed(1)} MB for the process on an empty file`,
        goal: `under ${GOAL_MB} MB`,
        met: value < GOAL_MB,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Interviews that have begun, each with its reminders on the way. */
const fill = async (file: string): Promise<void> => {
  const database = openDatabase(file)
  const commits = committer(database)
  const memory = sqliteMemory(commits)
  const mailbox = sqliteMailbox(commits, systemClock())
  const flow = bank().flows.get('mlsd')
  if (!flow) throw new Error('flows/mlsd.yaml is missing')
  const { open, step } = interviewsOf(flow)
  const options = { level: 'mid', minutes: 45, mode: 'coach', quiet: 2_500, idle: 1e9 } as const
  for (let n = 0; n < INTERVIEWS; n += 100) {
    const batch = Array.from({ length: 100 }, async (_, k) => {
      const id = `i${n + k}`
      const [interview, effects] = step(open(id, options), { type: 'begin', at: Date.now(), id: 'begin' })
      await memory.save(`interview:${id}`, { id, interview }, 0)
      for (const effect of effects) {
        if (effect.type === 'remind')
          await mailbox.post({ id }, { key: `interview:${id}`, id: effect.id, at: effect.at })
      }
    })
    await Promise.all(batch)
  }
  await mailbox.stop()
  await commits.close()
  database.close()
}

/** Megabytes of a process that has the file open and delivers what is due, which is nothing. */
const resident = (file: string): number => {
  const child = spawnSync(process.execPath, [
    '--expose-gc',
    new URL('resting.ts', import.meta.url).pathname,
    file,
  ])
  const value = Number(child.stdout.toString())
  if (!(value > 0)) throw new Error(`The resting process failed: ${child.stderr.toString()}`)
  return value
}
