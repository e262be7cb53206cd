import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { configOf } from '../src/config.ts'
import { findCommand } from '../src/platform/commands.ts'
import { dataFolder, mlsd } from './cli/run.ts'
import {
  codeOf,
  commandsIn,
  foreignIn,
  newestIn,
  pathsIn,
  scriptsIn,
  settingsIn,
  without,
} from './docs/claims.ts'
import { sourcesUnder } from './rooms/source.ts'

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
const exists = (path: string) => existsSync(new URL(`../${path}`, import.meta.url))

const DOCUMENTS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md']
const project: {
  version: string
  scripts: Record<string, string>
  dependencies: object
  devDependencies: object
} = JSON.parse(read('package.json'))
const text = Object.fromEntries(DOCUMENTS.map((file) => [file, without(read(file), 'transcript')]))

/** Claims of all documents that do not hold, as `README.md:12: …`. */
const untrue = <T extends { line: number }>(
  claims: (document: string) => T[],
  fault: (claim: T) => string | undefined,
): string[] =>
  DOCUMENTS.flatMap((file) =>
    claims(text[file] ?? '').flatMap((claim) => {
      const found = fault(claim)
      return found === undefined ? [] : [`${file}:${claim.line}: ${found}`]
    }),
  )

const pages = new Map<string, Promise<string>>()

/** What a command's help says; each is asked once. */
const help = (words: readonly string[]): Promise<string> => {
  const key = words.join(' ')
  const known = pages.get(key) ?? helpOf(words)
  pages.set(key, known)
  return known
}

const helpOf = async (words: readonly string[]): Promise<string> => {
  const { code, out } = await mlsd(dataFolder(), [...words, '--help'])
  expect(code, words.join(' ')).toBe(0)
  return out
}

/** The commands that a help page lists. */
const listed = (page: string): string[] => {
  const [, after = ''] = page.split('\nCommands:\n')
  return [...(after.split('\n\n')[0] ?? '').matchAll(/^ {2}([a-z][a-z-]*)/gm)].map(([, name = '']) => name)
}

/** What is wrong with a command as a document gives it. */
const wrongWith = async (words: readonly string[], flags: readonly string[]): Promise<string | undefined> => {
  const known: string[] = []
  for (const word of words) {
    const commands = listed(await help(known))
    if (commands.length === 0) break // What follows are arguments.
    if (!commands.includes(word))
      return `there is no "mlsd ${[...known, word].join(' ')}"; there are ${commands.join(', ')}.`
    known.push(word)
  }
  const page = await help(known)
  const missing = flags.filter((flag) => !new RegExp(`${flag}\\b`).test(page))
  return missing.length === 0 ? undefined : `"mlsd ${known.join(' ')}" has no ${missing.join(', ')}.`
}

/** Every setting of ours that the sources read, beside those that belong to the system. */
const settings = (): string[] => {
  const names = sourcesUnder('src')
    .filter(({ path }) => /^src\/config[./]/.test(path))
    .flatMap(({ tokens }) => tokens.map(({ text }) => text))
    .filter((name) => /^((MLSD|OPENAI|OTEL|SLACK|DISCORD)_[A-Z_]+|PORT|PUBLIC_URL|DATABASE_URL)$/.test(name))
  expect(names.length).toBeGreaterThan(15)
  return [...new Set(names)].toSorted()
}

test('the README names exactly the two commands that matter', () => {
  const commands = codeOf(text['README.md'] ?? '').filter(({ text }) => text.includes('&& npm'))
  expect(commands.map(({ text }) => text)).toEqual(['npm ci && npm start', 'npm ci && npm test'])
})

test('every script that a document calls exists, and so does what it runs', () => {
  expect(
    untrue(scriptsIn, ({ script }) =>
      script in project.scripts ? undefined : `package.json has no script "${script}".`,
    ),
  ).toEqual([])
  const runs = Object.values(project.scripts).flatMap((script) =>
    [...script.matchAll(/\bnode (\S+)/g)].map(([, file = '']) => file),
  )
  expect(runs.length).toBeGreaterThan(2)
  expect(runs.filter((file) => !exists(file))).toEqual([])
})

test('every mlsd command that a document gives exists, with its flags', async () => {
  const faults: string[] = []
  for (const file of DOCUMENTS) {
    for (const { words, flags, line } of commandsIn(text[file] ?? '')) {
      const fault = await wrongWith(words, flags)
      if (fault !== undefined) faults.push(`${file}:${line}: ${fault}`)
    }
  }
  expect(faults).toEqual([])
})

test('the README names every command of mlsd', async () => {
  const named = new Set(commandsIn(text['README.md'] ?? '').map(({ words }) => words[0]))
  const commands = listed(await help([])).filter((command) => command !== 'help')
  expect(commands.length).toBeGreaterThan(9)
  expect(commands.filter((command) => !named.has(command))).toEqual([])
})

