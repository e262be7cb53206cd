/** What is measured while an interview is held, and what is seen of the queue. */
import { expect, test } from 'vitest'
import { virtualClock } from '../../src/clock.ts'
import type { Interviewer } from '../../src/interviewer/interviewer.ts'
import { scriptedInterviewer } from '../../src/interviewer/scripted.ts'
import type { Mailbox } from '../../src/mailbox/mailbox.ts'
import type { Called } from '../../src/meter.ts'
import type { Usage } from '../../src/model/model.ts'
import { metricsOf } from '../../src/web/metrics.ts'
import { house, QUIET } from '../host/house.ts'
import { person } from '../host/person.ts'
import { fakeMailbox } from '../mailbox/fake.ts'
import { figure, samplesIn } from './scraped.ts'

const START = Date.UTC(2026, 0, 5)
const ABOUT = { version: '1.2.3', role: 'all' }

const metrics = (mailbox: Pick<Mailbox, 'state'> | undefined = undefined, clock = virtualClock(START)) =>
  metricsOf({ mailbox: () => mailbox, clock, about: ABOUT })

test('an interview is measured from what is heard to what is said, and nothing of its words', async () => {
  const { meter, page } = metrics()
  const home = await house({ meter, thinks: 1_000 })
  const mia = person(home, 'T1/mia')
  const thread = await mia.start('chat:T1/C1')
  await home.pass(2_000)
  await mia.say(thread, 'My zebra goal is fewer complaints.')
  await home.hear({
    type: 'message',
    person: mia.id,
    place: thread,
    id: 'again',
    at: home.now(),
    text: 'More zebras.',
  })
  await home.hear({
    type: 'message',
    person: mia.id,
    place: thread,
    id: 'again',
    at: home.now(),
    text: 'More zebras.',
  })
  await home.pass(QUIET + 2_000)
  const { text, type } = await page()
  await home.close()

  expect(type).toContain('text/plain')
  expect(figure(text, 'mlsd_info', ABOUT)).toBe(1)
  expect(figure(text, 'mlsd_heard_total', { platform: 'chat', taken: 'new' })).toBe(3)
  expect(figure(text, 'mlsd_heard_total', { platform: 'chat', taken: 'known' })).toBe(1)
  expect(figure(text, 'mlsd_acknowledged_seconds_count', { platform: 'chat' })).toBe(4)
  const handled = { kind: 'heard', platform: 'chat', outcome: 'done' }
  expect(figure(text, 'mlsd_handled_total', handled)).toBe(3)
  expect(figure(text, 'mlsd_handled_total', { kind: 'work', platform: 'chat' })).toBe(2)
  expect(figure(text, 'mlsd_handled_total', { outcome: 'failed' })).toBeUndefined()
  for (const part of ['load', 'think', 'save', 'perform'])
    expect(
      figure(text, 'mlsd_part_seconds_count', { part, kind: 'event', platform: 'chat' }),
    ).toBeGreaterThan(0)
  expect(figure(text, 'mlsd_part_seconds_count', { part: 'think', kind: 'work' })).toBe(2)
  const whole = figure(text, 'mlsd_handled_seconds_sum', { kind: 'event' }) ?? 0
  expect(figure(text, 'mlsd_part_seconds_sum', { kind: 'event' })).toBeLessThanOrEqual(whole)
  for (const word of ['zebra', 'mia', 'T1', thread]) expect(text).not.toContain(word)
})

test('what fails and comes again is counted', async () => {
  const { meter, page } = metrics()
  let broken = 0
  const home = await house({
    meter,
    memory: (inner) => ({
      ...inner,
      load: (key) => (broken-- > 0 ? Promise.reject(new Error('a broken disk')) : inner.load(key)),
    }),
  })
  const mia = person(home, 'T1/mia')
  const thread = await mia.start('chat:T1/C1')
  await home.hear({ type: 'message', person: mia.id, place: thread, id: 'one', at: home.now(), text: 'One.' })
  broken = 2
  await home.settled()
  await home.pass(QUIET + 10_000)
  const { text } = await page()
  home.troubles.splice(0)
  await home.close()
  const failed = figure(text, 'mlsd_handled_total', { outcome: 'failed' })
  expect(failed).toBeGreaterThan(0)
  expect(figure(text, 'mlsd_repeated_total')).toBe(failed)
})

test('what a model is asked for during an interview is counted, and noted as before', async () => {
  const { meter, page } = metrics()
  const noted: unknown[] = []
  const scripted = scriptedInterviewer()
  const asking: Interviewer = {
    ...{ ...scripted, local: false },
    reply: async (brief, _, errand) => {
      errand?.used?.([USAGE, { ...USAGE, outcome: 'malformed' }])
      return scripted.reply(brief)
    },
  }
  const home = await house({
    meter,
    interviewer: asking,
    used: (whose, usage) => void noted.push([whose, usage]),
  })
  const mia = person(home, 'T1/mia')
  const thread = await mia.start('chat:T1/C1')
  const { id } = await home.held(thread)
  await home.close()
  const { text } = await page()
  expect(noted).toEqual([[{ interview: id, person: mia.id }, [USAGE, { ...USAGE, outcome: 'malformed' }]]])
  expect(figure(text, 'mlsd_model_calls_total', { role: 'interviewer', outcome: 'answered' })).toBe(1)
  expect(figure(text, 'mlsd_model_calls_total', { role: 'interviewer', outcome: 'malformed' })).toBe(1)
})

