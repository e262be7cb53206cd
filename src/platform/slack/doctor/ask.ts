/** One call of Slack's Web API without the SDK, for looks that need nothing of it. */

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
    const response = await fetch(`${apiUrl}${method}`, {
      method: 'POST',
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      body: new URLSearchParams(form),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return await read(response)
  } catch (error) {
    return unreachable(reasonOf(error))
  }
}

/** What went wrong with a connection, without the layers around it. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `no answer within ${PATIENCE_MS / 1000} seconds`
  const { code } = error as NodeJS.ErrnoException
  if (error.cause !== undefined) return reasonOf(error.cause)
  return error.message || (code ?? error.name)
}

/** Slack answers within a second, or is not well. */
const PATIENCE_MS = 8_000

const unreachable = (what: string): Reply => ({ ok: false, error: 'unreachable', told: { what } })

const read = async (response: Response): Promise<Reply> => {
  const text = await response.text()
  if (response.status === 429) return { ok: false, error: 'ratelimited', told: {} }
  const told = objectIn(text)
  if (response.status !== 200 || told === undefined) {
    return unreachable(`HTTP ${response.status}, and not an answer of Slack's`)
  }
  if (told.ok !== true) return { ok: false, error: String(told.error), told }
  const scopes = response.headers.get('x-oauth-scopes')
  return { ok: true, told, scopes: scopes?.split(',').map((scope) => scope.trim()) }
}

const objectIn = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined // Not JSON; who asked is told so.
  }
}
