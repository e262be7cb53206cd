/** A host over one platform, on stores of its own, for what no interview is needed for. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../src/clock.ts'
import { lexicalGrader } from '../../src/grader/lexical.ts'
import { type Host, hostOf } from '../../src/host/host.ts'
import { libraryOf } from '../../src/host/library.ts'
import type { World } from '../../src/host/world.ts'
import { scriptedInterviewer } from '../../src/interviewer/scripted.ts'
import { sqliteMailbox } from '../../src/mailbox/sqlite.ts'
import { sqliteMemory } from '../../src/memory/sqlite.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { committer } from '../../src/sqlite/committer.ts'
import { openDatabase } from '../../src/sqlite/open.ts'

export type Hosted = { host: Host; troubles: string[]; close(): Promise<void> }

/** Starts it; what goes wrong is found in `troubles`. */
export const hosted = (platform: Platform, tools: NonNullable<World['tools']>): Hosted => {
  const folder = mkdtempSync(join(tmpdir(), 'mlsd-hosted-'))
  const database = openDatabase(join(folder, 'mlsd.db'))
  const commits = committer(database)
  const memory = sqliteMemory(commits)
  const clock = systemClock()
  const troubles: string[] = []
  const [interviewer, grader] = [scriptedInterviewer(), lexicalGrader()]
  const host = hostOf({
    memory,
    mailbox: sqliteMailbox(commits, clock, { report: (error) => troubles.push(String(error)) }),
    clock,
    library: libraryOf({ flows: new Map(), cuts: new Map(), problems: new Map() }, memory),
    platforms: new Map([[platform.name, platform]]),
    interviewer: { usual: interviewer, standIn: interviewer },
    grader: { usual: grader, standIn: grader },
    tools,
    settings: { quiet: {}, idle: 1_000_000, notice: () => '' },
    log: (level, what, details) => {
      if (level === 'warn' || level === 'error') troubles.push(`${what} ${JSON.stringify(details)}`)
    },
  })
  host.run()
  return {
    ...{ host, troubles },
    async close() {
      await commits.close()
      database.close()
      rmSync(folder, { recursive: true })
    },
  }
}
