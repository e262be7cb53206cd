/** One call of Slack's Web API without the SDK, for looks that need nothing of it. */
import { isRecord, parsed } from '../../outside.ts'
import { reach, whyUnreached } from '../../reach.ts'

/** Where the Web API is, unless something else is set. */
export const API_URL = 'https://slack.com/api/'

export type Reply =
  | { ok: true; scopes: readonly string[] | undefined; told: Readonly<Record<string, unknown>> }
  /** Slack's own word for what is wrong, or ours: `unreachable` with what happened. */
  | { ok: false; error: string; told: Readonly<Record<string, unknown>> }

/** Asks, and never throws. */
export const askSlack = async (
  apiUrl: string,
  method: string,
  { token, form = {} }: { token?: string; form?: Readonly<Record<string, string>> } = {},
): Promise<Reply> => {
  try {
    const response = await reach(`${apiUrl}${method}`, {
      method: 'POST',
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      body: new URLSearchParams(form),
    })
    return await read(response)
  } catch (error) {
    return unreachable(whyUnreached(error))
  }
}

const unreachable = (what: string): Reply => ({ ok: false, error: 'unreachable', told: { what } })

const read = async (response: Response): Promise<Reply> => {
  const text = await response.text()
  if (response.status === 429) return { ok: false, error: 'ratelimited', told: {} }
  const told = parsed(text)
  if (response.status !== 200 || !isRecord(told)) {
    return unreachable(`HTTP ${response.status}, and not an answer of Slack's`)
  }
  if (told.ok !== true) return { ok: false, error: String(told.error), told }
  const scopes = response.headers.get('x-oauth-scopes')
  return { ok: true, told, scopes: scopes?.split(',').map((scope) => scope.trim()) }
}
