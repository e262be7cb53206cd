/** The REST API: finds the route, counts, checks, answers. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logged } from './log.ts'
import type { Rates } from './rates.ts'
import { invalidForm, Refusal, TooMany } from './refusal.ts'
import { type Sent, sentBy, type Upload } from './request.ts'
import type { Stage } from './stage.ts'
import type { Fate, Scope } from './trouble.ts'
import type { Json } from './world.ts'

export type Call = {
  stage: Stage
  /** What stands in the places of the route. */
  params: string[]
  query: URLSearchParams
  body: Json
  uploads: Upload[]
}

/** Gives what is answered, nothing for 204; throws a `Refusal`. */
export type Handler = (call: Call) => unknown

/** By method and path, such as `POST /channels/:id/messages`; a path beginning with `!` needs no token. */
export type Routes = Readonly<Record<string, Handler>>

type Options = {
  stage: Stage
  routes: Routes
  rates: Rates
  fateOf(route: string, channel: string | undefined): Fate
  /** What Discord would not take; and what it would, but this house does not send. */
  faultsOf(route: string, body: unknown, uploads: readonly Upload[]): string[]
  mannersOf(route: string, body: unknown): string[]
  log(call: Logged): void
  limited(route: string): void
}

type Found = { route: string; handler: Handler; params: string[]; open: boolean }

/** Listens below `/api/v10`. */
export const rest = (options: Options): RequestListener => {
  const find = finder(options.routes)
  const started = performance.now()
  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://stand-in')
    const path = url.pathname.replace(/^\/api\/v10(?=\/)/, '')
    const found = find(request.method ?? 'GET', path)
    const log = (sent: Sent | undefined, status: number, code?: number) =>
      options.log({
        route: found?.route ?? `${request.method} ${path}`,
        path,
        about: found?.params[0],
        body: (sent?.body ?? {}) as Json,
        files: sent?.uploads.map(({ name }) => name) ?? [],
        at: performance.now() - started,
        status,
        ...(code === undefined ? {} : { code }),
      })
    answer(options, found, request, url.searchParams, response, log).catch((error: unknown) => {
      options.stage.faulty(`${request.method} ${path}: the stand-in failed: ${String(error)}`)
      response.destroy()
    })
  }
}

const answer = async (
  options: Options,
  found: Found | undefined,
  request: IncomingMessage,
  query: URLSearchParams,
  response: ServerResponse,
  log: (sent: Sent | undefined, status: number, code?: number) => void,
): Promise<void> => {
  const { stage } = options
  const reply = replier(response)
  const fate = options.fateOf(found?.route ?? '', found?.params[0])
  if (fate.delay > 0) await pause(fate.delay)
  if (fate.failure === 'cut') return void response.destroy()
  let sent: Sent | undefined
  try {
    sent = await sentBy(request)
    const known = admitted(stage, found, request)
    takeTurn(options, known, fate, response)
    const result = handled(options, known, query, sent)
    const status = result === undefined ? 204 : 200
    log(sent, status)
    stage.changed()
    if (fate.failure === 'lost-answer') response.destroy()
    else reply(status, result)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { status, code, message, errors } = error
    log(sent, status, code)
    stage.changed()
    if (error instanceof TooMany) reply(status, ...tooMany(error.retryAfter, error.scope))
    else reply(status, { message, code, ...(errors === undefined ? {} : { errors }) })
  }
}

/** The route, where there is one and the token opens it. */
const admitted = (stage: Stage, found: Found | undefined, request: IncomingMessage): Found => {
  if (found === undefined) throw new Refusal(404, 0, '404: Not Found')
  if (!found.open && request.headers.authorization !== `Bot ${stage.world.app.token}`)
    throw new Refusal(401, 0, '401: Unauthorized')
  return found
}

/** Counts the call; throws where it is one too many, or meant to fail. */
const takeTurn = (options: Options, { route, params }: Found, fate: Fate, response: ServerResponse): void => {
  const { headers, wait } = options.rates.take(route, params[0] ?? '')
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (fate.limited !== undefined) throw new TooMany(fate.limited.retryAfter, fate.limited.scope)
  if (wait !== undefined) {
    options.limited(route)
    throw new TooMany(wait)
  }
  const { failure } = fate
  if (typeof failure === 'number') throw new Refusal(failure, 0, `${failure}: trouble`)
  if (typeof failure === 'object') throw new Refusal(failure.status, failure.code, failure.message)
}

const handled = (
  options: Options,
  found: Found,
  query: URLSearchParams,
  { body, uploads }: Sent,
): unknown => {
  const { stage } = options
  const faults = options.faultsOf(found.route, body, uploads)
  for (const fault of [...faults, ...options.mannersOf(found.route, body)])
    stage.faulty(`${found.route}: ${fault}`)
  if (faults.length > 0) throw invalidForm(faults)
  return found.handler({ stage, params: found.params, query, body: body as Json, uploads })
}

const tooMany = (retryAfter: number, scope: Scope): [Json, Record<string, string>] => [
  {
    message: 'You are being rate limited.',
    retry_after: retryAfter,
    global: scope === 'global',
    code: 0,
  },
  {
    'retry-after': String(retryAfter),
    'x-ratelimit-scope': scope,
    ...(scope === 'global' ? { 'x-ratelimit-global': 'true' } : {}),
  },
]

const replier =
  (response: ServerResponse) =>
  (status: number, body?: unknown, headers: Record<string, string> = {}): void => {
    response.writeHead(status, {
      ...headers,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    })
    response.end(body === undefined ? undefined : JSON.stringify(body))
  }

/** Finds the route of a path: by the number of its parts, then part by part. */
const finder = (routes: Routes) => {
  const table = new Map<string, { route: string; parts: string[]; handler: Handler; open: boolean }[]>()
  for (const [name, handler] of Object.entries(routes)) {
    const open = name.startsWith('!')
    const route = open ? name.slice(1) : name
    const [method = '', path = ''] = route.split(' ')
    const parts = path.slice(1).split('/')
    const key = `${method} ${parts.length}`
    const row = { route, parts, handler, open }
    const rows = table.get(key)
    // What is written out goes before what stands for anything.
    if (rows === undefined) table.set(key, [row])
    else rows.push(row)
    table.get(key)?.sort((a, b) => blanks(a.parts) - blanks(b.parts))
  }
  return (method: string, path: string): Found | undefined => {
    const parts = path.slice(1).split('/')
    for (const row of table.get(`${method} ${parts.length}`) ?? []) {
      const fits = row.parts.every((part, index) => part.startsWith(':') || part === parts[index])
      if (!fits) continue
      const params = parts.filter((_, index) => row.parts[index]?.startsWith(':')).map(decodeURIComponent)
      return { ...row, params }
    }
    return undefined
  }
}

const blanks = (parts: readonly string[]) => parts.filter((part) => part.startsWith(':')).length
