/** Reads what a client of the Web API sent. */
import type { IncomingMessage } from 'node:http'
import { parse } from 'node:querystring'
import type { Json } from './world.ts'

/** The whole body of a request. */
export const bodyOf = (request: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () =>
      resolve(parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts)),
    )
    request.on('error', reject)
  })

/** What travels as JSON within a form. */
const STRUCTURED = new Set([
  'blocks',
  'attachments',
  'metadata',
  'view',
  'files',
  'prompts',
  'chunks',
  'loading_messages',
  'file_ids',
])

/** The arguments of a call, from a form, from JSON, from the query. */
export const argsOf = (type: string, body: string, query: URLSearchParams | undefined): Json => {
  const args: Json = query === undefined ? {} : Object.fromEntries(query)
  if (type.startsWith('application/json')) return Object.assign(args, body === '' ? {} : jsonOf(body))
  for (const [name, value] of Object.entries(parse(body)))
    args[name] = STRUCTURED.has(name) ? unfolded(value) : value
  return args
}

const jsonOf = (body: string): Json => {
  const value: unknown = JSON.parse(body)
  return typeof value === 'object' && value !== null ? (value as Json) : {}
}

const unfolded = (value: unknown): unknown => {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

/** The token of a call: in the header, else among the arguments, from which it is taken. */
export const tokenOf = (request: IncomingMessage, args: Json): string | undefined => {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ')
  const inArgs = args.token
  delete args.token
  if (scheme === 'Bearer') return token
  if (scheme === 'Basic' && token !== undefined) {
    const [id, secret] = Buffer.from(token, 'base64').toString().split(':')
    Object.assign(args, { client_id: id, client_secret: secret })
  }
  return typeof inArgs === 'string' ? inArgs : undefined
}
