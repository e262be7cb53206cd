/** Who has installed the app, kept on a shelf. */
import type { Clock } from '../../../clock.ts'
import { reasonOf } from '../../../reason.ts'
import { recallOf } from '../../../recall.ts'
import type { Complaints } from '../../complaints.ts'
import type { Shelf } from '../../shelf.ts'
import { growing, type Waits } from '../../waits.ts'
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
  /** Rejects where it cannot be stored. */
  keep(install: Install): Promise<void>
  /** Keeps what cannot be had a second time: it counts at once, and storing it is tried until it is done. */
  hold(install: Install): Promise<void>
  drop(install: Install): Promise<void>
}

type Needs = { shelf: Shelf; clock: Clock; waits: Waits; complaints: Pick<Complaints, 'complain'> }

/** Another process may have changed it: what is remembered is looked up again after a minute. */
const REMEMBERED_MS = 60_000
const MOST_REMEMBERED = 1_000

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 300_000

export const ledgerOf = ({ shelf, clock, waits, complaints }: Needs): Ledger => {
  const recall = recallOf<{ install: Install; until: number }>(MOST_REMEMBERED)
  /** What the shelf has not taken yet; it knows only what counts no more. */
  const held = new Map<string, Install>()

  const remember = (name: string, install: Install): void =>
    recall.set(name, { install, until: clock.now() + REMEMBERED_MS })

  const look = async (name: string, anew: boolean): Promise<Install | undefined> => {
    const unstored = held.get(name)
    if (unstored) return unstored
    const known = recall.get(name)
    if (known && !anew && clock.now() < known.until) return known.install
    const install = (await shelf.load(name)) as Install | undefined
    if (install) remember(name, install)
    else recall.delete(name)
    return install
  }

  /** Whether there is nothing more to store. */
  const store = async (name: string, install: Install): Promise<boolean> => {
    try {
      await shelf.save(name, install)
      if (held.get(name) === install) {
        remember(name, install)
        held.delete(name)
      }
      return true
    } catch (error) {
      complaints.complain('error', UNSTORED, { reason: reasonOf(error) })
      return false
    }
  }

  /** When the bot stops it is tried a last time. */
  const storeLater = async (name: string, install: Install): Promise<void> => {
    for (let failures = 1, goesOn = true; goesOn; failures++) {
      goesOn = await waits.pause(growing(failures, FIRST_PAUSE_MS, LONGEST_PAUSE_MS, 0))
      if (held.get(name) !== install || (await store(name, install))) return
    }
  }

  return {
    async find({ team, enterprise }, anew = false) {
      const own = team === undefined ? undefined : await look(team, anew)
      return own ?? (enterprise === undefined ? undefined : look(enterprise, anew))
    },
    async keep(install) {
      const name = nameOf(install)
      await shelf.save(name, install)
      held.delete(name)
      remember(name, install)
    },
    async hold(install) {
      const name = nameOf(install)
      held.set(name, install)
      if (!(await store(name, install))) void storeLater(name, install)
    },
    async drop(install) {
      const name = nameOf(install)
      held.delete(name)
      recall.delete(name)
      await shelf.remove(name)
    },
  }
}

/** A workspace has its installation, whatever organisation it belongs to. */
const nameOf = ({ team, enterprise }: Team): string => team ?? enterprise ?? ''

const UNSTORED =
  'A renewed token of a workspace could not be stored yet; it is used all the same, and storing it is tried again. ' +
  'If the bot ends before that, the app must be installed there again.'
