import type { Command } from 'commander'
import { nearestTo } from '../platform/misheard.ts'
import type { App } from './app.ts'
import { Refusal } from './failure.ts'

/** `mlsd` alone asks what to practise, or offers to go on with what is unfinished. */
export const addMenu = (program: Command, app: App): void => {
  program.allowExcessArguments().action(async (_options: object, { args }: Command) => {
    if (args[0] !== undefined) throw new Refusal(unknown(args[0], program))
    const { hold } = await import('./session.ts')
    const session = { clock: 'real' as const, json: false, opening: () => ({ command: 'start', args: {} }) }
    await hold(app, session, async () => {})
  })
}

const unknown = (word: string, { commands }: Command): string => {
  const meant = nearestTo(
    word,
    commands.map((command) => command.name()),
  )
  const offer = meant === undefined ? '' : ` Did you mean "mlsd ${meant}"?`
  return `There is no command "${word}".${offer} "mlsd --help" lists all.`
}
