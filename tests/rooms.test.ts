import { describe, expect, test } from 'vitest'
import { type Breach, circles, roomOf, wrongWays } from './rooms/imports.ts'
import {
  drawers,
  environmentReaders,
  impurities,
  MOST_LINES,
  medianLines,
  tooLong,
  vagueExports,
} from './rooms/manners.ts'
import { type Source, sourceOf, sourcesUnder } from './rooms/source.ts'
import { implementations, unheld } from './rooms/suites.ts'
import { ROOMS, SUITES } from './rooms/table.ts'

const sources = sourcesUnder('src')
const tests = sourcesUnder('tests')
const median = medianLines(sources)

describe('the house as it stands', () => {
  test.each<[string, (all: readonly Source[]) => Breach[]]>([
    ['imports run one way, through contracts', wrongWays],
    ['no files import one another in a circle', circles],
    ['pure rooms know no clock, chance, environment or output', impurities],
    ['the environment is read in main.ts alone', environmentReaders],
    [`no file is longer than ${MOST_LINES} lines`, tooLong],
    ['nothing is named after a drawer', drawers],
    ['every export has one name and one home', vagueExports],
  ])('%s', (_, law) => {
    expect(sources.length).toBeGreaterThan(80)
    expect(law(sources)).toEqual([])
  })

  test('every implementation of a contract is held against its suite', () => {
    expect(unheld(sources, tests)).toEqual([])
  })

  test('every contract is implemented in its own room', () => {
    const made = implementations(sources).map(({ type, path }) => `${type} in ${roomOf(path)}`)
    expect(made).toEqual(
      expect.arrayContaining(SUITES.map(({ type, door }) => `${type} in ${door.split('/')[0]}`)),
    )
  })

  test('every row of the table leads somewhere', () => {
    const named = Object.values(ROOMS).flatMap(({ rooms, types = [] }) => [...rooms, ...types])
    expect(named.filter((name) => ROOMS[name] === undefined)).toEqual([])
    const built = new Set(sources.map(({ path }) => path))
    const doors = SUITES.map(({ door }) => `src/${door}`)
    expect(doors.filter((door) => !built.has(door))).toEqual([])
  })

  test(`the median file has ${median} lines`, () => {
    process.stdout.write(`${sources.length} files under src/, median ${median} lines\n`)
    expect(median).toBeLessThanOrEqual(60)
  })
})

/** How a place in a template begins; kept apart, since these sources are texts and no templates. */
const PLACE = '$'.concat('{')

type Case = [what: string, path: string, text: string, breach: string | undefined]

/** Runs a law over one small file and expects the breach, or none where `undefined` stands. */
const each = (law: (all: readonly Source[]) => Breach[], cases: Case[]): void => {
  test.each(cases)('%s', (_, path, text, breach) => {
    const found = law([sourceOf(path, text)])
    if (breach === undefined) return expect(found).toEqual([])
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(breach)
  })
}

