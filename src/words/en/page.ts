/** What a page of a report says around the report. */
export const PAGE = {
  contents: 'Contents',
  talk: 'The talk',
  facts: ({ date, level, mode, minutes }: { date: string; level: string; mode: string; minutes: number }) =>
    `${date} · ${level} · ${mode} · ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
  said: ({ who, minute }: { who: string; minute: number }) => `${who}, minute ${minute}`,
  candidate: 'You',
  interviewer: 'Interviewer',
  sum: 'A sum that does not come out; see above.',
}
