/** Labelled answers put to a model: what was judged before is kept, and only the rest is asked for. */
import { type Asking, agreementIn, spentIn } from '../evaluation/asking.ts'
import { type Evaluation, evaluationOf } from '../evaluation/evaluation.ts'
import { caseOf } from '../evaluation/single.ts'
import { type Answers, type Task, tasksOf } from '../evaluation/tasks.ts'
import { type Ledger, ledgerInMemory } from '../model/ledger.ts'
import { priceOf } from '../model/prices.ts'
import type { App, Judge } from './app.ts'
import { forecastOf, MARK } from './eval-forecast.ts'
import { forecastText } from './eval-forecast-words.ts'
import { failedIn, type Job, jobsOf, outcomesIn } from './eval-jobs.ts'
import { type Journal, journalAt, journalOf } from './eval-journal.ts'
import { judgeAll } from './eval-judging.ts'
import { Refusal } from './failure.ts'
import { pricesOf } from './priced.ts'
import { print } from './print.ts'
import { encoding } from './tokens.ts'

export type ModelOptions = {
  /** The file in which judgements are kept. */
  resume?: string
  /** The most that may be spent, in the currency of the price table, earlier runs with the same file among it. */
  budget?: number
  /** Judge each answer once more, and written in other ways. */
  steady?: boolean
}

/** The evaluation of the judge whose model is set; throws a Refusal where none is set, and where it had to stop. */
export const evaluateByModel = async (
  app: App,
  answers: Answers,
  { resume, budget, steady = false }: ModelOptions,
): Promise<{ evaluation: Evaluation; asked: Asking }> => {
  const prices = await pricesOf(app)
  const ledger = ledgerInMemory()
  const judge = await app.judge(ledger)
  if (!judge) throw new Refusal(NO_MODEL)
  const price = priceOf(prices, judge.model)
  if (budget !== undefined && !price) throw new Refusal(noPrice(judge))
  const all = tasksOf(answers)
  const tasks = all.filter(({ answer }) => answer.trick !== 'foreign')
  const prompt = promptOf(judge, tasks)
  const named = `${judge.named}, ${prompt}, ${judge.grader.by}`
  const jobs = tasks.flatMap((task) => jobsOf(named, task, steady))
  const journal = journalAt(resume ?? journalOf(named))
  const done = new Set(journal.lines().flatMap((line) => ('grade' in line ? [line.key] : [])))
  const waiting = jobs.filter(({ key }) => !done.has(key))
  if (waiting.length > 0) {
    await spentToday(journal, ledger, app)
    const singles = waiting.map(({ single }) => single)
    const forecast = forecastOf(singles, judge.prompts, await encoding(), price)
    const before = { file: journal.file, kept: jobs.length - waiting.length, all: jobs.length }
    await print(app.streams.err, forecastText(forecast, { ...before, judge, prices, budget }))
    await judgeAll({ app, judge, journal, waiting, all: jobs.length, budget, each: share(forecast, waiting) })
  }
  const outcomes = outcomesIn(journal, tasks, jobs)
  const keys = new Set(jobs.map(({ key }) => key))
  const lines = journal.lines().filter(({ key }) => keys.has(key))
  const evaluation = evaluationOf(
    { by: judge.grader.by, outcomes },
    answers.flow.stages.map(({ id }) => id),
  )
  const asked = {
    model: judge.who,
    prompt,
    judged: outcomes.length,
    failed: failedIn(journal, jobs),
    foreign: all.length - tasks.length,
    agreement: agreementIn(lines.flatMap((line) => ('grade' in line ? [line.grade] : []))),
    spent: { ...spentIn(lines.map(({ spent }) => spent)), currency: prices.currency },
  }
  return { evaluation, asked }
}

const NO_MODEL =
  'No language model is set for the judge. Set MLSD_MODEL or MLSD_JUDGE_MODEL, and OPENAI_BASE_URL or OPENAI_API_KEY as it needs them ("mlsd doctor" looks at them), or leave --judge out.'

const noPrice = ({ model }: Judge): string =>
  `The price of ${model} is not known, so that no budget in money can be kept. Name a table with it in MLSD_PRICES, or limit tokens with MLSD_BUDGET_DAY_TOKENS.`

/** Name and version of the judge's prompt. */
const promptOf = ({ prompts }: Judge, [first]: readonly Task[]): string => {
  if (!first) throw new Refusal('No labelled answer can be put to a model.')
  const told = caseOf(first.single)
  return prompts.judge(
    told,
    told.criteria.map(({ id }) => id),
    MARK,
  ).prompt
}

/** What earlier runs spent today counts against the budget of the day. */
const spentToday = async (journal: Journal, ledger: Ledger, app: App): Promise<void> => {
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10)
  const today = day((await app.clock('real')).now())
  const { sent, received, cost } = spentIn(
    journal.lines().flatMap(({ at, spent }) => (day(at) === today ? [spent] : [])),
  )
  await ledger.spend([`day:${today}`], { tokens: sent + received, cost: cost ?? 0 })
}

/** What one judgement may come to, so that those under way do not pass the budget together. */
const share = ({ most }: { most: number | null }, waiting: readonly Job[]): number =>
  (most ?? 0) / waiting.length