describe('imports that run the wrong way', () => {
  each(wrongWays, [
    [
      'a pure room and an edge',
      'src/flow/a.ts',
      "\nimport { x } from '../memory/memory.ts'",
      'src/flow/a.ts:2: flow may not import memory',
    ],
    [
      'types count as well',
      'src/memory/a.ts',
      "import type { x } from '../flow/flow.ts'",
      'memory may not import flow',
    ],
    ['a re-export', 'src/numbers/a.ts', "export { x } from '../flow/flow.ts'", 'numbers may not import flow'],
    [
      'a re-export of types',
      'src/numbers/a.ts',
      "export type { X } from '../flow/flow.ts'",
      'numbers may not import flow',
    ],
    [
      'a re-export of everything',
      'src/numbers/a.ts',
      "export * from '../flow/flow.ts'",
      'numbers may not import flow',
    ],
    [
      'a dynamic import',
      'src/numbers/a.ts',
      "const x = await import('../flow/flow.ts')",
      'numbers may not import flow',
    ],
    [
      'a dynamic import inside a template',
      'src/numbers/a.ts',
      `\`${PLACE}{ a: await import('../flow/flow.ts') }.a}\``,
      'numbers may not import flow',
    ],
    ['a computed import', 'src/main.ts', 'await import(name)', 'src/main.ts:1: a computed import'],
    [
      'an import for its effects',
      'src/numbers/a.ts',
      "import '../flow/flow.ts'",
      'numbers may not import flow',
    ],
    [
      'an import over several lines',
      'src/numbers/a.ts',
      "import {\n  x,\n} from '../flow/flow.ts'",
      'src/numbers/a.ts:1: numbers may not',
    ],
    [
      'what lies behind a door',
      'src/host/a.ts',
      "import { x } from '../memory/sqlite.ts'",
      'src/memory/sqlite.ts is inside memory',
    ],
    [
      'a door deeper in the room',
      'src/host/a.ts',
      "import { x } from '../platform/slack/platform.ts'",
      'is inside platform',
    ],
    ['the committer', 'src/cli/a.ts', "import { x } from '../sqlite/open.ts'", 'cli may not import sqlite'],
    ['the root', 'src/cli/a.ts', "import { x } from '../main.ts'", 'cli may not import main'],
    [
      'a clock as a value',
      'src/host/a.ts',
      "import { systemClock } from '../clock.ts'",
      'clock as types only',
    ],
    [
      'types that load the file all the same',
      'src/host/a.ts',
      "import { type Clock } from '../clock.ts'",
      'clock as types only',
    ],
    [
      'a default import by the name of type',
      'src/host/a.ts',
      "import type from '../clock.ts'",
      'clock as types only',
    ],
    [
      'a foreign package',
      'src/interview/a.ts',
      "import { z } from 'zod'",
      'interview may not import the package zod',
    ],
    [
      'a package with a scope',
      'src/flow/a.ts',
      "import x from '@slack/web-api/deep.js'",
      'the package @slack/web-api',
    ],
    ['a part of a foreign package', 'src/interview/a.ts', "import { z } from 'zod/mini'", 'the package zod;'],
    [
      'a built-in module in a pure room',
      'src/flow/a.ts',
      "import type { x } from 'node:fs'",
      'flow is pure and may not import node:fs',
    ],
    [
      'a built-in module that looks like a package',
      'src/host/a.ts',
      "import { x } from 'fs'",
      'write "node:fs"',
    ],
    [
      'the process as a module',
      'src/host/a.ts',
      "import { env } from 'node:process'",
      'read in src/main.ts alone',
    ],
    [
      'SQLite as a value',
      'src/memory/a.ts',
      "import { DatabaseSync } from 'node:sqlite'",
      'only sqlite opens node:sqlite',
    ],
    [
      'outside of src',
      'src/host/a.ts',
      "import { x } from '../../tests/memory/contract.ts'",
      'lies outside src/',
    ],
    ['a room without a row', 'src/attic/a.ts', 'export const x = 1', 'the room "attic" is not in'],
  ])
})

describe('imports that are in order', () => {
  each(wrongWays, [
    [
      'the contract of an edge',
      'src/host/a.ts',
      "import { StaleRevision } from '../memory/memory.ts'",
      undefined,
    ],
    ['a neighbour', 'src/memory/a.ts', "import { x } from './lists.ts'", undefined],
    [
      'a neighbour of a folder below',
      'src/interview/score/a.ts',
      "import { x } from '../verdict.ts'",
      undefined,
    ],
    ['a clock as a type', 'src/mailbox/a.ts', "import type { Clock } from '../clock.ts'", undefined],
    ['SQLite as a type', 'src/memory/a.ts', "import type { StatementSync } from 'node:sqlite'", undefined],
    [
      'everything at the root',
      'src/main.ts',
      "await import('./memory/sqlite.ts'); await import('./sqlite/open.ts')",
      undefined,
    ],
    [
      'an import in a comment',
      'src/flow/a.ts',
      "// import '../memory/memory.ts'\n/* import('../host/host.ts') */",
      undefined,
    ],
    ['an import in a text', 'src/flow/a.ts', 'const x = "import \'../memory/memory.ts\'"', undefined],
    [
      'an import in a template',
      'src/flow/a.ts',
      `const x = \`${PLACE}{ y: 1 }.y} import '../memory/memory.ts'\``,
      undefined,
    ],
    [
      'an import in a regular expression',
      'src/flow/a.ts',
      "const x = /'/; const y = /import\\('fs'\\)/",
      undefined,
    ],
    ['a member called import', 'src/flow/a.ts', "x.import('fs')", undefined],
    [
      'a parameter called from',
      'src/flow/a.ts',
      "export const f = ({ from }: S) => from === 'fs'",
      undefined,
    ],
  ])
})

