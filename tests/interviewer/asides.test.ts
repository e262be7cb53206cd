/** What is said to questions about the talk, to commands typed as words, and to other languages than English. */
import { describe, expect, it } from 'vitest'
import type { Brief, Reply } from '../../src/interviewer/interviewer.ts'
import { scriptedInterviewer } from '../../src/interviewer/scripted.ts'
import { FLOW, problemOf } from './bank.ts'
import { brief, expectTurn } from './contract.ts'

const said = async (
  problem: string,
  stage: string,
  text: string,
  changes: Partial<Brief> = {},
): Promise<Reply> => {
  const found = FLOW.stages.find(({ id }) => id === stage)
  if (found === undefined) throw new Error(`mlsd.yaml has no stage ${stage}`)
  const task = brief(text, { flow: FLOW, problem: problemOf(problem), stage: found, ...changes })
  const reply = await scriptedInterviewer().reply(task)
  if (reply.facts.length === 0) expectTurn(task, reply)
  return reply
}

describe('a question about the problem that sounds like one about the talk', () => {
  it.each([
    [
      'marketplace-search',
      "May I use a buyer's history and location, and did they consent to it?",
      ['privacy'],
    ],
    ['marketplace-search', 'What is the budget, and can I go on the judged queries?', ['money', 'judged']],
    ['marketplace-search', 'Where may I keep personal data, and how long?', ['privacy']],
    ['marketplace-search', 'And the team: how many people and how much time do we have?', ['people']],
    ['marketplace-search', "May I take a buyer's past purchases into account?", ['privacy']],
    ['marketplace-search', 'Can I go over the budget?', ['money']],
    ['marketplace-search', 'May I ask how many searches there are per day?', ['traffic']],
    ['marketplace-search', 'Can I move on, and what is the latency?', ['latency']],
    ['marketplace-search', 'May I share data with partners?', ['privacy']],
    ['marketplace-search', 'How many searches per day, and can I take a minute to think?', ['traffic']],
    ['card-fraud', 'how much time do we have for the project?', ['people']],
    [
      'card-fraud',
      'Which error would you rather have, a missed fraud or a declined good payment?',
      ['error-costs'],
    ],
    ['card-fraud', 'Do you mind false alarms?', ['error-costs']],
    ['card-fraud', 'Can you help me understand the label?', ['label']],
    ['card-fraud', 'Can you share the volume and do you want a diagram?', ['traffic']],
    ['card-fraud', 'Could I ask the reviewers to label more?', ['review']],
    ['card-fraud', 'Can I draw on historical data?', ['history']],
    ['card-fraud', 'What happens to shops that are new?', ['new-cards']],
    [
      'card-fraud',
      'How many payments per day do you process, and what share of them is fraud? Also what does a chargeback cost us?',
      ['traffic', 'fraud-rate', 'error-costs'],
    ],
  ])('brings its facts: %s: %s', async (problem, text, facts) => {
    expect((await said(problem, 'clarify', text)).facts).toEqual(facts)
  })

  it('tells as much of three parts as fits, and asks for the rest to be put again', async () => {
    const { facts, say } = await said(
      'marketplace-search',
      'clarify',
      "The ones still open: what latency do I have for a page of results, how soon must a new listing be findable and a sold one be gone, and may I use a buyer's history?",
    )
    expect(facts).toEqual(['latency', 'freshness'])
    expect(say).toMatch(/again/i)
  })

  it('says that nothing is held where nothing is', async () => {
    const text = 'Which countries and languages do we serve?'
    expect(await said('marketplace-search', 'clarify', text)).toMatchObject({ facts: [], unknown: [text] })
  })
})

describe('what is no question for a fact', () => {
  it.each([
    ['card-fraud', 'clarify', 'This is a stupid question, are you even a human?'],
    ['card-fraud', 'clarify', "What would YOU do in my place? What's the right answer here?"],
    ['marketplace-search', 'overview', 'Does that plan work for you?'],
    ['marketplace-search', 'clarify', 'Is this interview recorded?'],
    ['subscriber-churn', 'clarify', 'What should I know?'],
    [
      'card-fraud',
      'data',
      'Features: how many payments of the card in the last hour, distance from the last one, new device.',
    ],
    ['card-fraud', 'data', 'Inputs: how often the shop was seen, how old the account is, and the amount.'],
  ])('brings none: %s, %s: %s', async (problem, stage, text) => {
    expect(await said(problem, stage, text)).toMatchObject({ facts: [], unknown: [] })
  })

  it('is a question all the same where its words stand as in one', async () => {
    expect((await said('card-fraud', 'data', 'Scale: how many payments do we get a day')).facts).toEqual([
      'traffic',
    ])
  })
})

