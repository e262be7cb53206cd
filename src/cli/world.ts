/** The world of a talk at this terminal. */
import type { World } from '../host/world.ts'
import type { AnyClock, App, OwnData, Terminal } from './app.ts'

export const worldOf = async (
  app: App,
  { memory, mailbox, library }: OwnData,
  clock: AnyClock,
  terminal: Terminal,
  tty: boolean,
): Promise<World> => {
  const [interviewer, grader] = await Promise.all([app.interviewer(), app.grader()])
  const { file, quiet, idle } = app.config()
  return {
    memory,
    mailbox,
    library,
    clock,
    platforms: new Map([[terminal.name, terminal]]),
    interviewer: { usual: interviewer, standIn: interviewer },
    grader: { usual: grader, standIn: grader },
    settings: {
      quiet: { [terminal.name]: tty ? quiet : 0 },
      idle,
      notice:
        `What you say is stored in ${file} on this machine and sent nowhere; "mlsd forget" removes it. ` +
        `Rules judge it (${grader.by}); no language model is used.`,
    },
    log: app.log,
  }
}
