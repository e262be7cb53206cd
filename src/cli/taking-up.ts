/** Contested verdicts that wait for a model: judged again before their report is printed, where a model is there now. */
import { runningAt } from '../host/begin.ts'
import { takeUp } from '../host/contest.ts'
import { hostOf } from '../host/host.ts'
import { type InterviewRecord, keys } from '../host/record.ts'
import { waitingFor } from '../interview/contested.ts'
import { planOf } from '../interview/plan.ts'
import { type App, type Data, LOCAL, type OwnData } from './app.ts'
import { print } from './print.ts'
import { standStill } from './stand-still.ts'
import { worldOf } from './world.ts'

/** Whether a verdict of this interview waits for a model, and one is set to judge. */
export const isWaiting = async (app: App, { library }: Data, record: InterviewRecord): Promise<boolean> => {
  if (app.config().model?.roles.judge === undefined) return false
  const plan = planOf(await library.flow(record.flow))
  const { by } = await app.grader()
  return waitingFor(plan, record.interview.snapshot.context, by).length > 0
}

/**
 * Has them judged again; what comes of each is told on stderr, since stdout is the report's. Nothing where another mlsd
 * holds the data file, which is said: a report asked for in there does the same.
 */
export const takenUp = async (app: App, record: InterviewRecord): Promise<void> => {
  const clock = await app.clock('real')
  const opened = await app.open(clock).catch((error: unknown) => heldBy(app, error))
  if (opened === undefined) return
  try {
    await judgedAgain(app, opened, clock, record)
  } finally {
    await opened.mailbox.stop()
    await opened.close()
  }
}

const heldBy = async (app: App, error: unknown): Promise<undefined> => {
  if (!(error instanceof Error) || error.name !== 'DatabaseError') throw error
  const says = 'Contested verdicts still wait for the model, since the data file is in use'
  await print(app.streams.err, `${says}: ${error.message}\n`)
}

const judgedAgain = async (
  app: App,
  data: OwnData,
  clock: Awaited<ReturnType<App['clock']>>,
  record: InterviewRecord,
): Promise<void> => {
  const terminal = await app.terminal({
    output: app.streams.err,
    tty: false,
    clock,
    settled: data.mailbox.idle,
    running: async () => false,
  })
  const scene = { platforms: [terminal], quiet: 0, storage: () => '' }
  const world = await worldOf(app, data, clock, scene)
  const unfinished = await runningAt(data, LOCAL)
  if (unfinished) await standStill(world, unfinished)
  await takeUp(world, record, keys.interview(record.id))
  hostOf(world).run()
  await data.mailbox.idle()
}
