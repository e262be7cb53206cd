/**
 * Real processes in a storm of faults, drawn from a seed that is printed. A quick one belongs to every run of the tests;
 * MLSD_FAULTS=short holds longer ones, and `npm run faults` those of 200 interviews and 1,000 faults. `MLSD_SEED=…` draws
 * other people, words and faults, and the same ones again each time; at which moment of an interview each fault falls is
 * decided by the machine. Where something breaks, all that happened is written to a file.
 */
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { withPostgres } from '../postgres/server.ts'
import { type Outcome, type Plan, storm } from './storm/storm.ts'

const { MLSD_FAULTS: ASKED, MLSD_SEED } = process.env
const given = Number(MLSD_SEED ?? 'none')
const SEED = Number.isInteger(given)
  ? given
  : ASKED === undefined && MLSD_SEED !== 'random'
    ? 20_261_127
    : Math.floor(Math.random() * 2 ** 31)

const MINUTE = 60_000

type Size = Omit<Plan, 'seed'>

/** A few seconds of it. */
const QUICK: Size = {
  ...{ people: 4, faults: 12, alone: 0.17, gap: 500, breath: 200 },
  ...{ lasting: 2_500, patience: MINUTE, atMost: MINUTE },
  lasts: { frozen: 500, database: 700, full: 500, clock: 500 },
}
const SHORT: Size = {
  ...{ people: 6, faults: 30, alone: 0.3, gap: 1_200, breath: 1_000 },
  ...{ lasting: 10_000, patience: MINUTE, atMost: 3 * MINUTE },
  lasts: { frozen: 1_500, database: 2_000, full: 1_000, clock: 1_000 },
}
const LONG: Size = {
  ...{ people: 200, faults: 1_000, alone: 0.07, gap: 1_600, breath: 12_000 },
  ...{ lasting: 8 * MINUTE, patience: 5 * MINUTE, atMost: 25 * MINUTE },
  lasts: { frozen: 13_000, database: 30_000, full: 8_000, clock: 4_000 },
}
const WHOLE = ASKED === 'all'
const SIZE = WHOLE ? LONG : ASKED === undefined ? QUICK : SHORT
/** Those who talk with a model are fewer, and a tenth of the faults is the model's. */
const LED: Size = WHOLE
  ? { ...LONG, people: 60, faults: 300, lasting: 3 * MINUTE, model: true }
  : { ...SIZE, model: true }
const CLOCKS: Size = {
  ...SIZE,
  ...(WHOLE && { people: 30, faults: 150, lasting: 2 * MINUTE }),
  kinds: [
    ...['clock ahead by an hour', 'clock behind by an hour'],
    ...['Slack delivers again', 'gateway tells twice'],
  ],
}
const AT_MOST = (WHOLE ? 50 : 6) * MINUTE

/** Nothing may be broken; what happened is told, so that it can be seen and drawn again. */
const weathered = async (where: string, size: Size): Promise<void> => {
  const plan = { ...size, seed: SEED }
  const name = `A storm on ${where}: seed ${SEED}`
  if (ASKED !== undefined) process.stdout.write(`${name}, begins.\n`)
  const outcome = await storm(plan)
  const { tally, seconds, shown, doubled, lacks, broken, offClock, asked } = outcome
  const lines = [
    `${name}, ${plan.people} interviews, ${tally.all()} faults in ${seconds.toFixed(0)} s:`,
    tally.told(),
    `${shown} messages were shown, ${doubled.length} of them twice${doubled.length > 0 ? `: ${doubled.slice(0, 5).join(', ')}` : ''}.`,
    ...(asked ? [`The model answered ${asked.well} calls, and ${asked.badly} went wrong.`] : []),
    ...(offClock > 0 ? [`${offClock} were held on a wrong clock; of these less is compared.`] : []),
    ...lacks,
    ...(broken.length > 0 ? [`What happened: ${written(outcome)}`, AGAIN] : []),
  ]
  if (ASKED !== undefined || broken.length > 0) process.stdout.write(`${lines.join('\n')}\n`)
  else process.stdout.write(`${lines[0]?.slice(0, -1)}.\n`)
  expect(broken).toEqual([])
  expect(tally.all()).toBeGreaterThanOrEqual(plan.faults)
  if (asked) expect(asked.well).toBeGreaterThan(plan.people)
}

const AGAIN = `To draw it again: ${ASKED === undefined ? '' : `MLSD_FAULTS=${ASKED} `}MLSD_SEED=${SEED} npx vitest run tests/faults/storm.test.ts`

/** All that is known of a storm, in a file of its own. */
const written = ({ broken, journal, said }: Outcome): string => {
  const file = join(tmpdir(), `mlsd-storm-${SEED}-${process.pid}-${Date.now()}.log`)
  writeFileSync(file, [...broken, ...journal, said].join('\n'))
  return file
}

/** They wait for most of their time, so that they share it. */
describe.concurrent('a storm changes nothing of what is said, kept and shown', () => {
  test('on one process with a file', { timeout: AT_MOST }, async () => {
    await weathered('one process with a file', SIZE)
    if (ASKED === undefined) return
    await weathered('one process with a file and a model', LED)
    await weathered('one process with a file, and of clocks that jump by an hour', CLOCKS)
  })

  withPostgres('over PostgreSQL', (server) => {
    test('on an edge and two workers', { timeout: AT_MOST }, async () => {
      const postgres = server()
      await weathered('three processes with PostgreSQL', { ...SIZE, postgres })
      if (ASKED === undefined) return
      await weathered('three processes with PostgreSQL and a model', { ...LED, postgres })
      await weathered('three processes with PostgreSQL, and of clocks that jump by an hour', {
        ...CLOCKS,
        postgres,
      })
    })
  })
})

describe.runIf(ASKED !== undefined)('a storm', () => {
  test('is noticed where a message that comes again is taken again', { timeout: AT_MOST }, async () => {
    const { broken } = await storm({
      ...{ ...SHORT, people: 2, faults: 12, seed: SEED, patience: 10_000 },
      ...{ breaks: 'dedupe', kinds: ['Slack delivers again'] },
    })
    expect(broken.join()).toMatch(/was taken \d+ times|asked for, and there are/)
  })

  test('is noticed where the outbox is not kept', { timeout: AT_MOST }, async () => {
    const { broken } = await storm({
      ...{ ...SHORT, people: 3, faults: 3, seed: SEED, patience: 4_000 },
      ...{ breaks: 'outbox', kinds: ['killed while it speaks'] },
    })
    expect(broken.join()).toMatch(/was never shown|waited in vain/)
  })
})
