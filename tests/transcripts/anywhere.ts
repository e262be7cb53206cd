/** What every chat edge is held to: a transcript comes to the report that the same words give anywhere else. */
import { afterEach, describe, expect, it } from 'vitest'
import { recording } from '../platform/recording.ts'
import type { Edge } from './edge.ts'
import { judged } from './judged.ts'
import { replay } from './replay.ts'
import { names, transcript } from './transcript.ts'

/** An edge with a stand-in on its far side, which notes what it would not have taken. */
export type FarEdge = Edge & { far: { faults: string[] }; stop(): Promise<void> }

/**
 * Replays transcripts; `called` says whom the messages of the bot have called, which has to be nobody. An edge has every
 * second one, from the `first` on, so that two edges have all of them; with `npm run faults` each has all.
 */
export const sameAnywhere = <E extends FarEdge>(
  first: 0 | 1,
  open: () => Promise<E>,
  called: (edge: E) => string[],
): void => {
  let edge: E

  afterEach(async () => {
    await edge.stop()
    expect(edge.far.faults).toEqual([])
  })

  const mine = names().filter((_, n) => process.env.MLSD_FAULTS === 'all' || n % 2 === first)
  describe.each(mine)('%s', (name) => {
    it('comes to the same report in a thread of a channel', async () => {
      edge = await open()
      const there = await replay(transcript(name), edge)
      const here = await replay(transcript(name), recording())
      expect(judged(there.report)).toEqual(judged(here.report))
      expect(there.report.points.every(({ where }) => where === null || where.link !== undefined)).toBe(true)
      expect(called(edge)).toEqual([])
    })
  })
}
