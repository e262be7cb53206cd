/** What somebody says in an interview from its beginning to its end: drawn once, said whatever happens. */
import type { Chance } from './chance.ts'

export type Script = {
  /** How the interview is asked for. */
  start: string
  /** Messages that are said in one go; the next go comes once the bot has answered. */
  bursts: readonly (readonly string[])[]
  /** What ends it, each typed once the bot has answered the one before. */
  ending: readonly string[]
  /** It is over once its point was made: before more is said, it is waited whether that is so. */
  brief: boolean
}

const PROBLEMS = [
  'ad-clicks',
  'card-fraud',
  'delivery-eta',
  'grocery-demand',
  'job-matching',
  'visual-search',
]

/** Stages of one subject each, in which no situation in figures is set: what is asked there depends on no clock. */
const STAGES = ['fit', 'scaling']

const WORDS = [
  'The service reads features from a store that is filled by a stream, with a fallback to daily values.',
  'I would begin with a baseline of logistic regression, since it is quick to train and easy to explain.',
  'A cache in front of the model holds the answers of popular requests for a few minutes.',
  'Labels arrive late, so the training set is cut by time and the last days are left out.',
  'The request goes to a gateway, then to retrieval, then to ranking, and the result is logged.',
  'I would shard by user and keep two replicas of each shard, so that one can be lost.',
  'We watch the distribution of inputs and of scores, and an alarm goes off when either of them drifts.',
  'A new version gets a small share of the traffic first, and is rolled back when the guard rail moves.',
  'The model runs on processors of the ordinary kind, as its trees are small and batches are short.',
  'The team of the product owns the events, and we agree on a schema that only grows.',
  'When the model is not there, the product shows what is popular, and nobody has to wait.',
  'The main risk is a loop between what we show and what we learn from, so some traffic stays random.',
]

/**
 * The script of the `n`-th person. Where a model leads, which takes its time, one message is said at a time: what comes while
 * it thinks is the next answer or a part of this one, as it happens. Nor does it end a talk about a single question.
 */
export const scriptOf = (n: number, chance: Chance, led = false): Script => {
  const problem = chance.pick(PROBLEMS)
  const words = chance.shuffled(WORDS)
  const said = (burst: number, message: number): string =>
    `${words[(3 * burst + message) % words.length]} (${n}.${burst}.${message})`
  if (!led && chance.number() < 0.4) {
    // An answer to a single question has to be one message: the second one may be the last that is heard.
    const start = `start ${problem} --flow warmup --minutes 10`
    return { start, bursts: [[said(0, 0)], [said(1, 0)]], ending: [], brief: true }
  }
  const bursts = Array.from({ length: chance.between(2, 3) }, (_, burst) =>
    Array.from({ length: led ? 1 : chance.between(1, 3) }, (_, message) => said(burst, message)),
  )
  const start = `start ${problem} --flow sprint --focus ${chance.pick(STAGES)} --minutes 30`
  return { start, bursts, ending: ['mlsd next', 'mlsd skip'], brief: false }
}
