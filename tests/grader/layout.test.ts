/** Case, punctuation, line breaks and Markdown move no verdict, over sentences and criteria of the real flow. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { words } from '../../src/flow/words.ts'
import { upheld } from '../../src/grader/evidence.ts'
import { said } from './contract.ts'
import { earned, HOUSE_CRITERIA, houseJudged, SENTENCES, warned } from './marking.ts'

type Change = (text: string) => string

const around = (mark: string): Change => {
  return (text) => text.replace(/(?<![\w'’.,])[A-Za-z][A-Za-z'’]{3,}(?![\w'’])/g, `${mark}$&${mark}`)
}

/** Changes that leave what is one sentence one sentence. */
const WHOLE: Record<string, Change> = {
  upper: (text) => text.toUpperCase(),
  lower: (text) => text.toLowerCase(),
  unpunctuated: (text) => text.replace(/[.,;:?!"]+(?=\s|$)|(?<=\s)["(]|\)(?=\s)/g, ''),
  semicolons: (text) => text.replace(/[.,:?!]+(?=\s|$)/g, ';'),
  dashes: (text) => text.replace(/,(?= )/g, ' —'),
  spaced: (text) => text.replace(/(?<!\d) (?!\d)/g, '  '),
  bold: around('**'),
  italic: around('_'),
  ticks: around('`'),
  curly: (text) => text.replaceAll("'", '’'),
  quoted: (text) => `> ${text}`,
  headed: (text) => `## ${text}`,
}

/** Changes that make several lines or sentences of one. */
const PARTED: Record<string, Change> = {
  // A line that begins with `3. ` is an item of a list.
  broken: (text) => text.replace(/ (?!\d+[.)])/g, '\n'),
  windows: (text) => text.replace(/(?<!\d) (?!\d)/g, '\r\n'),
  stopped: (text) => text.replace(/(?<=[a-z]) (?=[a-z])/g, '. '),
  bullets: (text) => `- ${text.replace(/(?<=[.,;]) /g, '\n- ')}`,
  numbered: (text) => text.split(/(?<=[.;]) /).reduce((all, one, n) => `${all}${n + 1}. ${one}\n`, ''),
  cited: (text) => `> ${text.replace(/(?<=[.,;]) /g, '\n> ')}`,
}

const text = fc
  .array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 })
  .map((all) => all.join(' '))
const plain = (quote: string): string =>
  words(quote)
    .map((word) => word.text)
    .join(' ')

/** Whether somewhere in their texts two quotes stand on some of the same words. */
const meet = (quote: string, whole: string, other: string, otherWhole: string): boolean => {
  const theirs = places(other, otherWhole)
  return places(quote, whole).some(([a, b]) => theirs.some(([c, d]) => Math.max(a, c) < Math.min(b, d)))
}

const places = (quote: string, whole: string): [number, number][] => {
  const out: [number, number][] = []
  const long = words(quote).length
  for (let at = whole.indexOf(quote); at >= 0 && quote !== ''; at = whole.indexOf(quote, at + 1)) {
    const from = words(whole.slice(0, at)).length
    out.push([from, from + long])
  }
  return out
}

describe('a judgement by the real flow', () => {
  it.each(Object.entries({ ...WHOLE, ...PARTED }))('is not moved by text that is %s', async (_, change) => {
    await fc.assert(
      fc.asyncProperty(text, async (written) => {
        const changed = change(written)
        const [before, after] = [await houseJudged(written), await houseJudged(changed)]
        expect(earned(after)).toEqual(earned(before))
        expect(warned(after)).toEqual(warned(before))
        expect(upheld(after, said(changed))).toEqual(after)
        before.verdicts.forEach(({ verdict, quote }, i) => {
          if (verdict === 0) return
          expect(meet(quote, written, after.verdicts[i]?.quote ?? '', changed)).toBe(true)
        })
      }),
      { numRuns: 25 },
    )
  })

  it('is not moved by all of it at once', async () => {
    const change = fc.constantFrom(...Object.values(WHOLE))
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.array(change, { maxLength: 4 }),
        fc.constantFrom(...Object.values(PARTED)),
        async (written, some, last) => {
          const changed = last(some.reduce((now, one) => one(now), written))
          expect(earned(await houseJudged(changed))).toEqual(earned(await houseJudged(written)))
        },
      ),
      { numRuns: 50 },
    )
  })

  it('quotes the same words of a sentence that stays one', async () => {
    const short = SENTENCES.filter((one) => one.length < 130 && !/[.;:?!]\s/.test(one))
    const whole = fc.constantFrom(...Object.values(WHOLE))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...short), whole, async (written, change) => {
        const [before, after] = [await houseJudged(written), await houseJudged(change(written))]
        expect(after.verdicts.map(({ quote }) => plain(quote))).toEqual(
          before.verdicts.map(({ quote }) => plain(quote)),
        )
      }),
      { numRuns: 100 },
    )
  })

  it('says something of most of these sentences, so that there is something to move', async () => {
    const all = await Promise.all(HOUSE_CRITERIA.map(({ exemplar }) => houseJudged(exemplar)))
    expect(all.filter((judgement) => Object.keys(earned(judgement)).length > 0).length).toBeGreaterThan(60)
  })
})
