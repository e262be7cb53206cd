/**
 * Draws the framework from the machine that runs it, as two Mermaid diagrams: the whole, and the inside of a stage.
 *
 * What is told is where the machine can go; a transition that stays where it is changes no picture. Titles and minutes
 * are the flow's, which the machine does not carry.
 */
import type { AnyStateNode, AnyTransitionDefinition } from 'xstate'
import type { Flow } from '../src/flow/flow.ts'
import { machineOf } from '../src/interview/machine.ts'

/** The two diagrams of a flow. */
export const diagramsOf = (flow: Flow): { whole: string; inside: string } => {
  const { root } = machineOf(flow)
  const talk = part(root, 'talk')
  const stages = children(talk).filter(({ type }) => type !== 'history')
  return { whole: whole(flow, root, talk, stages), inside: inside(stages) }
}

/** A way from one state to another: what happens, and on which condition. */
type Way = { from: AnyStateNode; to: AnyStateNode; event: string; guard: string | undefined }

const whole = (flow: Flow, root: AnyStateNode, talk: AnyStateNode, stages: AnyStateNode[]): string => {
  const ways = [root, ...descendants(root)].flatMap(waysOf)
  const among = ways
    .map((way) => ({ ...way, from: childOf(talk, way.from), to: childOf(talk, way.to) }))
    .filter(goes)
  const around = ways
    .map((way) => ({
      ...way,
      label: reach(way, ways, stages),
      from: childOf(root, way.from),
      to: childOf(root, way.to),
    }))
    .filter(goes)
  const last = stages.at(-1)
  return [
    'stateDiagram-v2',
    `  [*] --> ${first(root)}`,
    '  state talk {',
    ...stages.map((stage) => `    ${named(flow, stage)}`),
    `    [*] --> ${first(talk)}`,
    ...edges(among).map((edge) => `    ${edge}`),
    ...(last ? [`    ${last.key} --> [*]`] : []),
    '  }',
    ...edges(around).map((edge) => `  ${edge}`),
  ].join('\n')
}

/** All stages are alike inside, so one picture shows them all; where one differs this throws rather than mislead. */
const inside = (stages: AnyStateNode[]): string => {
  const pictures = stages.map((stage) => {
    const states = children(stage)
    const ways = states.flatMap((state) => [...waysOf(state), ...inherited(state, stage)])
    const within = ways
      .map((way) => ({ ...way, from: childOf(stage, way.from), to: childOf(stage, way.to) }))
      .filter(goes)
    const last = states.filter((state) =>
      waysOf(state).some(({ to, event }) => event === '' && !childOf(stage, to)),
    )
    return [
      'stateDiagram-v2',
      `  [*] --> ${first(stage)}`,
      ...edges(within).map((edge) => `  ${edge}`),
      ...last.map(({ key }) => `  ${key} --> [*]`),
    ]
  })
  const [one = [], ...others] = pictures.map((lines) => lines.join('\n'))
  if (others.some((other) => other !== one)) throw new Error('The stages differ inside: draw each of them.')
  return String(one)
}

/** What the stage does for a state that has no unconditional answer of its own. */
const inherited = (state: AnyStateNode, stage: AnyStateNode): Way[] => {
  const own = new Set(
    [...state.transitions]
      .filter(([, all]) => all.some(({ guard }) => guard === undefined))
      .map(([event]) => event),
  )
  return waysOf(stage)
    .filter(({ event }) => !own.has(event))
    .map((way) => ({ ...way, from: state }))
}

const waysOf = (state: AnyStateNode): Way[] =>
  [...(state.always ?? []), ...[...state.transitions.values()].flat()].flatMap(
    (transition: AnyTransitionDefinition) =>
      (transition.target ?? []).map((to) => ({
        from: state,
        to,
        event: transition.eventType,
        guard: nameOf(transition),
      })),
  )

const nameOf = ({ guard }: AnyTransitionDefinition): string | undefined => {
  if (guard === undefined) return undefined
  return typeof guard === 'object' && 'type' in guard ? guard.type : String(guard)
}

/** How a way into the talk is told: back to where it was, or to any stage. */
const reach = (
  { from, to, event }: Way,
  ways: readonly Way[],
  stages: AnyStateNode[],
): string | undefined => {
  if (to.type === 'history') return `${event} where it was`
  const all = ways.filter((way) => way.from === from && way.event === event).map((way) => way.to)
  return stages.length > 1 && stages.every((stage) => all.includes(stage)) ? `${event} any stage` : undefined
}

type Edge = {
  from: AnyStateNode | undefined
  to: AnyStateNode | undefined
  event: string
  guard: string | undefined
  label?: string | undefined
}

const goes = ({ from, to }: Edge): boolean =>
  from !== undefined && to !== undefined && from !== to && to.type !== 'history'

/** One arrow for all ways between two states; what happens is told once, with all its conditions. */
const edges = (ways: readonly Edge[]): string[] => {
  const arrows = new Map<string, Map<string, Set<string>>>()
  for (const { from, to, event, guard, label = event } of ways) {
    const arrow = entry(arrows, `${from?.key} --> ${to?.key}`, () => new Map())
    entry(arrow, label, () => new Set<string>()).add(
      guard === undefined || label !== event ? '' : inWords(guard),
    )
  }
  return [...arrows].map(([arrow, labels]) => `${arrow} : ${[...labels].map(told).join(', ')}`)
}

const entry = <V>(map: Map<string, V>, key: string, make: () => V): V => {
  const value = map.get(key) ?? make()
  map.set(key, value)
  return value
}

/** `begin`, `elapsed if idle over`, `when closed`; one way without a condition makes the others needless. */
const told = ([event, guards]: readonly [string, ReadonlySet<string>]): string => {
  if (guards.has('')) return event
  return `${event === '' ? 'when' : `${event} if`} ${[...guards].join(' or ')}`
}

const inWords = (guard: string): string =>
  guard
    .replace(/^is(?=[A-Z])/, '')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim()

const named = (flow: Flow, { key }: AnyStateNode): string => {
  const stage = flow.stages.find(({ id }) => id === key)
  return stage === undefined ? key : `${key} : ${stage.title} (${stage.minutes} min)`
}

const children = (state: AnyStateNode): AnyStateNode[] => Object.values(state.states)

const descendants = (state: AnyStateNode): AnyStateNode[] =>
  children(state).flatMap((child) => [child, ...descendants(child)])

const part = (state: AnyStateNode, key: string): AnyStateNode => {
  const child = state.states[key]
  if (child === undefined)
    throw new Error(`The machine has no state "${key}"; the diagram has to be drawn anew.`)
  return child
}

/** Where a state begins. */
const first = (state: AnyStateNode): string => state.initial.target[0]?.key ?? ''

/** The child of `state` that is, or holds, another; `undefined` outside of it. */
const childOf = (state: AnyStateNode, other: AnyStateNode): AnyStateNode | undefined => {
  let at: AnyStateNode | undefined = other
  while (at !== undefined && at.parent !== state) at = at.parent
  return at
}
