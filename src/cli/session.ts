/** A talk at this terminal, from opening the data file to closing it. */
import { randomUUID } from 'node:crypto'
import { runningAt } from '../host/begin.ts'
import { hostOf } from '../host/host.ts'
import { selvesOf } from '../host/identity/selves.ts'
import type { InterviewRecord } from '../host/record.ts'
import { type AnyClock, type App, LOCAL, type OwnData } from './app.ts'
import { standStill } from './stand-still.ts'
import { worldOf } from './world.ts'

/** A command by its words, as `platform/commands.ts` has them. */
export type Opening = { command: string; args: Readonly<Record<string, string>> }

export type Session = {
  clock: 'real' | 'virtual'
  /** Only the report goes to stdout, as JSON. */
  json: boolean
  /** What to begin with, given what is unfinished here, and whether the person has other names. */
  opening(unfinished: InterviewRecord | undefined, joined: boolean): Opening
}

/**
 * Holds a talk until the person leaves or the input ends, then does `after` with the data still open.
 * What an earlier process left in the mailbox is delivered first.
 */
export const hold = async (
  app: App,
  session: Session,
  after: (data: OwnData) => Promise<void>,
): Promise<void> => {
  const clock = await app.clock(session.clock)
  const data = await app.open(clock)
  try {
    await talk(app, data, clock, session)
    await after(data)
  } finally {
    await data.mailbox.stop()
    await data.close()
  }
}

const talk = async (app: App, data: OwnData, clock: AnyClock, { json, opening }: Session): Promise<void> => {
  const { mailbox } = data
  const unfinished = await runningAt(data, LOCAL)
  const { quiet, locale } = app.config()
  const who = { person: LOCAL, place: LOCAL, ...(locale !== undefined && { locale }) }
  const joined = (await selvesOf(data.memory, LOCAL)).length > 1
  const first = opening(unfinished, joined)
  const heard = { type: 'command' as const, ...who, ...first }
  const tty = app.streams.tty && clock.advance === undefined
  const terminal = await app.terminal({
    output: json ? app.streams.err : app.streams.out,
    tty,
    clock,
    settled: mailbox.idle,
    running: async () => (await runningAt(data, LOCAL)) !== undefined,
  })
  const world = await worldOf(app, data, clock, {
    platforms: [terminal],
    quiet: tty ? quiet : 0,
    storage: ({ welcome }, sent) => (sent ? welcome.stored : welcome.storedAlone)({ file: data.where }),
  })
  const host = hostOf(world)
  // One that is ended at once has no clock to be stopped.
  if (unfinished && first.command !== 'end') await standStill(world, unfinished)
  host.run()
  await mailbox.idle()
  await host.hear({ ...heard, id: randomUUID(), at: clock.now() })
  await mailbox.idle()
  await terminal.start(host.hear, host.desk(terminal.name))
  await terminal.done
  await mailbox.idle()
  await terminal.stop()
}
