/** A model at an address of its own: chat completions as a stream, and all that can go wrong with them. */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { answer, cut, type Manner, type Sent, sentIn, silent, stalled, status } from '../../model/faulty.ts'
import { USAGE } from '../../model/small-talk.ts'
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
    const sent = await sentIn(request).catch(() => undefined)
    if (sent === undefined) return // Whoever asked is gone.
    const trouble = coming.shift()
    if (trouble === undefined || trouble === 'slow') well += 1
    else badly += 1
    if (trouble === 'slow') await pause(SLOW_MS)
    if (trouble === 'hangs' || trouble === 'hangs in the middle') hanging.add(response)
    await mannerOf(trouble, answerTo(sent))(response, sent)
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

const LATER = { message: 'Ask it later.', type: 'trouble' }

/** The answer that belongs to what was asked, as text. */
const answerTo = ({ body: { messages = [], response_format: format } }: Sent): string => {
  const { json_schema: schema } = (format ?? {}) as { json_schema?: { name?: string } }
  return JSON.stringify(thoughtOn(schema?.name ?? '', messages))
}

const firstHalf = (text: string): string => text.slice(0, Math.floor(text.length / 2))

/** How it goes wrong, or that it does not. */
const mannerOf = (trouble: Trouble | undefined, text: string): Manner => {
  if (typeof trouble === 'number')
    return status(trouble, LATER, trouble === 429 ? { 'retry-after': '1' } : {})
  switch (trouble) {
    case 'hangs':
      return silent
    case 'hangs in the middle':
      return stalled
    case 'breaks off':
      return cut(firstHalf(text))
    case 'nonsense':
      return nonsense
    case 'slow':
    case undefined:
      return answer(text, { usage: USAGE, pieces: 2 })
  }
}

const nonsense: Manner = (response) =>
  void response.writeHead(200, { 'content-type': 'text/event-stream' }).end('data: {"what": "is this\n\n')
