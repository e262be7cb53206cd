/** What is heard in the short things that people type: facts asked for, open questions, small talk, questions about the talk. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { route } from '../../src/flow/flow.ts'
import { parseFlow, parseProblem } from '../../src/flow/parse.ts'
import type { Brief, Reply } from '../../src/interviewer/interviewer.ts'
import { scriptedInterviewer } from '../../src/interviewer/scripted.ts'
import { brief } from './contract.ts'

const read = (file: string): string => readFileSync(new URL(`../../flows/${file}`, import.meta.url), 'utf8')
const FLOW = parseFlow(read('mlsd.yaml'), 'mlsd.yaml')
const problem = (id: string) => parseProblem(read(`problems/${id}.yaml`), id, FLOW)
const ADS = problem('ad-clicks')
const CARDS = problem('card-fraud')

const reply = (text: string, changes: Partial<Brief> & { at?: string } = {}): Promise<Reply> => {
  const { at = 'clarify', ...rest } = changes
  const stage = FLOW.stages.find(({ id }) => id === at)
  if (stage === undefined) throw new Error(`mlsd.yaml has no stage ${at}`)
  return scriptedInterviewer().reply(brief(text, { flow: FLOW, problem: ADS, stage, ...rest }))
}

/** A `word` is a sentence to a question about the talk, after which the question before still stands. */
type Heard = 'none' | 'unknown' | 'redirect' | 'word' | string[]

const heard = ({ facts, unknown, move, say }: Reply): Heard => {
  if (move === 'redirect') return say.includes('?') ? 'redirect' : 'word'
  if (facts.length > 0) return facts
  return unknown.length > 0 ? 'unknown' : 'none'
}

type Row = [text: string, expected: Heard]

/** Everything the problem holds, so that a row which tells a fact for no reason is seen whatever the fact. */
const ASKED: Row[] = [
  ['what is the latency', ['latency']],
  ['how many users per day', ['traffic']],
  ['any latency limits', ['latency']],
  ['who calls us', ['serving']],
  ['who is working on this', ['people']],
  ['and what counts as a click', ['click-label']],
  ['ok so how fresh is the data', ['freshness']],
  ['what data do we have', ['history']],
  ['how far back does the log go', ['history']],
  ['is there retrieval before us', ['candidates']],
  ['do we log everything', ['log-sampling']],
  ['which error is worse', ['error-costs']],
  ['which is worse, too high or too low', ['error-costs']],
  ['what happens when the service is down', ['no-answer']],
  ['A few questions: what is the budget, any privacy rules', ['money', 'privacy']],
  ["I'd like to know the latency", ['latency']],
  ['Tell me about the auction.', ['auction']],
  ['I want to understand the business goal', ['goal']],
  ['What is the goal? I would guess revenue.', ['goal']],
  ['What is the latency? That decides which models I can use.', ['latency']],
  ['So we optimise clicks, what is the guardrail?', ['ad-quality']],
  ['We can assume a real time system, right?', ['latency']],
  ['First the data: what is kept in the log', ['log-sampling']],
  ['what if the service is down', ['no-answer']],
  ['May I assume a batch system?', ['latency']],
  ['I assume that we may use what people do, with their consent; is that right?', ['privacy']],
  ['What is the timeline?', ['people']],
  ["What's the timeline?", ['people']],
  ['Is it OK to use demographic data such as age or postcode?', ['rules']],
  ['wat is teh latancy budgt?', ['latency']],
  ['What colour are the buttons?', 'unknown'],
  ['who decides the colour of the buttons', 'unknown'],
  ['is there a rocket van', 'unknown'],
]

const LISTED: Row[] = [
  ['users? qps? latency?', ['traffic', 'latency']],
  ['also: latency, budget, privacy', ['latency', 'money', 'privacy']],
  ['and the latency', ['latency']],
  ['latency, privacy', ['latency', 'privacy']],
  ['latency / budget / team?', ['latency', 'money', 'people']],
  ['what about the budget', ['money']],
  ['What breaks first? Latency.', 'none'],
  ["I don't know. Maybe start with the data?", 'none'],
  ['Users, ads, clicks.', 'none'],
  ['Scalable, low latency, highly available.', 'none'],
]

