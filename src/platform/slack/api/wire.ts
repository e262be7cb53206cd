/**
 * One exchange with Slack over HTTP.
 *
 * The SDK's client takes twice the time for a call: it writes out what is sent and what comes back for a log that nobody
 * reads. It also queues and repeats by itself, where `gate.ts` and `api.ts` have to decide.
 */
import http from 'node:http'
import https from 'node:https'
import { stringify } from 'node:querystring'
import { urlToHttpOptions } from 'node:url'
import { reasonOf } from '../../../reason.ts'

/** What came back; `body` only where it was the JSON of an object. */
export type Reply = { status: number; retryAfter: number | undefined; body: Body | undefined }
export type Body = { ok?: unknown; error?: unknown; needed?: unknown; response_metadata?: unknown }

export type Wire = {
  /** Calls a method of the Web API. Throws `NoAnswer`. */
  call(token: string, method: string, args: object): Promise<Reply>
  /** Sends bytes to an address that Slack gave; no token goes with them. Answers the status. */
  put(url: string, bytes: Uint8Array): Promise<number>
  /** Loads an address, with the token where it is Slack's own; not more than one byte over `most`. */
  get(token: string, url: string, most: number): Promise<Loaded>
}

export type Loaded = { status: number; mime: string; bytes: Uint8Array }

/** Nothing came back; `sent` where it may have been done all the same. */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
  readonly sent: boolean
  constructor(sent: boolean, cause: unknown) {
    super(reasonOf(cause), { cause })
    this.sent = sent
  }
}

/** Slack's own, and where it leads: `apiUrl` can be another one for GovSlack, a proxy or a test. */
export const SLACK_API = 'https://slack.com/api/'

/** An answer that takes longer is taken for lost. */
const PATIENCE_MS = 15_000

/** No answer of a method that is called is near it. */
const MOST_BYTES = 20_000_000

export const wireOf = (apiUrl: string = SLACK_API, patience: number = PATIENCE_MS): Wire => {
  const base = apiUrl.replace(/\/*$/, '/')
  const addresses = new Map<string, http.RequestOptions>()
  const addressOf = (method: string): http.RequestOptions => {
    const known = addresses.get(method)
    if (known) return known
    const address = urlToHttpOptions(new URL(base + method))
    addresses.set(method, address)
    return address
  }
  return {
    async call(token, method, args) {
      const body = stringify(flat(args))
      const { status, headers, text } = await exchange(addressOf(method), body, patience, {
        authorization: `Bearer ${token}`,
        'content-type': 'application/x-www-form-urlencoded',
      })
      return { status, retryAfter: seconds(headers['retry-after']), body: objectIn(text) }
    },
    async put(url, bytes) {
      const headers = { 'content-type': 'application/octet-stream' }
      return (await exchange(urlToHttpOptions(new URL(url)), bytes, patience, headers)).status
    },
    async get(token, url, most) {
      const headers = isOfSlack(url, base) ? { authorization: `Bearer ${token}` } : {}
      // Led elsewhere, fetch leaves the token behind.
      const answer = await fetch(url, { headers, signal: AbortSignal.timeout(FILE_PATIENCE * patience) })
      const parts: Uint8Array[] = []
      let size = 0
      for await (const part of answer.body ?? []) {
        parts.push(part)
        size += part.byteLength
        if (size > most) break
      }
      const mime = answer.headers.get('content-type') ?? ''
      return { status: answer.status, mime, bytes: Buffer.concat(parts).subarray(0, most + 1) }
    },
  }
}

/** A file may take so many times as long as a word. */
const FILE_PATIENCE = 4

/** Whether an address may be shown the token: it is where the Web API is, or one of Slack's own. */
const isOfSlack = (url: string, base: string): boolean => {
  const { origin, protocol, host } = new URL(url)
  return origin === new URL(base).origin || (protocol === 'https:' && SLACK_HOST.test(host))
}

const SLACK_HOST = /^(?:[a-z0-9-]+\.)*slack(?:-gov|-files)?\.com$/

type Exchange = { status: number; headers: http.IncomingHttpHeaders; text: string }

const exchange = (
  address: http.RequestOptions,
  body: string | Uint8Array,
  timeout: number,
  headers: Record<string, string>,
): Promise<Exchange> =>
  new Promise((done, failed) => {
    const { request } = address.protocol === 'http:' ? http : https
    const length = { accept: 'application/json', 'content-length': String(Buffer.byteLength(body)) }
    const asked = { ...address, method: 'POST', timeout, headers: { ...headers, ...length } }
    const asking = request(asked, (answer) => {
      const parts: Buffer[] = []
      let size = 0
      answer.on('data', (part: Buffer) => {
        parts.push(part)
        size += part.length
        if (size > MOST_BYTES) answer.destroy(new Error(`the answer is over ${MOST_BYTES} bytes`))
      })
      answer.on('error', (error) => failed(new NoAnswer(true, error)))
      answer.on('end', () => {
        const { statusCode: status = 0, headers } = answer
        done({ status, headers, text: Buffer.concat(parts).toString() })
      })
    })
    asking.on('timeout', () => asking.destroy(new Error(`no answer within ${timeout / 1000} s`)))
    asking.on('error', (error) => failed(new NoAnswer(!NEVER_SENT.has(codeIn(error)), error)))
    asking.end(body)
  })

/** Arguments as a form carries them: what is no plain value travels as JSON, what is left out not at all. */
const flat = (args: object): Record<string, string | number | boolean> => {
  const form: Record<string, string | number | boolean> = {}
  for (const [key, value] of Object.entries(args)) {
    if (value === undefined || value === null) continue
    form[key] = typeof value === 'object' ? JSON.stringify(value) : value
  }
  return form
}

const objectIn = (text: string): Body | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}

const seconds = (header: string | undefined): number | undefined => {
  const value = Number(header)
  return header !== undefined && Number.isFinite(value) && value >= 0 ? value : undefined
}

const codeIn = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined

/** Where no connection came about, nothing can have been done. */
const NEVER_SENT: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])
