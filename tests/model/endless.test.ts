/** An endpoint that means harm: it sends without end, or leads elsewhere; by real sockets. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { asking, failureOf } from './contract.ts'
import { KEY, modelAt } from './house.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A server that counts what it got rid of. */
const serving = async (answer: Answer) => {
  const seen: IncomingMessage['headers'][] = []
  const server = createServer((request, response) => {
    seen.push(request.headers)
    response.on('error', () => {})
    request.resume().once('end', () => answer(request, response))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, seen }
}

/** Writes the same again and again, as fast as it is taken; `sent` counts. */
const without = (
  end: { sent: number },
  status: number,
  type: string,
  first: string,
  again: string,
): Answer => {
  const bytes = Buffer.from(again)
  return (_, response) => {
    response.writeHead(status, { 'content-type': type })
    response.write(first)
    const more = (): void => {
      while (!response.destroyed) {
        end.sent += bytes.byteLength
        if (end.sent > 512 * 1_048_576) return void response.destroy()
        if (!response.write(bytes)) return void response.once('drain', more)
      }
    }
    more()
  }
}

const chunk = (content: string) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`

test.each<[string, number, string, string, string]>([
  ['an answer', 200, 'text/event-stream', chunk('{"say": "'), chunk('x'.repeat(2_000))],
  [
    'a line of an answer',
    200,
    'text/event-stream',
    'data: {"choices": [{"delta": {"content": "',
    'x'.repeat(65_536),
  ],
  [
    'thoughts',
    200,
    'text/event-stream',
    '',
    `data: {"choices":[{"delta":{"reasoning":"${'x'.repeat(4_000)}"}}]}\n\n`,
  ],
  ['an error', 400, 'application/json', '{"error": {"message": "', 'x'.repeat(65_536)],
])(
  '%s without an end is given up, and not kept',
  { timeout: 60_000 },
  async (_, status, type, first, again) => {
    const end = { sent: 0 }
    const { url } = await serving(without(end, status, type, first, again))
    const { model } = modelAt(url, { world: { clock: systemClock() } })
    const failure = await failureOf(model.ask(asking()))
    expect(failure.kind).toMatch(/unreachable|refused/)
    expect(failure.message.length).toBeLessThan(2_000)
    expect(end.sent).toBeLessThan(500 * 1_048_576)
  },
)

test.each([301, 302, 303, 307, 308])('a redirect (%i) shows the key to nobody else', async (status) => {
  const other = await serving((_, response) => response.end('{}'))
  const { url, seen } = await serving((_, response) => {
    response.writeHead(status, { location: `${other.url}/chat/completions` })
    response.end()
  })
  const { model } = modelAt(url, { world: { clock: systemClock() } })
  expect((await failureOf(model.ask(asking()))).kind).toBe('refused')
  expect(seen[0]?.authorization).toBe(`Bearer ${KEY}`)
  expect(other.seen).toEqual([])
})
