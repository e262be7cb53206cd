/** Drawing beside the main thread: the same pictures, faults that arrive, and a thread that is gone afterwards. */
import type { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { drawApart } from '../../src/chart/apart.ts'
import { draw } from '../../src/chart/chart.ts'
import { BadPicture, type Picture } from '../../src/chart/picture.ts'
import { PICTURES } from './pictures.ts'

const [scores, pace] = [PICTURES.scores, PICTURES.pace] as [Picture, Picture]
const NONE: Picture = { kind: 'roc', curves: [] }

test('draws the same as here, in the theme and the language that were asked for, several at a time', async () => {
  const apart = drawApart('dark')
  const [first, second] = await Promise.all([apart(scores, undefined), apart(pace, 'de')])
  expect(first).toEqual(await draw(scores, 'dark'))
  expect(second).toEqual(await draw(pace, 'dark', 'de'))
})

test('what cannot be drawn is told as it is here, and harms no other', async () => {
  const apart = drawApart('light')
  const [bad, good] = await Promise.allSettled([apart(NONE, undefined), apart(scores, undefined)])
  expect(bad.status === 'rejected' && bad.reason).toBeInstanceOf(BadPicture)
  await expect(draw(NONE, 'light')).rejects.toThrow(bad.status === 'rejected' ? bad.reason.message : 'none')
  expect(good.status).toBe('fulfilled')
})

test('the thread ends with the last picture, and another begins with the next', async () => {
  const life: string[] = []
  const begun = (worker: Worker): void => {
    life.push('begun')
    worker.on('exit', () => life.push('ended'))
  }
  process.on('worker', begun)
  onTestFinished(() => void process.off('worker', begun))
  const apart = drawApart('light')
  const [first] = await Promise.all([apart(scores, undefined), apart(pace, undefined)])
  await expect.poll(() => life).toEqual(['begun', 'ended'])
  expect(await apart(scores, undefined)).toEqual(first)
  await expect.poll(() => life).toEqual(['begun', 'ended', 'begun', 'ended'])
})

test('the main thread goes on meanwhile', async () => {
  const apart = drawApart('light')
  let turns = 0
  const drawing = apart(scores, undefined).then(() => 'drawn')
  while ((await Promise.race([drawing, new Promise((done) => setImmediate(done))])) !== 'drawn') turns += 1
  expect(turns).toBeGreaterThan(100)
})

test('what cannot be sent to the thread is refused, and the next is drawn', async () => {
  const apart = drawApart('light')
  const strange = { ...scores, most: () => 4 } as unknown as Picture
  await expect(apart(strange, undefined)).rejects.toThrow(/could not be cloned/)
  await expect(apart(scores, undefined)).resolves.toHaveProperty('png')
})
