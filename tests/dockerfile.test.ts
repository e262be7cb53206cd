import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { configOf } from '../src/config.ts'
import { imageFaults, type Project } from './docker/image.ts'
import { instructionsOf, isIgnored } from './docker/instructions.ts'
import { sourcesUnder } from './rooms/source.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string) => readFileSync(`${root}${file}`, 'utf8')
const dockerfile = read('Dockerfile')

/** What the sources name outside of `src/`: relative paths anywhere, and names of the project's folders in main.ts. */
const readAtRunTime = (): string[] => {
  const here = readdirSync(root)
  return sourcesUnder('src').flatMap(({ path, tokens, imports }) => {
    const imported = new Set(imports.map(({ from }) => from))
    const texts = tokens
      .filter(({ kind, text }) => kind === 'text' && !imported.has(text))
      .map(({ text }) => text)
    const relative = texts
      .filter((text) => /^\.\.?\/[\w.]/.test(text))
      .map((text) => posix.join(posix.dirname(path), text))
    const named = path === 'src/main.ts' ? texts.filter((text) => here.includes(text)) : []
    return [...relative, ...named]
      .filter((target) => here.includes(target.split('/')[0] ?? ''))
      .map((target) => target.replace(/\/$/, ''))
  })
}

/** The port over HTTP where none is set. */
const usualPort = (): number => {
  const { slack } = configOf({ HOME: '/h', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: '1' })
  return slack && 'http' in slack.transport ? slack.transport.http.port : 0
}

const project: Project = {
  port: usualPort(),
  dockerignore: read('.dockerignore'),
  node: /\d+/.exec(JSON.parse(read('package.json')).engines.node)?.[0] ?? '',
  has: (path) => existsSync(`${root}${path}`),
  isFolder: (path) => existsSync(`${root}${path}/`),
  needs: [
    'bin/mlsd.js',
    'src/main.ts',
    'flows/mlsd.yaml',
    'package.json',
    'package-lock.json',
    'LICENSE',
    ...readAtRunTime(),
  ],
  shuns: ['.git/config', '.env', 'node_modules/zod/package.json', 'tests/rooms.test.ts', 'mlsd.db'],
}

test('the image holds what the project needs', () => {
  expect(imageFaults(dockerfile, project)).toEqual([])
})

test('what the sources read at run time is found', () => {
  expect(readAtRunTime().map((path) => path.split('/')[0])).toEqual(
    expect.arrayContaining(['flows', 'package.json']),
  )
})

describe('a Dockerfile that would not do', () => {
  test.each<[what: string, from: string | RegExp, to: string, fault: string]>([
    ['another Node', 'node:24-slim', 'node:22-slim', 'package.json asks for Node 24'],
    ['development packages', ' --omit=dev', '', 'add --omit=dev'],
    ['no packages', 'npm ci', 'npm install', 'nothing installs the packages'],
    [
      'packages before their list',
      'package.json package-lock.json ./',
      'package.json ./',
      'before package-lock.json is copied',
    ],
    ['no flows', 'COPY flows/ flows/', '', 'flows/mlsd.yaml is needed and not copied'],
    ['a file that does not exist', 'COPY LICENSE', 'COPY LICENCE', 'LICENCE is copied and does not exist'],
    ['a folder under another name', 'COPY src/ src/', 'COPY src/ ./', 'src is copied to ./'],
    ['root', 'USER node', 'USER root', 'runs as root'],
    ['nobody named', 'USER node', '', 'runs as root'],
    ['no volume', 'VOLUME /data', '', 'no volume'],
    ['data beside the volume', 'MLSD_HOME=/data', 'MLSD_HOME=/app', 'MLSD_HOME is not /data'],
    ['a volume of root', 'chown node:node', 'chown root:root', 'node does not own /data'],
    [
      'a volume given away too late',
      /(RUN mkdir[\s\S]*?)(ENV[\s\S]*?VOLUME \/data\n)/,
      '$2$1',
      'chown it before VOLUME',
    ],
    ['no health check', /HEALTHCHECK[\s\S]*?"--version"\]/, '', 'no health check'],
    [
      'a health check that checks nothing',
      '["node", "bin/mlsd.js", "--version"]',
      '["true"]',
      'no health check',
    ],
    ['no port', /EXPOSE \d+/, '', 'EXPOSE 3000'],
    ['another port', 'EXPOSE 3000', 'EXPOSE 80', 'the bot listens on 3000'],
    ['a secret', 'NODE_ENV=production', 'API_KEY=abc', 'puts a secret into the image'],
    ['a secret to build with', 'WORKDIR', 'ARG NPM_TOKEN\nWORKDIR', 'puts a secret into the image'],
    [
      'an entry point that is not there',
      /ENTRYPOINT .*/,
      'ENTRYPOINT ["node", "dist/mlsd.js"]',
      'the entry point is not a file of ours',
    ],
    [
      'an entry point through a shell',
      /ENTRYPOINT .*/,
      'ENTRYPOINT node bin/mlsd.js',
      'the entry point is not a file of ours',
    ],
    ['a command instead of the terminal', 'CMD []', 'CMD ["history"]', 'CMD gives arguments'],
  ])('%s', (_, from, to, fault) => {
    const changed = dockerfile.replace(from, to)
    expect(changed).not.toBe(dockerfile)
    expect(imageFaults(changed, project).join('\n')).toContain(fault)
  })

  test('or a .dockerignore', () => {
    const without = (line: string) => ({ ...project, dockerignore: project.dockerignore.replace(line, '') })
    expect(imageFaults(dockerfile, without('!flows')).join('\n')).toContain('flows/mlsd.yaml is needed')
    expect(imageFaults(dockerfile, without('\n*\n')).join('\n')).toContain('lets .env into the image')
  })
})

test('lines that go on are one instruction, named by where it begins', () => {
  expect(instructionsOf('# a\nFROM x\n\nrun a \\\n  # why\n  && b \\\n\n  && c\nCMD []')).toEqual([
    { name: 'FROM', args: 'x', line: 2 },
    { name: 'RUN', args: 'a && b && c', line: 4 },
    { name: 'CMD', args: '[]', line: 9 },
  ])
})

test.each([
  ['*', 'src/a.ts', true],
  ['*\n!src', 'src/a/b.ts', false],
  ['*\n!src\n**/*.md', 'src/a/b.md', true],
  ['src/*.ts', 'src/a/b.ts', false],
  ['.env', '.env.example', false],
])('%j keeps out %s: %s', (ignore, path, out) => {
  expect(isIgnored(ignore, path)).toBe(out)
})
