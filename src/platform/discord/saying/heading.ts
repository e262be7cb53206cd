/** What a thread is called, and whether it is open: as its card says, and as often as Discord allows. */
import type { Clock } from '../../../clock.ts'
import type { Card } from '../../card.ts'
import type { Log } from '../../log.ts'
import { PlatformFault } from '../../platform.ts'
import { recallOf } from '../../recall.ts'
import { oneLine } from '../drawing/safe.ts'
import type { Wire } from './wire.ts'

type Head = NonNullable<Card['head']>

export type Headings = {
  /** A thread was opened under this name. */
  opened(thread: string, name: string): void
  /** Whether a thread was closed here. */
  isClosed(thread: string): boolean
  /** Opens a thread that was closed, so that it can be changed. */
  wake(thread: string): Promise<void>
  /** Something was said in a thread, which opens it: one that was closed is closed again when all is quiet. */
  said(thread: string): void
  /** Calls the thread as its head says, later where that was done twice of late; closes it where it is over. */
  settle(thread: string, head: Head): Promise<void>
  stop(): void
}

/** The name of a thread. */
export const headed = (name: string): string => oneLine(name, MOST_NAME) || 'Interview'

const MOST_NAME = 100
const MOST_THREADS = 2_000

/** Discord lets a channel be called anew so often within so many milliseconds. */
const RENAMES = 2
const SPAN_MS = 10 * 60_000

type Change = { name?: string; archived?: boolean }

type Thread = {
  name: string | undefined
  renamed: readonly number[]
  closed: boolean
  /** Gives it the name that it could not be given yet. */
  naming: (() => void) | undefined
  /** Closes it again. */
  closing: (() => void) | undefined
}

/** Nobody says anything more for so long. */
const QUIET_MS = 60_000

export const headingsOf = ({ wire, clock, log }: { wire: Wire; clock: Clock; log: Log }): Headings => {
  const threads = recallOf<Thread>(MOST_THREADS, (thread) => rest(thread))

  const rest = (thread: Thread): void => {
    thread.naming?.()
    thread.closing?.()
    thread.naming = undefined
    thread.closing = undefined
  }

  const known = (thread: string): Thread => {
    const fresh: Thread = {
      name: undefined,
      renamed: [],
      closed: false,
      naming: undefined,
      closing: undefined,
    }
    const found = threads.get(thread) ?? fresh
    threads.set(thread, found)
    return found
  }

  /** After a restart it is not known what a thread is called. */
  const nameOf = async (thread: string): Promise<string | undefined> => {
    const route = `/channels/${thread}` as const
    const { name } = await wire.call<{ name?: string }>(LOOK, { verb: 'get', route, hurry: true })
    return name
  }

  const change = (thread: string, body: Change): Promise<unknown> =>
    wire.call(CHANGE, { verb: 'patch', route: `/channels/${thread}`, body, hurry: true })

  /** The name goes with what else is changed, where there is one left; else it is given when there is. */
  const settle = async (thread: string, name: string, more: Change): Promise<void> => {
    const state = known(thread)
    state.name ??= await nameOf(thread)
    const now = clock.now()
    state.renamed = state.renamed.filter((at) => at > now - SPAN_MS)
    const anew = name !== state.name
    const may = state.renamed.length < RENAMES
    if (anew && !may)
      state.naming = clock.at(freeAt(state), () => void quietly(thread, nameLater(thread, name)))
    const body: Change = anew && may ? { name, ...more } : more
    if (Object.keys(body).length === 0) return
    if (body.name === undefined) return void (await change(thread, body))
    state.renamed = [...state.renamed, now]
    try {
      await change(thread, body)
      state.name = name
    } catch (fault) {
      if (!(fault instanceof PlatformFault) || fault.kind !== 'busy') throw fault
      await withoutName(thread, name, more)
    }
  }

  /** An earlier process has given the names that there were: what else is changed is changed, and the name is given later. */
  const withoutName = async (thread: string, name: string, more: Change): Promise<void> => {
    const state = known(thread)
    state.renamed = Array.from({ length: RENAMES }, () => clock.now())
    state.naming = clock.at(freeAt(state), () => void quietly(thread, nameLater(thread, name)))
    if (Object.keys(more).length > 0) await change(thread, more)
  }

  /** A closed thread has to be opened for it. */
  const nameLater = async (thread: string, name: string): Promise<void> => {
    const { closed } = known(thread)
    await settle(thread, name, closed ? { archived: false } : {})
    if (closed) await change(thread, { archived: true })
  }

  /** What a thread is called holds nobody up. */
  const quietly = (thread: string, work: Promise<unknown>): Promise<unknown> =>
    work.catch((fault: unknown) => {
      const reason = fault instanceof Error ? fault.message : String(fault)
      log('warn', 'a thread could not be named, opened or closed', { thread, reason })
    })

  return {
    opened: (thread, name) => void threads.set(thread, { ...known(thread), name }),
    isClosed: (thread) => threads.get(thread)?.closed === true,
    async wake(thread) {
      await quietly(thread, change(thread, { archived: false }))
    },
    said(thread) {
      const state = threads.get(thread)
      if (!state?.closed) return
      state.closing?.()
      state.closing = clock.at(
        clock.now() + QUIET_MS,
        () => void quietly(thread, change(thread, { archived: true })),
      )
    },
    async settle(thread, { name, open }) {
      const state = known(thread)
      rest(state)
      state.closed = !open
      await quietly(thread, settle(thread, headed(name), open ? {} : { archived: true }))
    },
    stop: () => threads.clear(),
  }
}

const LOOK = { what: 'look at the thread' }
const CHANGE = { what: 'name or close the thread', needs: ['ViewChannel', 'ManageThreads'] } as const

const freeAt = ({ renamed }: Thread): number => (renamed[0] ?? 0) + SPAN_MS + 1
