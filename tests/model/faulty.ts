/**
 * A model server that does what it is told, among it everything that goes wrong:
 *
 *     const server = await faulty()
 *     server.next(status(429, RATE, { 'retry-after': '3' }), answer('{"ok": true}'))   // call by call
 *     server.always(status(500))                                                       // once nothing is left
 *     chat completions at server.url; server.requests holds what was sent; server.close()
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Sent = { path: string; headers: IncomingMessage['headers']; body: Body }
export type Body = Record<string, unknown> & {
  model?: string
  messages?: { role: string; content: string }[]
  response_format?: { type: string }
}

/** One way to behave. */
export type Manner = (response: ServerResponse, sent: Sent) => void | Promise<void>

export type Faulty = {
  /** The base of the API. */
  url: string
  /** What was asked of the chat completions. */
  requests: Sent[]
  next(...manners: Manner[]): void
  always(manner: Manner): void
  models(manner: Manner): void
  /** Whether an answer is on its way that does not wait for anything. */
  owes(): boolean
  close(): Promise<void>
}

/** Starts the server on a free port of this machine. */
export const faulty = async (): Promise<Faulty> => {
  const requests: Sent[] = []
  const queue: Manner[] = []
  let otherwise: Manner = answer('{}')
  let listing: Manner = json(200, {
    object: 'list',
    data: [{ id: 'gpt-4.1-mini', object: 'model', max_model_len: 32_768 }],
  })
  let owed = 0
  const server = createServer(async (request, response) => {
    owed++
    const sent = await sentIn(request)
    if (sent.path.endsWith('/models')) {
      owed--
      return listing(response, sent)
    }
    requests.push(sent)
    const manner = queue.shift() ?? otherwise
    if (!WAITING.has(manner)) response.on('close', () => owed--)
    // Whoever says nothing owes nothing: time may run on.
    if (WAITING.has(manner)) owed--
    await manner(response, sent)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    next: (...manners) => void queue.push(...manners),
    always(manner) {
      otherwise = manner
    },
    models(manner) {
      listing = manner
    },
    owes: () => owed > 0,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

/** What came with a request; rejects where it breaks off. */
export const sentIn = async (request: IncomingMessage): Promise<Sent> => {
  let text = ''
  for await (const part of request.setEncoding('utf8')) text += part
  return { path: request.url ?? '', headers: request.headers, body: text === '' ? {} : JSON.parse(text) }
}

type Told = {
  finish?: string | null
  usage?: object | null
  pieces?: number
  done?: boolean
  before?: object[]
}

const chunk = (delta: object, finish: string | null = null) => ({
  id: 'c',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'any',
  choices: [{ index: 0, delta, finish_reason: finish }],
})

const USAGE = {
  prompt_tokens: 100,
  completion_tokens: 20,
  total_tokens: 120,
  prompt_tokens_details: { cached_tokens: 60 },
}

const begin = (response: ServerResponse): void =>
  void response.writeHead(200, { 'content-type': 'text/event-stream' })
const write = (response: ServerResponse, data: unknown): void =>
  void response.write(`data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`)

/** Answers with a text, in pieces. */
export const answer =
  (text: string, told: Told = {}): Manner =>
  (response) => {
    begin(response)
    say(response, text, told)
  }

/** Shows that it thinks, and answers when it is time. */
export const thinking =
  (until: Promise<void>, text: string): Manner =>
  async (response) => {
    begin(response)
    write(response, chunk({ reasoning_content: 'Hm.' }))
    await until
    say(response, text, {})
  }

const say = (
  response: ServerResponse,
  text: string,
  { finish = 'stop', usage = USAGE, pieces = 5, done = true, before = [] }: Told,
): void => {
  for (const delta of [{ role: 'assistant', content: '' }, ...before]) write(response, chunk(delta))
  const size = Math.max(1, Math.ceil(text.length / pieces))
  for (let at = 0; at < text.length; at += size)
    write(response, chunk({ content: text.slice(at, at + size) }))
  if (finish !== null) write(response, chunk({}, finish))
  if (usage !== null) write(response, { ...chunk({}), choices: [], usage })
  if (done) write(response, '[DONE]')
  response.end()
}

/** Answers with JSON and a status. */
export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Manner =>
  (response) =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(body))

/** Fails as OpenAI does. */
export const status = (
  status: number,
  error: { message?: string; code?: string | null; type?: string } = {},
  headers: Record<string, string> = {},
): Manner => json(status, { error: { message: 'It failed.', type: null, code: null, ...error } }, headers)

/** Begins an answer and breaks the connection. */
export const cut =
  (text: string): Manner =>
  async (response) => {
    begin(response)
    write(response, chunk({ content: text }))
    await new Promise((done) => setTimeout(done, 10))
    response.destroy()
  }

/** Begins an answer and says no more. */
export const stalled: Manner = (response) => {
  begin(response)
  write(response, chunk({ content: '{"say": "Wh' }))
}

/** Takes the request and says nothing. */
export const silent: Manner = () => {}

/** Breaks the connection at once, as a server that is down. */
export const gone: Manner = (response) => void response.destroy()

const WAITING: ReadonlySet<Manner> = new Set([silent, stalled])
