/**
 * A diagram of boxes and arrows as a person drew it in a chat, whatever the notation: plain arrows, Mermaid or DOT.
 *
 * A *box* is a part of the system, an *arrow* what travels between two of them, a *frame* a border around some boxes.
 */

/** What a box looks like; a store is where something is kept. */
export type Shape = 'box' | 'round' | 'circle' | 'store' | 'decision' | 'person'

export type Box = {
  id: string
  label: string
  /** What was written beside the name, such as `20ms`. */
  note?: string
  shape: Shape
  /** The id of the innermost frame around it. */
  frame?: string
  /** How long it takes, where its name or note says so. */
  milliseconds?: number
}

export type Arrow = {
  /** Ids of boxes. */
  from: string
  to: string
  label?: string
  /** Which ends have a head; an arrow without heads is a line that says nothing of direction. */
  heads: 'one' | 'both' | 'none'
  /** Drawn dashed: it happens later, in batches or beside the request. */
  later: boolean
  milliseconds?: number
}

export type Frame = { id: string; label: string; within?: string }

export type Diagram = {
  boxes: readonly Box[]
  arrows: readonly Arrow[]
  frames: readonly Frame[]
  /** Where the arrows mostly lead. */
  direction: 'right' | 'down'
}

/** How much of a diagram is read; more is refused with what to do, so that no message can cost much time. */
export const MOST = { characters: 20_000, boxes: 80, arrows: 200, frames: 20, depth: 20, label: 120 } as const
