import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { checkPostgres } from '../../src/postgres/doctor.ts'
import { DatabaseError, type Fault, nameOf } from '../../src/postgres/error.ts'
import { lookIntoPostgres, type OpenOptions, openPostgres } from '../../src/postgres/open.ts'
import { postgresRows } from '../../src/postgres/rows.ts'
import { VERSION } from '../../src/postgres/schema.ts'
import { withPostgres } from './server.ts'

const refusal = async (url: string, options?: OpenOptions): Promise<DatabaseError> => {
  const error: unknown = await openPostgres(url, options).then(
    async (database) => {
      await database.close()
      return expect.unreachable(`${nameOf(url)} was opened.`)
    },
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(DatabaseError)
  return error as DatabaseError
}

const expectRefusal = async (
  url: string,
  fault: Fault,
  says: RegExp,
  options?: OpenOptions,
): Promise<void> => {
  const error = await refusal(url, options)
  expect(error.message).toMatch(says)
  expect(error.fault).toBe(fault)
  expect(error.message).toContain(nameOf(url))
  const { password } = new URL(url)
  if (password) expect(`${error.message} ${error.stack}`).not.toContain(password)
}

const changed = (url: string, change: (url: URL) => void): string => {
  const other = new URL(url)
  change(other)
  return other.href
}

/** A line to a database that can be held: what is sent then arrives nowhere. */
const lineTo = async (url: string): Promise<{ url: string; hold(): void }> => {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  const line = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => {}).pipe(other)
    }
  }).listen(0, '127.0.0.1')
  await once(line, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    line.close()
  })
  const address = line.address()
  return {
    url: changed(url, (it) => {
      it.host = `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
    }),
    hold() {
      for (const socket of sockets) socket.unpipe()
    },
  }
}

test('a name has neither the password nor the settings of the address', () => {
  expect(nameOf('postgres://me:secret@host:5433/data?sslmode=require')).toBe('postgres://me@host:5433/data')
  expect(nameOf('secret')).toBe('the database')
})

test('a server that is not there is said so, with where to look', async () => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  const port = typeof address === 'object' ? address?.port : 0
  await new Promise((done) => probe.close(done))
  const url = `postgres://me:hush-hush@127.0.0.1:${port}/data`
  await expectRefusal(url, 'unreachable', /does not answer.*DATABASE_URL/)
  await expectRefusal('postgres://me:hush-hush@nowhere.invalid/data', 'unreachable', /does not answer/)
  expect(await checkPostgres(url)).toMatchObject({
    ok: false,
    mend: expect.stringMatching(/does not answer/),
  })
})

test('a server that takes the connection and then says nothing is given up', {
  timeout: 20_000,
}, async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1')
  onTestFinished(() => void silent.close())
  await once(silent, 'listening')
  const address = silent.address()
  const url = `postgres://me@127.0.0.1:${typeof address === 'object' ? address?.port : 0}/data`
  await expectRefusal(url, 'unreachable', /does not answer/)
})

