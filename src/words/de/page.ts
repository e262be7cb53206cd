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
  course: {
    title: 'Deine Interviews im Lauf der Zeit',
    asOf: ({ date }) => `Stand: ${date}`,
    summary: 'Kurz gefasst',
    held: ({ count }) => `${count === 1 ? 'Ein Interview' : `${count} Interviews`} beurteilt.`,
    few: 'Ab zwei Interviews gibt es etwas zu vergleichen: wie deine Wertungen verlaufen, was sitzt und was nicht. Bis dahin hat diese Seite wenig zu sagen.',
    noScores:
      'Bisher haben weniger als zwei deiner Interviews ein S, so dass noch kein Verlauf zu sehen ist.',
    scores: 'S im Lauf der Zeit',
    seen: ({ count, first, from, last, to, best }) =>
      `S von ${count} Interviews: ${from} am ${first}, ${to} am ${last}; das beste ist ${best}. Jedes steht unten in der Liste der Interviews.`,
    zones:
      'Die Zonen zeigen, für welches Votum ein S reicht; eine niedrige Wertung in einem Abschnitt kann das Votum darunter halten.',
    lines: 'Eine Linie verbindet Interviews derselben Stufe, denn jede Stufe hat ihren eigenen Maßstab.',
    hollow: 'kein Votum: nicht jeder Abschnitt wurde beurteilt',
    marks: 'Wertungen, jüngste zuletzt',
    trend: 'Verlauf',
    own: 'Selbst geschätzt',
    time: 'Zeit, vom Plan',
    over: ({ by }) => `um ${by} zu hoch`,
    under: ({ by }) => `um ${by} zu niedrig`,
    fits: 'passt',
    stagesNote:
      'Der Verlauf vergleicht die spätere Hälfte der Wertungen mit der früheren; deine Einschätzung wird mit der Wertung verglichen, die du bekommen hast.',
    criteria: 'Was sitzt und was noch nicht',
    weakest: 'Sitzt noch nicht',
    strongest: 'Sitzt',
    criterion: 'Kriterium',
    lately: 'Zuletzt, 0 bis 2',
    times: 'So oft beurteilt',
    none: 'Bisher nichts.',
    past: 'Die Interviews, das jüngste zuerst',
    date: 'Datum',
  },
}
