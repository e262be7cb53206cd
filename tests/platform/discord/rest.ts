import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

type Answer = [status: number, told: object]

/** What is answered to a path: a document, or a status with one. */
export type Answers = Record<string, object | string | Answer>

export type Rest = {
  apiUrl: string
  answers: Answers
  /** The paths that were asked for, in order. */
  asked: string[]
  stop(): Promise<void>
}

export const TOKEN = 'a.hush.token'

/**
 * A REST API that answers what it is told to, for looks that only ask; whoever comes without the token is refused. The
 * stand-in plays all of Discord; this one can also be as wrong as no Discord is.
 */
export const restOf = async (answers: Answers): Promise<Rest> => {
  const asked: string[] = []
  const server = createServer(({ url = '', headers }, response) => {
    const path = url.replace(/^\/api\/v10/, '')
    asked.push(path)
    const [status, told] = answerTo(answers[path], headers.authorization)
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(typeof told === 'string' ? told : JSON.stringify(told))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const stop = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  onTestFinished(stop)
  return { apiUrl: `http://127.0.0.1:${port}/api`, answers, asked, stop }
}

const answerTo = (answer: Answers[string] | undefined, authorization = ''): [number, object | string] => {
  if (authorization !== `Bot ${TOKEN}`) return [401, { message: '401: Unauthorized', code: 0 }]
  if (answer === undefined) return [404, { message: '404: Not Found', code: 0 }]
  return isWhole(answer) ? answer : [200, answer]
}

const isWhole = (answer: object | string | Answer): answer is Answer => Array.isArray(answer)
