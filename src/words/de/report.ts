import type { Words } from '../en/en.ts'

export const REPORT: Words['report'] = {
  title: ({ title }) => `Bericht: ${title}`,
  wentWell: 'Was gut war',
  grow: 'Woran du wachsen kannst',
  practise: 'Das übst du am besten als Nächstes',
  byStage: 'Abschnitt für Abschnitt',
  byLevel: 'Dasselbe Gespräch auf jeder Stufe',
  lifts: 'Was S am meisten heben würde',
  liftsMark: 'Was die Wertung am meisten heben würde',
  credited: 'Was dir angerechnet wurde',
  redFlags: 'Warnzeichen',
  situations: 'Lagen in Zahlen',
  drawings: 'Was deine Zeichnung offen lässt',
  yourDrawing: ({ place }) => `Deine Zeichnung (${place}):`,
  sums: 'Rechnungen, die nicht aufgehen',
  notHeard: 'Nicht gehört',
  notAsked: 'Fakten, nach denen du nicht gefragt hast',
  openQuestions: 'Fragen, die dir überlassen sind',
  conduct: 'Zeit und Redeanteil',
  ownRating: 'Deine eigene Bewertung',
  triedAgain: 'Noch einmal versucht',
  noAttempt: ({ attempt, command }) =>
    `In diesem Interview gibt es noch keinen Versuch ${attempt}. Mit \`${command}\` versuchst du einen Abschnitt noch einmal.`,
  by: ({ grader, interviewer }) => `Beurteilt von ${grader}; befragt von ${interviewer}.`,
  taughtBy: ({ teacher }) => `Was du hättest sagen können: ${teacher}.`,
  nobody: 'niemandem',
  versions: ({ list }) => `Versionen: ${list}.`,
  decimal: ({ number }) => number.replace('.', ','),
}

export const CONDUCT: Words['conduct'] = {
  took: ({ minutes, planned }) => `Das Gespräch hat ${minutes} von ${planned} Minuten gedauert.`,
  closed: 'Es wurde nach langem Schweigen geschlossen.',
  endedByOne: 'Eine oder einer von euch hat es beendet.',
  endedByYou: 'Du hast es selbst beendet.',
  wentThrough: 'Es ging bis zum Schluss.',
  tookLong: ({ stage, spent, planned }) =>
    `${stage} hat ${spent} Minuten gedauert, geplant waren ${planned}.`,
  tookTime: ({ stage, spent, planned }) =>
    `${stage} hat ${spent} Minuten gedauert, geplant waren ${planned}; diese Zeit fehlte den Abschnitten, die nicht erreicht wurden.`,
  tookLittle: ({ stage, spent, planned }) => `${stage} (${spent} von ${planned})`,
  roomLeft: ({ stages }) => `Hier blieb Zeit übrig, in gebrauchten von geplanten Minuten: ${stages}.`,
  notReached: ({ stages }) => `Nicht erreicht, mit den geplanten Minuten: ${stages}.`,
  spoken: ({ yours, interviewer, share }) =>
    `Du hast ${yours} Wörter gesagt, der Interviewer ${interviewer}: ${share} waren deine.`,
  hints: ({ count, names }) =>
    `Du hast ${count === 1 ? 'einen Hinweis' : `${count} Hinweise`} genutzt: ${names}.`,
  rated: ({ stage, own, mark }) => `${stage}: Du hast ${own} gegeben, die Wertung ist ${mark};`,
  overRated: ({ by }) => `du hast dich um ${by} überschätzt.`,
  underRated: ({ by }) => `du hast dich um ${by} unterschätzt.`,
  ratedAsMarked: 'Du hast jeden Abschnitt so bewertet, wie er gewertet wurde.',
}

export const REMARKS: Words['remarks'] = {
  peer: 'Befragt hat ein Mensch; die Wertungen sind die des Prüfers, der die Wertungen dieses Menschen nicht gesehen hat.',
  strange: ({ stages }) =>
    `Nicht beurteilt: ${stages}. Die Antworten dort sind in einer Sprache, die der Prüfer nicht kennt.`,
  unjudged: ({ stages }) =>
    `Nicht beurteilt: ${stages}. Kein Prüfer war zu erreichen, deshalb zählt dort nichts.`,
  untaught:
    'Das Modell ließ sich nicht fragen, was du hättest sagen können; diese Sätze sind für alle dieselben.',
  standIns: ({ times }) =>
    `Die Vertretung, die ohne Modell auskommt, ist ${times === 1 ? 'einmal' : `${times}-mal`} eingesprungen.`,
  judgedTwice: ({ same, asked }) =>
    `Jedes Kriterium wurde zweimal beurteilt: Bei ${same} von ${asked} kam dasselbe heraus.`,
  apart: ({ count }) =>
    `Bei ${count} lag das Urteil zwei Stufen neben dem des lexikalischen Prüfers; ein dritter Aufruf hat entschieden.`,
  contested: ({ count }) => `Angefochtene Urteile: ${count}; bisher wurde keines neu beurteilt.`,
  contestedJudged: ({ count, again }) => `Angefochtene Urteile: ${count}; ${again} davon neu beurteilt.`,
}

export const SITUATION: Words['situation'] = {
  unanswered: 'Dazu wurde nichts gesagt.',
  diagnosis: {
    right: 'Du hast gesehen, was die Zahlen zeigen.',
    wrong: 'Die Zahlen zeigen etwas anderes.',
    none: 'Was die Zahlen zeigen, wurde nicht gesagt.',
  },
  remedy: {
    right: 'Was du tun würdest, passt.',
    wrong: 'Was du tun würdest, hilft hier nicht.',
    none: 'Was man dagegen tut, wurde nicht gesagt.',
  },
  could: 'Du hättest sagen können:',
}

export const PARTS: Words['parts'] = {
  'one-stage':
    'Ein einzelner Abschnitt: Seine Wertung sagt, wie dieser Abschnitt auf jeder Stufe verlaufen wäre, und nichts über die anderen.',
  'one-criterion': 'Eine einzelne Frage: Ihr Urteil ist keine Wertung eines Abschnitts.',
}

export const WHOLE_RULES: Words['wholeRules'] = {
  exam: 'Modus exam: keine Hinweise, und ein Abschnitt, der nicht erreicht wurde, zählt mit Wertung 1.',
  coach:
    'Modus coach: Nur die begonnenen Abschnitte zählen, und ein Votum gibt es, wenn alle begonnen wurden.',
}

export const PART_RULES: Words['partRules'] = {
  exam: 'Modus exam: keine Hinweise, und die Uhr hat entschieden.',
  coach: 'Modus coach: Was nach einem Hinweis kam, zählt höchstens teilweise.',
}
