/** Two guilds and one process: what happens in one of them is nowhere to be seen in the other. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Edge } from '../../transcripts/edge.ts'
import { house } from '../../transcripts/house.ts'
import { discordEdge } from './edge.ts'
import { BOTH, type Ids, ONE, TWO } from './stand-in/seed.ts'

const open = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mlsd-guilds-'))
  const edge = await discordEdge()
  const home = await house(folder, edge as Edge, { quiet: 6, thinks: 0 })
  onTestFinished(async () => {
    await home.close()
    await edge.stop()
    rmSync(folder, { recursive: true })
    expect(edge.far.faults).toEqual([])
  })
  return { far: edge.far, home }
}

test('somebody who is in both has an interview, a history and settings of their own in each', async () => {
  const { far, home } = await open()
  const both = far.person(BOTH)
  const told = async (ids: Ids, path: string, values = {}): Promise<string> => {
    const asked = await both.command(ids.general, path, values)
    expect(asked.answered).toBe(true)
    await far.until(() => asked.replies().length > 0 || !asked.loading(), 'an answer', 9000)
    await home.pass(0)
    return asked
      .replies()
      .map(({ text }) => text)
      .join('\n')
  }
  const start = async (ids: Ids): Promise<string> => {
    const asked = await both.command(ids.general, 'mlsd start', {
      problem: 'ad-clicks',
      level: 'mid',
      minutes: 45,
    })
    expect(asked.answered).toBe(true)
    await far.until(() => far.threads(ids.general).length === 1, 'a thread')
    await home.pass(0)
    return far.threads(ids.general)[0]?.id ?? ''
  }

  const one = await start(ONE)
  const two = await start(TWO)
  both.say(one, 'In the first guild, requests come from the marketplace of zebras.')
  both.say(two, 'In the second guild, nothing is known of that.')
  await far.until(() => far.gateway.told.filter((kind) => kind === 'MESSAGE_CREATE').length >= 2)
  await new Promise((done) => setTimeout(done, 50))
  await home.pass(10_000)

  const text = (ids: Ids): string =>
    [ids.general, ...far.threads(ids.general).map(({ id }) => id)]
      .flatMap((channel) =>
        far.shown(channel).map((shown) => `${shown.text} ${JSON.stringify(shown.message.components)}`),
      )
      .join('\n')
  expect(text(ONE)).not.toContain(TWO.guild)
  expect(text(TWO)).not.toContain(ONE.guild)
  expect(text(TWO)).not.toContain('zebras')
  expect(far.shown(one).length).toBeGreaterThan(1)

  await told(ONE, 'mlsd settings', { level: 'staff' })
  await both.command(one, 'mlsd end')
  await new Promise((done) => setTimeout(done, 50))
  await home.pass(0)
  const histories = [await told(ONE, 'mlsd history'), await told(TWO, 'mlsd history')]
  for (const history of histories) expect(history.match(/Ad click prediction/g)).toHaveLength(1)
  expect(histories[0]).not.toBe(histories[1])
  expect(histories[1]).not.toContain(one)
  const settings = await told(TWO, 'mlsd settings', { minutes: 30 })
  expect(settings).toMatch(/30/)
  expect(settings).not.toMatch(/staff/)
})

test('an interview is begun by the form alone, however many modals that takes', async () => {
  const { far, home } = await open()
  const one = far.person(ONE.candidate)
  await one.command(ONE.general, 'mlsd start')
  const modals: string[][] = []
  for (let modal = one.modal(); modal; modal = one.modal()) {
    modals.push(modal.fields.map(({ id }) => id))
    const sent = await one.submit()
    const further = sent.replies().find(({ buttons }) => buttons.includes('Go on'))
    if (further) await one.press(further.id, 'Go on')
  }
  await far.until(() => far.threads(ONE.general).length === 1, 'a thread')
  await home.pass(0)
  const [thread] = far.threads(ONE.general)
  expect(modals.flat()).toEqual(expect.arrayContaining(['problem', 'level', 'flow', 'mode']))
  expect(far.shown(thread?.id ?? '').length).toBeGreaterThan(0)
})