const STATEMENTS: Row[] = [
  ['What goes first is CPU.', 'none'],
  ['When the scorer is overloaded we shed traffic.', 'none'],
  ["What we have now is a logistic regression, that's the baseline.", 'none'],
  ['Which brings me to the latency budget.', 'none'],
  ['Which is why the click rate matters.', 'none'],
  ['How I would do it: sample the log, train, recalibrate.', 'none'],
  ['I take clicks as the label unless you tell me otherwise.', 'none'],
  ['Why that one: because the latency budget is small.', 'none'],
  ['What breaks first? The feature store, because peak traffic hits it.', 'none'],
  ['What do I use as a baseline? The click rate of yesterday.', 'none'],
  ['Why log loss? The auction multiplies by the bid.', 'none'],
  ['What matters is calibration, since the bid is multiplied.', 'none'],
  ['Who pays is the advertiser.', 'none'],
  ['Where the labels are late I wait for the delay.', 'none'],
  ['How fast it must be decides the model.', 'none'],
  ['What if the service is down, then we take the click rate of yesterday.', 'none'],
  ['What is left is the cold start.', 'none'],
  ['Next is the split by time, then retraining.', 'none'],
  ['Should the feature store fail, we fall back to the click rate.', 'none'],
  ['Do the split by time, keep the history.', 'none'],
  ['The log would tell me the click rate.', 'none'],
  ['Any model beyond the latency budget is out.', 'none'],
  ['What a user sees is the winner of the auction.', 'none'],
]

const CHECKS: Row[] = [
  ['OK with you?', 'word'],
  ['Is that how you see it?', 'word'],
  ['Does that sound right?', 'word'],
  ['Does that make sense so far?', 'word'],
  ['Shall I go on?', 'word'],
  ['Shall I go on to latency and privacy?', 'word'],
  ['tell me if you want depth elsewhere', 'none'],
  ['Tell me if you want more on the baseline.', 'none'],
  ['Are you a human?', 'word'],
  ['Can you hear me?', 'word'],
  ['how much time is left?', 'word'],
  ['How many minutes do we have left for this part?', 'word'],
  ['I split by time and watch the click rate, ok?', 'none'],
  ['What do you think?', 'word'],
  ['Do you mind if I begin with the data?', 'word'],
  ['Could we take a short break?', 'word'],
  ['What do you mean?', 'word'],
  ['Could you repeat the question?', 'word'],
  ['So we predict a click for the auction; is that the task?', 'none'],
]

const SMALL_TALK: Row[] = [
  ['Did you watch the football yesterday? My neighbour was shouting all night.', 'redirect'],
  ['Do you like dogs? I have three dogs and a parrot.', 'redirect'],
  ['How is the weather where you are?', 'redirect'],
  ['My neighbour is mowing his lawn again and the baby is crying, sorry', 'redirect'],
  ['tell me a joke', 'redirect'],
  ['I will always love you, my heart goes on, dancing in the moonlight', 'redirect'],
  ['120e6 * 9 = 1.08e9 a day, / 86400 = 12.5k qps, x3 = 37k', 'none'],
  ['QPS 12.5k avg, 37k pk, p99 25ms, 300 cands', 'none'],
  ['memcached, scylladb, flink, debezium, iceberg, dbt', 'none'],
  ['LR, GBDT, DLRM, DCNv2, MMoE, PLE', 'none'],
  ['two tower, ann, hnsw, ivf-pq', 'none'],
  ['cat and dog pictures look alike to the image tower', 'none'],
  ['Seasonality: weather, holidays, football matches, paydays.', 'none'],
  ['a fraudster buys shoes and sweet guitars at night', 'none'],
  ["I'd add rain, football and concerts as inputs.", 'none'],
]

/** The same of payments, where other words are those of the problem. */
const PAYMENTS: Row[] = [
  ['how many payments are there a day', ['traffic']],
  ['what share is fraud, and when do chargebacks arrive', ['fraud-rate', 'label-delay']],
  ['who labels them', ['label']],
  ['How long until we get the labels?', ['label-delay']],
  ['do we let through a few declined payments', ['declined']],
  ['which actions do we have', ['actions']],
  ['latency? review capacity? history?', ['latency', 'review', 'history']],
  ['Declined payments never get a label.', 'none'],
  ['What moves first is the rules.', 'none'],
  ['What hurts more? Missed fraud, because it costs $95.', 'none'],
  ['When a chargeback arrives we label the payment.', 'none'],
  ['Which leaves the review queue: 60 people.', 'none'],
  ['Would you like me to go into the review queue?', 'word'],
  ['My dog ate my homework, and then he barked at the postman.', 'redirect'],
  ['gnn over card-device graph, pu learning, focal loss', 'none'],
]

