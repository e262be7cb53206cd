/** A bot that serves, as a process of its own, and what it has stored. */
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import { type InterviewRecord, transcriptOf } from '../../src/host/record.ts'
import { sqliteMemory } from '../../src/memory/sqlite.ts'
import { committer } from '../../src/sqlite/committer.ts'
import { openDatabase } from '../../src/sqlite/open.ts'
import { type Running, start } from './run.ts'

/** Starts it; resolves once it listens. */
export const serving = async (home: string, env: Record<string, string>): Promise<Running> => {
  const bot = start(home, ['serve'], env)
  await bot.saying('Ready')
  return bot
}

/** Ends it as an operator does; it has to go quietly. */
export const stopped = async (bot: Running): Promise<void> => {
  bot.process.kill('SIGTERM')
  expect(await bot.ended()).toMatchObject({ code: 0, err: '' })
}

/** What the candidate said, as it is stored, by interview. */
export const stored = async (home: string): Promise<string[][]> => {
  const database = openDatabase(join(home, 'mlsd.db'), { readOnly: true })
  try {
    const memory = sqliteMemory(committer(database))
    const interviews = await Array.fromAsync(memory.each<InterviewRecord>('interview:'))
    return await Promise.all(
      interviews.map(async ({ value }) =>
        (await transcriptOf(memory, value)).flatMap(({ who, text }) => (who === 'candidate' ? [text] : [])),
      ),
    )
  } finally {
    database.close()
  }
}

/** Resolves once a bot that serves has stored so much: what it was told last it may still have in hand. */
export const storing = (home: string, said: string[][]): Promise<void> =>
  vi.waitFor(async () => expect(await stored(home)).toEqual(said), { timeout: 15_000, interval: 100 })
