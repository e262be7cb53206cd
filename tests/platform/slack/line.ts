/** A line to a stand-in that can die unnoticed, as one does when a machine sleeps or a router forgets: nobody is told. */
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import type { StandIn } from './stand-in/stand-in.ts'

export type Line = {
  apiUrl: string
  /** From now on nothing passes on the connections there are; new ones are not concerned. */
  die(): void
  stop(): Promise<void>
}

export const lineTo = async (far: StandIn): Promise<Line> => {
  const { port, host } = new URL(far.url)
  const open = new Set<Socket>()
  const wire = createServer((near) => {
    const other = connect(Number(port), '127.0.0.1')
    near.pipe(other)
    other.pipe(near)
    for (const end of [near, other]) {
      open.add(end)
      end.on('error', () => end.destroy())
      end.on('close', () => open.delete(end))
    }
  })
  const wirePort = await listening(wire)
  const api = createHttpServer(async (request, response) => {
    const body = await Array.fromAsync(request as AsyncIterable<Buffer>)
    const { authorization = '', 'content-type': type = '' } = request.headers
    const headers = { authorization, 'content-type': type }
    const answer = await fetch(`${far.url}${request.url}`, {
      method: 'POST',
      headers,
      body: Buffer.concat(body),
    })
    response.writeHead(answer.status, { 'content-type': 'application/json' })
    response.end((await answer.text()).replace(`ws://${host}`, `ws://127.0.0.1:${wirePort}`))
  })
  const apiPort = await listening(api)
  return {
    apiUrl: `http://127.0.0.1:${apiPort}/api/`,
    die: () => {
      for (const end of open) {
        end.unpipe()
        end.pause()
      }
    },
    stop: async () => {
      for (const end of open) end.destroy()
      api.closeAllConnections()
      for (const server of [wire, api]) await new Promise((done) => server.close(done))
    },
  }
}

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}
