/** What predictions in a file are worth: the task, the reading, the figures, the faults. */
import { describe, expect, it } from 'vitest'
import { BadInput } from '../../src/numbers/bad-input.ts'
import { biasVariance } from '../../src/tools/bias-variance.ts'
import { metrics } from '../../src/tools/metrics.ts'
import { file } from './given.ts'

const of = async (content: string, args: Record<string, string> = {}) => {
  const answer = await metrics({ args, input: file(content) })
  const { task, metrics: found } = answer.data as {
    task: string
    metrics: Record<string, { value: number | null }>
  }
  return { ...answer, task, value: (name: string) => found[name]?.value }
}

/** 80 found, 20 missed, 40 flagged by mistake, 9,860 left alone. */
const RARE = [
  'label,score',
  ...Array.from({ length: 80 }, () => '1,0.9'),
  ...Array.from({ length: 20 }, () => '1,0.1'),
  ...Array.from({ length: 40 }, () => '0,0.9'),
  ...Array.from({ length: 9_860 }, () => '0,0.1'),
].join('\n')

describe('two classes', () => {
  it('are read beside always giving the common answer', async () => {
    const { text, value, pictures, task } = await of(RARE, { costs: '12 95' })
    expect(task).toBe('classification')
    expect(text).toContain('0.994 accuracy is barely above the 0.99 that always saying no gives.')
    expect(value('precision')).toBeCloseTo(2 / 3, 12)
    expect(value('recall')).toBeCloseTo(0.8, 12)
    expect(value('F1')).toBeCloseTo(0.7272727, 6)
    expect(value('Matthews correlation')).toBeCloseTo(0.7273, 3)
    expect(value('false-positive rate')).toBeCloseTo(40 / 9_900, 12)
    expect(value('cost per row')).toBeCloseTo((40 * 12 + 20 * 95) / 10_000, 12)
    expect(pictures.map(({ kind }) => kind)).toEqual(['precision-recall', 'roc', 'calibration', 'confusion'])
  })

  it('have the areas of the checked example', async () => {
    const { value } = await of('y,p\n0,.1\n0,.4\n1,.35\n1,.8\n')
    expect(value('ROC-AUC')).toBe(0.75)
    expect(value('average precision')).toBeCloseTo(0.833333, 6)
    expect(value('log loss')).toBeCloseTo(0.472288, 6)
  })

  it('may be words, scores no probabilities, and decisions given', async () => {
    const { value, text } = await of('truth,score\nyes,3\nno,-1\nyes,2\nno,0\n', { threshold: '1' })
    expect(value('ROC-AUC')).toBe(1)
    expect(value('accuracy')).toBe(1)
    expect(value('log loss')).toBeUndefined()
    expect(text).toContain('Some scores lie outside 0 to 1')
    const decided = await of('y,pred\n1,1\n0,1\n1,0\n1,1\n')
    expect(decided.task).toBe('classification')
    expect(decided.value('recall')).toBeCloseTo(2 / 3, 12)
    expect((await of('y,p\nham,.9\nspam,.2\n', { positive: 'HAM' })).value('accuracy')).toBe(1)
  })

  it('of which there is one say what is undefined, and why', async () => {
    const { text, value } = await of('y,p\n1,.9\n1,.2\n')
    expect(value('ROC-AUC')).toBeNull()
    expect(text).toContain('ROC-AUC: undefined. All rows are positive')
  })

  it('may be weighted', async () => {
    const { value } = await of('y,p,weight\n1,.9,3\n1,.1,1\n0,.1,1\n')
    expect(value('recall')).toBeCloseTo(0.75, 12)
    const { text } = await of('y,p,weight\n1,.9,9\n0,.1,1\n0,.2,2\n')
    expect(text).toContain('random order: 0.75')
    expect(text).toContain('always the base rate: 0.1875')
  })

  it('for which flagging nothing is cheapest say so, and scores that are no probabilities too', async () => {
    const { text, value } = await of('y,p\n1,2\n0,2\n0,2\n0,2\n', { costs: '100 1' })
    expect(value('cheapest threshold')).toBeNull()
    expect(text).toContain('Flagging nothing costs least')
    expect(text).toContain('no probabilities')
    expect((await of('y,p\n1,.9\n1,.8\n')).text).toContain('1 accuracy is no more than the 1 that always')
  })
})

