import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const LAUNCHER = join(import.meta.dirname, '..', '..', 'bin', 'mlsd.js')
const SOURCE = readFileSync(LAUNCHER, 'utf8')

type Spawned = { command: string; args: string[] }

/** Runs the launcher as another version of Node would, with a project whose own Node is there or not. */
const launchedBy = (version: string, own: boolean) => {
  const spawned: Spawned[] = []
  let said = ''
  const process = {
    versions: { node: version },
    platform: 'linux',
    execPath: '/usr/bin/node',
    argv: ['node', 'mlsd', 'history'],
    stdin: {},
    stderr: {
      write(text: string) {
        said += text
      },
    },
    exitCode: 0,
    on: () => {},
  }
  const rooms: Record<string, unknown> = {
    child_process: {
      spawn: (command: string, args: string[]) => {
        spawned.push({ command, args })
        return { on: () => {} }
      },
    },
    fs: { existsSync: () => own, realpathSync: (path: string) => path },
  }
  const require = (name: string) => rooms[name] ?? createRequire(LAUNCHER)(name)
  const run = new Function('require', 'process', '__dirname', '__filename', SOURCE.replace(/^#!.*/, ''))
  run(require, process, '/project/bin', '/project/bin/mlsd.js')
  return { spawned, said, exitCode: process.exitCode }
}

test.each(['12.22.0', '20.20.2', '24.8.9'])('Node %s hands over to the Node of the project', (version) => {
  const { spawned, said } = launchedBy(version, true)
  expect(spawned).toEqual([
    { command: '/project/node_modules/.bin/node', args: ['/project/bin/mlsd.js', 'history'] },
  ])
  expect(said).toBe('')
})

test('an old Node without the one of the project says what is wanted and what to do', () => {
  const { spawned, said, exitCode } = launchedBy('20.20.2', false)
  expect({ spawned, exitCode }).toEqual({ spawned: [], exitCode: 1 })
  expect(said).toContain('mlsd needs Node 24.9 or newer; this is 20.20.2.')
  expect(said).toContain('"npm ci"')
})

test('nothing in it is newer than Node 12', () => {
  const code = SOURCE.replace(/^#!.*|^ *\/\/.*|\/\*[\s\S]*?\*\//gm, '')
  expect(code).toContain("require('fs')")
  expect(code).not.toMatch(/\?\.|\?\?|^import |'node:|\bawait\b|\bcatch \{/m)
})

test('npx mlsd has nothing of its own on stdout', async () => {
  const { stdout } = await promisify(execFile)('npx', ['mlsd', '--version'], {
    cwd: join(LAUNCHER, '..', '..'),
  })
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})
