/** How much is done: all of it, or a small run that shows in a minute that it works. */
import { parseArgs } from 'node:util'

export type Settings = {
  /** Interviews at rest. */
  sizes: readonly number[]
  /** How often each row is measured; a row shows the medians. */
  rounds: number
  conversations: number
  /** Turns of each conversation that are counted; one before them is not. */
  turns: number
  atOnce: number
  /** How many workers there are while each turn waits for a model, row by row. */
  workers: readonly number[]
  /** Messages for the bare mailbox and for pg-boss alone. */
  jobs: number
  parts: readonly Part[]
  /** A folder for a profile of each bot. */
  profile?: string
}

export const PARTS = ['rest', 'model', 'jobs', 'frozen'] as const
export type Part = (typeof PARTS)[number]

/** What is asked for on the command line; throws where that cannot be understood. */
export const settingsFrom = (args: readonly string[]): Settings => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      sizes: { type: 'string' },
      profile: { type: 'string' },
    },
  })
  const unknown = positionals.find((name) => !PARTS.some((part) => part === name))
  if (unknown !== undefined) throw new Error(`There is no part "${unknown}"; there are ${PARTS.join(', ')}.`)
  const parts = PARTS.filter((part) => positionals.length === 0 || positionals.includes(part))
  const { rounds, sizes, profile } = values
  return {
    ...(values.quick ? QUICK : FULL),
    parts,
    ...(rounds !== undefined && { rounds: Number(rounds) }),
    ...(sizes !== undefined && { sizes: sizes.split(',').map(Number) }),
    ...(profile !== undefined && { profile }),
  }
}

const FULL = {
  ...{ sizes: [1_000, 10_000, 100_000], rounds: 3, conversations: 320, turns: 5, atOnce: 32 },
  ...{ workers: [1, 2, 3], jobs: 3_000 },
}
const QUICK = {
  ...{ sizes: [100], rounds: 1, conversations: 24, turns: 3, atOnce: 24 },
  ...{ workers: [1, 2], jobs: 300 },
}