test('every command of the talk that the README gives exists', () => {
  const given = codeOf(text['README.md'] ?? '').flatMap(
    ({ text }) => /^\/(?:mlsd )?(?!mlsd$)([a-z]+)(?: [^/]*)?$/.exec(text)?.[1] ?? [],
  )
  expect(given.length).toBeGreaterThan(10)
  expect(given.filter((word) => findCommand(word) === undefined)).toEqual([])
})

test('every path that a document names exists', () => {
  expect(pathsIn(text['ARCHITECTURE.md'] ?? '').length).toBeGreaterThan(20)
  const own = new Set(['mlsd.db', ...Object.keys(project.dependencies)])
  expect(
    untrue(pathsIn, ({ path }) => (exists(path) || own.has(path) ? undefined : `${path} does not exist.`)),
  ).toEqual([])
})

test('no document points out of the project', () => {
  expect(untrue(foreignIn, ({ text }) => `points out of the project: ${text}`)).toEqual([])
})

test('the newest version of the changelog is that of the package', () => {
  expect(newestIn(text['CHANGELOG.md'] ?? '')).toBe(project.version)
})

test('ARCHITECTURE.md says of every library why it is there, and of no other', () => {
  const [, libraries = ''] = (text['ARCHITECTURE.md'] ?? '').split('## Libraries')
  const named = [...libraries.matchAll(/^\| `([^`]+)` \| \S/gm)].map(([, name]) => name)
  expect(named.toSorted()).toEqual(
    Object.keys({ ...project.dependencies, ...project.devDependencies }).toSorted(),
  )
})

test('.env.example shows every setting, and no other', () => {
  const shown = settingsIn(read('.env.example'))
  expect(Object.keys(shown).toSorted()).toEqual(settings())
  const { idle, quiet, chatQuiet } = configOf({ HOME: '/home/candidate' })
  expect(configOf(shown)).toMatchObject({ idle, quiet, chatQuiet })
})

test('the README has a row for every setting, and for no other', () => {
  const rows = [...(text['README.md'] ?? '').matchAll(/^\| ((?:`[A-Z_]+`(?:, )?)+) \|/gm)].flatMap(
    ([, names]) => [...(names ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name),
  )
  expect(rows.toSorted()).toEqual(settings())
})

describe('a document that would not do', () => {
  test.each([
    [['rehearse'], [], 'there is no "mlsd rehearse"'],
    [['flows', 'mend'], [], 'there is no "mlsd flows mend"'],
    [['practice'], ['--colour'], '"mlsd practice" has no --colour'],
  ])('%j %j', async (words, flags, fault) => {
    expect(await wrongWith(words, flags)).toContain(fault)
  })

  test.each([
    ['`npx mlsd grade --stage data < a.txt`', [{ words: ['grade'], flags: ['--stage'], line: 1 }]],
    ['\n```sh\nmlsd flows check x.yaml | cat\n```', [{ words: ['flows', 'check'], flags: [], line: 3 }]],
    ['`docker run -it -v mlsd:/data mlsd history`', [{ words: ['history'], flags: [], line: 1 }]],
    ['1. So:\n\n   ```sh\n   npx mlsd history\n   ```', [{ words: ['history'], flags: [], line: 4 }]],
    ['`/mlsd hint`; `node bin/mlsd.js serve`', [{ words: ['serve'], flags: [], line: 1 }]],
    ['`docker build -t mlsd .`, `npx mlsd`, mlsd grades', []],
  ])('%j gives its commands', (markdown, commands) => {
    expect(commandsIn(markdown)).toEqual(commands)
  })

  test('names its scripts, paths and versions', () => {
    expect(scriptsIn('`npm ci && npm test` and `npm run bench`, npm run nothing')).toEqual([
      { script: 'test', line: 1 },
      { script: 'bench', line: 1 },
    ])
    expect(
      pathsIn('`src/a.ts` [b](b.md) [c](https://c.org/d.md)\n`x.yaml` `step` `@a/b` `a b/c`').map(
        ({ path }) => path,
      ),
    ).toEqual(['src/a.ts', 'x.yaml', 'b.md'])
    expect(newestIn('# Changelog\n\n## 1.2.0\n\n## 1.1.0')).toBe('1.2.0')
    expect(settingsIn('# A_B=1 s\nC=\n# A sentence.\n')).toEqual({ A_B: '1 s', C: '' })
  })

  test.each(['see ../notes.md', 'in `/home/somebody/x`', 'at /tmp/x', 'file:///x', 'C:\\x'])(
    '%s points out',
    (line) => {
      expect(foreignIn(`fine\n${line}`)).toEqual([{ text: line, line: 2 }])
    },
  )

  test.each(['from 1/2 to src/tmp/x', '`~/.local/share/mlsd`', 'wait...', 'https://example.org/home'])(
    '%s does not',
    (line) => {
      expect(foreignIn(line)).toEqual([])
    },
  )
})
