import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

const PROGRAM = join(import.meta.dirname, 'at-a-terminal.ts')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mlsd-terminal-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Gives a process a pseudo-terminal. */
const PTY = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux')

const run = (command: string, args: string[]) => {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  let shown = ''
  child.stdout.on('data', (chunk) => {
    shown += chunk
  })
  return {
    child,
    ended: once(child, 'exit'),
    sees: (text: string) => vi.waitFor(() => expect(shown).toContain(text), 5000),
  }
}

describe('a process', () => {
  test('that reads a pipe ends by itself when the pipe does', async () => {
    const file = join(folder, 'piped')
    const { child, ended, sees } = run(process.execPath, [PROGRAM, file])
    child.stdin.end('With the goal.\n\n/hint\n')
    expect(await ended).toEqual([0, null])
    await sees('And then?')
    expect(await readFile(file, 'utf8')).toBe('message With the goal.\ncommand hint\ncommand end\n')
  })

  test.runIf(PTY)(
    'on a terminal ends by itself after Ctrl-C (util-linux `script` stands in for the terminal)',
    async () => {
      const file = join(folder, 'typed')
      const { child, ended, sees } = run('script', [
        '-qec',
        `'${process.execPath}' '${PROGRAM}' '${file}' tty`,
        '/dev/null',
      ])
      await sees('Where would you begin?')
      await sees('> ')
      child.stdin.write('With the goal.\r')
      await sees('And then?')
      child.stdin.write('half a li')
      await sees('half a li')
      child.stdin.write('\u0003')
      await sees('next start offers to resume')
      expect(await ended).toEqual([0, null])
      expect(await readFile(file, 'utf8')).toBe('message With the goal.\ncommand pause\n')
    },
  )
})
