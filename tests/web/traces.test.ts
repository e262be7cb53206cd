/** Spans of an interview, as a collector on this machine gets them. */
import { expect, onTestFinished, test } from 'vitest'
import { tracesTo } from '../../src/web/traces.ts'
import { house, QUIET } from '../host/house.ts'
import { person } from '../host/person.ts'
import { type Collector, collectorOfSpans } from './spans.ts'

const quiet = () => {}

const collecting = async (status?: number): Promise<Collector> => {
  const collector = await collectorOfSpans(status)
  onTestFinished(() => collector.stop())
  return collector
}

test('a message handled is a span with its parts below it, and leads back to where it was heard', async () => {
  const collector = await collecting()
  const { meter, stop } = tracesTo({
    collector: collector.address,
    about: { 'mlsd.role': 'all' },
    log: quiet,
  })
  const home = await house({ meter, thinks: 500 })
  const mia = person(home, 'T1/mia')
  const thread = await mia.start('chat:T1/C1')
  await home.pass(2_000)
  await mia.say(thread, 'My zebra goal is fewer complaints.')
  await home.pass(QUIET + 2_000)
  const { id } = await home.held(thread)
  await home.close()
  await stop()

  const spans = collector.spans()
  expect(new Set(collector.paths())).toEqual(new Set(['/v1/traces']))
  expect(spans.every(({ by }) => by['service.name'] === 'mlsd' && by['mlsd.role'] === 'all')).toBe(true)
  const heard = spans.filter(({ name }) => name === 'heard')
  const handled = spans.filter(({ name }) => name === 'handle heard')
  expect([heard.length, handled.length]).toEqual([2, 2])
  const ids = ({ traceId, spanId }: { traceId: string; spanId: string }) => `${traceId} ${spanId}`
  expect(handled.flatMap(({ links }) => links.map(ids)).toSorted()).toEqual(heard.map(ids).toSorted())
  const said = handled.find(({ attributes }) => attributes['mlsd.interview'] === id)
  expect(said?.attributes).toMatchObject({
    ...{ 'mlsd.key': `interview:${id}`, 'mlsd.platform': 'chat', 'mlsd.outcome': 'done' },
    'mlsd.message': expect.stringContaining(thread),
  })
  const below = spans.filter(
    ({ parentSpanId }) => parentSpanId !== undefined && parentSpanId === said?.spanId,
  )
  expect(below.map(({ name }) => name)).toEqual(['load', 'think', 'save', 'perform'])
  expect(new Set(below.map(({ traceId }) => traceId))).toEqual(new Set([said?.traceId]))
  expect(spans.find(({ name }) => name === 'handle work')).toBeDefined()
  expect(collector.raw()).not.toContain('zebra')
})

test('what fails is marked as failed', async () => {
  const collector = await collecting()
  const { meter, stop } = tracesTo({ collector: collector.address, about: {}, log: quiet })
  const handling = meter.handling({ message: 'm', key: 'k', kind: 'event', attempt: 2 }, 'no mark of ours')
  await expect(
    handling.part('save', () => Promise.reject(new Error('a zebra on the disk'))),
  ).rejects.toThrow()
  handling.over('failed')
  meter.heard('chat').over('failed')
  await stop()
  expect(collector.spans().map(({ name, status, links }) => [name, status?.code, links])).toEqual([
    ['save', 2, []],
    ['handle event', 2, []],
    ['heard', 2, []],
  ])
  expect(collector.raw()).not.toContain('zebra')
})

test.each([
  ['is not there', async () => 'http://127.0.0.1:9'],
  ['refuses everything', async () => (await collecting(400)).address],
])(
  'a collector that %s costs nothing but spans, is told of, and the end waits for it only shortly',
  async (_, address) => {
    const told: string[] = []
    const log = (level: string, what: string) => void told.push(`${level} ${what}`)
    const { meter, stop } = tracesTo({ collector: await address(), about: {}, log })
    meter.heard('chat').over('new')
    await expect(stop()).resolves.toBeUndefined()
    expect(told).toEqual(['warn traces cannot be sent, and are lost'])
  },
  10_000,
)
