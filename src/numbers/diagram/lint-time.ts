import type { Asked, Remark } from './remark.ts'
import { namesBudget } from './text.ts'
import type { Ways } from './ways.ts'

type Step = { text: string; milliseconds: number }
type Way = { total: number; steps: readonly Step[]; boxes: readonly string[] }

const NOTHING: Way = { total: 0, steps: [], boxes: [] }

/** The hops of one request take longer than they may. */
export const overBudget = (ways: Ways, asked: Asked): Remark[] => {
  const budget = asked.budget ?? drawnBudget(ways)
  if (budget === undefined) return []
  const { total, steps, boxes } = slowest(ways)
  if (total <= budget) return []
  return [
    {
      kind: 'over-budget',
      says: `The hops of one request take ${shown(total)}, and ${shown(budget)} are allowed. Make one faster, run some side by side, or move them out of the request.`,
      boxes,
      criteria: ['FT4'],
      derivation: [
        ...steps.map(({ text, milliseconds }) => `${text}: ${shown(milliseconds)}`),
        `sum: ${shown(total)}`,
        `allowed: ${shown(budget)}, over by ${shown(total - budget)}`,
      ],
    },
  ]
}

/** Milliseconds that the slowest way of one request takes, with its hops; 0 where none is stated. */
export const slowest = (ways: Ways): Way => {
  const { diagram, having, starts, is } = ways
  const boxes = new Map(diagram.boxes.map((box) => [box.id, box]))
  const done = new Map<string, Way>()
  const open = new Set<string>()

  /** The slowest way from a box; arrows that lead back to a box on the way are answers and cost nothing more. */
  const after = (id: string): Way => {
    const known = done.get(id)
    if (known !== undefined) return known
    open.add(id)
    let best = NOTHING
    for (const arrow of diagram.arrows) {
      const { from, to, later, label } = arrow
      if (from !== id || later || open.has(to) || is(to, 'training')) continue
      const milliseconds = taken(arrow)
      const rest = after(to)
      const total = rest.total + milliseconds
      const hop = milliseconds > 0 ? [{ text: label ?? '', milliseconds }] : []
      if (total > best.total) best = { total, steps: [...hop, ...rest.steps], boxes: rest.boxes }
    }
    open.delete(id)
    const own = taken(boxes.get(id))
    const step = own > 0 ? [{ text: ways.label(id), milliseconds: own }] : []
    const way = { total: best.total + own, steps: [...step, ...best.steps], boxes: [id, ...best.boxes] }
    done.set(id, way)
    return way
  }

  const begins = [...having('caller'), ...starts].filter((id) => !is(id, 'training'))
  return begins.map(after).reduce((best, way) => (way.total > best.total ? way : best), NOTHING)
}

// Durations that nobody waits for while a request is answered.
const NOT_WAITED = /\b(ttl|every|each|interval|window|last|past|within|old|max|limit)\b/i

type Part = { label?: string; note?: string; milliseconds?: number }

const wordsOn = ({ label = '', note = '' }: Part): string => `${label} ${note}`

const isBudget = (part: Part): boolean => namesBudget(wordsOn(part))

const taken = (part: Part = {}): number =>
  isBudget(part) || NOT_WAITED.test(wordsOn(part)) ? 0 : (part.milliseconds ?? 0)

/** A budget that the drawing itself states, such as a box "budget 100ms"; the smallest of several. */
const drawnBudget = ({ diagram }: Ways): number | undefined => {
  const stated = diagram.boxes.filter(isBudget).flatMap(({ milliseconds }) => milliseconds ?? [])
  return stated.length === 0 ? undefined : Math.min(...stated)
}

const shown = (milliseconds: number): string =>
  milliseconds >= 1000
    ? `${Number((milliseconds / 1000).toPrecision(4))} s`
    : `${Number(milliseconds.toPrecision(4))} ms`
