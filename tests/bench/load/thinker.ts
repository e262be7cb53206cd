/** A model that takes its time and then asks the next question: chat completions over HTTP, as a stream. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { answer, sentIn } from '../../model/faulty.ts'
import { redirecting, USAGE } from '../../model/small-talk.ts'

export type Thinker = {
  /** What makes a bot ask it. */
  env: Readonly<Record<string, string>>
  asked(): number
  close(): Promise<void>
}

/** Thinks for so many milliseconds; `calls` is how many a bot may make at once. */
export const thinkerOf = async (ms: number, calls: number): Promise<Thinker> => {
  let asked = 0
  const server = createServer(async (request, response) => {
    const sent = await sentIn(request)
    asked += 1
    const reply = JSON.stringify(redirecting(asked))
    await setTimeout(ms)
    await answer(reply, { usage: USAGE, pieces: 1 })(response, sent)
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const many = '100000'
  return {
    env: {
      MLSD_MODEL: 'bench',
      OPENAI_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
      MLSD_MODEL_CALLS: String(calls),
      MLSD_RATE_PERSON_CALLS: many,
      MLSD_RATE_TEAM_CALLS: many,
      MLSD_BUDGET_INTERVIEW_TOKENS: '100000000',
    },
    asked: () => asked,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