const USAGE: Usage = {
  ...{ role: 'interviewer', model: 'm-1', endpoint: 'e', prompt: 'p', outcome: 'answered' },
  ...{ sent: 10, cached: 0, received: 5, firstToken: 1, whole: 2, cost: null },
}

test('calls of a model are counted by how they ended, with tokens and cost where there is a price', async () => {
  const { meter, page } = metrics()
  const call: Called = {
    ...{ role: 'judge', model: 'm-1', outcome: 'answered', sent: 1_000, cached: 600, received: 50 },
    ...{ firstToken: 400, whole: 2_000, cost: 0.25 },
  }
  meter.called(call)
  meter.called({ ...call, cost: null, outcome: 'slow', received: 0 })
  const { text } = await page()
  const of = { role: 'judge', model: 'm-1' }
  expect(figure(text, 'mlsd_model_calls_total', { ...of, outcome: 'answered' })).toBe(1)
  expect(figure(text, 'mlsd_model_calls_total', { ...of, outcome: 'slow' })).toBe(1)
  expect(figure(text, 'mlsd_model_tokens_total', { ...of, way: 'sent' })).toBe(2_000)
  expect(figure(text, 'mlsd_model_tokens_total', { ...of, way: 'cached' })).toBe(1_200)
  expect(figure(text, 'mlsd_model_tokens_total', { ...of, way: 'received' })).toBe(50)
  expect(figure(text, 'mlsd_model_cost_total', of)).toBe(0.25)
  expect(figure(text, 'mlsd_model_seconds_sum', of)).toBe(2)
  expect(figure(text, 'mlsd_model_first_seconds_count', of)).toBe(1)
})

test('the queue is looked at when somebody reads: due, the oldest, held, set aside', async () => {
  const clock = virtualClock(START)
  const mailbox = fakeMailbox(clock)
  const { page } = metrics(mailbox, clock)
  await mailbox.post({}, { key: 'a', id: 'one' })
  await mailbox.post({}, { key: 'b', id: 'two', at: START + 60_000 })
  await clock.advance(5_000)
  const before = (await page()).text
  expect(figure(before, 'mlsd_queue_up')).toBe(1)
  expect(figure(before, 'mlsd_queue_due')).toBe(1)
  expect(figure(before, 'mlsd_queue_oldest_seconds')).toBe(5)
  expect(figure(before, 'mlsd_queue_held')).toBe(2)
  mailbox.deliver(async () => {
    throw new Error('No.')
  })
  await clock.advance(3_600_000)
  const after = (await page()).text
  expect(figure(after, 'mlsd_queue_set_aside')).toBe(2)
  expect(figure(after, 'mlsd_queue_due')).toBe(0)
  expect(figure(after, 'mlsd_queue_oldest_seconds')).toBe(0)
})

test('a queue that is not open, or cannot be looked at, has no figures, and the others are there', async () => {
  const clock = virtualClock(START)
  const broken = { state: () => Promise.reject(new Error('a broken disk')) }
  for (const { page } of [metrics(), metrics(broken, clock)]) {
    const { text } = await page()
    expect(figure(text, 'mlsd_queue_up')).toBe(0)
    for (const name of ['due', 'oldest_seconds', 'held', 'set_aside'])
      expect(figure(text, `mlsd_queue_${name}`)).toBeNaN()
    expect(figure(text, 'process_cpu_seconds_total')).toBeGreaterThan(0)
  }
})

test('one that never answers holds up no reading', async () => {
  const clock = virtualClock(START)
  const { page } = metrics({ state: () => new Promise(() => {}) }, clock)
  const reading = page()
  await clock.advance(2_000)
  expect(figure((await reading).text, 'mlsd_queue_up')).toBe(0)
})

test('two processes in one share nothing, and every figure has a name of ours or of the process', async () => {
  const [one, other] = [metrics(), metrics()]
  one.meter.heard('chat').over('new')
  expect(figure((await other.page()).text, 'mlsd_heard_total')).toBeUndefined()
  const names = samplesIn((await one.page()).text).map(({ name }) => name)
  expect(names.filter((name) => !/^(mlsd|process|nodejs)_/.test(name))).toEqual([])
})

test('what a platform failed at and is asked again is counted by platform', async () => {
  const { meter, page } = metrics()
  for (const platform of ['slack', 'slack', 'discord']) meter.again(platform)
  const { text } = await page()
  expect(figure(text, 'mlsd_retries_total', { platform: 'slack' })).toBe(2)
  expect(figure(text, 'mlsd_retries_total', { platform: 'discord' })).toBe(1)
})
