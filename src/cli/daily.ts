/** `mlsd daily`: the question of today, as a warm-up on what was missed. */
import type { Command } from 'commander'
import { type App, LOCAL } from './app.ts'
import { Refusal } from './failure.ts'
import { looking } from './looking.ts'
import { addSessionOptions, printReport } from './practice.ts'

type Options = { clock: 'real' | 'virtual'; json?: boolean }

/** Adds the command. */
export const addDaily = (program: Command, app: App): void => {
  const daily = program
    .command('daily')
    .summary('the question of today, on what was missed')
    .description(
      'Asks one question on what you missed or have not met yet, on a problem that you have not seen lately, and grades ' +
        'the answer. A terminal cannot wake you: ask whenever you like.',
    )
  addSessionOptions(daily)
    .addHelpText('after', '\nExample:\n  mlsd daily')
    .action((options: Options) => run(app, options))
}

const run = async (app: App, { clock, json = false }: Options): Promise<void> => {
  const args = await picked(app)
  const { hold } = await import('./session.ts')
  await hold(
    app,
    {
      clock,
      json,
      opening(unfinished) {
        if (unfinished)
          throw new Refusal(
            `Interview ${unfinished.id} is not finished. "mlsd resume" goes on with it, and "mlsd resume --end" ends it.`,
          )
        return { command: 'start', args }
      },
    },
    async (data) => {
      if (json) await printReport(app, data)
    },
  )
}

/** What to start: a single question on the criterion and problem of the day. */
const picked = async (app: App): Promise<Record<string, string>> => {
  const [{ drillsIn }, { NOTHING, practiceOf }, { pickFor }, { levelLiked, USUAL }] = await Promise.all([
    import('../host/daily/drills.ts'),
    import('../host/practice/kept.ts'),
    import('../practice/pick.ts'),
    import('../host/daily/level.ts'),
  ])
  let [practice, level] = [NOTHING, USUAL]
  await looking(
    app,
    async ({ memory }) => {
      practice = await practiceOf(memory, LOCAL)
      level = await levelLiked(memory, LOCAL)
    },
    async () => {},
  )
  const bank = await app.bank()
  const drills = drillsIn(bank)
  const now = Date.now()
  const day = new Date(now).toISOString().slice(0, 10)
  const pick = drills && pickFor(drills, { ...practice, level }, now, `${LOCAL} ${day}`)
  if (drills === undefined || pick === undefined)
    throw new Refusal('There is no question to be asked: the bank has no flow of single questions.')
  return { flow: drills.id, focus: pick.criterion, problem: pick.problem, level }
}
