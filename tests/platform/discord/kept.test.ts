import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { virtualClock } from '../../../src/clock.ts'
import { shelfOf } from '../../../src/host/shelf.ts'
import { sqliteMemory } from '../../../src/memory/sqlite.ts'
import { keptPresses } from '../../../src/platform/discord/kept.ts'
import { committer } from '../../../src/sqlite/committer.ts'
import { openDatabase } from '../../../src/sqlite/open.ts'
import { fakeMailbox } from '../../mailbox/fake.ts'

const PRESSED = { command: 'start', args: { problem: 'ad-clicks', minutes: '45' } }

test('what a hundred people who begin at once have in common is kept, whoever of them saves it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mlsd-kept-'))
  const database = openDatabase(join(folder, 'mlsd.db'))
  const commits = committer(database)
  onTestFinished(async () => {
    await commits.close()
    database.close()
    rmSync(folder, { recursive: true })
  })
  const shelf = () =>
    shelfOf({ memory: sqliteMemory(commits), mailbox: fakeMailbox(virtualClock(0)) }, 'discord')
  const [one, other] = [keptPresses(shelf()), keptPresses(shelf())]
  const all = Array.from({ length: 50 }, () =>
    [one, other].map(({ keep }) => keep(new Map([['n', PRESSED]]))),
  )
  await Promise.all(all.flat())
  expect(await keptPresses(shelf()).find('n')).toEqual(PRESSED)
})
