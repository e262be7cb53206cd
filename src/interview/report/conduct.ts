/** How the talk was held: who spoke how much, what help was used, how the candidate rates it. */
import type { StageMark } from '../score/scoring.ts'
import type { Material } from './material.ts'

/** Who spoke how much. */
export type WordCount = {
  candidate: number
  interviewer: number
  /** The candidate's part of all words, 0 to 1. */
  share: number
}

/** Words of the talk itself; files that came with it and later attempts are left out. */
export const wordsOf = ({ log }: Material): WordCount => {
  const replaced = new Map(
    log.flatMap(({ kind, of, text }) =>
      of === undefined ? [] : [[of, kind === 'withdrawn' ? '' : text] as const],
    ),
  )
  const count = (who: 'candidate' | 'interviewer'): number =>
    log
      .filter((entry) => entry.who === who && entry.kind === 'said' && entry.attempt === undefined)
      .reduce((sum, { n, text }) => sum + ((replaced.get(n) ?? text).match(/\S+/g)?.length ?? 0), 0)
  const [candidate, interviewer] = [count('candidate'), count('interviewer')]
  const all = candidate + interviewer
  return { candidate, interviewer, share: all === 0 ? 0 : Math.round((candidate / all) * 1000) / 1000 }
}

/** How many hints were given for one criterion. */
export type Help = { criterion: string; name: string; stage: string; hints: number }

/**
 * The hints given in the talk, by criterion. They are read from the transcript, since the context forgets the hints of
 * a stage that is tried again.
 */
export const helpOf = ({ log, stages }: Material): Help[] => {
  const criteria = stages.flatMap((stage) =>
    stage.criteria.map((criterion) => ({ stage: stage.id, criterion })),
  )
  const given = log.filter(({ who, kind, attempt }) => {
    return who === 'interviewer' && kind === 'said' && attempt === undefined
  })
  return criteria.flatMap(({ stage, criterion: { id, name, hints } }) => {
    const used = given.filter((entry) => entry.stage === stage && hints.includes(entry.text)).length
    return used === 0 ? [] : [{ criterion: id, name, stage, hints: used }]
  })
}

/** The person's own rating of a stage, 1 to 4, beside its mark. */
export type OwnRating = {
  stage: string
  own: number
  mark: StageMark
  /** Own rating less mark. */
  difference: number
  says: 'over-rated' | 'under-rated' | 'as marked'
}

/** The person's own rating beside the mark, for every stage that has both. */
export const ratingsOf = ({ context, levels, level }: Material): OwnRating[] =>
  levels[level].stages.flatMap(({ id, mark }) => {
    const own = context.ratings?.[id]
    if (own === undefined || mark === null) return []
    const difference = own - mark
    const says = difference > 0 ? 'over-rated' : difference < 0 ? 'under-rated' : 'as marked'
    return [{ stage: id, own, mark, difference, says }]
  })
