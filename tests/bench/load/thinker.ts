/** A model that takes its time and then asks the next question: chat completions over HTTP, as a stream. */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'

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
    for await (const _ of request);
    asked += 1
    await setTimeout(ms)
    answer(response, asked)
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

/** No two replies are alike, and none asks or tells anything, so that each may be said. */
const answer = (response: ServerResponse, n: number): void => {
  const [step, how, part] = [STEPS, WAYS, PARTS].map((words, place) => pick(words, n, place))
  const say = `Please ${step} the ${part} of what you have in mind, ${how}, before we go on from here.`
  const reply = { say, move: 'redirect', criterion: null, named: false, facts: [], unknown: [], noticed: [] }
  const chunk = (more: object) =>
    `data: ${JSON.stringify({ id: 'bench', object: 'chat.completion.chunk', created: 1, model: 'bench', ...more })}\n\n`
  const choice = (delta: object, finish: string | null) => ({
    choices: [{ index: 0, delta, finish_reason: finish }],
  })
  const usage = { prompt_tokens: 3_000, completion_tokens: 60, total_tokens: 3_060 }
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.end(
    [
      chunk(choice({ role: 'assistant', content: JSON.stringify(reply) }, null)),
      chunk(choice({}, 'stop')),
      chunk({ choices: [], usage }),
      'data: [DONE]\n\n',
    ].join(''),
  )
}

const STEPS = [
  'sketch',
  'explain',
  'describe',
  'outline',
  'summarise',
  'restate',
  'order',
  'defend',
  'draw',
  'spell out',
]
const WAYS = [
  'slowly',
  'in your own words',
  'as you would to a colleague',
  'from the start',
  'in some detail',
  'briefly',
]
const PARTS = [
  'first part',
  'last part',
  'middle',
  'beginning',
  'end',
  'core',
  'outline',
  'purpose',
  'shape',
  'next step',
]

const pick = (words: readonly string[], n: number, place: number): string =>
  words[Math.floor(n / 11 ** place) % words.length] ?? ''
