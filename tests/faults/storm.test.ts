/**
 * Real processes in a storm of faults, drawn from a printed seed: `MLSD_SEED=… npm run faults` draws the same ones again,
 * though not at the same moments, which no seed decides. `npm run faults` holds the long ones, MLSD_FAULTS=short short
 * ones. None belongs to every run of the tests yet: one seed (1007629519) was seen to hang, for a reason not found.
 */
import { describe, expect, test } from 'vitest'
import { withPostgres } from '../postgres/server.ts'
import { type Outcome, type Plan, storm } from './storm/storm.ts'

const ASKED = process.env.MLSD_FAULTS !== undefined
const WHOLE = process.env.MLSD_FAULTS === 'all'
const asked = Number(process.env.MLSD_SEED)
const SEED = Number.isInteger(asked) ? asked : Math.floor(Math.random() * 2 ** 31)

const MINUTE = 60_000
const SHORT = {
  ...{ people: 6, faults: 30, gap: 150, thinks: 1_000, patience: 40_000 },
  lasts: { frozen: 1_500, database: 2_000, full: 1_000, clock: 1_000 },
}
const LONG = {
  ...{ people: 200, faults: 600, gap: 900, thinks: 70_000, patience: 5 * MINUTE },
  lasts: { frozen: 13_000, database: 30_000, full: 8_000, clock: 4_000 },
}
const PLAN = { ...(WHOLE ? LONG : SHORT), seed: SEED }
const AT_MOST = WHOLE ? 30 * MINUTE : 4 * MINUTE

/** Nothing may be broken; what happened is told, so that it can be seen and drawn again. */
const weathered = async (name: string, plan: Plan): Promise<Outcome> => {
  process.stdout.write(`A storm on ${name} begins: seed ${plan.seed}.\n`)
  const outcome = await storm(plan)
  const { tally, seconds, shown, doubled, lacks, broken, said, offClock } = outcome
  process.stdout.write(
    `${[
      `A storm on ${name}: seed ${plan.seed}, ${plan.people} interviews, ${tally.all()} faults in ${seconds.toFixed(0)} s:`,
      tally.told(),
      `${shown} messages were shown, ${doubled.length} of them twice${doubled.length > 0 ? `: ${doubled.slice(0, 5).join(', ')}` : ''}.`,
      ...(offClock > 0 ? [`${offClock} were held on a wrong clock, and not compared.`] : []),
      ...lacks,
      ...(broken.length > 0 ? [`What the bots wrote last:\n${said.slice(-20_000)}`] : []),
    ].join('\n')}\n`,
  )
  expect(broken).toEqual([])
  expect(tally.all()).toBeGreaterThanOrEqual(plan.faults)
  return outcome
}

/** They wait for most of their time, so that they can share it. */
const storms = ASKED ? describe.concurrent : describe.skip
storms('a storm (left to npm run faults, see above)', () => {
  test('on one process with a file changes nothing of what is said, kept and shown', {
    timeout: AT_MOST,
  }, async () => {
    await weathered('one process with a file', PLAN)
  })

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

if (ASKED)
  withPostgres('a storm over PostgreSQL', (server) => {
    test('with an edge and two workers changes nothing either', { timeout: AT_MOST }, async () => {
      await weathered('three processes with PostgreSQL', { ...PLAN, postgres: server() })
    })
  })

describe.runIf(WHOLE)('a storm of clocks', () => {
  test('that jump by an hour to either side loses nothing', { timeout: AT_MOST }, async () => {
    const kinds = [
      ...['clock ahead by an hour', 'clock behind by an hour'],
      ...['Slack delivers again', 'gateway tells twice'],
    ]
    await weathered('one process with a file', { ...PLAN, people: 30, faults: 150, kinds })
  })
})
