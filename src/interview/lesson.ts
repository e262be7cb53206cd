/** What a candidate could have said, and at which moment. */

/** One sentence for one criterion; `after` is the entry of the candidate's message on which it would have followed. */
export type Lesson = { criterion: string; after: number; say: string }

/** What was taught of one attempt, and by whom; or that it failed. */
export type Taught = { by: string; lessons: readonly Lesson[] } | 'failed'

/** Lessons by attempt, 0 for the interview itself; nothing for one that nobody taught. */
export type Lessons = Readonly<Record<number, Taught>>
