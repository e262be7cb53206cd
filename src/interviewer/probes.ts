/** What to ask next: the open criterion that matters most, and a question about it that was not put before. */
import { type Criterion, reaches } from '../flow/flow.ts'
import { words } from '../flow/words.ts'
import { placesOf, touches } from './heard.ts'
import type { Brief } from './interviewer.ts'
import { repeats } from './wording.ts'

export type Probe = { criterion: string; asks: string; named: boolean }

/** The next question of the stage in at most so many words, or none when nothing is left to ask. */
export const probe = (brief: Brief, most: number, stay: boolean): Probe | undefined => {
  const order = nearest(brief, open(brief))
  const focus = stay ? order.find(({ id }) => id === brief.focus) : undefined
  for (const criterion of focus ? [focus, ...order] : order) {
    const found = wording(brief, criterion, most)
    if (found) return found
  }
  return undefined
}

/** Criteria worth asking about: those of which nothing was heard first, each core one once before any again. */
export const open = (brief: Brief): Criterion[] => {
  const { stage, covered, skipped, options } = brief
  return stage.criteria
    .filter((c) => c.measured === undefined && reaches(options.level, c.level) && !skipped.includes(c.id))
    .filter((c) => (covered[c.id]?.verdict ?? 0) < 2)
    .map((c, at) => ({ c, key: [...rank(brief, c), at] }))
    .sort((a, b) => compared(a.key, b.key))
    .map(({ c }) => c)
}

/** Of those that matter as much as the first, the ones that this turn spoke of come first. */
const nearest = (brief: Brief, order: Criterion[]): Criterion[] => {
  const [first] = order
  const ties = first ? order.filter((c) => compared(rank(brief, c), rank(brief, first)) === 0) : []
  if (ties.length < 2) return order
  const said = words(
    brief.said
      .map(({ text }) => text)
      .join('\n')
      .slice(0, READ),
  )
  const near = ties.filter((c) => placesOf(c, said).length > 0)
  return [...near, ...order.filter((c) => !near.includes(c))]
}

const READ = 4_000

/**
 * The smaller, the sooner it is asked: what is partly there comes last, and so does what was asked twice in vain; before
 * that each core one comes once before any again, then the weakest of most weight.
 */
const rank = (brief: Brief, c: Criterion): number[] => {
  const { options, probed } = brief
  const core = c.core !== undefined && reaches(options.level, c.core)
  const asked = probed[c.id] ?? 0
  const partly = isPartly(brief, c)
  return [partly || asked >= TWICE ? 1 : 0, asked + (core ? 0 : 1), core ? 0 : 1, partly ? 1 : 0, -c.weight]
}

const TWICE = 2

/** Whether something on it was heard, in whatever part of the talk. */
const isPartly = ({ covered, log, said }: Brief, c: Criterion): boolean => {
  if ((covered[c.id]?.verdict ?? 0) > 0) return true
  const texts = (log ?? []).flatMap(({ who, kind, text }) =>
    who === 'candidate' && kind === 'said' ? [text] : [],
  )
  return [...texts, ...said.map(({ text }) => text)].some((text) => touches(text, c))
}

const compared = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((value, i) => value !== b[i])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

/** The problem's own questions first, then the criterion's, then once the one that names what is looked for. */
const wording = (
  { problem, stage, spoken }: Brief,
  { id, probes, press }: Criterion,
  most: number,
): Probe | undefined => {
  const own = problem.probes.filter((p) => p.stage === stage.id && p.criterion === id).map(({ asks }) => asks)
  const fits = (asks: string): boolean => asks.split(/\s+/).length <= most && !repeats(asks, spoken)
  const asks = [...own, ...probes].find(fits)
  if (asks !== undefined) return { criterion: id, asks, named: false }
  const exhausted = [...own, ...probes].every((one) => repeats(one, spoken))
  return exhausted && fits(press) ? { criterion: id, asks: press, named: true } : undefined
}
