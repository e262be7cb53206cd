/** The teacher that asks a model: what is sent, and what of the answer is believed. */
import { describe, expect, it } from 'vitest'
import { llmTeacher } from '../../src/interviewer/llm-teacher.ts'
import type { Review } from '../../src/interviewer/teacher.ts'
import { ModelFailure, type Usage } from '../../src/model/model.ts'
import { PROMPTS } from '../prompt/files.ts'
import { fakeModel, MARK } from './llm-fake.ts'
import { LOG, review, teacherContract } from './teacher-contract.ts'

const SAY = 'I would count the late ones first, since the share of them decides what I measure.'
type Given = { criterion: string; after: number; say: string }
const lesson = (changes: Partial<Given> = {}): Given => ({ criterion: 'DX2', after: 3, say: SAY, ...changes })

const teach = async (told: Review, ...lessons: Given[]) => {
  const model = fakeModel(() => ({ lessons }))
  const taught = await llmTeacher({ model, prompts: PROMPTS, mark: () => MARK }).teach(told)
  return { taught, asked: model.asked }
}

/** Names the points it is given, each at the last message of the candidate that it is shown. */
teacherContract('the teacher that asks a model', () => {
  const model = fakeModel(({ messages }) => {
    const text = messages.at(-1)?.content ?? ''
    const after = Number([...text.matchAll(/ candidate (\d+),/g)].at(-1)?.[1])
    const points = [...text.matchAll(/^### ([A-Z]{2}\d+):/gm)].map(([, criterion = '']) => criterion)
    return { lessons: points.map((criterion) => lesson({ criterion, after, say: SAY })) }
  })
  return llmTeacher({ model, prompts: PROMPTS, mark: () => MARK })
})

describe('it is asked', () => {
  it('once for all points, as the judge', async () => {
    const { asked } = await teach(review(), lesson())
    expect(asked).toMatchObject([{ role: 'judge', prompt: expect.stringMatching(/^teach \d/) }])
  })

  it('with the facts that were told, and no other', async () => {
    const { asked } = await teach(review(), lesson())
    const sent = asked[0]?.messages.map(({ content }) => content).join('\n') ?? ''
    expect(sent).toContain('There are 2.4 million parcels a day, all scored')
    for (const { id, says } of review().problem.facts)
      if (id !== 'volume' && id !== 'rate') expect(sent).not.toContain(says)
    expect(sent).toContain('I split the rows by day.')
    expect(sent).not.toContain('at random')
    expect(sent).not.toContain('Once more')
  })

  it('on an errand: what it took is told, also where it fails', async () => {
    const spent: Usage[] = []
    const used = (usage: readonly Usage[]) => void spent.push(...usage)
    const good = llmTeacher({
      model: fakeModel(() => ({ lessons: [] })),
      prompts: PROMPTS,
      mark: () => MARK,
    })
    expect(await good.teach(review(), { used })).toEqual([])
    expect(spent).toHaveLength(1)
    const [one] = spent
    const failure = new ModelFailure('slow', 'It is slow.', one ? [one] : [])
    const bad = llmTeacher({ model: fakeModel(() => failure), prompts: PROMPTS, mark: () => MARK })
    await expect(bad.teach(review(), { used })).rejects.toBe(failure)
    expect(spent).toHaveLength(2)
  })
})

describe('a sentence is believed', () => {
  it.each<[string, Partial<Given>, Partial<Review>?]>([
    ['as it stands', {}],
    [
      'with a figure of the candidate',
      { say: 'Of the top 50 000 I would keep a share aside, unmoved, to learn from.' },
    ],
    [
      'with a figure that was told by then',
      { say: 'Of 2.4 million rows I would first count how many are late.' },
    ],
    [
      'with a figure told later, at a later moment',
      { after: 7, say: 'With 3 in 100 late I would rank them and look at the top.' },
    ],
    [
      'in the language of the candidate',
      { say: 'Ich würde zuerst zählen, wie viele davon zu spät sind, weil davon alles abhängt.' },
      { language: 'de-AT' },
    ],
    [
      'where a thing is called fair or good',
      { say: 'A good choice is a split by day, since one day looks like the next.' },
    ],
  ])('%s', async (_, changes, more) => {
    const given = lesson(changes)
    expect((await teach(review(more), given)).taught).toEqual([given])
  })

  it('without what was put around it', async () => {
    const say = `"${SAY}"\n`
    expect((await teach(review(), lesson({ say }))).taught).toEqual([lesson()])
  })

  it('the first of two on one point, in the order of the points', async () => {
    const split = lesson({
      criterion: 'SP2',
      say: 'I would leave a gap between the days, because labels come late.',
    })
    const { taught } = await teach(
      review(),
      split,
      lesson(),
      lesson({ say: 'I would count once more, later on.' }),
    )
    expect(taught).toEqual([lesson(), split])
  })

  it.each<[string, Partial<Given>, Partial<Review>?]>([
    ['on a point that is not open', { criterion: 'CL1' }],
    ['on no point at all', { criterion: 'ZZ9' }],
    ['at a message of the interviewer', { after: 2 }],
    ['at an edit', { after: 5 }],
    ['at no message', { after: 99 }],
    ['at one of another attempt', { after: 8 }],
    ['of nothing', { say: '  ' }],
    ['that is long', { say: `I would count ${'and count '.repeat(25)}.` }],
    ['with a figure that nobody said', { say: 'I would hold out 17 days, since labels come late.' }],
    ['with a figure told only later', { say: 'With 3 in 100 late I would rank them and look at the top.' }],
    ['with a figure of an answer not given yet', { after: 1, say: 'I would send the top 50 000 on.' }],
    [
      'that gives away a fact',
      { say: 'I would use the forecast of the weather bought for each depot in the morning.' },
    ],
    ['that was said already', { say: 'I rank them by their risk and send the top 50 000 on.' }],
    ['that praises', { say: 'Well done, and then I would count the late ones.' }],
    ['that advises', { say: 'You should have counted the late ones first.' }],
    ['that names a key', { say: 'For DX2 I would count the late ones first.' }],
    ['with a link', { say: 'I would count them as in https://example.com first.' }],
    [
      'in another language',
      { say: 'Ich würde zuerst zählen, wie viele davon zu spät sind, weil davon alles abhängt.' },
    ],
    ['in another language than is asked for', {}, { language: 'de' }],
    ['with the mark of the material', { say: `I would count ${MARK} first.` }],
  ])('never one %s', async (_, changes, more) => {
    const other = lesson({ criterion: 'SP2', after: 4, ...(more?.language && { criterion: 'ZZ9' }) })
    const { taught } = await teach(review(more), lesson(changes), other)
    expect(taught).toEqual(more?.language ? [] : [other])
  })

  it('never the general one, which stands anyway', async () => {
    const [point] = review().points
    expect((await teach(review(), lesson({ say: point?.exemplar ?? '' }))).taught).toEqual([])
  })
})

it('the talk of these tests has the moments they speak of', () => {
  expect(LOG.filter(({ who, kind }) => who === 'candidate' && kind === 'said').map(({ n }) => n)).toEqual([
    1, 3, 4, 7, 8,
  ])
})