describe.each([
  ['questions without a mark', ADS, ASKED],
  ['lists', ADS, LISTED],
  ['statements', ADS, STATEMENTS],
  ['checking', ADS, CHECKS],
  ['small talk and shorthand', ADS, SMALL_TALK],
  ['payments', CARDS, PAYMENTS],
] as const)('%s', (_, held, rows) => {
  it.each([...rows])('%s', async (text, expected) => {
    expect(heard(await reply(text, { problem: held }))).toEqual(expected)
  })
})

describe('what is heard elsewhere', () => {
  it('tells nothing for a statement in any stage', async () => {
    for (const { id } of FLOW.stages)
      for (const [text] of STATEMENTS)
        expect(heard(await reply(text, { at: id })), `${id}: ${text}`).toBe('none')
  })

  it('takes a bare list for an answer once the requirements are done, and a marked one for a request', async () => {
    expect(heard(await reply('latency, privacy', { at: 'scaling' }))).toBe('none')
    expect(heard(await reply('latency? privacy?', { at: 'scaling' }))).toEqual(['latency', 'privacy'])
    expect(heard(await reply('I would shed load first.\nand the latency', { at: 'scaling' }))).toBe('none')
  })

  it('redirects no answer that was written for a problem', async () => {
    for (const held of [ADS, CARDS]) {
      const general = FLOW.stages.flatMap(({ criteria }) => criteria.map(({ exemplar }) => exemplar))
      for (const text of [...Object.values(held.exemplars), ...general])
        expect((await reply(text, { problem: held, at: 'data' })).move, text).not.toBe('redirect')
    }
  })

  it('tells a known fact again to somebody who asks, not to somebody who wonders aloud', async () => {
    const latency = ADS.facts.find(({ id }) => id === 'latency')?.says ?? ''
    const known = { revealed: ['latency'], spoken: [latency] }
    expect((await reply('What is the latency again?', known)).facts).toEqual(['latency'])
    expect((await reply('latency?', known)).facts).toEqual(['latency'])
    const aloud = await reply('What is the latency? I guess 25 ms, so a tree fits.', known)
    expect(aloud.facts).toEqual([])
  })

  it('points to the clock, and says what it is', async () => {
    expect((await reply('How much time is left?')).say).toContain('/time')
    for (const text of ['Are you a bot?', 'who are you?', 'And what are you?']) {
      const { say, unknown } = await reply(text)
      expect(say).toMatch(/program|software/)
      expect(unknown).toEqual([])
    }
  })
})

describe('time and the end', () => {
  const coach = brief('').options
  const answer = 'I would look at the log first and see.'

  it('ends a stage in an exam only', async () => {
    expect((await reply(answer, { elapsed: 1.4 })).move).toBe('probe')
    expect((await reply(answer, { elapsed: 1.4, options: { ...coach, mode: 'exam' } })).move).toBe('advance')
  })

  it('says in the last stage that it listens until /end, never twice in the same words', async () => {
    const last = route(FLOW).at(-1)
    const skipped = last?.criteria.map(({ id }) => id) ?? []
    const spoken: string[] = []
    for (let n = 0; n < 12; n += 1) {
      const out = await reply(answer, { at: last?.id ?? '', skipped, spoken: [...spoken] })
      expect(out.move).toBe('advance')
      expect(out.say).toContain('/end')
      expect(spoken).not.toContain(out.say)
      spoken.push(out.say)
    }
    const exam = { at: last?.id ?? '', skipped, options: { ...coach, mode: 'exam' as const } }
    expect((await reply(answer, exam)).say).not.toContain('/end')
    const [first] = FLOW.stages
    const all = first?.criteria.map(({ id }) => id) ?? []
    expect((await reply(answer, { at: first?.id ?? '', skipped: all })).say).not.toContain('/end')
  })
})
