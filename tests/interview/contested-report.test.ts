/** A report in which verdicts are contested: as data and as Markdown. */
import { describe, expect, it, test } from 'vitest'
import type { Contest, Context } from '../../src/interview/context.ts'
import { reportMarkdown } from '../../src/interview/markdown.ts'
import { reportOf } from '../../src/interview/report.ts'
import type { Mark } from '../../src/interview/verdict.ts'
import { BEGAN, full, told } from './told.ts'

const MODEL = 'model 1'
const REASON = 'I did say | it,\u200b in <b>minute 9</b>, @everyone'
const BALANCE = 'About 3 % are late, so I rank and take the top 50 000.'

/** The full talk, of which these verdicts are contested. */
const reported = (contested: NonNullable<Context['contested']>) => {
  const talk = told(full)
  return reportOf({ ...talk, context: { ...talk.context, contested } })
}

const again = (criterion: string, verdict: Mark, quote: string): Contest => ({
  reason: REASON,
  at: BEGAN,
  again: { verdict: { criterion, verdict, quote }, flags: [], by: MODEL },
})

const page = (contested: NonNullable<Context['contested']>): string => reportMarkdown(reported(contested))

describe('a verdict that is contested', () => {
  const waiting = { DX2: { reason: REASON, at: BEGAN } }

  it('stands in the report with its reason, and counts as it was', () => {
    const { contested, points, levels } = reported(waiting)
    expect(contested).toEqual([
      {
        ...{ criterion: 'DX2', name: 'Class balance', stage: 'data', verdict: 2, quote: BALANCE },
        ...{ by: 'test 1.0.0', reason: REASON, at: BEGAN, again: null, pending: false },
        clear: expect.stringContaining('figure'),
      },
    ])
    expect(JSON.parse(JSON.stringify(contested))).toStrictEqual(contested)
    const plain = reportOf(told(full))
    expect([points, levels]).toEqual([plain.points, plain.levels])
    expect(plain.contested).toEqual([])
  })

  it('is marked in the list of evidence, and counted in the notes', () => {
    const text = page(waiting)
    expect(text).toContain(
      `DX2 **Class balance**: clear (Data, minute 9), contested\n\n> ${BALANCE}\n\nContested: I did say \\| it,`,
    )
    expect(text).toContain('Contested verdicts: 1; none of them was judged again so far.')
    expect(text).not.toMatch(/<b>|@everyone/)
    expect(page({})).not.toContain('ontested')
  })

  it('says so while another judge is asked', () => {
    expect(page({ DX2: { reason: REASON, at: BEGAN, job: 7 } })).toContain(
      ', contested; it is being judged again',
    )
  })
})

describe('a verdict that was judged again', () => {
  it('counts in the scores, in what is credited, and in what is missed', () => {
    const before = reportOf(told(full))
    const after = reported({ DX2: again('DX2', 0, '') })
    expect(before.missed.map(({ criterion }) => criterion)).not.toContain('DX2')
    expect(after.missed.map(({ criterion }) => criterion)).toContain('DX2')
    expect(after.points.map(({ criterion }) => criterion)).not.toContain('DX2')
    expect(after.levels[0]?.S).toBeLessThan(before.levels[0]?.S ?? 0)
    expect(after.versions.grader).toBe('test 1.0.0, model 1')
  })

  test.each<[string, string, Mark, string, string]>([
    [
      'less',
      'DX2',
      1,
      'About 3 % are late',
      'DX2 **Class balance**: partial (Data, minute 9), contested; judged again by model 1: clear -> partial\n\n> About 3 % are late\n',
    ],
    [
      'the same',
      'DX2',
      2,
      BALANCE,
      'DX2 **Class balance**: clear (Data, minute 9), contested; judged again by model 1: stands',
    ],
    [
      'a miss',
      'DX2',
      0,
      '',
      'DX2 **Class balance** (Data), contested; judged again by model 1: clear -> not heard: ',
    ],
    [
      'words that nobody said',
      'DX2',
      2,
      'Nobody said this.',
      'contested; judged again by model 1: clear -> not heard: ',
    ],
  ])('shows both: %s', (_, criterion, verdict, quote, shown) => {
    const text = page({ [criterion]: again(criterion, verdict, quote) })
    expect(text).toContain(shown)
    expect(text).toContain('Contested verdicts: 1; 1 judged again.')
  })

  it('that was a miss and is one no more is credited, whatever its level', () => {
    const open = reportOf(told(full)).missed[0]?.criterion ?? ''
    const contested = { [open]: { reason: REASON, at: BEGAN } }
    const [, missed = ''] = page(contested).split('## Not heard')
    expect(missed).toContain(`\n\nContested:\n\n- ${open} **`)
    expect(missed.split(`${open} `)).toHaveLength(2)
    expect(page({ [open]: again(open, 1, BALANCE) })).toContain(
      'judged again by model 1: not heard -> partial',
    )
  })
})

describe('the one question of a warm-up', () => {
  const said = (contested: NonNullable<Context['contested']>, verdict: Mark): string => {
    const anchors = { miss: 'No figure.', partial: 'A figure.', clear: 'A figure and what follows.' }
    const asked = { criterion: 'DX2', name: 'Class balance', stage: 'data', question: 'How many are late?' }
    const found = { verdict, helped: false, quote: '', where: null, sentence: 'So.', moment: null }
    const question = { ...asked, ...found, anchors }
    return reportMarkdown({ ...reported(contested), question })
  }

  it('shows that its verdict is contested, and why', () => {
    const text = said({ DX2: { reason: REASON, at: BEGAN } }, 2)
    expect(text).toContain('**Class balance** (DX2): **clear** (contested). An interviewer')
    expect(text).toContain('\n\nContested: I did say \\| it,')
    expect(said({}, 2)).toContain('(DX2): **clear**. An interviewer')
  })

  it('shows both verdicts where it was judged again', () => {
    expect(said({ DX2: again('DX2', 0, '') }, 0)).toContain(
      '(DX2): **not heard** (contested; judged again by model 1: clear -> not heard). Nothing',
    )
  })
})

describe('red flags', () => {
  const says = 'Starts with a model.'
  const flagged = told({ ...full, flags: [{ criterion: 'DX2', says, quote: BALANCE }] })
  const flags = (contested: NonNullable<Context['contested']>) =>
    reportOf({ ...flagged, context: { ...flagged.context, contested } }).flags.map((flag) => flag.says)

  it('of a criterion that was judged again are those of the later judge', () => {
    expect(flags({ DX2: { reason: REASON, at: BEGAN } })).toEqual([says])
    expect(flags({ DX2: again('DX2', 2, BALANCE) })).toEqual([])
    const other = { ...again('DX2', 1, BALANCE) }
    const flag = { criterion: 'DX2', says: 'Another.', quote: BALANCE, entry: 0 }
    if (other.again) other.again.flags.push(flag)
    expect(flags({ DX2: other })).toEqual(['Another.'])
  })
})

test('the report names the ids by which a verdict is contested, and how', () => {
  const text = reportMarkdown(reportOf(told(full)), '/mlsd ')
  expect(text).toContain('Is a verdict wrong? `/mlsd contest CL1` and your reason mark it.')
  for (const { criterion } of reportOf(told(full)).missed)
    expect(text).toMatch(new RegExp(`\\b${criterion} `))
})
