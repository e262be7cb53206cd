/** One request without an SDK, for looks that need nothing of it. */

/** Asks, with no more patience than a service that is well needs. */
export const reach = (url: string, request: RequestInit = {}): Promise<Response> =>
  fetch(url, { redirect: 'error', ...request, signal: AbortSignal.timeout(PATIENCE_MS) })

/** What went wrong with a connection, without the layers around it. */
export const whyUnreached = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `no answer within ${PATIENCE_MS / 1000} seconds`
  const { code } = error as NodeJS.ErrnoException
  if (error.cause !== undefined) return whyUnreached(error.cause)
  return error.message || (code ?? error.name)
}

const PATIENCE_MS = 8_000
