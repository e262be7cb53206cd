import type { Words } from '../en/en.ts'

export const FEEDBACK: Words['feedback'] = {
  inFirstMinute: ({ stage }) => `${stage}, in der ersten Minute`,
  inMinute: ({ stage, minute }) => `${stage}, Minute ${minute}`,
  noStrength: 'Diesmal ließ sich nichts anrechnen. Fang mit den Punkten unten an.',
  noGrowth:
    'In den Abschnitten, die du erreicht hast, war alles aus dem Kern klar. Versuch die nächste Stufe oder eine andere Aufgabe.',
  inPart: 'teilweise',
  withHelp: 'mit Hilfe',
  why: ({ why }) => `Warum es zählt: ${why}`,
  youSaid: ({ where }) => `Du hast gesagt (${where}):`,
  whyInPart: ({ why }) => `Warum nur teilweise: ${why}`,
  helped:
    'Es war klar, kam aber nach einem Hinweis oder einer Frage, die es nannte, und zählt deshalb teilweise.',
  missing: ({ missing }) => `Was gefehlt hat: ${missing}`,
  couldHaveSaid: ({ sentence }) => `Du hättest sagen können: ${sentence}`,
  couldHaveSaidAt: ({ where, said, sentence }) =>
    `Du hättest sagen können (${where}), nach „${said}“: ${sentence}`,
  anotherWay: ({ sentence }) => `So lässt es sich auch sagen: ${sentence}`,
  couldSay: ({ sentence }) => `Du könntest sagen: ${sentence}`,
  tryAloud: 'Versuch, das in zwei Minuten laut zu beantworten:',
  onceMore: ({ command }) => `Geh den Abschnitt danach mit \`${command}\` noch einmal durch.`,
  together: ({ band, count, names }) =>
    `Der kürzeste Weg zu ${band}, ${count === 1 ? 'wenn dies klar wird' : `wenn diese ${count} zusammen klar werden`}: ${names}.`,
  liftsS: ({ gain }) => `Wird es klar, steigt S um ${gain}.`,
  liftsMark: ({ gain }) => `Wird es klar, steigt die Wertung um ${gain}.`,
}

export const EVIDENCE: Words['evidence'] = {
  measured: 'gemessen am Verlauf des Gesprächs',
  afterHelp: 'teilweise, weil es nach einer Hilfe kam',
  countsAgainst: ({ name }) => `Es zählt gegen: ${name}.`,
  core: 'Kern auf dieser Stufe:',
  rest: 'Auch erwartet, mit weniger Gewicht; niemand schafft all das in der Zeit:',
  contested: 'Angefochten:',
  askedFor: ({ asked, all }) =>
    `Du hast nach ${asked} von ${all} Dingen gefragt, die der Interviewer hätte sagen können. Diese blieben übrig:`,
  noFact: 'Dazu gibt es keinen Fakt; es hilft, etwas anzunehmen und das zu sagen:',
  firstOnly: ({ most }) =>
    `Das sind die ersten ${most}. Was du sonst noch gefragt hast, steht in der Mitschrift.`,
}

export const CONTESTED: Words['contested'] = {
  marked: 'angefochten',
  pending: 'angefochten; es wird gerade neu beurteilt',
  again: ({ by, outcome }) => `angefochten; neu beurteilt von ${by}: ${outcome}`,
  stands: 'bleibt dabei',
  reason: ({ reason }) => `Angefochten: ${reason}`,
  how: ({ command }) => `Ist ein Urteil falsch? Mit \`${command}\` und deiner Begründung fichtst du es an.`,
}

export const QUESTION: Words['question'] = {
  notAssessed: 'nicht beurteilt',
  was: ({ question }) => `Die Frage war: ${question}`,
  takes: 'Was es dafür braucht',
  onceMore: ({ command }) => `Noch einmal: \`${command}\`.`,
  elsewhere: ({ criterion, command }) => `${criterion} an einer anderen Aufgabe: \`${command}\``,
}

export const QUESTION_MEANINGS: Words['questionMeanings'] = {
  2: 'Hier würde ein Interviewer zu etwas anderem übergehen.',
  1: 'Es wurde berührt; was fehlt, steht unten in der ersten Zeile.',
  0: 'In der Antwort war davon nichts zu hören.',
  null: 'Die Anmerkungen am Ende sagen, warum.',
}

export const ATTEMPT: Words['attempt'] = {
  unjudgedLine: ({ attempt, stage }) => `Versuch ${attempt}, ${stage}: nicht beurteilt.`,
  line: ({ attempt, stage, before, after, changed }) =>
    `Versuch ${attempt}, ${stage}: Wertung vorher ${before}, jetzt ${after}; ${
      changed === 0
        ? 'kein Kriterium geändert'
        : changed === 1
          ? '1 Kriterium geändert'
          : `${changed} Kriterien geändert`
    }.`,
  questionLine: ({ attempt, stage, change }) => `Versuch ${attempt}, ${stage}: ${change}.`,
  title: ({ stage }) => `${stage}, noch einmal versucht`,
  unjudged: 'Dieser Versuch konnte nicht beurteilt werden, deshalb bleibt die Wertung, wie sie war.',
  unjudgedQuestion: 'dieser Versuch konnte nicht beurteilt werden, deshalb bleibt das Urteil, wie es war',
  change: ({ before, after }) => `vorher ${before}, jetzt ${after}`,
  byItself: 'Ein neuer Versuch wird für sich beurteilt.',
  before: 'Vorher',
  now: 'Jetzt',
  markless: 'keine',
  pointByPoint: 'Punkt für Punkt',
  criterion: 'Kriterium',
  better: 'Was jetzt besser ist',
  open: 'Noch offen',
  again: ({ command }) => `Noch einmal: \`${command}\``,
  firstMark: ({ mark }) => `**Wertung ${mark}.** Es gab keine Wertung, mit der sie sich vergleichen ließe.`,
  up: ({ before, after }) => `**Von Wertung ${before} auf ${after}.** Das ist ein echter Schritt.`,
  down: ({ before, after }) =>
    `**Von Wertung ${before} auf ${after}.** Ein neuer Versuch wird für sich beurteilt, und in diesem war weniger zu hören; was vorher gesagt wurde, behält im Bericht seine Wertung.`,
  nearer: ({ mark }) =>
    `**Weiterhin Wertung ${mark}, aber mehr vom Kern erfüllt.** Die nächste Wertung ist näher gerückt.`,
  same: ({ mark }) =>
    `**Weiterhin Wertung ${mark}.** In dem, was unten offen ist, liegt die nächste Wertung.`,
}
