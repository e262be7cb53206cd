import type { Command } from 'commander'
import type { App } from './app.ts'
import { Refusal } from './failure.ts'

/** `mlsd` alone asks what to practise, or offers to go on with what is unfinished. */
export const addMenu = (program: Command, app: App): void => {
  program.allowExcessArguments().action(async (_options: object, { args }: Command) => {
    if (args[0] !== undefined) throw new Refusal(`There is no command "${args[0]}". "mlsd --help" lists all.`)
    const { hold } = await import('./session.ts')
    const session = { clock: 'real' as const, json: false, opening: () => ({ command: 'start', args: {} }) }
    await hold(app, session, async () => {})
  })
}
