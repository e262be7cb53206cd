/** What a prompt shows of a talk: each message as it stands, the stage in full, the rest in a few words. */
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/interview/transcript.ts'
import { carried } from '../../src/prompt/carried.ts'
import { extract } from '../../src/prompt/extract.ts'
import { type Spoken, spokenIn } from '../../src/prompt/spoken.ts'

const entry = (n: number, changes: Partial<Entry> = {}): Entry => ({
  n,
  at: n,
  who: 'candidate',
  stage: 'data',
  id: `m${n}`,
  text: `message ${n}`,
  kind: 'said',
  ...changes,
})

describe('the talk of a log', () => {
  it('has edits applied and leaves out what was withdrawn', () => {
    const log = [
      entry(0, { who: 'interviewer', text: 'Which rows?' }),
      entry(1),
      entry(2),
      entry(3, { kind: 'edited', of: 1, text: 'all rows' }),
      entry(4, { kind: 'withdrawn', of: 2, text: '' }),
      entry(5, { kind: 'attached', file: 'a.md', text: 'from a file' }),
    ]
    expect(spokenIn(log)).toEqual([
      { entry: 0, who: 'interviewer', stage: 'data', text: 'Which rows?' },
      { entry: 1, who: 'candidate', stage: 'data', text: 'all rows' },
      { entry: 5, who: 'candidate', stage: 'data', text: 'from a file' },
    ])
  })

  it('is that of one attempt', () => {
    const log = [entry(0), entry(1, { attempt: 1, who: 'interviewer' }), entry(2, { attempt: 1 })]
    expect(spokenIn(log).map((one) => one.entry)).toEqual([0])
    expect(spokenIn(log, 1).map((one) => one.entry)).toEqual([1, 2])
  })
})

describe('a message in a few words', () => {
  it('is the sentence with figures and substance, and no question', () => {
    const said =
      'Well, let me see what we have here. Chargebacks take 90 days, therefore training stops there. How many reviewers are available for investigations?'
    expect(extract(said)).toBe('Chargebacks take 90 days, therefore training stops there.')
  })

  it('is cut where it is long, and nothing where little was said or only asked', () => {
    const long = Array.from({ length: 60 }, (_, n) => `feature${n}`).join(' ')
    expect(extract(long)).toBe(`${long.split(' ').slice(0, 24).join(' ')} ...`)
    for (const little of ['', 'ok', 'yes please go on', 'How many payments are there on one day?'])
      expect(extract(little)).toBeUndefined()
  })
})

describe('what a turn carries', () => {
  const said = (n: number, stage: string, size: number): Spoken => ({
    entry: n,
    who: n % 2 === 0 ? 'interviewer' : 'candidate',
    stage,
    text: `Message number ${n} holds these words: ${'substance '.repeat(size)}end.`,
  })
  const lengths = (list: readonly { text: string }[]): number =>
    list.reduce((sum, { text }) => sum + text.length, 0)

  it('only grows while a stage lasts', () => {
    const talk = Array.from({ length: 30 }, (_, n) => said(n, n < 10 ? 'data' : 'model', 8))
    for (let end = 12; end < 30; end += 1) {
      const [before, after] = [carried(talk.slice(0, end), 'model'), carried(talk.slice(0, end + 1), 'model')]
      expect(after.notes).toEqual(before.notes)
      expect(after.verbatim.slice(0, -1)).toEqual(before.verbatim)
    }
  })

  it('stays within bounds however long a stage is, and always has the last words in full', () => {
    const talk = Array.from({ length: 600 }, (_, n) => said(n, 'data', 60))
    for (const end of [50, 51, 200, 599, 600]) {
      const { notes, verbatim } = carried(talk.slice(0, end), 'data')
      expect(lengths(verbatim)).toBeLessThanOrEqual(24_000)
      expect(lengths(verbatim)).toBeGreaterThan(10_000)
      expect(lengths(notes)).toBeLessThan(2_500)
      expect(verbatim.at(-1)?.text).toBe(talk[end - 1]?.text)
    }
  })

  it('has a single long message in full', () => {
    const [long] = [said(1, 'data', 4_000)]
    expect(carried([long], 'data').verbatim).toHaveLength(1)
  })

  it('has notes on a stage that was left and is word for word in one that was returned to', () => {
    const talk = [said(1, 'clarify', 4), said(3, 'data', 4), said(5, 'clarify', 4)]
    const { notes, verbatim } = carried(talk, 'clarify')
    expect(notes.map(({ label }) => label)).toEqual(['notes on data'])
    expect(verbatim.map(({ label }) => label)).toEqual(['candidate 1', 'candidate 5'])
  })
})
