/** A shard that speaks while its connection is still being made, as it does after one that broke. */
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const tooEarly = (...words: string[]) => {
  const program = new URL('too-early.ts', import.meta.url).pathname
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

test('ends no process, and is told', () => {
  expect(tooEarly('steady')).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^WebSocket is not open.*\nIt lives\.\n$/),
    stderr: '',
  })
})

test('ends it where the library is left to itself', () => {
  expect(tooEarly()).toMatchObject({ status: 1, stderr: expect.stringContaining('WebSocket is not open') })
})
