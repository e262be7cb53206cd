/** Several judgements of the same criteria become one: who disagrees, and what stands in the end. */
import { type Agreement, type Judgement, MARK_NAMES, type Mark, type Verdict } from '../interview/verdict.ts'

/** Two calls, and the judgement beside them where there is one that counts. */
export type Votes = { first: Judgement; second: Judgement; beside: Judgement | undefined }

/** Criteria on which the two calls differ, or on which they agree and are two from the judgement beside them. */
export const disputed = (ids: readonly string[], votes: Votes): string[] =>
  ids.filter((id) => {
    const { first, second } = marksOf(id, votes)
    return first !== second || apart(id, votes)
  })

/**
 * One verdict for each criterion: what both calls say, or the middle of the two that differ and the third. Where the
 * candidate gives orders, no verdict is more than one above that of the judge beside the model, which obeys none.
 */
export const settled = (
  ids: readonly string[],
  votes: Votes,
  third: Judgement | undefined,
  ordered: boolean,
): { verdicts: Verdict[]; agreement: Agreement } => {
  const differ: { criterion: string; beside: Mark; model: Mark; settled: Mark }[] = []
  const verdicts = ids.map((id): Verdict => {
    const { first, second, beside } = marksOf(id, votes)
    const last = of(id, third)?.verdict ?? first
    const differs = first === second && apart(id, votes)
    const voted = first === second ? (differs ? last : first) : middle(first, second, last)
    const most = ordered && beside !== undefined ? (Math.min(2, beside + 1) as Mark) : 2
    const mark = Math.min(voted, most) as Mark
    const chosen = choice(id, mark, votes, third)
    if (!differs || beside === undefined) return chosen
    differ.push({ criterion: id, beside, model: first, settled: mark })
    return { ...chosen, reason: `${said(beside, first)} ${chosen.reason ?? ''}`.trim() }
  })
  const same = ids.filter((id) => of(id, votes.first)?.verdict === of(id, votes.second)?.verdict).length
  return { verdicts, agreement: { asked: ids.length, same, differ } }
}

const said = (beside: Mark, model: Mark): string =>
  `Judges differ (by its words ${MARK_NAMES[beside]}, by the model ${MARK_NAMES[model]}); a third look settles it.`

const of = (id: string, judgement: Judgement | undefined): Verdict | undefined =>
  judgement?.verdicts.find(({ criterion }) => criterion === id)

const marksOf = (id: string, { first, second, beside }: Votes) => ({
  first: of(id, first)?.verdict ?? 0,
  second: of(id, second)?.verdict ?? 0,
  beside: of(id, beside)?.verdict,
})

const apart = (id: string, votes: Votes): boolean => {
  const { first, beside } = marksOf(id, votes)
  return beside !== undefined && Math.abs(first - beside) === 2
}

const middle = (a: Mark, b: Mark, c: Mark): Mark => [a, b, c].toSorted()[1] ?? a

/** The verdict that gave the mark, the third call's before the others'; a lowered one keeps its quote. */
const choice = (
  id: string,
  mark: Mark,
  { first, second, beside }: Votes,
  third: Judgement | undefined,
): Verdict => {
  const all = [third, first, second, beside].flatMap((judgement) => of(id, judgement) ?? [])
  const found = all.find(({ verdict }) => verdict === mark) ?? all.find(({ verdict }) => verdict > mark)
  return found ? { ...found, verdict: mark } : { criterion: id, verdict: 0, quote: '' }
}
