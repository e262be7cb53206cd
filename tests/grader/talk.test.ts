/** A whole talk over the stages of the house: what counts where, what is taken back, and what a verdict quotes. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lexicalGrader } from '../../src/grader/lexical.ts'
import { bankIn } from '../../src/host/bank.ts'
import { planOf } from '../../src/interview/plan.ts'
import type { Answer } from '../../src/interview/transcript.ts'
import { earned, HOUSE, warned } from './marking.ts'

const { problems } = bankIn(join(import.meta.dirname, '../../flows'))
const plan = planOf(HOUSE)

type Turn = readonly [stage: string, text: string]

/** The stage judged by all that was said in the talk; between two messages the interviewer spoke. */
const judged = (stage: string, turns: readonly Turn[], problem = 'marketplace-search') => {
  const answers = turns.map(([at, text], i): Answer => ({ entry: 2 * i, at: i, stage: at, text, attempt: 0 }))
  const criteria = plan.stage(stage).criteria.filter(({ measured }) => measured === undefined)
  const { synonyms } = HOUSE
  const about = { problem: problems.get(problem), homes: plan.criteria, synonyms }
  return lexicalGrader().judge({ criteria, answers, given: [], ...about })
}

const quoteOf = async (criterion: string, ...asked: Parameters<typeof judged>) =>
  (await judged(...asked)).verdicts.find((one) => one.criterion === criterion)?.quote

const TASK =
  'Given query, buyer and listing, I predict a purchase within 24 hours, to order the 24 places of a page.'

describe('everyday words', () => {
  it.each<Turn>([
    ['clarify', 'We stay at the office because the fresh coffee stays warm.'],
    ['clarify', 'It stays.'],
    ['clarify', 'My sister stays at home, so the house is only the warmer for it.'],
    ['clarify', 'He loses the keys and the car stays where it is because nobody looks.'],
    ['model', 'It works, it helps, it costs, so I keep it and look at it again next week.'],
    ['details', 'I would look at the model more. It could be improved by trying more models.'],
    ['details', "Then I'd split it randomly 80 20 and train."],
  ])('earn nothing by themselves in %s: %s', async (stage, text) => {
    expect(earned(await judged(stage, [[stage, text]]))).toEqual({})
  })

  it('of another stage are no evidence of a criterion', async () => {
    const turns: Turn[] = [
      ['model', 'If it then stays at 0.50 I look whether fresh queries come from a new season.'],
    ]
    expect(earned(await judged('clarify', turns))).toEqual({})
  })

  it('do not add up to a phrase from one clause into the next', async () => {
    const churn: Turn[] = [
      [
        'clarify',
        'Maybe offering people a discount when they want to leave? That costs some money but not much I think.',
      ],
    ]
    expect(earned(await judged('data', churn, 'subscriber-churn')).DX7).toBeUndefined()
  })
})

describe('a red flag', () => {
  it.each([
    'Then I add graded targets: click 1, save 2, message 3, purchase 4.',
    'Because so few, I add graded targets, click 1, save 2, message 3, purchase 4, as a multi-task loss.',
    'A purchase is one of the targets. Clicks come next.',
  ])('is no phrase that runs over a comma or the end of a sentence: %s', async (text) => {
    expect(warned(await judged('clarify', [['clarify', `${TASK} ${text}`]]))).not.toContain('CL5')
  })

  it('within a clause stands', async () => {
    const text = 'For now I would just target the click and see what comes of it.'
    expect(warned(await judged('clarify', [['clarify', text]]))).toContain('CL5')
  })

  const LAZY = 'We can target the click, which is simplest, and see later.'

  it('of another stage takes nothing from what was clear before', async () => {
    const before = await judged('clarify', [['clarify', TASK]])
    expect(earned(before).CL5).toBe(2)
    const after = await judged('clarify', [
      ['clarify', TASK],
      ['model', LAZY],
    ])
    expect(earned(after).CL5).toBe(2)
    expect(warned(after)).toEqual([])
  })

  it('of its own stage does', async () => {
    const after = await judged('clarify', [
      ['clarify', TASK],
      ['clarify', LAZY],
    ])
    expect(earned(after).CL5).toBeUndefined()
    expect(warned(after)).toContain('CL5')
  })

  it.each<[criterion: string, stage: string, turns: Turn[]]>([
    ['OV1', 'overview', [['model', 'More layers would help, and more epochs.']]],
    ['FT1', 'fit', [['scaling', 'Use Kubernetes and auto scaling.']]],
    ['CL1', 'clarify', [['model', 'The metric is accuracy.']]],
    ['FT7', 'fit', [['data', "I'd take all the data that we have, so everything about the user."]]],
    ['DT1', 'details', [['model', "If it's overfitting I would add more layers."]]],
  ])('of %s is not found in what belongs to another stage', async (criterion, stage, turns) => {
    expect(warned(await judged(stage, turns, 'subscriber-churn'))).not.toContain(criterion)
  })

  it.each([
    ['DX3', "I'd also oversample with SMOTE before the split so that it's balanced."],
    ['SP2', "Then I'd split it randomly 80 20 and train."],
  ])('of %s is found where it is said: %s', async (criterion, text) => {
    const { flags } = await judged('data', [['data', `I take what there is. ${text}`]], 'subscriber-churn')
    expect(flags.find((flag) => flag.criterion === criterion)?.quote).toBe(text)
  })

  it('is found ahead of its stage, and quotes the sentence that shows it', async () => {
    const { flags } = await judged('data', [
      ['clarify', 'Churn is rare. I would do a random split, 80/20, as everyone does. The rest is detail.'],
    ])
    expect(flags.find(({ criterion }) => criterion === 'SP2')?.quote).toBe(
      'I would do a random split, 80/20, as everyone does.',
    )
  })
})

