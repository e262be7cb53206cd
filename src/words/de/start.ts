import type { Words } from '../en/en.ts'

export const START: Words['start'] = {
  title: 'Ein neues Interview',
  choose: 'Wähle eine Aufgabe, ein Format, eine Stufe und einen Modus.',
  directly: 'Es geht in unseren Direktnachrichten weiter.',
  notHere: ({ reason }) => `Hier kann ich kein Interview führen. ${reason}`,
  noHiding: ({ reason }) => `Hier gibt es für Interviews keinen Ort ohne Zuschauer: ${reason}.`,
  taken: ({ start }) =>
    `In diesem Thread läuft das Interview eines anderen Menschen. Außerhalb davon beginnt \`${start}\` dein eigenes, und ` +
    `\`${start} --where direct\` eines in Direktnachrichten.`,
  inVain: 'Dieses Interview hat nicht begonnen, weil hier schon ein anderes läuft.',
  unfinished: ({ what, stage }) =>
    `Das Interview "${what}" ist nicht abgeschlossen; es steht bei ${stage}. Mach damit weiter, oder beende es, bevor du ein neues beginnst.`,
  unfinishedAtStart: ({ what }) =>
    `Das Interview "${what}" ist nicht abgeschlossen; es steht am Anfang. Mach damit weiter, oder beende es, bevor du ein neues beginnst.`,
  unrated: ({ what }) =>
    `Das Interview "${what}" ist nicht abgeschlossen; nur deine eigene Bewertung fehlt noch. Mach damit weiter, oder beende es, bevor du ein neues beginnst.`,
  instead: ({ start }) => `\`${start} --where direct\` beginnt eines in Direktnachrichten.`,
  starters: ({ roles }) =>
    `In diesem Kanal beginnen nur die ein Interview, die eine dieser Rollen haben: ${roles}.`,
}

export const START_FORM: Words['startForm'] = {
  title: 'Interview beginnen',
  problem: 'Aufgabe',
  own: 'Mein eigenes Szenario',
  scenario: 'Dein Szenario, in ein, zwei Sätzen',
  format: 'Format',
  whole: 'Ganzes Interview',
  length: ({ format, minutes }) => `${format}, ${minutes} Minuten`,
  question: 'eine Frage',
  level: 'Stufe',
  mode: 'Modus',
  coach: 'coach: Hinweise auf Wunsch, die Uhr erinnert nur',
  exam: 'exam: keine Hinweise, und die Uhr entscheidet',
  language: 'Sprache',
  where: 'Wo',
  here: 'hier',
  hidden: 'hier, ohne Zuschauer',
  direct: 'in Direktnachrichten',
}

export const WISH: Words['wish'] = {
  minutes: ({ minutes, least, most }) =>
    `"${minutes}" Minuten gehen nicht: Wähle eine Zahl von ${least} bis ${most}.`,
  noFocus: ({ flows }) =>
    `Ein ganzes Interview hat keinen Schwerpunkt. Den gibt es zusammen mit dem Ablauf ${flows}.`,
  or: 'oder',
  noFlow: ({ flow, flows }) => `Einen Ablauf "${flow}" gibt es nicht. Es gibt: ${flows}.`,
  nothing: ({ flow }) => `Für ${flow} ist nichts da.`,
  notAlone: ({ stage }) => `"${stage}" gibt es nicht für sich allein.`,
  noPart: ({ focus }) => `"${focus}" gibt es hier nicht.`,
  foci: ({ flow, stages }) => `Der Schwerpunkt von ${flow} kann ein Abschnitt sein: ${stages}.`,
  fociOrCriteria: ({ flow, stages, first, last }) =>
    `Der Schwerpunkt von ${flow} kann ein Abschnitt sein: ${stages}; oder ein Kriterium, wie es im Bericht heißt, von ${first} bis ${last}.`,
  noLevel: ({ value, all }) => `Eine Stufe "${value}" gibt es nicht. Wähle eine von: ${all}.`,
  noMode: ({ value, all }) => `Einen Modus "${value}" gibt es nicht. Wähle einen von: ${all}.`,
  noLanguage: ({ value }) =>
    `Eine Sprache "${value}" gibt es nicht. Nenne ihr Kürzel, zum Beispiel en oder de.`,
  scenarioLength: ({ length, most }) => `Das Szenario hat ${length} Zeichen; mehr als ${most} gehen nicht.`,
  describe: 'Beschreib deine eigene Aufgabe in ein, zwei Sätzen, als Szenario.',
  unnamed: 'Es wurde keine Aufgabe genannt.',
  noProblem: ({ problem }) => `Eine Aufgabe "${problem}" gibt es nicht.`,
  problems: ({ problems }) => `Es gibt: ${problems}. Oder beschreib deine eigene mit --scenario.`,
  noneAtAll: 'Hier gibt es keine Übungsaufgabe.',
  teamFlow: ({ value, list }) =>
    `Dieses Team führt keine Interviews mit dem Ablauf "${value}". Zur Wahl stehen: ${list}.`,
  teamLevel: ({ value, list }) =>
    `Dieses Team führt keine Interviews auf der Stufe "${value}". Zur Wahl stehen: ${list}.`,
  teamMode: ({ value, list }) =>
    `Dieses Team führt keine Interviews im Modus "${value}". Zur Wahl stehen: ${list}.`,
  channelFlow: ({ value, list }) =>
    `In diesem Kanal gibt es keine Interviews mit dem Ablauf "${value}". Zur Wahl stehen: ${list}.`,
  channelLevel: ({ value, list }) =>
    `In diesem Kanal gibt es keine Interviews auf der Stufe "${value}". Zur Wahl stehen: ${list}.`,
  channelMode: ({ value, list }) =>
    `In diesem Kanal gibt es keine Interviews im Modus "${value}". Zur Wahl stehen: ${list}.`,
  noChannel: 'Dieses Team führt in diesem Kanal keine Interviews.',
}
