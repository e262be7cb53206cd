import { expect, test } from 'vitest'
import { MemoryError } from '../../src/memory/memory.ts'
import { unstored } from '../../src/platform/unstored.ts'
import { DatabaseError } from '../../src/postgres/error.ts'
import { DatabaseError as FileError } from '../../src/sqlite/error.ts'
import { wordsIn } from '../../src/words/words.ts'

test.each([
  new DatabaseError('unreachable', 'postgres://bot@db.internal:5432/mlsd', 'does not answer.'),
  new FileError('full', '/srv/mlsd/mlsd.db', 'the disk is full.'),
  new MemoryError('What is kept could not be read or saved. /srv/mlsd/mlsd.db: the disk is full.'),
])('nobody in a chat is told where the bot keeps things, though that it is tried again: %s', (error) => {
  for (const language of ['en', 'de']) {
    const words = wordsIn(language)
    const told = unstored(error, 'willTry', words)
    expect(told).not.toMatch(/postgres|internal|\/srv|mlsd/)
    expect(told).toContain(words.edge.willTry)
  }
})

test('what went wrong at the platform is told as it is', () => {
  expect(unstored(new Error('Slack was not there.'), 'sayAgain', wordsIn('en'))).toBe(
    'This could not be stored and does not count yet: Slack was not there. Say it again.',
  )
})