describe('what is taken back', () => {
  const NIGHTLY =
    'We score the payments in a nightly batch because the history of a card barely changes within 24 hours.'
  const model = (...turns: Turn[]) => judged('model', turns, 'card-fraud')

  it('counts for nothing once it is', async () => {
    expect(earned(await model(['model', NIGHTLY])).DP1).toBeGreaterThan(0)
  })

  it.each([
    'No, forget that, I take it back.',
    'Hmm, on reflection that was nonsense, a stolen card is used within minutes.',
    'No wait, I was wrong.',
    'Sorry, scratch that.',
    'I change my mind on this one.',
    'Actually no.',
  ])('counts for nothing: %s', async (text) => {
    for (const turns of [
      [['model', `${NIGHTLY} ${text}`]],
      [
        ['model', NIGHTLY],
        ['model', text],
      ],
    ] as Turn[][]) {
      const judgement = await model(...turns)
      expect(earned(judgement).DP1).toBeUndefined()
    }
  })

  it('accuses nobody either', async () => {
    const random = 'I would do a random split, 80/20, as everyone does.'
    expect(warned(await judged('data', [['data', random]]))).toContain('SP2')
    expect(warned(await judged('data', [['data', `${random} No, forget that.`]]))).toEqual([])
  })

  it.each([
    'People forget that labels come late.',
    'Do not forget that a stolen card is used at once.',
    'What would change my mind is a tenth of the fraud in the first hour.',
    'If I was wrong about that we would see it in the disputes.',
    'The old rule said decline, but that was wrong in 3 % of the cases.',
  ])('is only what is: %s', async (text) => {
    expect(earned(await model(['model', `${NIGHTLY} ${text}`])).DP1).toBeGreaterThan(0)
  })

  it('takes no more with it than the last thing said', async () => {
    const turns: Turn[] = [['model', `${NIGHTLY} And we take the mean of all, no wait, the median of all.`]]
    expect(earned(await model(...turns)).DP1).toBeGreaterThan(0)
  })

  it('counts again where one goes back to it', async () => {
    const turns: Turn[] = [
      ['model', NIGHTLY],
      ['model', 'Actually no, I change my mind.'],
      ['model', 'Hmm, that was nonsense, back to the nightly batch.'],
    ]
    expect(earned(await model(...turns)).DP1).toBeGreaterThan(0)
  })
})

describe('a quote', () => {
  const VAGUE = 'I would split the searches by time.'
  const BEST =
    'I split by time with a gap of 24 hours, because the purchases of the last day would otherwise leak into training.'

  it('is of the stage that asks, before any other', async () => {
    const turns: Turn[] = [
      ['clarify', BEST],
      ['data', BEST.replace('24 hours', 'one day')],
    ]
    expect(await quoteOf('SP2', 'data', turns)).toBe(turns[1]?.[1])
  })

  it('is of the passage that shows most, whatever came first', async () => {
    expect(
      await quoteOf('SP2', 'data', [
        ['data', VAGUE],
        ['data', BEST],
      ]),
    ).toBe(BEST)
  })

  it('may be of another stage where nothing better was said at home', async () => {
    expect(await quoteOf('SP2', 'data', [['clarify', BEST]])).toBe(BEST)
  })
})

describe('a stage in another language', () => {
  const GERMAN =
    'Ich würde die Suche so ordnen, dass die Käufer schnell finden, was sie wollen, und nicht lange warten.'
  const SPANISH = 'Yo ordenaría los anuncios para que el comprador encuentre lo que quiere muy rápido.'
  const OTHERS: Turn[] = [
    ['clarify', TASK],
    ['data', 'I split by time with a gap of 24 hours, because late purchases would leak.'],
  ]

  it('is not assessed, and the others are', async () => {
    const turns: Turn[] = [['overview', GERMAN], ['overview', SPANISH], ['overview', 'OK.'], ...OTHERS]
    expect(await judged('overview', turns)).toMatchObject({ assessed: false, flags: [] })
    expect((await judged('clarify', turns)).assessed).toBe(true)
  })

  it('is assessed for what was said in English beside it', async () => {
    const turns: Turn[] = [
      ['overview', GERMAN],
      ['overview', 'I restate: order the listings for a query.'],
      ...OTHERS,
    ]
    expect((await judged('overview', turns)).assessed).toBe(true)
  })

  it('in which nothing was said is judged by the rest of the talk', async () => {
    expect((await judged('overview', OTHERS)).assessed).toBe(true)
    expect((await judged('fit', [['overview', GERMAN]])).assessed).toBe(false)
  })
})
