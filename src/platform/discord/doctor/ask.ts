/** One question to Discord's REST API without the library, for looks that need nothing of it. */
import { isRecord, parsed } from '../../outside.ts'
import { reach, whyUnreached } from '../../reach.ts'

/** Where the REST API is, unless something else is set. */
export const API_URL = 'https://discord.com/api'

/** What Discord is asked, and as whom. */
export type Caller = { token: string; apiUrl?: string }

export type Reply =
  | { ok: true; told: Readonly<Record<string, unknown>> }
  /** `status` is that of HTTP, or 0 where nobody answered who could be Discord; `says` is in words. */
  | { ok: false; status: number; says: string }

/** Asks, and never throws. */
export const askDiscord = async ({ token, apiUrl = API_URL }: Caller, path: `/${string}`): Promise<Reply> => {
  try {
    const response = await reach(`${apiUrl}/v10${path}`, {
      headers: { authorization: `Bot ${token}`, ...WHO },
    })
    return read(response.status, parsed(await response.text()))
  } catch (error) {
    return { ok: false, status: 0, says: whyUnreached(error) }
  }
}

/** Discord wants every program to say what it is, in this form. */
const WHO = { 'user-agent': 'DiscordBot (mlsd, 0)' }

const read = (status: number, told: unknown): Reply => {
  if (status === 429) return { ok: false, status, says: 'Discord wants a pause' }
  if (status === 200 && isRecord(told)) return { ok: true, told }
  return isRecord(told) && typeof told.message === 'string'
    ? { ok: false, status, says: `Discord answers ${status}, ${told.message}` }
    : { ok: false, status: 0, says: `HTTP ${status}, and not an answer of Discord's` }
}
