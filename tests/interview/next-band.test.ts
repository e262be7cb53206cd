/** The shortest way to the next better vote: enough together, and no further than that. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEVELS } from '../../src/flow/flow.ts'
import { reportMarkdown } from '../../src/interview/markdown.ts'
import { reportOf } from '../../src/interview/report.ts'
import { BANDS } from '../../src/interview/score/scoring.ts'
import { scoreTalk, type Talk, toNextBand } from '../../src/interview/score.ts'
import type { Mark } from '../../src/interview/verdict.ts'
import { MLSD } from './fake-world.ts'
import { full, short, told } from './told.ts'

const ids = MLSD.stages.map(({ id }) => id)

/** A talk in which each criterion has the mark that `of` gives it, stages left out not reached. */
const talkOf = (of: (criterion: string) => Mark, mode: Talk['mode'] = 'exam', opened = ids): Talk => ({
  ...{ flow: MLSD, mode, opened },
  judged: Object.fromEntries(
    MLSD.stages.map(({ id, criteria }) => [
      id,
      {
        assessed: true,
        verdicts: criteria
          .filter(({ measured }) => measured === undefined)
          .map((one) => ({ criterion: one.id, verdict: of(one.id), quote: 'words' })),
      },
    ]),
  ),
})

const raised =
  (of: (criterion: string) => Mark, clear: readonly string[]) =>
  (id: string): Mark =>
    clear.includes(id) ? 2 : of(id)

describe('the way to the next vote', () => {
  const any = fc.tuple(
    fc.constantFrom(...LEVELS),
    fc.infiniteStream(fc.constantFrom<Mark>(0, 0, 1, 1, 2)),
    fc.integer({ min: 4, max: 7 }),
  )

  it('is enough, and no stage goes further than it has to', () => {
    fc.assert(
      fc.property(any, ([level, stream, reached]) => {
        const marks = new Map<string, Mark>()
        const of = (id: string): Mark => {
          if (!marks.has(id)) marks.set(id, stream.next().value ?? 0)
          return marks.get(id) ?? 0
        }
        const opened = ids.slice(0, reached)
        const now = scoreTalk(talkOf(of, 'exam', opened), level).band
        const next = toNextBand(talkOf(of, 'exam', opened), level)
        if (next === null || now === null) return
        expect(BANDS.indexOf(next.band)).toBeLessThan(BANDS.indexOf(now))
        const way = next.criteria.map(({ criterion }) => criterion)
        expect(way.length).toBeGreaterThan(0)
        const bandWith = (clear: readonly string[]) =>
          scoreTalk(talkOf(raised(of, clear), 'exam', opened), level).band
        expect(bandWith(way)).toBe(next.band)
        for (const { criterion, from } of next.criteria) expect(of(criterion)).toBe(from)
        for (const stage of new Set(next.criteria.map((one) => one.stage))) {
          const last = next.criteria.findLast((one) => one.stage === stage)?.criterion
          expect(bandWith(way.filter((id) => id !== last))).toBe(now)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is none from the best vote, without one, or where no stage is left to raise', () => {
    expect(
      toNextBand(
        talkOf(() => 2),
        'mid',
      ),
    ).toBeNull()
    expect(
      toNextBand(
        talkOf(() => 0, 'coach', ids.slice(0, 2)),
        'mid',
      ),
    ).toBeNull()
    expect(
      toNextBand(
        talkOf(() => 0, 'exam', []),
        'mid',
      ),
    ).toBeNull()
  })
})

it('the report names it, with the ids that a retry and a contest go by', () => {
  const report = reportOf(told(full))
  const { nextBand, levels } = report
  expect(levels[0]?.band).toBe('lean hire')
  expect(nextBand).toMatchObject({ band: 'strong hire' })
  const [first] = nextBand?.criteria ?? []
  expect(reportMarkdown(report)).toMatch(/The shortest way to strong hire, th(?:is|ese)/)
  expect(reportMarkdown(report)).toContain(`${first?.name} (${first?.criterion})`)
  expect(reportOf(told(short('coach'))).nextBand).toBeNull()
})
