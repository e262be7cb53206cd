/** The Web API: one request, one answer, with whatever trouble has been asked for. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { authorised } from './authority.ts'
import type { Call, Method } from './call.ts'
import type { Logged } from './log.ts'
import { Refusal } from './refusal.ts'
import { argsOf, bodyOf, tokenOf } from './request.ts'
import type { Fate } from './trouble.ts'
import type { Json, Token, Workspace, World } from './world.ts'

export type WebApi = {
  world: World
  methods: Record<string, Method>
  url(): string
  fateOf(method: string, channel: string | undefined): Fate
  /** What is wrong with a payload. */
  faultsOf(method: string, args: Json): string[]
  faulty(fault: string): void
  log(entry: Logged): void
  tell(team: Workspace, event: Json): void
  /** Something may have changed. */
  changed(): void
}

type Answer = { body: Json; headers: Record<string, string> }

/** Answers requests to `/api/METHOD`. */
export const webApi = (api: WebApi) => {
  const started = performance.now()
  return async (
    request: IncomingMessage,
    response: ServerResponse,
    name: string,
    query: URLSearchParams | undefined,
  ) => {
    const args = argsOf(request.headers['content-type'] ?? '', (await bodyOf(request)).toString(), query)
    const given = tokenOf(request, args)
    const channel = (args.channel ?? args.channel_id) as string | undefined
    const known = given === undefined ? undefined : api.world.tokens.get(given)
    const entry = {
      method: name,
      team: known?.teams[0]?.id,
      channel,
      args,
      at: performance.now() - started,
      answer: 'ok',
    }
    const fate = api.fateOf(name, channel)
    if (fate.delay > 0) await pause(fate.delay)
    const spoilt = spoil(fate, request, response)
    if (spoilt !== undefined) {
      api.log({ ...entry, answer: spoilt })
      return api.changed()
    }
    const events: [Workspace, Json][] = []
    const { body, headers } = perform(
      api,
      name,
      args,
      given,
      known,
      typeof fate.failure === 'string' ? fate.failure : undefined,
      events,
    )
    if (body.ok !== true) entry.answer = String(body.error)
    if (fate.failure === 'lost-answer') request.socket.destroy()
    else send(response, 200, body, headers)
    api.log(fate.failure === 'lost-answer' ? { ...entry, answer: 'lost-answer' } : entry)
    for (const [team, event] of events) api.tell(team, event)
    api.changed()
  }
}

/** Sends JSON. */
export const send = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void => {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    ...headers,
  })
  response.end(text)
}

/** Answers in the place of the method where that is the trouble; says how. */
const spoil = (fate: Fate, request: IncomingMessage, response: ServerResponse): string | undefined => {
  if (fate.limited !== undefined) {
    send(response, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(fate.limited) })
    return 'ratelimited'
  }
  if (typeof fate.failure === 'number') {
    response.writeHead(fate.failure, { 'content-type': 'text/plain' })
    response.end('upstream request failed')
    return String(fate.failure)
  }
  if (fate.failure !== 'cut') return undefined
  request.socket.destroy()
  return 'cut'
}

const perform = (
  api: WebApi,
  name: string,
  args: Json,
  given: string | undefined,
  known: Token | undefined,
  failure: string | undefined,
  events: [Workspace, Json][],
): Answer => {
  const method = api.methods[name]
  const headers = scopeHeaders(known, method)
  try {
    if (method === undefined) throw new Refusal('unknown_method', { req_method: name })
    const open = method.token === 'none'
    const { token, team } = open ? nobody(api.world) : authorised(api.world, method, given, args)
    if (failure !== undefined && failure !== 'lost-answer') throw new Refusal(failure)
    check(api, name, args)
    const tell = (whom: Workspace, event: Json) => void events.push([whom, event])
    const call: Call = { method: name, args, token, team, world: api.world, url: api.url(), tell }
    return { body: { ok: true, ...method.run(call) }, headers }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { body: { ok: false, error: error.message, ...error.extra }, headers }
  }
}

const NO_TOKEN: Token = { token: '', kind: 'bot', teams: [], scopes: new Set(), state: 'good' }

const nobody = (world: World): { token: Token; team: Workspace } => {
  const [team] = world.teams.values()
  if (team === undefined) throw new Refusal('team_not_found')
  return { token: NO_TOKEN, team }
}

const scopeHeaders = (token: Token | undefined, method: Method | undefined): Record<string, string> => ({
  ...(token === undefined ? {} : { 'x-oauth-scopes': [...token.scopes].join(',') }),
  ...(method?.scopes === undefined ? {} : { 'x-accepted-oauth-scopes': method.scopes.join(',') }),
})

/** A payload that Slack would not take is remembered, and refused as Slack does. */
const check = (api: WebApi, name: string, args: Json): void => {
  const { team_id: _, ...rest } = args
  const faults = api.faultsOf(name, rest)
  if (faults.length === 0) return
  for (const fault of faults) api.faulty(fault.startsWith(name) ? fault : `${name}: ${fault}`)
  throw new Refusal(errorFor(name, faults), {
    response_metadata: { messages: faults.map((fault) => `[ERROR] ${fault}`) },
  })
}

const errorFor = (name: string, faults: readonly string[]): string => {
  const about = (field: string) => faults.find((fault) => fault.startsWith(`${name}.${field}`))
  if (!name.startsWith('chat.')) return 'invalid_arguments'
  const long = about('text') ?? about('markdown_text')
  if (long?.includes('at most')) return 'msg_too_long'
  if (about('blocks') !== undefined) return 'invalid_blocks'
  if (about('thread_ts') !== undefined) return 'invalid_thread_ts'
  if (about('metadata') !== undefined) return 'invalid_metadata_format'
  return faults.some((fault) => fault.includes('no_text')) ? 'no_text' : 'invalid_arguments'
}
