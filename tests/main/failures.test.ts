/** What an operator reads of messages that were not handled, and of whom it is the fault. */
import { expect, test } from 'vitest'
import { NotNow } from '../../src/mailbox/mailbox.ts'
import { failuresTo } from '../../src/main/failures.ts'
import { serverLog } from '../../src/main/log.ts'
import { collector } from '../cli/collector.ts'

const told = (error: unknown, attempt?: number): Record<string, unknown> => {
  const out = collector()
  const tell = failuresTo(serverLog(out, { least: 'info', secrets: [] }), 8)
  tell(error, attempt === undefined ? undefined : { id: 'one', key: 'k', attempt })
  return JSON.parse(out.text())
}

test.each([
  ['that is to blame, at first', new Error('no'), 7, 'error', /was not handled, and is tried again/],
  ['that failed too often', new Error('no'), 8, 'error', /is set aside: "mlsd set-aside list"/],
  ['that waits for a platform', new NotNow('Slack is gone'), 7, 'warn', /cannot be handled yet/],
  [
    'that waits for long',
    new NotNow('Slack is gone'),
    8,
    'warn',
    /cannot be handled yet, and is tried again/,
  ],
] as const)('a message %s', (_, error, attempt, level, msg) => {
  const line = told(error, attempt)
  expect(line).toMatchObject({ level, msg: expect.stringMatching(msg), message: 'one', key: 'k', attempt })
  expect(line.reason).toContain(error.message)
  expect(line.reason).not.toContain('fault in mlsd')
})

test('a fault of ours is told with where it is, one of the world without', () => {
  expect(told(new TypeError('no'), 1).reason).toMatch(/^TypeError: no\n +at .*failures\.test\.ts/)
  expect(told(new NotNow('no'), 1).reason).toBe('no')
})

test('what was quoted from somebody is not told, even where it looks like a command', () => {
  for (const words of [
    'mlsd said that I am wrong',
    'mlsd set-aside list of mine',
    'mlsd forget\nmy salary now',
  ])
    expect(told(new NotNow(`It was "${words}".`), 1).reason).not.toContain(words)
})

test('a store that fails while nobody waits is no message', () => {
  expect(told(Object.assign(new Error('gone'), { name: 'DatabaseError' }))).toEqual({
    ...{ level: 'error', time: expect.any(String), reason: 'gone' },
    msg: 'the store failed, and is tried again',
  })
})

test('a store that goes on failing does not fill the log', () => {
  const out = collector()
  const tell = failuresTo(serverLog(out, { least: 'info', secrets: [] }), 8)
  for (let n = 0; n < 100; n++) tell(new Error('gone'))
  tell(new Error('no'), { id: 'one', key: 'k', attempt: 1 })
  expect(out.text().trim().split('\n')).toHaveLength(2)
})
