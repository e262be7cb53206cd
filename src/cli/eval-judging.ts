/** Judgements asked of a model, some at once, each kept as it comes; what may pass is waited for, what will not pass ends it. */
import { type Spent, spentIn } from '../evaluation/asking.ts'
import { gradeSingle } from '../evaluation/single.ts'
import { sweep } from '../evaluation/sweep.ts'
import { type FailureKind, ModelFailure, type Usage } from '../model/model.ts'
import type { App, Judge } from './app.ts'
import type { Job } from './eval-jobs.ts'
import type { Journal } from './eval-journal.ts'
import { type Progress, progressOn } from './eval-progress.ts'
import { Refusal } from './failure.ts'
import { amount } from './priced.ts'

export type Judging = {
  app: Pick<App, 'clock' | 'streams'>
  judge: Pick<Judge, 'grader' | 'atOnce'>
  journal: Journal
  /** What is still to be judged, of so many in all. */
  waiting: readonly Job[]
  all: number
  /** The most that may be spent, and what one judgement may come to. */
  budget: number | undefined
  each: number
}

/** Judges all that is waiting; throws a Refusal that says why it stopped, and that it can go on. */
export const judgeAll = async (judging: Judging): Promise<void> => {
  const { app, judge, journal, waiting, all } = judging
  const progress = await progressOn(app.streams.err, all, all - waiting.length)
  try {
    const run: Run = {
      ...judging,
      progress,
      answered: 0,
      failed: 0,
      lost: 0,
      underWay: 0,
      over: new AbortController(),
    }
    // The first one goes alone: where nothing is answered at all, one failure says why.
    await sweep(waiting.slice(0, 1), 1, (job) => oneOf(run, job))
    await sweep(waiting.slice(1), judge.atOnce, (job) => oneOf(run, job))
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    const done = journal.lines().filter((line) => 'grade' in line).length
    throw new Refusal(
      `${error.message} It stopped there: ${done} judgements are kept in ${journal.file}, and the same command goes on.`,
      { cause: error },
    )
  } finally {
    progress.end()
  }
}

/** Nothing further makes sense for now. */
class Stop extends Error {
  override readonly name = 'Stop'
}

type Run = Judging & {
  progress: Progress
  /** How many were answered, how many never will be in this run, and how many in a row were lost for want of an endpoint. */
  answered: number
  failed: number
  lost: number
  underWay: number
  over: AbortController
}

const oneOf = async (run: Run, job: Job): Promise<void> => {
  keepBudget(run)
  run.underWay += 1
  try {
    await judged(run, job)
  } catch (error) {
    run.over.abort()
    throw error
  } finally {
    run.underWay -= 1
  }
}

const keepBudget = ({ budget, journal, each, underWay }: Run): void => {
  if (budget === undefined) return
  const spent = spentIn(journal.lines().map((line) => line.spent)).cost ?? 0
  if (spent + (underWay + 1) * each > budget)
    throw new Stop(`The budget of ${budget} does not suffice for more: ${amount(spent)} are spent.`)
}

const judged = async (run: Run, job: Job): Promise<void> => {
  for (let tries = 0; ; tries += 1) {
    const failure = await tried(run, job)
    if (failure === undefined) return
    const wait = PATIENCE[tries]
    if (FINAL.has(failure.kind) || (PASSING.has(failure.kind) && run.answered === 0))
      throw new Stop(failure.message)
    if (PASSING.has(failure.kind) && wait === undefined && ++run.lost >= MOST_LOST)
      throw new Stop(failure.message)
    if (!PASSING.has(failure.kind) || wait === undefined) {
      run.failed += 1
      run.progress.step(told(run))
      return
    }
    await pause(run, wait)
    if (run.over.signal.aborted) return
  }
}

/** What no second answer will mend, and what may pass within minutes. */
const FINAL: ReadonlySet<FailureKind> = new Set(['refused', 'budget'])
const PASSING: ReadonlySet<FailureKind> = new Set(['unreachable', 'slow', 'busy'])
/** Milliseconds until the next try, beside the short ones of the model itself. */
const PATIENCE = [20_000, 60_000]
/** So many lost in a row end it. */
const MOST_LOST = 3

/** Asks once and keeps what came of it; answers the failure where there is no judgement. */
const tried = async (run: Run, { key, id, change, single }: Job): Promise<ModelFailure | undefined> => {
  const used: Usage[] = []
  const clock = await run.app.clock('real')
  const line = () => ({ key, id, change, at: clock.now(), spent: spentOf(used) })
  try {
    const grade = await gradeSingle(run.judge.grader, single, { used: (more) => void used.push(...more) })
    run.journal.add({ ...line(), grade })
    run.answered += 1
    run.lost = 0
    run.progress.step(told(run))
    return undefined
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error
    run.journal.add({ ...line(), failed: error.message })
    return error
  }
}

const spentOf = (used: readonly Usage[]): Spent =>
  spentIn(used.map(({ sent, cached, received, cost }) => ({ calls: 1, sent, cached, received, cost })))

const told = ({ journal, failed }: Run): string => {
  const { cost } = spentIn(journal.lines().map(({ spent }) => spent))
  const money = cost === null || cost === 0 ? '' : `, ${amount(cost)} spent`
  return `${failed === 0 ? '' : `, ${failed} of them in vain`}${money}`
}

const pause = async ({ app, over: { signal } }: Run, ms: number): Promise<void> => {
  const clock = await app.clock('real')
  await new Promise<void>((done) => {
    if (signal.aborted) return done()
    const stop = clock.at(clock.now() + ms, done)
    signal.addEventListener('abort', () => {
      stop()
      done()
    })
  })
}
