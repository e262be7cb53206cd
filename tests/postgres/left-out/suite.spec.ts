/** A suite that needs PostgreSQL, to be run by itself where there is none. */
import { expect, test } from 'vitest'
import { withPostgres } from '../server.ts'

withPostgres('a suite', (server) => {
  test('asks for a database', async () => {
    expect(await server().database()).toMatch(/^postgres:/)
  })
})
