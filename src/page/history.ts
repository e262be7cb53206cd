/** A person's interviews over time as one page: how scores and stages went, what sits, what is next, and every interview. */
import type { Flow } from '../flow/flow.ts'
import { historyOf, type Past } from '../practice/history.ts'
import type { Practised } from '../practice/streak.ts'
import type { Words } from '../words/words.ts'
import { escaped } from './escape.ts'
import { dated, sectioned } from './frame.ts'
import { criteria } from './history/criteria.ts'
import { interviewTable } from './history/interviews.ts'
import { namesIn } from './history/names.ts'
import { scores } from './history/scores.ts'
import { stageTable } from './history/stages.ts'
import { summary } from './history/summary.ts'

/** Whose interviews: what is kept of their practice, what each was about, and in whose words it is told. */
export type Course = {
  practice: { past: readonly Past[]; practised: readonly Practised[]; zone?: string }
  /** Titles of problems by the ids of interviews; the id of a problem stands for one that is not among them. */
  interviews: readonly { id: string; title: string }[]
  /** It names stages and criteria; their ids stand for what it does not know. */
  flow: Flow | undefined
  words: Words
  /** In milliseconds since 1970. */
  now: number
}

/** The page; equal input gives an equal page. With fewer than two interviews it says that nothing is to be compared yet. */
export const historyPage = ({ practice, interviews, flow, words, now }: Course): string => {
  const { past, practised, zone = 'UTC' } = practice
  const { course } = words.page
  const history = historyOf(past)
  const names = namesIn(flow)
  const compared =
    history.interviews < LEAST
      ? []
      : ([
          ['scores', course.scores, scores(history.scores, words, zone)],
          ['stages', words.report.byStage, stageTable(history.stages, names, words)],
          ['criteria', course.criteria, criteria(history, names, words)],
        ] as const)
  const listed =
    past.length === 0
      ? []
      : ([
          [
            'past',
            course.past,
            interviewTable(past, new Map(interviews.map(({ id, title }) => [id, title])), words, zone),
          ],
        ] as const)
  const parts = [
    ['summary', course.summary, summary(history, { practised, zone, now }, names, words)],
    ...compared,
    ...listed,
  ] as const
  return sectioned(
    {
      title: course.title,
      facts: course.asOf({ date: dated(now, words, 'long', zone) }),
      lead: history.interviews < LEAST ? `<p>${escaped(course.few)}</p>` : '',
      sections: parts.map(([id, title, html]) => ({ id, title, html })),
    },
    words,
  )
}

/** Below this many there is nothing to compare. */
const LEAST = 2
