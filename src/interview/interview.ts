/**
 * An interview is a value: `step` answers the next interview and the effects, as data. Nothing has happened yet.
 *
 * Restoring and persisting a machine's snapshot happens here and nowhere else.
 */
import type { SnapshotFrom } from 'xstate'
import { initialTransition, transition } from 'xstate'
import type { Flow } from '../flow/flow.ts'
import type { Context, Options } from './context.ts'
import { emptyContext } from './context.ts'
import type { Effect } from './effects.ts'
import type { Event } from './events.ts'
import { MACHINE_VERSION, machineOf } from './machine.ts'

type Machine = ReturnType<typeof machineOf>
type Snapshot = SnapshotFrom<Machine>

/** JSON through and through: what is stored is what is stepped. */
export type Interview = {
  /** The version of the machine that wrote it. */
  version: number
  /** Beside the context is what the machine keeps for itself; `phase.ts` says where it stands. */
  snapshot: { context: Context }
}

export type Stepped = [Interview, Effect[]]

export type Interviews = {
  open(id: string, options: Options): Interview
  /** The next interview and its effects. An event whose id was taken before changes nothing. */
  step(interview: Interview, event: Event): Stepped
}

const machines = new WeakMap<Flow, Interviews>()

/** The interviews of one flow; its machine is built once. */
export const interviewsOf = (flow: Flow): Interviews => {
  const known = machines.get(flow)
  if (known) return known
  const interviews = build(machineOf(flow))
  machines.set(flow, interviews)
  return interviews
}

const build = (machine: Machine): Interviews => ({
  open: (id, options) => persist(machine, initialTransition(machine, emptyContext(id, options))[0]),
  step: (interview, event) => {
    if ('id' in event && interview.snapshot.context.taken.includes(event.id)) return [interview, []]
    const [next, actions] = transition(machine, restore(machine, interview), event)
    const taken = 'id' in event ? remember(next, event.id) : next
    return [persist(machine, taken), actions.flatMap(effectOf)]
  },
})

/** The scope is for child actors, and this machine has none. */
const noScope = {} as Parameters<Machine['restoreSnapshot']>[1]

/** The context passes by the library's search for actors: it has none, and the search would cost more than the step. */
const restore = (machine: Machine, { snapshot }: Interview): Snapshot => {
  const { context, ...rest } = snapshot
  const bare = { ...rest, context: {} } as unknown as Parameters<Machine['restoreSnapshot']>[0]
  return { ...machine.restoreSnapshot(bare, noScope), context } as Snapshot
}

const persist = (machine: Machine, snapshot: Snapshot): Interview => {
  const bare = { ...snapshot, context: {} } as unknown as Snapshot
  const persisted = machine.getPersistedSnapshot(bare) as unknown as Interview['snapshot']
  return { version: MACHINE_VERSION, snapshot: { ...persisted, context: snapshot.context } }
}

/** How many ids are remembered; the mailbox drops repeats long before this many messages have come in between. */
const REMEMBERED = 500

const remember = (snapshot: Snapshot, id: string): Snapshot => {
  const taken = [...snapshot.context.taken.slice(1 - REMEMBERED), id]
  return { ...snapshot, context: { ...snapshot.context, taken } } as Snapshot
}

const effectOf = (action: { type: string; params?: unknown }): Effect[] =>
  action.type === 'effect' ? [action.params as Effect] : []
