import { describe, expect, test } from 'vitest'
import { BadInput } from '../../src/numbers/bad-input.ts'
import { chooseMetric } from '../../src/tools/choose-metric.ts'
import { chooseModel } from '../../src/tools/choose-model.ts'

const metric = (args: Record<string, string>) => chooseMetric({ args })
const model = (args: Record<string, string>) => chooseModel({ args })

describe('choose-metric', () => {
  test('without anything it says what to give, with two examples', async () => {
    const { text, data } = await metric({ task: ' ' })
    expect(text.match(/`choose-metric --/g)).toHaveLength(2)
    expect(data).toMatchObject({ task: null })
  })

  test('the choice comes first, the guess is said, the figures follow', async () => {
    const { text, data } = await metric({ positives: '2%', costs: '12 95', capacity: '1%' })
    expect(text).toMatch(
      /^Decide by \*\*expected cost per row, then recall at your capacity\*\*\. I take this for a yes/,
    )
    expect(text).toContain('12 / (12 + 95) = 0.1121')
    expect(text).toContain('best recall at capacity = min(1, 1 % / 2 %) = 0.5')
    expect(data).toMatchObject({ task: 'classification', figures: { threshold: 12 / 107, bestRecall: 0.5 } })
  })

  test('a count is no share', async () => {
    const { text, data } = await metric({ task: 'Ranking', graded: 'YES', capacity: '10' })
    expect(text).toMatch(/^Decide by \*\*NDCG@k\*\*\.\n/)
    expect(data).toMatchObject({ task: 'ranking', figures: { k: 10 } })
  })

  test.each([
    [{ positives: '2' }, 'positives'],
    [{ positives: '0%' }, 'positives'],
    [{ task: 'foo' }, 'task'],
    [{ costs: '12' }, 'costs'],
    [{ costs: '0 95' }, 'the cost of a false positive'],
    [{ task: 'ranking', capacity: 'many' }, 'capacity'],
  ])('%o is refused', async (args, column) => {
    await expect(metric(args)).rejects.toThrow(BadInput)
    await expect(metric(args)).rejects.toThrow(expect.objectContaining({ column }))
  })
})

describe('choose-model', () => {
  test('without anything it asks', async () => {
    expect((await model({})).text.match(/`choose-model --/g)).toHaveLength(2)
  })

  test('start, path, knobs with direction and scale, and the search', async () => {
    const { text, data } = await model({ input: 'sequence', rows: '200k', latency: '20 ms', reasons: 'yes' })
    expect(text).toMatch(/^Start with \*\*a recurrent network \(LSTM or GRU\) with two hidden layers/)
    expect(text).toContain('200,000 rows')
    expect(text).toContain('20 ms')
    expect(text).toContain('Reasons have to be told')
    expect(text).toContain('**learning rate** (log scale, 0.00001 to 0.01). More of it: less time.')
    expect(text).toContain('so 59')
    expect(data).toMatchObject({ input: 'sequence', search: { tries: 59 } })
  })

  test.each([
    [{ input: 'sound' }, 'input'],
    [{ input: 'table', rows: '0' }, 'rows'],
    [{ input: 'table', rows: 'lots' }, 'rows'],
    [{ input: 'table', latency: '0' }, 'latency'],
  ])('%o is refused', async (args, column) => {
    await expect(model(args)).rejects.toThrow(BadInput)
    await expect(model(args)).rejects.toThrow(expect.objectContaining({ column }))
  })
})
