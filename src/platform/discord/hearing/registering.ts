/** Tells Discord about the commands, when they are others than it was told before. */
import { createHash } from 'node:crypto'
import type { Shelf } from '../../shelf.ts'
import { type Registered, registered } from '../registration.ts'
import type { Wire } from '../saying/wire.ts'

type Needs = { wire: Wire; shelf: Shelf; guild?: string | undefined }

/** What was told to Discord the last time: where, and what, as a hash. */
type Told = { path: `/${string}`; hash: string }

/** Registers them for all guilds, or for one; where that has changed they are taken back from where they were. */
export const register = async (application: string, needs: Needs): Promise<void> => {
  const { wire, shelf, guild } = needs
  const path = pathOf(application, guild)
  const commands = registered(guild === undefined)
  const hash = createHash('sha256').update(JSON.stringify(commands)).digest('base64url')
  const before = told(await shelf.load(NAME))
  if (before?.path === path && before.hash === hash) return
  const put = (at: `/${string}`, body: readonly Registered[]): Promise<unknown> =>
    wire.call({ what: 'register the commands' }, { verb: 'put', route: at, body })
  await put(path, commands)
  if (before && before.path !== path) await put(before.path, []).catch(() => undefined)
  await shelf.save(NAME, { path, hash })
}

const NAME = 'commands'

const pathOf = (application: string, guild: string | undefined): `/${string}` =>
  guild === undefined
    ? `/applications/${application}/commands`
    : `/applications/${application}/guilds/${guild}/commands`

const told = (kept: unknown): Told | undefined => {
  const { path, hash } = (kept ?? {}) as Partial<Told>
  return path?.startsWith('/applications/') && typeof hash === 'string' ? { path, hash } : undefined
}
