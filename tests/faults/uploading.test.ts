/** A connection to Discord that breaks while a file is sent ends that call, and not the process. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const CLIENT = new URL('../../src/platform/discord/hearing/client.ts', import.meta.url).href

/** Whoever asks a model has used `fetch` by then; a rejection that nobody has ends a process. */
const PROGRAM = `
  import { once } from 'node:events'
  import { createServer } from 'node:net'
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => socket.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = 'http://127.0.0.1:' + server.address().port
  await fetch(url).catch(() => {})
  const { restOf } = await import(${JSON.stringify(CLIENT)})
  const { rest, stop } = restOf({ token: 'token', apiUrl: url + '/api' })
  const file = { name: 'report.md', data: Buffer.alloc(9_000), contentType: 'text/plain' }
  for (let n = 0; n < 10; n += 1)
    await rest.post('/channels/1/messages', { body: {}, files: [file, file, file] }).catch((error) => console.log(error.code))
  await new Promise((done) => setTimeout(done, 50))
  stop()
  server.close()
`

test('a file that is not taken ends no process, also where something was fetched before', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', PROGRAM])
  expect(stdout.trim().split('\n')).toHaveLength(10)
})
