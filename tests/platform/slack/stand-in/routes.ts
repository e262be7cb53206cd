/** Which address does what. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { download, end, upload } from './files-served.ts'
import { approve } from './install.ts'
import { bodyOf } from './request.ts'
import { respond } from './responses.ts'
import type { webApi } from './web-api.ts'
import type { Json, World } from './world.ts'

/** Answers every request to the stand-in. */
export const routes = (world: World, api: ReturnType<typeof webApi>, changed: () => void) => {
  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const address = request.url ?? '/'
    const mark = address.indexOf('?')
    const path = mark < 0 ? address : address.slice(0, mark)
    const query = mark < 0 ? undefined : new URLSearchParams(address.slice(mark + 1))
    const [, room = '', first = '', second = ''] = path.split('/')
    if (room === 'api') return api(request, response, first, query)
    if (room === 'upload') return upload(world, request, response, second)
    if (room === 'files-pri') return download(world, request, response, first)
    if (room === 'response') return answered(request, response, first)
    if (room === 'oauth') return authorise(response, query ?? new URLSearchParams(), address)
    if (room === 'signin') return end(response, 200, '<!doctype html><title>Sign in</title>', 'text/html')
    return end(response, 404, 'not found')
  }
  const answered = async (request: IncomingMessage, response: ServerResponse, id: string): Promise<void> => {
    const origin = world.responses.get(id)
    const body = (await bodyOf(request)).toString()
    if (origin === undefined || origin.left === 0) return end(response, 404, 'expired_url')
    origin.left -= 1
    respond(world, origin, JSON.parse(body) as Json)
    end(response, 200, 'ok')
    changed()
  }
  /** The authorise page, on which somebody always agrees; `team` and `user` say who. */
  const authorise = (response: ServerResponse, query: URLSearchParams, address: string): void => {
    const [team] = world.teams.keys()
    const back = approve(
      world,
      `https://slack.com${address}`,
      query.get('team') ?? team ?? '',
      query.get('user') ?? undefined,
    )
    response.writeHead(302, { location: back })
    response.end()
  }
  return (request: IncomingMessage, response: ServerResponse): void => {
    route(request, response).catch((error: unknown) => {
      if (response.headersSent) request.socket.destroy()
      else end(response, 500, `fatal_error: ${error instanceof Error ? error.message : error}`)
    })
  }
}