describe('a guess that is put up for a yes', () => {
  it.each([
    'I think about 0.1 % is fraud. Is that right?',
    'I think about 0.1 % is fraud, is that right?',
    'About 0.12 % of payments are fraud. Correct?',
  ])('brings the fact, also where it was told: %s', async (text) => {
    for (const stage of ['clarify', 'data'])
      for (const revealed of [[], ['fraud-rate']])
        expect((await said('card-fraud', stage, text, { revealed })).facts).toEqual(['fraud-rate'])
  })

  it('brings none where it is a plan', async () => {
    const { facts, say } = await said('card-fraud', 'model', 'I would use a random split. Is that right?')
    expect(facts).toEqual([])
    expect(say).toMatch(/report/)
  })
})

describe('a question about the talk', () => {
  it.each([
    ['overview', 'Does that suit you, or would you rather I go deep in one part?'],
    ['overview', 'Is that split of time all right with you?'],
    ['overview', 'Does that plan work for you?'],
    ['data', 'Shall I go on?'],
    ['data', 'Do you mind if I start with the labels?'],
    ['model', 'Would you prefer the loss or the network first?'],
    ['model', 'Does that make sense?'],
    ['fit', 'Do you want the whole flow or only the online path?'],
    ['model', 'Could I ask you something?'],
    ['data', 'Can I draw a diagram?'],
    ['data', 'Can you repeat the question?'],
    ['data', 'Can I take a minute?'],
    ['clarify', 'Are you a real person?'],
  ])('gets one sentence and leaves the floor, in %s: %s', async (stage, text) => {
    const { say, facts, unknown, criterion, move } = await said('card-fraud', stage, text)
    expect({ facts, unknown, criterion, move }).toMatchObject({ facts: [], unknown: [], move: 'redirect' })
    expect(criterion).toBeUndefined()
    expect(say).not.toContain('?')
    expect(say.split(/\s+/).length).toBeLessThan(12)
  })

  it('gets it before the next question where something else was said', async () => {
    const plan =
      'I restate the task, then two minutes on the goal, ten on data and model, the rest on serving. '
    const alone = await said('card-fraud', 'overview', plan)
    const { say, move } = await said('card-fraud', 'overview', `${plan}Is that split all right with you?`)
    expect(move).toBe('probe')
    expect(say).toMatch(
      /^(?:That suits me|That is fine with me|Agreed|I have nothing against it|Do it that way)\. .*\?$/s,
    )
    expect(alone.move).toBe('probe')
  })

  it.each([
    ['Can you give me a hint?', /\/hint/],
    ['I need a hint', /\/hint/],
    ['hint please', /\/hint/],
    ['next', /\/next/],
    ['Next question, please.', /\/next/],
    ['Shall we move on to the next part?', /\/next/],
    ['Are we done with this part?', /\/next/],
    ['How am I doing so far?', /report/],
    ['Any feedback?', /report/],
    ["What's the right answer?", /report/],
    ["I'm stuck. Any hint?", /\/hint/],
    ['Sorry, I am nervous. Can I take a minute?', /\/pause/],
    ['I need help', /\/hint/],
    ["I don't understand the question.", /\/hint/],
    ['What do you mean by exposure?', /\/hint/],
    ['Why do you ask?', /\/hint/],
    ['Can you be more specific?', /\/hint/],
    ['Can I answer in German?', /English/],
    ['Do you speak Spanish?', /English/],
    ['How long will this take?', /\/time/],
    ['Ok, next.', /\/next/],
    ['stop', /\/end/],
    ['pause', /\/pause/],
    ['repeat', /\/repeat/],
    ['how much time is left?', /\/time/],
  ])('names what helps: %s', async (text, named) => {
    const { say, move } = await said('card-fraud', 'data', text)
    expect(say).toMatch(named)
    expect(say).not.toContain('?')
    expect(move).toBe('redirect')
  })

  it('promises no hint in an exam', async () => {
    const options = { ...brief('').options, mode: 'exam' as const }
    const { say } = await said('card-fraud', 'data', 'Can you give me a hint?', { options })
    expect(say).toMatch(/no hints/)
    const lost = await said('card-fraud', 'data', "I don't understand the question.", { options })
    expect(lost.say).not.toContain('/')
  })

  it.each([
    'Next I would look at the labels.',
    'The next stage of the pipeline writes the features.',
    'I stop the training once the loss on held-back days rises.',
    'A hint of drift shows in the amounts, so I would retrain.',
  ])('is not heard in an answer: %s', async (text) => {
    const { say, move } = await said('card-fraud', 'data', text)
    expect(move).toBe('probe')
    expect(say).not.toContain('/')
  })
})

