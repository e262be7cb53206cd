/** The same words without any fault: one process, whose time passes only when nothing is left to do. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { virtualClock } from '../../../src/clock.ts'
import { hostOf } from '../../../src/host/host.ts'
import type { Letter } from '../../../src/host/letter.ts'
import { libraryOf } from '../../../src/host/library.ts'
import { holdInterview } from '../../../src/host/places.ts'
import { type InterviewRecord, keys, recordOf, transcriptOf } from '../../../src/host/record.ts'
import { reportFor } from '../../../src/host/reporting.ts'
import type { World } from '../../../src/host/world.ts'
import { interviewsOf } from '../../../src/interview/interview.ts'
import { isOver } from '../../../src/interview/phase.ts'
import type { Entry } from '../../../src/interview/transcript.ts'
import { sqliteMailbox } from '../../../src/mailbox/sqlite.ts'
import { sqliteMemory } from '../../../src/memory/sqlite.ts'
import type { Heard } from '../../../src/platform/platform.ts'
import { committer } from '../../../src/sqlite/committer.ts'
import { openDatabase } from '../../../src/sqlite/open.ts'
import { bare } from '../../platform/bare.ts'
import { mindsOf } from './recalled.ts'
import type { Held } from './remains.ts'

export type Quiet = {
  /** Holds it again: opened anew as it was, and told what its candidate said, in the order in which it was taken. */
  again(held: Held, ending: readonly string[]): Promise<Held>
  close(): Promise<void>
}

const START = Date.UTC(2026, 0, 5, 10)
const MINUTE = 60_000

/** A house of its own for what is held again; `model` says how the one is called that was asked, if one was. */
export const quietly = async (model?: string): Promise<Quiet> => {
  const folder = mkdtempSync(join(tmpdir(), 'mlsd-quiet-'))
  const database = openDatabase(join(folder, 'mlsd.db'))
  const commits = committer(database)
  const memory = sqliteMemory(commits)
  const clock = virtualClock(START)
  const fail = (error: unknown): never => {
    throw error
  }
  const mailbox = sqliteMailbox(commits, clock, { report: fail })
  const library = libraryOf({ flows: new Map(), problems: new Map() }, memory)
  const storms = new Map<string, Held>()
  const world: World = {
    ...{ memory, mailbox, clock, library },
    platforms: new Map(['slack', 'discord'].map((name) => [name, bare(name, () => {})])),
    ...(await mindsOf(model, (interview) => storms.get(interview))),
    settings: { quiet: {}, idle: 72 * 60 * MINUTE, notice: () => 'Kept in a file.' },
    log: () => {},
  }
  hostOf(world).run()

  const again: Quiet['again'] = async (stormy, ending) => {
    const { record, flow, problem, transcript } = stormy
    const { id, person, place } = record
    storms.set(id, stormy)
    const key = keys.interview(id)
    const { options } = record.interview.snapshot.context
    const fresh: InterviewRecord = {
      ...record,
      ...(await library.keep(flow, problem, id)),
      ...{ created: clock.now(), heard: clock.now(), board: null },
      interview: interviewsOf(flow).open(id, options),
      outbox: { of: '', effects: [] },
      tail: { from: 0, entries: [] },
    }
    await memory.save(key, fresh, 0)
    await holdInterview(memory, place, id)
    const post = (letter: Letter, of: string) => mailbox.post(letter, { key, id: of })
    const now = async (): Promise<InterviewRecord> => (await recordOf(memory, id))?.value ?? fresh
    /** Lets the silence pass that ends an answer. */
    const quiet = async (): Promise<void> => {
      await mailbox.idle()
      await clock.advance(options.quiet + 1)
      await mailbox.idle()
    }
    const hear = async (
      heard: Pick<Heard, 'id'> & { text: string; link?: string },
      at = clock.now(),
    ): Promise<void> => {
      const whole = { ...heard, person, place, at }
      await post({ type: 'heard', heard: { ...whole, type: 'message', manner: 'overheard' } }, heard.id)
      await mailbox.idle()
    }
    await post({ type: 'event', event: { type: 'begin', at: clock.now(), id: `${id}.begin` } }, `${id}.begin`)
    await quiet()
    const told: { was: number; is: number }[] = []
    for (const group of groupsOf(transcript)) {
      const earlier = [...told]
      // They are read in the order of the platform's times, in whatever order they came.
      const order = group.map(({ at }) => at).toSorted((one, other) => one - other)
      for (const { id: of, text, link, at: was } of group) {
        // One that came late, after the bot had answered what was said after it, is still the earlier one.
        const overtaken = earlier.filter((one) => one.was > was).map((one) => one.is)
        const is =
          overtaken.length > 0
            ? Math.min(...overtaken) - 0.9 + order.indexOf(was) / 10
            : clock.now() + order.indexOf(was)
        told.push({ was, is })
        await hear({ id: of, text, ...(link !== undefined && { link }) }, is)
      }
      await clock.advance(group.length)
      await quiet()
    }
    for (const [n, text] of ending.entries()) {
      if (isOver(await now())) break
      await hear({ id: `${id} ending ${n}`, text })
      await quiet()
    }
    const held = await now()
    return {
      ...{ record: held, flow, problem },
      transcript: await transcriptOf(memory, held),
      report: await reportFor({ memory, library }, held),
    }
  }

  return {
    again,
    async close() {
      await mailbox.stop()
      await commits.close()
      database.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** What the candidate said, message by message, parted where the bot had its turn. */
const groupsOf = (transcript: readonly Entry[]): Entry[][] => {
  const groups: Entry[][] = []
  let before: Entry['who'] = 'interviewer'
  for (const entry of transcript) {
    if (entry.who === 'candidate') {
      if (before === 'interviewer') groups.push([])
      groups.at(-1)?.push(entry)
    }
    before = entry.who
  }
  return groups
}
