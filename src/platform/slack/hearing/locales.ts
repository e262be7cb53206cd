/** In which language and time zone Slack is shown to somebody: asked for once, and never waited for long. */
import { recallOf } from '../../../recall.ts'
import type { Waits } from '../../waits.ts'
import type { Api } from '../api/api.ts'

export type Locales = {
  /** A tag such as `de-DE`; nothing where Slack does not say so at once. */
  of(tenant: string, user: string): Promise<string | undefined>
  /** The same without asking: nothing where nobody has asked yet. */
  known(tenant: string, user: string): string | undefined
  /** The time zone, by its IANA name; nothing where nobody has asked yet. */
  zone(tenant: string, user: string): string | undefined
}

const REMEMBERED = 10_000

/** Whoever asked waits for their answer, which is more to them than its language. */
const WITHIN_MS = 1_000

export const localesOf = ({ api, waits }: { api: Pick<Api, 'call'>; waits: Waits }): Locales => {
  const told = recallOf<string>(REMEMBERED)
  const zones = recallOf<string>(REMEMBERED)
  const known = (tenant: string, user: string): string | undefined => told.get(`${tenant} ${user}`)

  const ask = async (tenant: string, user: string): Promise<string | undefined> => {
    const asked = { user, include_locale: true }
    const { user: found } = await api.call(tenant, 'users.info', asked, { hurry: true })
    if (found?.tz) zones.set(`${tenant} ${user}`, found.tz)
    if (found?.locale) told.set(`${tenant} ${user}`, found.locale)
    return found?.locale
  }

  return {
    known,
    zone: (tenant, user) => zones.get(`${tenant} ${user}`),
    async of(tenant, user) {
      const before = known(tenant, user)
      if (before !== undefined) return before
      const asking = ask(tenant, user).catch(() => undefined)
      return Promise.race([asking, waits.pause(WITHIN_MS).then(() => undefined)])
    },
  }
}