describe('circles', () => {
  const file = (name: string, ...targets: string[]) =>
    sourceOf(
      `src/flow/${name}.ts`,
      targets.map((target) => `import type { x } from './${target}.ts'`).join('\n'),
    )

  test('two files', () => {
    const [found, ...more] = circles([file('b', 'a'), file('a', 'b')])
    expect(found).toContain(
      'src/flow/a.ts:1: files import one another in a circle: src/flow/a.ts -> src/flow/b.ts -> src/flow/a.ts.',
    )
    expect(more).toEqual([])
  })

  test('a file and itself', () => expect(circles([file('a', 'a')])).toHaveLength(1))

  test('three files behind a fourth, at the line of the import', () => {
    const found = circles([file('start', 'c'), file('a', 'far', 'b'), file('b', 'c'), file('c', 'a')])
    expect(found).toHaveLength(1)
    expect(found[0]).toContain('src/flow/a.ts:2: ')
  })

  test('two ways to one file are none', () => {
    expect(circles([file('a', 'b', 'c'), file('b', 'd'), file('c', 'd'), file('d')])).toEqual([])
  })
})

describe('impurity', () => {
  each(impurities, [
    [
      'the time',
      'src/flow/a.ts',
      '\n\nconst x = Date.now()',
      'src/flow/a.ts:3: flow is pure and may not use Date.now',
    ],
    ['the time as a function', 'src/prompt/a.ts', 'f(Date.now)', 'prompt is pure and may not use Date.now'],
    ['a date of now', 'src/practice/a.ts', 'const x = new Date()', 'may not use new Date() without a time'],
    ['a date of now without parentheses', 'src/flow/a.ts', 'const x = new Date', 'new Date() without a time'],
    ['a date as text', 'src/flow/a.ts', 'const x = Date()', 'Date()'],
    ['the time by Temporal', 'src/practice/a.ts', 'const x = Temporal.Now.instant()', 'Temporal.Now'],
    [
      'Temporal by another name',
      'src/practice/a.ts',
      "import { Temporal as T } from 'temporal-polyfill'",
      'Temporal',
    ],
    ['chance', 'src/interview/a.ts', 'const x = Math.random()', 'Math.random'],
    ['chance by another way', 'src/interview/a.ts', "const x = Math['random']()", 'Math.random'],
    ['the process', 'src/numbers/a.ts', 'const x = process.pid', 'process'],
    ['a timer', 'src/interview/a.ts', 'setTimeout(f, 1)', 'setTimeout'],
    ['the stopwatch', 'src/interview/a.ts', 'const t = performance.now()', 'performance'],
    ['the console', 'src/flow/a.ts', 'console.log(1)', 'console'],
    ['the console in a choice', 'src/flow/a.ts', 'const x = quiet ? console : other', 'console'],
    ['the console in a template', 'src/flow/a.ts', `const x = \`a${PLACE}console.log(1)}b\``, 'console'],
    ['random ids', 'src/interview/a.ts', 'const id = crypto.randomUUID()', 'crypto'],
    ['the globals by name', 'src/flow/a.ts', "globalThis['Date'].now()", 'globalThis'],
    ['where the file lies', 'src/flow/a.ts', 'const x = import.meta.dirname', 'import.meta'],
    ['a given time', 'src/flow/a.ts', 'const x = new Date(at); const y = Date.UTC(2030, 0)', undefined],
    [
      'a member of that name',
      'src/flow/a.ts',
      'x.process(); y?.performance; const z = { console: 1 }',
      undefined,
    ],
    ['a word in a text', 'src/flow/a.ts', 'const x = "setTimeout"; // console', undefined],
    ['an impure room', 'src/host/a.ts', 'setTimeout(f, Date.now())', undefined],
  ])
})

describe('readers of the environment', () => {
  each(environmentReaders, [
    [
      'plainly',
      'src/cli/a.ts',
      'const x = process.env.HOME',
      'src/cli/a.ts:1: process.env is read in src/main.ts alone',
    ],
    ['if there is one', 'src/config.ts', 'const x = process?.env', 'src/config.ts:1: '],
    ['with brackets', 'src/cli/a.ts', "const x = process['env']", 'src/cli/a.ts:1: '],
    ['by taking it apart', 'src/cli/a.ts', 'const { env } = process', 'src/cli/a.ts:1: '],
    ['by handing it on', 'src/cli/a.ts', 'run(process)', 'src/cli/a.ts:1: '],
    ['the root may', 'src/main.ts', 'config(process.env)', undefined],
    ['other members', 'src/cli/a.ts', 'process.stdin.on("data", f)', undefined],
    ['another thing of that name', 'src/cli/a.ts', 'step.process.env', undefined],
  ])
})

