/** Drawings as Markdown: where each was sent, and what it leaves open. */
import type { Words } from '../../words/words.ts'
import type { Report } from '../report.ts'
import { place } from './feedback.ts'
import { plain } from './plain.ts'

/** Each drawing with its remarks, the criteria they bear on, and the sum where hops take too long. */
export const drawings = (report: Report, words: Words): string =>
  report.drawings
    .map(({ where, remarks }) =>
      [
        `${words.report.yourDrawing({ place: place(report, where, words) })}\n`,
        ...remarks.flatMap(({ says, criteria, derivation }) => [
          `- ${plain(says)}${criteria.length > 0 ? ` (${criteria.join(', ')})` : ''}`,
          ...derivation.map((line) => `  - ${plain(line)}`),
        ]),
      ].join('\n'),
    )
    .join('\n\n')
