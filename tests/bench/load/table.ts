/** The rows of a bench, for people to read. */
import { cpus } from 'node:os'
import type { Run } from './drive.ts'

export type Line = { name: string; rest: number; run: Run }

/** The rows beside one another; milliseconds unless something else is said. */
export const tableOf = (lines: readonly Line[]): string => {
  const rows = [HEAD, ...lines.map(cells)]
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const padded = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
  return rows.map((row) => row.map(padded).join('  ')).join('\n')
}

const HEAD = [
  'processes',
  'at rest',
  'turns/s',
  'ack p50',
  'p99',
  'turn p50',
  'p99',
  'CPU/turn: bots',
  'PostgreSQL',
  'people',
  'MB',
  'largest',
]

const cells = ({ name, rest, run }: Line): string[] => [
  name,
  String(rest),
  run.turnsPerSecond.toFixed(0),
  ...[run.ack.p50, run.ack.p99, run.turn.p50, run.turn.p99].map((ms) => ms.toFixed(0)),
  ...[run.cpu.bots, run.cpu.database, run.cpu.people].map((ms) => ms.toFixed(1)),
  ...[run.megabytes.all, run.megabytes.most].map((size) => size.toFixed(0)),
]

/** Where the limit lies, in words: who takes the processors, and what ten times as much would need. */
export const limitOf = ({ name, run }: Line): string => {
  const { bots, database, people } = run.cpu
  const all = bots + database + people
  const count = cpus().length
  const share = (part: number): string => `${((part / all) * 100).toFixed(0)} %`
  const busy = ((run.turnsPerSecond * all) / (count * 1_000)) * 100
  const [ten, most] = [run.turnsPerSecond * 10, 1_000 / database]
  return [
    `The limit of ${name}: of ${all.toFixed(1)} ms of processor time a turn, the bots take ${share(bots)}, PostgreSQL ` +
      `${share(database)} and the people who talk to them ${share(people)}. These filled ${busy.toFixed(0)} % of ` +
      `${count} processors${busy < 75 ? '; the rest was waited, or somebody else had it' : ''}.`,
    `Ten times as much, ${ten.toFixed(0)} turns a second, would need ${Math.ceil((ten * bots) / 1_000)} processors for ` +
      `the bots, which any number of machines can bring, and ${Math.ceil((ten * database) / 1_000)} for PostgreSQL: one ` +
      `processor of it bears ${most.toFixed(0)} turns a second.`,
  ].join('\n')
}