describe('size, names and exports', () => {
  each(tooLong, [
    ['a line too many', 'src/flow/a.ts', 'x\n'.repeat(MOST_LINES + 1), 'src/flow/a.ts:201: 201 lines'],
    ['just enough', 'src/flow/a.ts', 'x\n'.repeat(MOST_LINES), undefined],
  ])
  each(drawers, [
    ['a folder', 'src/utils/a.ts', '', 'src/utils/a.ts:1: nothing is called utils'],
    ['a file', 'src/flow/helpers.ts', '', 'nothing is called'],
    ['types', 'src/flow/types.ts', '', 'nothing is called'],
    ['more than one word', 'src/flow/common.words.ts', '', 'nothing is called'],
    ['a name that says something', 'src/flow/function-words.ts', '', undefined],
  ])
  each(vagueExports, [
    ['a default', 'src/flow/a.ts', '\nexport default 1', 'src/flow/a.ts:2: no default exports'],
    ['a default by another name', 'src/flow/a.ts', 'export { x as default }', 'no default exports'],
    ['everything', 'src/flow/a.ts', "export * from './b.ts'", 'no "export *"'],
    ['everything under a name', 'src/flow/a.ts', "export * as b from './b.ts'", 'no "export *"'],
    ['every type', 'src/flow/a.ts', "export type * from './b.ts'", 'no "export *"'],
    [
      'a name',
      'src/flow/a.ts',
      "export const x = 1\nexport { y } from './b.ts'\nexport type Z = 1",
      undefined,
    ],
  ])

  test('the median is the middle one', () => {
    expect(medianLines(['a', 'a\nb\nc\n', 'a\nb'].map((text, n) => sourceOf(`src/${n}.ts`, text)))).toBe(2)
  })
})

describe('implementations without their suite', () => {
  const contract = "import type { Memory } from './memory.ts'\n"
  const held = sourceOf(
    'tests/memory/a.test.ts',
    "import { a } from '../../src/memory/a.ts'\nimport { memoryContract } from './contract.ts'\nmemoryContract('a', a)",
  )

  test.each([
    ['a function', 'export const a = (x: X): Memory => ({})'],
    ['a function that takes its time', 'export const a = async (): Promise<Memory> => ({})'],
    ['a declared function', 'export function a(): Memory {}'],
    ['a value', 'export const a: Memory = {}'],
    ['a value that satisfies', 'export const a = {} satisfies Memory'],
    [
      'a function of something more',
      'export const a = (): Disk => ({}); type Disk = Memory & { spin(): void }',
    ],
  ])('%s is found, and lacks a test', (_, text) => {
    const source = sourceOf('src/memory/a.ts', contract + text)
    expect(unheld([source], [])).toEqual([
      "src/memory/a.ts:2: implements Memory, and no test that imports it calls memoryContract. Every edge runs its contract's suite.",
    ])
    expect(unheld([source], [held])).toEqual([])
  })

  test.each([
    [
      'a test that only imports the suite',
      "import { a } from '../../src/memory/a.ts'\nimport { memoryContract } from './contract.ts'",
    ],
    ['a test of something else', "import { memoryContract } from './contract.ts'\nmemoryContract('b', b)"],
    ['a test of its types', "import type { A } from '../../src/memory/a.ts'\nmemoryContract('b', b)"],
  ])('%s does not count', (_, text) => {
    const source = sourceOf('src/memory/a.ts', `${contract}export const a = (): Memory => ({})`)
    expect(unheld([source], [sourceOf('tests/memory/a.test.ts', text)])).toHaveLength(1)
  })

  test.each([
    ['a parameter', `${contract}export const a = (memory: Memory): void => {}`],
    ['a field', `${contract}export type A = { memory: Memory }`],
    ['another thing of that name', 'type Memory = number\nexport const a = (): Memory => 1'],
  ])('%s is none', (_, text) => {
    expect(implementations([sourceOf('src/memory/a.ts', text)])).toEqual([])
  })
})
