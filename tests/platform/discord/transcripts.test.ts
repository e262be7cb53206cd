/** Every transcript, held in Discord: the report is the one that the same words give anywhere else. */
import { afterEach, describe, expect, it } from 'vitest'
import { judged } from '../../transcripts/judged.ts'
import { replay } from '../../transcripts/replay.ts'
import { names, transcript } from '../../transcripts/transcript.ts'
import { recording } from '../recording.ts'
import { type DiscordEdge, discordEdge } from './edge.ts'
import { ONE } from './stand-in/seed.ts'

const edges: DiscordEdge[] = []

afterEach(async () => {
  for (const edge of edges.splice(0)) {
    await edge.stop()
    expect(edge.far.faults).toEqual([])
  }
})

describe.each(names())('%s', (name) => {
  it('comes to the same report in a thread of a channel', async () => {
    const edge = await discordEdge()
    edges.push(edge)
    const there = await replay(transcript(name), edge)
    const here = await replay(transcript(name), recording())
    expect(judged(there.report)).toEqual(judged(here.report))
    expect(there.report.points.every(({ where }) => where === null || where.link !== undefined)).toBe(true)
    const [thread] = edge.far.threads(ONE.general)
    expect(edge.far.calledAt(ONE.general)).toEqual([])
    expect(edge.far.calledAt(thread?.id ?? '')).toEqual([])
  })
})
