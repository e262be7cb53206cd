/** Several processes for one bot: one that listens and another that speaks, one for each shard, two for the same. */
import { describe, expect, test } from 'vitest'
import { starting } from './running.ts'
import { ONE, TWO } from './stand-in/seed.ts'

const start = starting()

const GENERAL = `discord:${ONE.guild}/${ONE.general}`
const CANDIDATE = `discord:${ONE.guild}/u${ONE.candidate}`
const alone = (text: string) => ({ tone: 'answer', text, only: CANDIDATE }) as const

describe('one that listens and one that speaks', () => {
  test('whoever asked is answered alone by the other, in place of the sign that something is coming', async () => {
    const shelf = new Map<string, unknown>()
    const edge = await start({ shelf, shared: true })
    const worker = await start({ shelf, shared: true, on: edge.far, idle: true })
    const one = edge.far.person(ONE.candidate)
    const asked = await one.command(ONE.general, 'mlsd history')
    await edge.far.until(() => edge.heard.length === 1)
    await worker.platform.say(GENERAL, alone('Your interviews'), 'one')
    expect(asked.replies().map(({ text, only }) => [text, only])).toEqual([
      ['Your interviews', ONE.candidate],
    ])
    await new Promise((done) => setTimeout(done, 2800))
    expect(asked.replies()).toHaveLength(1)
    expect(worker.heard).toEqual([])
  })

  test('where no process says what it needs, it is said in direct messages, and the sign goes', async () => {
    const edge = await start()
    const worker = await start({ on: edge.far, idle: true })
    const one = edge.far.person(ONE.candidate)
    const asked = await one.command(ONE.general, 'mlsd history')
    await edge.far.until(() => edge.heard.length === 1)
    await worker.platform.say(GENERAL, alone('Your interviews'), 'one')
    expect(asked.replies()).toEqual([])
    expect(one.sees(one.direct).map(({ text }) => text)).toEqual(['Your interviews'])
    await edge.far.until(() => !asked.loading(), 'the sign to be gone', 4000)
  })

  test('the worker opens threads, speaks and stops without ever listening', async () => {
    const edge = await start({ shared: true })
    const worker = await start({ shared: true, on: edge.far, idle: true })
    const { place } = await worker.platform.open(GENERAL, { tone: 'notice', text: 'Here' }, 'a', {})
    await worker.platform.say(place, { tone: 'interviewer', text: 'What would you ask?' }, 'b')
    const thread = place.split('/').at(-1) ?? ''
    expect(edge.far.person(ONE.candidate).sees(thread).at(-1)?.text).toBe('What would you ask?')
    expect(edge.far.gateway.counts.identified).toBe(1)
    await worker.platform.stop()
  })
})

describe('one for each shard', () => {
  test('each is told of its own guilds, and the first of the commands', { timeout: 20_000 }, async () => {
    const shelf = new Map<string, unknown>()
    const first = await start({ far: { shards: 2 }, shard: { id: 0, of: 2 }, shelf })
    const second = await start({ on: first.far, shard: { id: 1, of: 2 }, shelf })
    await first.far.gateway.connected(2)
    for (const [place, words] of [
      [ONE.general, 'in one'],
      [TWO.general, 'in two'],
    ] as const)
      first.far.person(place === ONE.general ? ONE.candidate : TWO.candidate).say(place, words)
    first.far.person(ONE.candidate).dm('alone')
    await first.far.until(() => first.words().length + second.words().length === 3)
    const shardOf = (guild: string): number => Number((BigInt(guild) >> 22n) % 2n)
    const told = [first.words(), second.words()]
    expect(told[shardOf(ONE.guild)]).toContain('in one')
    expect(told[shardOf(TWO.guild)]).toContain('in two')
    expect(first.words()).toContain('alone')
    expect(first.far.gateway.counts.identified).toBe(2)
  })
})

test('two processes for one shard hear the same, under the same ids', { timeout: 20_000 }, async () => {
  const shelf = new Map<string, unknown>()
  const first = await start({ shard: { id: 0, of: 1 }, shelf, shared: true })
  const second = await start({ on: first.far, shard: { id: 0, of: 1 }, shelf, shared: true })
  const one = first.far.person(ONE.candidate)
  one.say(ONE.general, 'hello')
  const asked = await one.command(ONE.general, 'mlsd time')
  expect(asked.answered).toBe(true)
  await first.far.until(() => first.words().length === 1 && second.words().length === 1)
  const [a, b] = [first, second].map(({ heard }) => heard.find(({ type }) => type === 'message'))
  expect(a).toEqual(b)
  await first.far.until(() => [...first.heard, ...second.heard].some(({ type }) => type === 'command'))
  const ids = [...first.heard, ...second.heard].filter(({ type }) => type === 'command').map(({ id }) => id)
  expect(new Set(ids).size).toBe(1)
})
