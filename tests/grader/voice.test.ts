/** Whose words they are, and whether they are meant: reports, nonsense, refusals, other languages. */
import { describe, expect, it } from 'vitest'
import { earned, judged, total, warned } from './marking.ts'

const OWN = 'We split by time with a gap of 30 days, because otherwise label delay would leak.'

describe('what others say', () => {
  it.each([
    'A blog recommends a chronological split with an embargo for matured labels.',
    'The textbook says to split by time with a gap of 30 days for matured labels.',
    'People say you should split by time with a gap, because otherwise label delay leaks.',
    'Most papers suggest class weights where classes are imbalanced, 3 % positive.',
    'My friend wrote that a time based split with a gap is right since labels are late.',
  ])('is nobody’s argument: %s', async (text) => {
    expect(earned(await judged(text))).toEqual({})
  })

  it.each([
    'Some people say accuracy is enough.',
    'Colleagues often claim that a random 80 20 split will do.',
    'One tutorial recommends to shuffle everything.',
  ])('is nobody’s mistake: %s', async (text) => {
    const plain = text.replace(/^.*?(accuracy|a random|shuffle|to shuffle)/, 'So $1')
    expect(warned(await judged(text))).toEqual([])
    expect(warned(await judged(plain))).toHaveLength(1)
  })

  it('ends where one’s own words begin', async () => {
    const report = 'People say that a random 80 20 split is fine, but'
    expect(await judged(`${report} ${OWN}`).then(earned)).toEqual({ SP2: 2 })
    expect(await judged(`${report} ${OWN}`).then(warned)).toEqual([])
    expect(warned(await judged('Blogs suggest a split by time, but I shuffle everything.'))).toEqual(['SP2'])
  })

  it('is told from what people do, and from one’s own saying', async () => {
    expect(earned(await judged(`People are served by it. ${OWN}`))).toEqual({ SP2: 2 })
    expect(earned(await judged(`We look at what people write. ${OWN}`))).toEqual({ SP2: 2 })
    expect(earned(await judged(OWN.replace('with', 'as papers suggest, with')))).toEqual({ SP2: 2 })
    expect(earned(await judged(`I say ${OWN.toLowerCase()}`))).toEqual({ SP2: 2 })
  })
})

describe('confident nonsense', () => {
  it.each([
    'We split by time in the frequency domain with a gap of 30 days, because label delay is a quantum eigenvector.',
    'Since classes are imbalanced at 3 % I use class weights, whose fourier entropy of users is orthogonal to a prime number.',
    'A time based split with a gap, because labels leak backwards in time at negative latency, faster than light.',
    'The split by time leaves a gap as label delay leaks: recall of 140 percent, precision of 180 percent, auc of 300 percent.',
  ])('earns nothing however well it uses the terms: %s', async (text) => {
    expect(earned(await judged(text))).toEqual({})
  })

  it.each([
    'The loss is convex, so any gradient finds it.',
    'A fourier term covers the season, and the weights are small.',
    'Recall is 80 percent at a softmax temperature of 2, with an infinite budget it would be higher.',
  ])('is not what an ordinary answer with a word or two of that kind is: %s', async (text) => {
    expect(earned(await judged(`${OWN} ${text}`))).toEqual({ SP2: 2 })
  })

  it('takes nothing from another message', async () => {
    const nonsense = 'The quantum eigenvector of the fourier manifold is orthogonal to thermodynamics.'
    expect(earned(await judged([OWN, nonsense]))).toEqual({ SP2: 2 })
    expect(earned(await judged([nonsense, OWN]))).toEqual({ SP2: 2 })
  })
})

describe('a mistake that is refused', () => {
  it.each([
    'Accuracy is not enough.',
    "accuracy isn't enough here",
    'Accuracy alone is never enough with rare positives.',
    'I would not optimise accuracy.',
    'We never shuffle everything.',
    'Rather than a random 80 20 split I take the last weeks.',
    'A random 80 20 split would leak.',
  ])('is no mistake: %s', async (text) => {
    expect(warned(await judged(text))).toEqual([])
  })

  it.each([
    'Accuracy is enough.',
    'I optimise accuracy.',
    'We shuffle everything.',
    'A random 80 20 split is what I take.',
  ])('is one where it is proposed: %s', async (text) => {
    const judgement = await judged(text)
    expect(warned(judgement)).toHaveLength(1)
    expect(total(judgement)).toBe(0)
    expect(judgement.flags[0]?.quote).toBe(text)
  })

  it('takes nothing from the right thing beside it', async () => {
    const text = 'Accuracy is not enough: 3 % are positive, classes are imbalanced, so I use class weights.'
    expect(earned(await judged(text))).toEqual({ DX2: 2 })
  })
})

describe('vague talk', () => {
  it.each([
    'We should consider class imbalance and possibly use class weights or something similar to ensure good quality, and also a proper time based split with a gap as is best practice in general.',
    'We should also think about class imbalance and maybe use class weights, and make sure the time based split is appropriate and robust, with a gap, as well as various other things.',
  ])('with the right terms stays a partial: %s', async (text) => {
    expect(earned(await judged(text))).toEqual({ DX2: 1, SP2: 1 })
  })
})

describe('a language that is not known', () => {
  it.each([
    'Divido los datos por tiempo con un hueco de dos días porque las etiquetas llegan tarde.',
    'Divido i dati per tempo con un intervallo di due giorni perché le etichette sono in ritardo.',
    'Dzielę dane według czasu i zostawiam przerwę, ponieważ etykiety są opóźnione o dwa dni.',
    'Veriyi zamana göre bölerim çünkü etiketler iki gün sonra gelir ve bu bir sızıntı olur.',
    'データを時間で分割します。ラベルが遅れるからです。',
    'أقسم البيانات حسب الوقت لأن التسميات تتأخر يومين.',
    'Ich nehme einen split by time mit einem gap, weil die labels zwei Tage später kommen und das sonst ein leak ist.',
  ])('is not assessed, alone or twice: %s', async (text) => {
    for (const texts of [[text], [text, text]]) {
      const judgement = await judged(texts)
      expect(judgement.assessed).toBe(false)
      expect(judgement.flags).toEqual([])
      expect(judgement.verdicts.map(({ verdict, quote }) => [verdict, quote])).toEqual(
        judgement.verdicts.map(() => [0, '']),
      )
    }
  })

  it.each([
    '',
    'ok',
    'xgboost',
    '400 000',
    'idk tbh',
    'split by time',
    '🙂',
    'class weights, gap, AUC, déjà vu',
  ])('is not what a short answer is: %s', async (text) => {
    expect((await judged(text)).assessed).toBe(true)
  })

  it('moves nothing beside an answer that is understood', async () => {
    const other = 'Das ist eine gute Frage, ich denke nach und der split by time ist nicht mein Ding.'
    for (const texts of [
      [other, OWN],
      [OWN, other],
    ]) {
      const judgement = await judged(texts)
      expect(judgement.assessed).toBe(true)
      expect(earned(judgement)).toEqual({ SP2: 2 })
    }
  })
})