withPostgres('opening PostgreSQL', (server) => {
  const opened = async (url: string, options?: OpenOptions) => {
    const database = await openPostgres(url, options)
    onTestFinished(() => database.close())
    return database
  }

  /** A user of its own, without any rights but to connect. */
  const stranger = async (url: string): Promise<string> => {
    const name = `stranger_${process.pid}_${++strangers}`
    await server().admin(`CREATE ROLE ${name} LOGIN PASSWORD 'hush-hush'`)
    onTestFinished(async () => {
      await server().admin(`DROP OWNED BY ${name}`, url)
      await server().admin(`DROP ROLE ${name}`)
    })
    return changed(url, (it) => {
      it.username = name
      it.password = 'hush-hush'
    })
  }
  let strangers = 0

  test('makes its schema once, also when many start together, and opens it again', async () => {
    const url = await server().database()
    const all = await Promise.all(Array.from({ length: 6 }, () => openPostgres(url, { connections: 1 })))
    expect(await all[0]?.query('SELECT version FROM mlsd.version')).toEqual([{ version: VERSION }])
    await all[0]?.query(`INSERT INTO mlsd.list VALUES ('k', 0, '1')`)
    await Promise.all(all.map((database) => database.close()))
    const again = await opened(url, { readOnly: true })
    expect(await again.query('SELECT key FROM mlsd.list WHERE n = $1', [0])).toEqual([{ key: 'k' }])
  })

  test('more than it does at once waits for its turn; for too long is said so, and not that nobody answers', async () => {
    const database = await openPostgres(await server().database(), { connections: 2, patience: 1_000 })
    onTestFinished(() => database.close())
    const asked = (seconds: number) => database.query('SELECT pg_sleep($1)', [seconds])
    const all = Promise.allSettled([asked(0.3), asked(2), asked(2), asked(0)])
    await new Promise((done) => setTimeout(done, 600))
    expect(database.waited()).toBeGreaterThan(300)
    const [, , second, last] = await all
    expect(second).toMatchObject({ status: 'fulfilled' })
    expect(last).toMatchObject({ status: 'rejected', reason: { fault: 'busy', name: 'DatabaseError' } })
    expect(last).toHaveProperty('reason.message', expect.stringMatching(/does not keep up.*free connection/))
    expect(database.waited()).toBe(0)
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  test('what takes too long is told from what is not there', async () => {
    const url = await server().database()
    await opened(url)
    const database = await opened(`${url}?statement_timeout=1500`)
    const error = await database.query('SELECT pg_sleep(60)').catch((reason: unknown) => reason)
    expect(error).toMatchObject({ fault: 'busy', message: expect.stringMatching(/took too long/) })
  })

  test('a server that has gone silent is not said to have too much to do', async () => {
    const { url, hold } = await lineTo(await server().database())
    const database = await openPostgres(`${url}?query_timeout=2500`, { connections: 1, patience: 500 })
    await database.query('SELECT 1')
    hold()
    const asked = Promise.allSettled([database.query('SELECT 1'), database.query('SELECT 2')])
    await new Promise((done) => setTimeout(done, 2_200))
    expect(database.waited()).toBe(0)
    expect(await asked).toMatchObject([
      { status: 'rejected', reason: { fault: 'unreachable' } },
      { status: 'rejected', reason: { fault: 'unreachable', message: expect.stringMatching(/gone silent/) } },
    ])
  }, 10_000)

  test('keys are in the order of code points, whatever the order of the database', async () => {
    const database = await opened(await server().database())
    const rows = await database.query(`
      INSERT INTO mlsd.list SELECT unnest('{a,B,é,z}'::text[]), 0, '1' RETURNING 1`)
    expect(rows).toHaveLength(4)
    const keys = await database.query('SELECT key FROM mlsd.list ORDER BY key')
    expect(keys.map(({ key }) => key)).toEqual(['B', 'a', 'z', 'é'])
  })

  test('a wrong password, an unknown user and an unknown database are told apart, without the password', async () => {
    const url = await server().database()
    const wrong = changed(url, (it) => {
      it.password = 'hush-hush'
    })
    await expectRefusal(wrong, 'refused', /user and the password in DATABASE_URL/)
    const none = changed(url, (it) => {
      it.password = ''
    })
    await expectRefusal(none, 'refused', /user and the password in DATABASE_URL/)
    const nowhere = changed(url, (it) => {
      it.pathname = '/nowhere'
    })
    await expectRefusal(nowhere, 'missing', /createdb/)
    expect(await checkPostgres(wrong)).toMatchObject({ ok: false, mend: expect.not.stringContaining('hush') })
  })

  test('a reader makes nothing; what an older mlsd wrote is left for a writer', async () => {
    const url = await server().database()
    await expectRefusal(url, 'unmade', /Start mlsd once/, { readOnly: true })
    expect(await lookIntoPostgres(url)).toBeUndefined()
    expect(await server().admin(`SELECT 1 FROM pg_namespace WHERE nspname = 'mlsd'`, url)).toEqual([])
    expect(await checkPostgres(url)).toMatchObject({
      ok: true,
      says: expect.stringMatching(/nothing is stored yet/),
    })
    await (await openPostgres(url)).close()
    await server().admin('UPDATE mlsd.version SET version = version - 1', url)
    await expectRefusal(url, 'older', /older mlsd.*Start mlsd once/, { readOnly: true })
    expect(await checkPostgres(url)).toMatchObject({
      ok: true,
      says: expect.stringMatching(/older mlsd and is carried over at the next start/),
    })
  })

  test('one that was moved away, or is to be moved into, is not what counts until that is over', async () => {
    const url = await server().database()
    const rows = postgresRows(await opened(url))
    const expected = { what: 'data', ok: false, says: `${nameOf(url)} is not what counts` }
    await rows.note({ moved: { to: '/home/mlsd.db' } })
    expect(await checkPostgres(url)).toEqual({
      ...expected,
      mend: expect.stringMatching(/was moved to \/home\/mlsd\.db, and goes on there/),
    })
    await rows.note({ progress: { from: '/home/mlsd.db', table: 'list', after: null } })
    expect(await checkPostgres(url)).toEqual({
      ...expected,
      mend: expect.stringMatching(
        /The move from \/home\/mlsd\.db to .* is not finished\. Repeat "mlsd migrate postgres"/,
      ),
    })
    await rows.note({})
    expect(await checkPostgres(url)).toMatchObject({ ok: true })
  })

  test('what a newer mlsd wrote is refused, unless it said that this one can work beside it', async () => {
    const url = await server().database()
    await (await openPostgres(url)).close()
    await server().admin(`INSERT INTO mlsd.version (version, needs) VALUES (998, ${VERSION})`, url)
    await (await openPostgres(url)).close()
    await server().admin('INSERT INTO mlsd.version (version, needs) VALUES (999, 999)', url)
    await expectRefusal(url, 'newer', /format is 999.*Update mlsd/)
    await expectRefusal(url, 'newer', /Update mlsd/, { readOnly: true })
    expect(await checkPostgres(url)).toMatchObject({ ok: false, mend: expect.stringMatching(/Update mlsd/) })
  })

  test("another program's schema of the same name is left as it is", async () => {
    const url = await server().database()
    await server().admin('CREATE SCHEMA mlsd; CREATE TABLE mlsd.cake (slice int)', url)
    await expectRefusal(url, 'foreign', /use another database/)
    expect(await server().admin('SELECT * FROM mlsd.cake', url)).toEqual([])
  })

  test('a user who may not make a schema, or not use it, is told what to grant', async () => {
    const url = await server().database()
    const strange = await stranger(url)
    const owns = async (said: string) => {
      const [grants = ''] = /GRANT .*;$/.exec(said) ?? []
      await server().admin(grants, url)
    }
    await expectRefusal(strange, 'rights', /GRANT CREATE/)
    const unmade = await checkPostgres(strange)
    expect(unmade).toMatchObject({ ok: false, mend: expect.stringMatching(/GRANT CREATE/) })
    await (await openPostgres(url)).close()
    await expectRefusal(strange, 'rights', /GRANT USAGE ON SCHEMA mlsd/)
    const { username } = new URL(strange)
    await server().admin(
      `GRANT USAGE ON SCHEMA mlsd TO ${username}; GRANT SELECT ON ALL TABLES IN SCHEMA mlsd TO ${username}`,
      url,
    )
    await expectRefusal(strange, 'rights', /GRANT ALL ON ALL TABLES/)
    expect(await checkPostgres(strange)).toMatchObject({
      ok: false,
      mend: expect.stringMatching(/GRANT ALL/),
    })
    // What it is told to do is what it takes.
    await owns((await refusal(strange)).message)
    const database = await opened(strange)
    await database.query(`SELECT mlsd.post('k', 'id', 0, '{}', 0)`)
  })

  test('a server that is too old is told from a new one, and nothing is made in it', async () => {
    const url = await server().database()
    // As a server of that age would answer: what is asked of it is found here before its own.
    await server().admin(
      `CREATE FUNCTION public.current_setting(name text) RETURNS text LANGUAGE sql AS
        $$ SELECT CASE name WHEN 'server_version_num' THEN '130018' ELSE pg_catalog.current_setting(name) END $$`,
      url,
    )
    const old = `${url}?options=-c%20search_path%3Dpublic,pg_catalog`
    await expectRefusal(old, 'old', /runs on PostgreSQL 13, and mlsd needs 14 or newer\. Update the server/)
    expect(await checkPostgres(old)).toMatchObject({
      ok: false,
      mend: expect.stringMatching(/PostgreSQL 13/),
    })
    expect(await server().admin(`SELECT 1 FROM pg_namespace WHERE nspname = 'mlsd'`, url)).toEqual([])
  })

  test('a user who may make a schema after all, by what is told', async () => {
    const url = await server().database()
    const strange = await stranger(url)
    const { mend = '' } = (await checkPostgres(strange)) as { mend?: string }
    await server().admin(/GRANT .*;$/.exec(mend)?.[0] ?? '', url)
    await (await openPostgres(strange)).close()
    expect(await checkPostgres(strange)).toMatchObject({ ok: true })
  })

  test('an encryption that is not to be had is told from a server that is not there', async () => {
    const url = await server().database()
    await expectRefusal(`${url}?sslmode=verify-full`, 'encryption', /does not support SSL.*sslmode=disable/)
  })

  test('a database of another encoding, and one that takes no writes, are refused', async () => {
    const name = `mlsd_latin_${process.pid}`
    await server().admin(
      `CREATE DATABASE ${name} ENCODING LATIN1 LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0`,
    )
    const url = await server().database()
    const latin = changed(url, (it) => {
      it.pathname = `/${name}`
    })
    await expectRefusal(latin, 'encoding', /createdb -E UTF8/)
    await server().admin(
      `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET default_transaction_read_only = on`,
    )
    await expectRefusal(url, 'read-only', /Name the primary/)
  })

  test('a migration that fails half-way leaves nothing behind', async () => {
    const url = await server().database()
    await server().admin('CREATE SCHEMA mlsd', url)
    await server().admin(
      'CREATE FUNCTION mlsd.drop_key(of_key text) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
      url,
    )
    expect((await refusal(url)).message).toMatch(/drop_key/)
    expect(
      await server().admin(
        `SELECT 1 FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace WHERE s.nspname = 'mlsd'`,
        url,
      ),
    ).toEqual([])
    await server().admin('DROP FUNCTION mlsd.drop_key(text)', url)
    await (await openPostgres(url)).close()
    expect(await checkPostgres(url)).toMatchObject({
      ok: true,
      says: expect.stringMatching(/PostgreSQL \d+.*, \d+\.\d MB/),
    })
  })
})