describe('another language than English', () => {
  const foreign = /English|Englisch/

  it.each([
    '¿Cuántos pagos hay al día?',
    'Passt das so für Sie?',
    'Combien de paiements par jour ?',
    'Ich würde mit den Daten beginnen und dann ein Modell trainieren.',
    '我们每天有多少支付？',
  ])('is said not to be understood, once: %s', async (text) => {
    const first = await said('card-fraud', 'clarify', text)
    expect(first).toMatchObject({ facts: [], unknown: [], move: 'redirect' })
    expect(first.say).toMatch(foreign)
    const second = await said('card-fraud', 'clarify', text, { spoken: [first.say] })
    expect(second).toMatchObject({ facts: [], unknown: [] })
    expect(second.say).not.toMatch(foreign)
  })

  it('is told in German to whoever speaks that', async () => {
    expect((await said('card-fraud', 'clarify', '¿Cuántos pagos hay al día?')).say).toContain('English')
    const german = await said('card-fraud', 'clarify', '¿Cuántos pagos hay al día?', { language: 'de' })
    expect(german.say).toContain('Englisch')
  })

  it.each([
    'XGBoost, LightGBM, CatBoost, BERT, SPF and DKIM',
    'lambda, epsilon, PCA, k-means',
    'p99 60 ms ok',
  ])('is not heard in terms of the trade: %s', async (text) => {
    expect((await said('card-fraud', 'data', text)).say).not.toMatch(foreign)
  })
})

describe('what was heard', () => {
  const data = FLOW.stages.find(({ id }) => id === 'data')
  if (data === undefined) throw new Error('mlsd.yaml has no stage data')
  const text = 'I would look at the outcomes first, and then at what they rest on, one after the other.'
  const core = data.criteria.filter((one) => one.core !== undefined && one.measured === undefined)
  const open = data.criteria.filter((one) => one.measured === undefined)

  it('even in part comes after all of which nothing was heard', async () => {
    const senior = { ...brief('').options, level: 'staff' as const }
    const covered = Object.fromEntries(open.slice(1).map(({ id }) => [id, { verdict: 1 as const, entry: 0 }]))
    for (const probed of [{}, { [open[0]?.id ?? '']: 1 }])
      expect((await said('card-fraud', 'data', text, { covered, probed, options: senior })).criterion).toBe(
        open[0]?.id,
      )
  })

  it('in another part of the talk is not asked as if nothing was said', async () => {
    const [first] = core
    if (first === undefined) throw new Error('no core criterion')
    const asked = await said('card-fraud', 'data', text)
    const about = core.find(({ id }) => id === asked.criterion) ?? first
    const log = [
      { n: 0, at: 0, who: 'candidate', stage: 'fit', id: 'm1', text: about.exemplar, kind: 'said' },
    ] as const
    expect(asked.criterion).toBe(about.id)
    expect((await said('card-fraud', 'data', text, { log })).criterion).not.toBe(about.id)
  })
})

describe('an exam after the time of a stage', () => {
  const options = { ...brief('').options, mode: 'exam' as const }

  it('answers what is asked and closes nothing by that', async () => {
    const { move, facts, say } = await said('card-fraud', 'data', 'How many payments are there a day?', {
      options,
      elapsed: 1.1,
    })
    expect({ move, facts }).toEqual({ move: 'fact', facts: ['traffic'] })
    expect(say).not.toMatch(/question/)
  })

  it('is closed by an answer, with no word on questions that were not put', async () => {
    const { move, say } = await said('card-fraud', 'data', 'I split by time.', { options, elapsed: 1.1 })
    expect(move).toBe('advance')
    expect(say).not.toMatch(/question/)
  })
})

describe('a vague answer', () => {
  it('is asked after once more, and a question instead of an answer is none', async () => {
    const data = FLOW.stages.find(({ id }) => id === 'data')
    const focus = data?.criteria.find(({ core }) => core !== undefined)?.id ?? ''
    const asked = { focus, probed: { [focus]: 1 } }
    expect((await said('card-fraud', 'data', 'It depends.', asked)).criterion).toBe(focus)
    const back = await said('card-fraud', 'data', 'It depends. Is there a colour?', {
      ...asked,
      elapsed: 0.7,
    })
    expect(back.criterion).not.toBe(focus)
  })
})
