/** Delivery over HTTP: posts to the app what Slack would, signed as Slack signs. */
import { signed } from './signature.ts'
import type { Json } from './world.ts'

export type Kind = 'events_api' | 'slash_commands' | 'interactive'

/** How a post departs from what it should be. */
export type Twist = {
  /** Signs with another secret. */
  secret?: string
  /** Replaces or removes headers. */
  headers?: Record<string, string | undefined>
  /** Signed so many seconds ago. */
  age?: number
  /** Sent again: how often, and why. */
  retry?: { num: number; reason: string }
}

export type Posted = { status: number; headers: Headers; text: string; json: unknown }

export type Http = {
  url: string
  /** Posts a body as Slack does and gives the answer; events as JSON, all else as a form. */
  post(kind: Kind, body: Json, twist?: Twist): Promise<Posted>
  /** Posts raw text. */
  raw(text: string, type: string, twist?: Twist): Promise<Posted>
  /** Asks the app whether the address is its own, as Slack does when it is entered. */
  verify(): Promise<Posted>
}

/** Delivers to this address. */
export const httpTo = (url: string, secret: string): Http => {
  const raw: Http['raw'] = async (text, type, twist = {}) => {
    const at = Math.floor(Date.now() / 1000) - (twist.age ?? 0)
    const all: Record<string, string | undefined> = {
      'content-type': type,
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      ...signed(twist.secret ?? secret, text, at),
      ...(twist.retry === undefined
        ? {}
        : { 'x-slack-retry-num': String(twist.retry.num), 'x-slack-retry-reason': twist.retry.reason }),
      ...twist.headers,
    }
    const headers = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined)
    const response = await fetch(url, {
      method: 'POST',
      body: text,
      headers,
      signal: AbortSignal.timeout(20_000),
    })
    const answer = await response.text()
    return { status: response.status, headers: response.headers, text: answer, json: parsed(answer) }
  }
  const post: Http['post'] = (kind, body, twist) => {
    if (kind === 'events_api') return raw(JSON.stringify(body), 'application/json', twist)
    const form = kind === 'interactive' ? { payload: JSON.stringify(body) } : (body as Record<string, string>)
    return raw(new URLSearchParams(form).toString(), 'application/x-www-form-urlencoded', twist)
  }
  const verify = () =>
    post('events_api', { token: 'verification', challenge: 'challenge-1', type: 'url_verification' })
  return { url, post, raw, verify }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
