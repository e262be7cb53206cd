/** A model at an address of its own: chat completions as a stream, and all that can go wrong with them. */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { thoughtOn } from './mind.ts'

/** What befalls one call. */
export type Trouble = 'hangs' | 'hangs in the middle' | 'breaks off' | 'nonsense' | 'slow' | 429 | 500 | 503

export type ModelSide = {
  port: number
  /** The next so many calls go wrong like this. */
  befall(trouble: Trouble, times: number): void
  /** Ends all troubles; what hangs is broken off. */
  mend(): void
  /** How many calls were answered as they should be, and how many not. */
  counts(): { well: number; badly: number }
  stop(): Promise<void>
}

/** What makes a bot ask a model at this port, and give up soon where it does not answer. */
export const askingAt = (port: number): Readonly<Record<string, string>> => ({
  MLSD_MODEL: MODEL,
  OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
  MLSD_MODEL_CALLS: '16',
  MLSD_MODEL_FIRST_SECONDS: '2',
  MLSD_MODEL_SECONDS: '6',
  MLSD_RATE_PERSON_CALLS: '100000',
  MLSD_RATE_TEAM_CALLS: '100000',
  MLSD_BUDGET_INTERVIEW_TOKENS: '100000000',
})

const MODEL = 'storm'

/** Listens until it is stopped. */
export const modelSide = async (): Promise<ModelSide> => {
  const coming: Trouble[] = []
  const hanging = new Set<ServerResponse>()
  let [well, badly] = [0, 0]
  const server = createServer(async (request, response) => {
    response.on('error', () => {})
    let body = ''
    try {
      for await (const part of request.setEncoding('utf8')) body += part
    } catch {
      return // Whoever asked is gone.
    }
    const trouble = coming.shift()
    if (trouble === undefined || trouble === 'slow') well += 1
    else badly += 1
    if (trouble === 'slow') await pause(SLOW_MS)
    if (trouble === 'hangs') return void hanging.add(response)
    if (typeof trouble === 'number') return refuse(response, trouble)
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const parts = partsOf(body)
    if (trouble === undefined || trouble === 'slow') return void response.end(parts.join(''))
    if (trouble === 'nonsense') return void response.end('data: {"what": "is this\n\n')
    response.write(parts[0])
    if (trouble === 'breaks off') return void setTimeout(() => response.destroy(), 20)
    hanging.add(response)
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const mend = (): void => {
    coming.length = 0
    for (const response of hanging) response.destroy()
    hanging.clear()
  }
  return {
    port: (server.address() as AddressInfo).port,
    befall(trouble, times) {
      for (let n = 0; n < times; n += 1) coming.push(trouble)
    },
    mend,
    counts: () => ({ well, badly }),
    stop() {
      mend()
      return new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      })
    },
  }
}

const SLOW_MS = 700

const refuse = (response: ServerResponse, status: number): void => {
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(status === 429 && { 'retry-after': '1' }),
  })
  response.end(JSON.stringify({ error: { message: `It answers ${status}.`, type: 'trouble' } }))
}

type Asked = {
  messages: { content: string }[]
  response_format?: { json_schema?: { name?: string } }
}

/** The answer as a stream: its first half, its second, and the end. */
const partsOf = (body: string): string[] => {
  const { messages, response_format: format } = JSON.parse(body) as Asked
  const text = JSON.stringify(thoughtOn(format?.json_schema?.name ?? '', messages))
  const chunk = (more: object) =>
    `data: ${JSON.stringify({ id: 'storm', object: 'chat.completion.chunk', created: 1, model: MODEL, ...more })}\n\n`
  const choice = (delta: object, finish: string | null) =>
    chunk({ choices: [{ index: 0, delta, finish_reason: finish }] })
  const usage = { prompt_tokens: 3_000, completion_tokens: 60, total_tokens: 3_060 }
  const half = Math.floor(text.length / 2)
  return [
    choice({ role: 'assistant', content: text.slice(0, half) }, null),
    choice({ content: text.slice(half) }, null),
    [choice({}, 'stop'), chunk({ choices: [], usage }), 'data: [DONE]\n\n'].join(''),
  ]
}
