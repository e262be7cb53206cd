/** The talk as a prompt shows it: who said what in which stage, each message as it finally stands. */
import { answers, type Entry, type Who } from '../interview/transcript.ts'

export type Spoken = { entry: number; who: Who; stage: string; text: string }

/**
 * The talk of one attempt, oldest first, with edits applied and what was withdrawn left out; 0 is the interview itself.
 * A retry begins anew, so that earlier attempts at its stage are not shown.
 */
export const spokenIn = (log: readonly Entry[], attempt = 0): Spoken[] => {
  const standing = new Map(
    answers(log).map(({ entry, stage, text, attempt }) => [entry, { stage, text, attempt }]),
  )
  return log.flatMap(({ n, who, kind, stage, text, attempt: of = 0 }): Spoken[] => {
    if (who === 'interviewer') return of === attempt ? [{ entry: n, who, stage, text }] : []
    const answer = kind === 'said' || kind === 'attached' ? standing.get(n) : undefined
    return answer?.attempt === attempt ? [{ entry: n, who, stage: answer.stage, text: answer.text }] : []
  })
}
