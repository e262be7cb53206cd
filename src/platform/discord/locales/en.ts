import type { Locale } from './locale.ts'

/** English, where the table of commands has more words than Discord shows. */
export const EN: Locale = {
  about: 'Mock interviews on machine learning system design.',
  grade: 'Grade this answer',
  commands: {
    rate: {
      about:
        'Your own rating of each stage before the report: 1 far off the bar, 4 above it, - to leave one out.',
    },
  },
}