describe('other tasks', () => {
  it('a ranking over queries has the checked values', async () => {
    const { task, value } = await of('qid,y,score\na,3,6\na,2,5\na,3,4\na,0,3\na,1,2\na,2,1\nb,0,1\n', {
      k: '6',
    })
    expect(task).toBe('ranking')
    expect(value('NDCG@6')).toBeCloseTo(0.960808, 6)
    expect(value('NDCG@6, exponential gain')).toBeCloseTo(0.948811, 6)
  })

  it('many classes are counted by class', async () => {
    const { task, value, pictures } = await of('y,pred\ncat,cat\ndog,cat\ncow,cow\n')
    expect(task).toBe('multiclass')
    expect(value('balanced accuracy')).toBeCloseTo(2 / 3, 12)
    expect(pictures).toMatchObject([{ kind: 'confusion', labels: ['cat', 'cow', 'dog'] }])
    expect((await of('y,pred\n1,1\n2,3\n3,3\n')).task).toBe('multiclass')
  })

  it('quantities have errors', async () => {
    const { task, value } = await of('y,pred\n1.5,2\n2.5,2\n7,6\n')
    expect(task).toBe('regression')
    expect(value('MAE')).toBeCloseTo(2 / 3, 12)
    expect((await of('y,score\n1,2\n5,9\n', { task: 'regression' })).value('RMSE')).toBeCloseTo(
      Math.sqrt(8.5),
      12,
    )
  })
})

describe('a fault', () => {
  it.each<[string, string, Record<string, string>, RegExp]>([
    ['no label', 'a,b\n1,2\n', {}, /holds the truth.*--label.*"a", "b"/s],
    ['nothing predicted', 'y,b\n1,2\n', {}, /was predicted.*--score/s],
    ['a name that is none', 'y,p\n1,2\n', { score: 'q' }, /no column "q"/],
    ['a gap', 'y,p\n1,.5\n0,\n', {}, /Row 3 has nothing in p/],
    ['a word', 'y,p\n1,.5\n0,high\n', {}, /Row 3 has "high" in p/],
    ['a third class', 'y,p\na,.5\nb,.2\nc,.1\n', { task: 'classification' }, /third class/],
    ['a class that is none', 'y,p\na,.5\nb,.2\n', { positive: 'z' }, /No label is "z"/],
    ['classes without a prediction', 'y,p\na,.5\nb,.2\nc,.1\n', {}, /column for prediction/],
  ])('%s is told with what mends it', async (_, content, args, says) => {
    await expect(of(content, args)).rejects.toThrow(BadInput)
    await expect(of(content, args)).rejects.toThrow(says)
  })

  it('without a file says what to give', async () => {
    await expect(metrics({ args: {} })).rejects.toThrow('There is no file')
  })
})

describe('a learning curve', () => {
  it('is read from a file, with its picture', async () => {
    const rows = [1_000, 2_000, 4_000, 8_000, 16_000].map((n) => `${n},0.02,${0.02 + 5 * n ** -0.5}`)
    const answer = await biasVariance({
      args: { target: '.04' },
      input: file(`rows,train,val\n${rows.join('\n')}\n`),
    })
    expect(answer.text).toContain('**Yes**, more rows would help')
    expect(answer.pictures).toMatchObject([{ kind: 'learning-curve', goal: { value: 0.04 } }])
    await expect(biasVariance({ args: {}, input: file('a,b\n1,2\n') })).rejects.toThrow(
      'no column for examples',
    )
  })
})
