import { afterEach, describe, expect, test } from 'vitest'
import { systemClock, virtualClock } from '../src/clock.ts'

const soon = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

describe('the system clock', () => {
  test('shows the time and wakes once it is time, not before and only once', async () => {
    const clock = systemClock()
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(50)
    const due = clock.now() + 30
    const wakes: number[] = []
    clock.at(due, () => wakes.push(clock.now()))
    clock.at(due - 1_000, () => wakes.push(0))
    expect(wakes).toEqual([])
    await soon(120)
    expect(wakes).toHaveLength(2)
    expect(wakes[0]).toBe(0)
    expect(wakes[1]).toBeGreaterThanOrEqual(due)
  })

  test('what is taken back does not wake, also when it is further away than a timer reaches', async () => {
    const clock = systemClock()
    const wakes: string[] = []
    const takeBack = clock.at(clock.now() + 10, () => wakes.push('near'))
    const takeBackFar = clock.at(clock.now() + 1e12, () => wakes.push('far'))
    takeBack()
    await soon(40)
    takeBackFar()
    expect(wakes).toEqual([])
  })
})

describe('a clock that is set back', () => {
  const real = Date.now
  afterEach(() => {
    Date.now = real
  })

  test('makes no pause longer, and what is for a later time still waits', async () => {
    const clock = systemClock()
    const wakes: string[] = []
    clock.at(Date.now() + 150, () => wakes.push('soon'))
    const takeBack = clock.at(Date.now() + 60_000, () => wakes.push('late'))
    Date.now = () => real() - 3_600_000
    clock.at(Date.now() + 150, () => wakes.push('afterwards'))
    await expect
      .poll(() => wakes.toSorted(), { timeout: 20_000, interval: 20 })
      .toEqual(['afterwards', 'soon'])
    takeBack()
  })

  test('is waited for where it is a little behind', async () => {
    const clock = systemClock()
    const due = Date.now() + 100
    const woke = new Promise<number>((done) => clock.at(due, () => done(Date.now())))
    Date.now = () => real() - 50
    expect(await woke).toBeGreaterThanOrEqual(due)
  })
})

describe('the virtual clock', () => {
  test('stands still until it is advanced', async () => {
    const clock = virtualClock(1_000)
    await soon(5)
    expect(clock.now()).toBe(1_000)
    await clock.advance(250)
    expect(clock.now()).toBe(1_250)
  })

  test('wakes what is due in order of time, each at its time', async () => {
    const clock = virtualClock(0)
    const wakes: string[] = []
    for (const time of [30, 10, 20, 99]) clock.at(time, () => wakes.push(`${time}@${clock.now()}`))
    clock.at(10, () => wakes.push('10 too'))
    await clock.advance(50)
    expect(wakes).toEqual(['10@10', '10 too', '20@20', '30@30'])
    expect(clock.now()).toBe(50)
  })

  test('what a wake sets off may ask for a time within the span', async () => {
    const clock = virtualClock(0)
    const wakes: number[] = []
    const again = async (): Promise<void> => {
      wakes.push(clock.now())
      await new Promise((done) => setImmediate(done))
      clock.at(clock.now() + 10, () => void again())
    }
    clock.at(10, () => void again())
    await clock.advance(35)
    expect(wakes).toEqual([10, 20, 30])
  })

  test('what is due already wakes soon, not within the call, and not at all when taken back', async () => {
    const clock = virtualClock(100)
    const wakes: string[] = []
    clock.at(50, () => wakes.push('past'))
    clock.at(50, () => wakes.push('taken back'))()
    clock.at(200, () => wakes.push('later'))()
    expect(wakes).toEqual([])
    await soon(5)
    await clock.advance(500)
    expect(wakes).toEqual(['past'])
  })
})
