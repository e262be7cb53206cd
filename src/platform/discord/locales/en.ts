import type { Locale } from './locale.ts'

/** English, where the table of commands has more words than Discord shows. */
export const EN: Locale = {
  about: 'Mock interviews on machine learning system design.',
  grade: 'Grade this answer',
  own: 'What is yours: a board, joined names, pages, and all that is stored about you.',
  tools: {
    about: 'Computes: metrics, data checks, estimates, A/B tests, diagrams.',
    values: 'the options or the text as typed, such as --label y --score p',
    file: 'the file to look at',
    commands: {},
  },
  commands: {
    rate: {
      about:
        'Your own rating of each stage before the report: 1 far off the bar, 4 above it, - to leave one out.',
    },
  },
}
