import { describe, expect, test } from 'vitest'
import { virtualClock } from '../../../src/clock.ts'
import { type Complaints, complaintsOf } from '../../../src/platform/complaints.ts'
import { unsecret } from '../../../src/platform/slack/api/unsecret.ts'
import { loggerOf } from '../../../src/platform/slack/hearing/logger.ts'
import { latch, starting } from './running.ts'

type Told = [level: string, what: string, details: Record<string, unknown> | undefined]

const open = () => {
  const told: Told[] = []
  const clock = virtualClock(0)
  const secrets = ['the-signing-secret', '']
  const complaints: Complaints = complaintsOf({
    clock,
    unsecret: (text) => unsecret(text, secrets),
    log: (...all) => told.push(all as Told),
  })
  return { told, clock, complaints, logger: loggerOf(complaints) }
}

describe('a complaint', () => {
  test('is told once, then counted, and told with its count after an hour and at the end', async () => {
    const { told, clock, complaints } = open()
    for (let time = 0; time < 5; time++) complaints.complain('warn', 'A.', { reason: String(time) })
    complaints.complain('error', 'B.')
    expect(told).toEqual([
      ['warn', 'A.', { reason: '0' }],
      ['error', 'B.', {}],
    ])
    await clock.advance(3_600_000)
    complaints.complain('warn', 'A.', { reason: 'late' })
    complaints.complain('warn', 'A.')
    expect(told.slice(2)).toEqual([['warn', 'A.', { reason: 'late', again: 4 }]])
    complaints.close()
    expect(told.slice(3)).toEqual([['warn', 'A.', { again: 1 }]])
  })

  test('of ever new kinds is not remembered for ever', () => {
    const { told, complaints } = open()
    for (let kind = 0; kind < 500; kind++) complaints.complain('warn', `kind ${kind}`)
    complaints.complain('warn', 'kind 0')
    complaints.complain('warn', 'kind 499')
    expect(told).toHaveLength(501)
  })

  test.each([
    'xoxb-1234567890-abcDEF',
    'xoxp-1-2-3',
    'xapp-1-A1-2-abc',
    'xoxe-1-abc',
    'xoxe.xoxb-1-Mi0yLTEtYWJj',
    'the-signing-secret',
  ])('never shows a secret (%s)', (secret) => {
    const { told, complaints, logger } = open()
    complaints.complain('warn', `It was ${secret}!`, { reason: `because of ${secret}` })
    logger.error(new Error(`token=${secret};`))
    expect(JSON.stringify(told)).not.toContain(secret)
    expect(told[0]).toEqual(['warn', 'It was (secret)!', { reason: 'because of (secret)' }])
  })
})

describe('what the library tells', () => {
  test('of its chatter is kept to itself', () => {
    const { told, logger } = open()
    logger.debug('Received a message on the WebSocket: my answer')
    logger.info('my answer')
    expect(told).toEqual([])
  })

  test('comes without what it quotes, and not at length', () => {
    const { told, logger } = open()
    logger.warn(`Unexpected token in "my answer", 'my answer' and \`my answer\``)
    logger.error(`words ${'and words '.repeat(100)}`)
    expect(JSON.stringify(told)).not.toContain('my answer')
    expect(told[1]?.[1].length).toBeLessThan(250)
  })
})

const start = starting()

test('nothing that a candidate writes, and no token, is ever told, whatever goes wrong', async () => {
  const broken = latch()
  const hear = (): Promise<void> => broken.promise
  const run = await start({ hear, far: { ackWithin: 100 } })
  const { far } = run
  const one = far.person('T1', 'U1')
  one.say('C1', 'top secret answer', { files: [{ name: 'plan.txt', text: 'top secret' }] })
  const pressed = one.command('C1', 'start --scenario "top secret scenario"')
  await new Promise((done) => setTimeout(done, 50))
  far.sockets.drop()
  broken.reject(new Error('the disk is full'))
  await pressed
  await far.settled()
  await far.redeliver()
  expect(run.log()).toContain('the disk is full')
  await run.platform.stop()
  for (const secret of ['top secret', 'plan.txt', 'xoxb-', 'xapp-']) expect(run.log()).not.toContain(secret)
})
