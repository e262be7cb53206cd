/** Why a talk has its vote, or none, in a sentence. */
import type { Words } from '../../words/words.ts'
import type { Why } from '../score/band.ts'

/** The reason as it is read; empty where there is none. */
export const reasonFor = (why: Why | null, words: Words): string => {
  const { scores, bands } = words
  const decimal = (number: string): string => words.report.decimal({ number })
  switch (why?.says) {
    case 'below':
      return scores.below({ S: decimal(why.S.toFixed(2)), least: decimal(`${why.least}`) })
    case 'reached':
      return scores.reached({
        S: decimal(why.S.toFixed(2)),
        band: bands[why.band],
        from: decimal(`${why.from}`),
      })
    case 'held': {
      const low = why.low.map(({ title, mark }) => scores.stageAt({ stage: title, mark })).join(', ')
      return scores.held({ S: decimal(why.S.toFixed(2)), band: bands[why.band], least: why.least, low })
    }
    case 'unread':
      return scores.unread({ stages: why.titles.join(', ') })
    case 'unreached':
      return scores.unreached({ stages: why.titles.join(', ') })
    case 'part':
      return why.take === 'one-stage' ? scores.oneStage : scores.oneCriterion
    case 'nothing expected':
      return scores.nothingExpected
    default:
      return ''
  }
}
