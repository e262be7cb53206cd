/**
 * `npm run bench:load -- [--quick] [--rounds N] [--sizes N,N] [rest|model|jobs|frozen]`: what one process and several
 * bear, as a table, with what is promised of it.
 *
 * The real `mlsd serve` is spoken to over signed HTTP from this process, which also stands in for Slack's Web API and for
 * a model. All of them, PostgreSQL too, share the processors of one machine: what each takes stands beside each figure.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Figure } from './bench.ts'
import { atRest } from './load/at-rest.ts'
import { frozen } from './load/frozen.ts'
import { jobs } from './load/jobs.ts'
import { serversOf } from './load/servers.ts'
import { type Part, settingsFrom } from './load/settings.ts'
import { type Stage, stageOf } from './load/stage.ts'
import { type Line, limitOf, tableOf } from './load/table.ts'
import { thinking } from './load/thinking.ts'

type Found = { lines: Line[]; figures: Figure[] }

const PARTED: Readonly<Record<Part, (stage: Stage) => Promise<Found>>> = {
  rest: atRest,
  model: thinking,
  jobs: async (stage) => ({ lines: [], figures: await jobs(stage) }),
  frozen: async (stage) => ({ lines: [], figures: await frozen(stage) }),
}

const settings = settingsFrom(process.argv.slice(2))
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const folder = mkdtempSync(join(process.cwd(), '.bench-'))
const servers = await serversOf()
try {
  const stage = stageOf(settings, servers, folder)
  const found: Found = { lines: [], figures: [] }
  for (const part of settings.parts) {
    const { lines, figures } = await PARTED[part](stage)
    found.lines.push(...lines)
    found.figures.push(...figures)
  }
  if (found.lines.length > 0) say(`\n${tableOf(found.lines)}\n`)
  for (const { name, value, baseline, goal, met } of found.figures)
    say(`${met ? 'met   ' : 'NOT MET'} ${name}: ${value}  (baseline ${baseline}; goal ${goal})`)
  const shared = found.lines.findLast(({ name }) => name.startsWith('three'))
  if (shared) say(`\n${limitOf(shared)}`)
} finally {
  await servers.stop()
  rmSync(folder, { recursive: true, force: true })
}
