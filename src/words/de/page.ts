import type { Words } from '../en/en.ts'

export const PAGE: Words['page'] = {
  contents: 'Inhalt',
  talk: 'Das Gespräch',
  facts: ({ date, level, mode, minutes }) =>
    `${date} · ${level} · ${mode} · ${minutes} ${minutes === 1 ? 'Minute' : 'Minuten'}`,
  said: ({ who, minute }) => `${who}, Minute ${minute}`,
  candidate: 'Du',
  interviewer: 'Interviewer',
  sum: 'Eine Rechnung, die nicht aufgeht; siehe oben.',
}
