/**
 * Who practised how much: a board for those who want to stand on one, under a name of their choice. By practice, coverage
 * and improvement, never by how well an interview went.
 */

export const SPANS = ['week', 'month', 'all'] as const
export type Span = (typeof SPANS)[number]

export const ORDERS = ['practice', 'coverage', 'improvement'] as const
export type Order = (typeof ORDERS)[number]

/** What one person did, as far as it counts here. */
export type Member = {
  /** The name that they chose for it. */
  name: string
  /** Every criterion that was heard of them, by interviews and daily answers alike. */
  heard: readonly { at: number; criterion: string; verdict: 0 | 1 | 2 }[]
  /** Moments of practice: interviews that are over, and daily answers. */
  practised: readonly number[]
}

export type Row = { place: number; name: string; practice: number; coverage: number; improvement: number }

const DAY = 86_400_000
const LENGTH: Readonly<Record<Span, number>> = {
  week: 7 * DAY,
  month: 30 * DAY,
  all: Number.POSITIVE_INFINITY,
}

/**
 * The rows of a board, best first; equal ones share a place. Practice is how often, coverage how many criteria were met at
 * least partly, improvement how many are better now than the first time within the span, or than before it.
 */
export const boardOf = (members: readonly Member[], span: Span, order: Order, now: number): Row[] => {
  const since = now - LENGTH[span]
  const rows = members
    .map((member) => ({ name: member.name, ...countsOf(member, since, now) }))
    .filter(({ practice }) => practice > 0)
    .toSorted((one, other) => other[order] - one[order] || one.name.localeCompare(other.name, 'en'))
  return rows.map((row) => ({ place: 1 + rows.filter((other) => other[order] > row[order]).length, ...row }))
}

const countsOf = ({ heard, practised }: Member, since: number, now: number): Omit<Row, 'place' | 'name'> => {
  const inTime = ({ at }: { at: number }): boolean => at > since && at <= now
  const criteria = new Map<string, { before?: number; first?: number; best: number }>()
  for (const one of heard.toSorted((a, b) => a.at - b.at)) {
    if (one.at > now) continue
    const known = criteria.get(one.criterion) ?? { best: -1 }
    criteria.set(
      one.criterion,
      inTime(one)
        ? { ...known, first: known.first ?? one.verdict, best: Math.max(known.best, one.verdict) }
        : { ...known, before: one.verdict },
    )
  }
  const met = [...criteria.values()]
  return {
    practice: practised.filter((at) => inTime({ at })).length,
    coverage: met.filter(({ best }) => best > 0).length,
    improvement: met.filter(({ before, first, best }) => best > (before ?? first ?? best)).length,
  }
}

/** Fewer people are never summed up, so that nobody can be told from a sum. */
export const LEAST = 5

export type Aggregate = {
  people: number
  practice: number
  /** Share of people who met a criterion at least partly the last time, weakest first. */
  criteria: readonly { criterion: string; people: number; met: number }[]
}

/** What a group did between two moments; nothing of groups, or of criteria, with fewer than five people. */
export const aggregateOf = (members: readonly Member[], from: number, to: number): Aggregate | undefined => {
  const inTime = (at: number): boolean => at > from && at <= to
  const active = members.filter(({ practised }) => practised.some(inTime))
  if (active.length < LEAST) return undefined
  const latest = new Map<string, Map<Member, { at: number; verdict: number }>>()
  for (const member of active)
    for (const { at, criterion, verdict } of member.heard) {
      if (!inTime(at)) continue
      const known = latest.get(criterion) ?? new Map()
      if (at >= (known.get(member)?.at ?? Number.NEGATIVE_INFINITY)) known.set(member, { at, verdict })
      latest.set(criterion, known)
    }
  const criteria = [...latest]
    .filter(([, people]) => people.size >= LEAST)
    .map(([criterion, people]) => {
      const met = [...people.values()].filter(({ verdict }) => verdict > 0).length
      return { criterion, people: people.size, met: met / people.size }
    })
    .toSorted((one, other) => one.met - other.met || (one.criterion < other.criterion ? -1 : 1))
  const practice = active.reduce((sum, { practised }) => sum + practised.filter(inTime).length, 0)
  return { people: active.length, practice, criteria }
}
