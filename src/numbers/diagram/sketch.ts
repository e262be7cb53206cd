import { BadInput } from '../bad-input.ts'
import { type Arrow, type Box, type Diagram, type Frame, MOST, type Shape } from './diagram.ts'
import { shapeOf } from './roles.ts'
import { millisecondsIn, plain } from './text.ts'

/** What is said of a box at one place; `usual` is a shape it has unless another is drawn. */
type Said = { label?: string; note?: string; shape?: Shape; usual?: Shape }

/** What the reader of any notation draws into; every bound is kept here, and a fault names its line. */
export type Sketch = {
  /** Draws a box, or adds what is said of one that is there. */
  box(id: string, row: number, more?: Said): void
  arrow(from: string, to: string, row: number, more?: Partial<Pick<Arrow, 'label' | 'heads' | 'later'>>): void
  /** Opens a frame; boxes first named until it is closed stand in it. */
  enter(id: string, label: string, row: number): void
  leave(): void
  turn(direction: Diagram['direction']): void
  done(): Diagram
}

type Draft = Said & { id: string; frame?: string }

/** A fault in a text that was drawn, with its line counted from 0 and what mends it. */
export const wrong = (message: string, row: number, mend: string, value?: string): BadInput =>
  new BadInput(`Line ${row + 1}: ${message}`, { row, mend, ...(value === undefined ? {} : { value }) })

const FEWER = 'Draw the parts that matter, or make two diagrams of it.'

/** An empty sheet. */
export const sketch = (): Sketch => {
  const boxes = new Map<string, Draft>()
  const arrows = new Map<string, Arrow>()
  const frames = new Map<string, Frame>()
  const open: string[] = []
  let direction: Diagram['direction'] = 'right'

  const bound = (size: number, most: number, what: string, row: number): void => {
    if (size >= most) throw wrong(`a diagram may have ${most} ${what}, and this is one more.`, row, FEWER)
  }

  const box: Sketch['box'] = (id, row, { label, note, shape, usual } = {}) => {
    if (!boxes.has(id)) bound(boxes.size, MOST.boxes, 'boxes', row)
    const draft = boxes.get(id) ?? { id }
    if (label !== undefined && plain(label) !== '') draft.label ??= plain(label)
    if (note !== undefined && plain(note) !== '') draft.note = plain(note)
    if (shape !== undefined) draft.shape = shape
    if (usual !== undefined) draft.usual ??= usual
    const frame = open.at(-1)
    if (frame !== undefined) draft.frame ??= frame
    boxes.set(id, draft)
  }

  return {
    box,
    arrow: (from, to, row, { label: said = '', heads = 'one', later = false } = {}) => {
      box(from, row)
      box(to, row)
      const label = plain(said)
      const key = JSON.stringify([from, to, label])
      if (!arrows.has(key)) bound(arrows.size, MOST.arrows, 'arrows', row)
      arrows.set(key, { from, to, heads, later, ...(label === '' ? {} : { label }), ...timed(label) })
    },
    enter: (id, label, row) => {
      if (!frames.has(id)) bound(frames.size, MOST.frames, 'frames', row)
      if (open.length >= MOST.depth) throw wrong(`frames stand ${MOST.depth} deep already.`, row, FEWER)
      const within = open.at(-1)
      if (!frames.has(id))
        frames.set(id, { id, label: plain(label), ...(within === undefined ? {} : { within }) })
      open.push(id)
    },
    leave: () => void open.pop(),
    turn: (towards) => {
      direction = towards
    },
    done: () => ({
      boxes: [...boxes.values()].map(finished),
      arrows: [...arrows.values()],
      frames: [...frames.values()],
      direction,
    }),
  }
}

const finished = ({ usual, ...draft }: Draft): Box => {
  const label = draft.label ?? plain(draft.id)
  // Most texts make every box a rectangle first; then the words may say more.
  const shape = draft.shape ?? (usual === undefined || usual === 'box' ? shapeOf(label) : usual)
  return { ...draft, label, shape, ...timed(`${label} ${draft.note ?? ''}`) }
}

const timed = (text: string): { milliseconds?: number } => {
  const milliseconds = millisecondsIn(text)
  return milliseconds === undefined ? {} : { milliseconds }
}
