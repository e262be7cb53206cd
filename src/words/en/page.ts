/** What the pages say: around a report, and of interviews over time. */
export const PAGE = {
  contents: 'Contents',
  talk: 'The talk',
  facts: ({ date, level, mode, minutes }: { date: string; level: string; mode: string; minutes: number }) =>
    `${date} · ${level} · ${mode} · ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
  said: ({ who, minute }: { who: string; minute: number }) => `${who}, minute ${minute}`,
  candidate: 'You',
  interviewer: 'Interviewer',
  sum: 'A sum that does not come out; see above.',
  course: {
    title: 'Your interviews over time',
    asOf: ({ date }: { date: string }) => `As of ${date}`,
    summary: 'In short',
    held: ({ count }: { count: number }) =>
      `${count === 1 ? 'One interview' : `${count} interviews`} assessed.`,
    few: 'With two interviews there is something to compare: how your marks went, what sits and what does not. Until then this page has little to say.',
    noScores:
      'Fewer than two of your interviews have a score so far, so that there is no course of it to be seen.',
    scores: 'Scores (S) over time',
    seen: (given: { count: number; first: string; from: string; last: string; to: string; best: string }) =>
      `S of ${given.count} interviews: ${given.from} on ${given.first}, ${given.to} on ${given.last}; the best is ${given.best}. Each stands in the list of interviews below.`,
    zones:
      'The zones show for which vote an S is enough; a low mark in one stage can hold the vote below that.',
    lines: 'Interviews at the same level are joined by a line, since each level is measured by its own bar.',
    hollow: 'no vote: not every stage was assessed',
    marks: 'Marks, latest last',
    trend: 'Trend',
    own: 'Your own rating',
    time: 'Time, of plan',
    over: ({ by }: { by: string }) => `${by} too high`,
    under: ({ by }: { by: string }) => `${by} too low`,
    fits: 'fits',
    stagesNote:
      'The trend compares the later half of the marks with the earlier half; your own rating is compared with the mark that you got.',
    criteria: 'What sits, and what does not yet',
    weakest: 'Does not sit yet',
    strongest: 'Sits',
    criterion: 'Criterion',
    lately: 'Lately, 0 to 2',
    times: 'Times judged',
    none: 'Nothing so far.',
    past: 'The interviews, latest first',
    date: 'Date',
  },
}
