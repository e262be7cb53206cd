/** Who has installed the app, kept on a shelf. */
import type { Clock } from '../../../clock.ts'
import { recallOf } from '../api/recall.ts'
import type { Shelf } from '../installs.ts'
import type { Team } from '../names.ts'

/** An installation; times in milliseconds. */
export type Install = Team & {
  token: string
  botUserId: string
  botId?: string
  url?: string
  /** With which the next token is had, where tokens expire. */
  refreshToken?: string
  expiresAt?: number
  installedAt: number
}

export type Ledger = {
  /** The installation for a workspace: its own, or that of its organisation. `anew` asks the shelf itself. */
  find(team: Team, anew?: boolean): Promise<Install | undefined>
  keep(install: Install): Promise<void>
  drop(install: Install): Promise<void>
}

/** Another process may have changed it: what is remembered is looked up again after a minute. */
const REMEMBERED_MS = 60_000
const MOST_REMEMBERED = 1_000

export const ledgerOf = (shelf: Shelf, clock: Clock): Ledger => {
  const recall = recallOf<{ install: Install; until: number }>(MOST_REMEMBERED)

  const look = async (name: string, anew: boolean): Promise<Install | undefined> => {
    const known = recall.get(name)
    if (known && !anew && clock.now() < known.until) return known.install
    const install = (await shelf.load(name)) as Install | undefined
    if (install) recall.set(name, { install, until: clock.now() + REMEMBERED_MS })
    else recall.delete(name)
    return install
  }

  return {
    async find({ team, enterprise }, anew = false) {
      const own = team === undefined ? undefined : await look(team, anew)
      return own ?? (enterprise === undefined ? undefined : look(enterprise, anew))
    },
    async keep(install) {
      const name = nameOf(install)
      recall.set(name, { install, until: clock.now() + REMEMBERED_MS })
      await shelf.save(name, install)
    },
    async drop(install) {
      recall.delete(nameOf(install))
      await shelf.remove(nameOf(install))
    },
  }
}

/** A workspace has its installation, whatever organisation it belongs to. */
const nameOf = ({ team, enterprise }: Team): string => team ?? enterprise ?? ''
