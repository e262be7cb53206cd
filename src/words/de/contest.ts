import type { Words } from '../en/en.ts'

export const CONTEST: Words['contest'] = {
  noReason: 'Sag in einem Satz, warum das Urteil falsch ist; ein Grund gehört dazu.',
  longReason: ({ length, most }) =>
    `Der Grund hat ${length} Zeichen; mehr als ${most} gehen nicht. Sag das eine, worauf es ankommt.`,
  contested: ({ name }) => `${name} ist angefochten.`,
  failed: ({ name }) =>
    `${name} konnte nicht neu beurteilt werden. Es bleibt angefochten, und /report versucht es noch einmal.`,
  marked: ({ name, verdict, by }) =>
    `${name} ist in deinem Bericht als angefochten gekennzeichnet, mit deinem Grund. Das Urteil war ${verdict}, von ${by}.`,
  underWay: ({ by }) => `${by} urteilt neu; was dabei herauskommt, steht dann hier.`,
  settled: ({ by, verdict }) => `${by} hat schon neu geurteilt: ${verdict}. Das zählt.`,
  noModel: 'Neu geurteilt wird, sobald hier ein Modell eingerichtet ist: /report stößt es dann an.',
  byModel: 'Ein Modell hat geurteilt, und es wird nicht ein zweites Mal gefragt.',
  again: ({ name, by, what }) => `${name} wurde von ${by} neu beurteilt: ${what}.`,
  stands: ({ verdict }) => `${verdict}, es bleibt dabei`,
  counts: 'Das zählt von jetzt an; /report zeigt die Wertung.',
  unknown: ({ word }) => `Ein Kriterium ${word} gibt es in diesem Interview nicht.`,
  measured: ({ name }) =>
    `${name} wird am Verlauf des Gesprächs gemessen. Niemand hat darüber geurteilt, also lässt sich kein Urteil anfechten.`,
  notReached: ({ name, stage }) =>
    `Über ${name} wurde nie geurteilt: Das Interview kam nicht bis zum Abschnitt ${stage}.`,
  notAssessed: ({ name, stage }) =>
    `Über ${name} wurde nie geurteilt: Die Sprache der Antworten in ${stage} kann hier nicht bewertet werden.`,
  notJudged: ({ name }) =>
    `Über ${name} wurde in diesem Interview nicht geurteilt, also lässt sich kein Urteil anfechten.`,
  near: ({ names }) => `Ähnlich sind: ${names}.`,
  noVerdicts: 'In diesem Interview gibt es keine Urteile.',
  have: 'Ein Urteil gibt es über diese:',
}
