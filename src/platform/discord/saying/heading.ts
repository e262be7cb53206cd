/** What a thread is called, and whether it is open: as its card says, and as often as Discord allows. */
import type { Clock } from '../../../clock.ts'
import { reasonOf } from '../../../reason.ts'
import { recallOf } from '../../../recall.ts'
import type { Card } from '../../card.ts'
import type { Log } from '../../log.ts'
import { PlatformFault } from '../../platform.ts'
import { oneLine } from '../drawing/safe.ts'
import { CODES, codeIn, isRefusal } from './fault.ts'
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

  /** After a restart it is not known what a thread is called; then it is not known either where nobody tells. */
  const nameOf = async (thread: string): Promise<string | undefined> => {
    const call = { verb: 'get', route: `/channels/${thread}`, hurry: true } as const
    const found = await wire.call<{ name?: string }>(LOOK, call).catch(() => undefined)
    return found?.name
  }

  const change = (thread: string, body: Change): Promise<unknown> =>
    wire.call(CHANGE, { verb: 'patch', route: `/channels/${thread}`, body, hurry: true, twice: true })

  /** Where Discord does not take it now, it is closed in a while; that is tried once. */
  const close = async (thread: string): Promise<void> => {
    try {
      await change(thread, { archived: true })
    } catch (fault) {
      if (!isRefusal(fault)) closeLater(thread, () => change(thread, { archived: true }))
      throw fault
    }
  }

  const closeLater = (thread: string, work: () => Promise<unknown>): void => {
    const state = known(thread)
    state.closing?.()
    state.closing = clock.at(clock.now() + QUIET_MS, () => void quietly(thread, work()))
  }

  /** The name goes with what else is changed, where there is one left; else it is given when there is. */
  const settle = async (thread: string, name: string, more: Change): Promise<void> => {
    const state = known(thread)
    state.name ??= await nameOf(thread)
    state.renamed = state.renamed.filter((at) => at > clock.now() - SPAN_MS)
    const anew = name !== state.name
    if (anew && state.renamed.length < RENAMES) return rename(thread, name, more)
    if (anew) renameLater(thread, name)
    if (more.archived) await close(thread)
  }

  /** Whatever becomes of the name, a thread that is over is closed. */
  const rename = async (thread: string, name: string, more: Change): Promise<void> => {
    const state = known(thread)
    state.renamed = [...state.renamed, clock.now()]
    try {
      await change(thread, { name, ...more })
      state.name = name
    } catch (fault) {
      if (more.archived && codeIn(fault) === CODES.archived) return renameClosed(thread, name)
      if (kindOf(fault) === 'unreachable') state.name = undefined
      if (kindOf(fault) === 'busy') spent(thread, name)
      if (more.archived) await close(thread)
      if (kindOf(fault) !== 'busy') throw fault
    }
  }

  /** An earlier process has given the names that there were: this one is given later. */
  const spent = (thread: string, name: string): void => {
    known(thread).renamed = Array.from({ length: RENAMES }, () => clock.now())
    renameLater(thread, name)
  }

  const renameLater = (thread: string, name: string): void => {
    const state = known(thread)
    const work = () => (state.closed ? renameClosed(thread, name) : settle(thread, name, {}))
    state.naming = clock.at(freeAt(state), () => void quietly(thread, work()))
  }

  /** A closed thread has to be opened for it. */
  const renameClosed = async (thread: string, name: string): Promise<void> => {
    try {
      await rename(thread, name, { archived: false })
    } finally {
      if (known(thread).closed) await close(thread)
    }
  }

  /** What a thread is called holds nobody up. */
  const quietly = (thread: string, work: Promise<unknown>): Promise<unknown> =>
    work.catch((fault: unknown) => {
      const reason = reasonOf(fault)
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
      closeLater(thread, () => close(thread))
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

const kindOf = (fault: unknown): PlatformFault['kind'] | undefined =>
  fault instanceof PlatformFault ? fault.kind : undefined

const freeAt = ({ renamed }: Thread): number => (renamed[0] ?? 0) + SPAN_MS + 1
