import type { Words } from '../en/en.ts'

export const TALK: Words['talk'] = {
  hint: ({ rung }) => `Hinweis ${rung} von 4`,
  part: 'Ihr beide habt das Wort.',
  partAgain: 'Zurück in diesem Abschnitt. Ihr beide habt das Wort.',
  think: ({ minutes }) => `Nimm dir ${minutes} Minuten. Die Uhr läuft; ich frage nichts.`,
  paused: 'Angehalten. Die Uhr steht; mit /resume geht es weiter.',
  resumed: ({ stage }) => `Wir waren bei ${stage}.`,
  byStandIn: 'gefragt hat die Vertretung',
  rate:
    'Das war das Interview. Bevor du den Bericht siehst: Wie bewertest du dich selbst, Abschnitt für Abschnitt? ' +
    '1 ist weit unter der Messlatte, 2 darunter, 3 darauf, 4 darüber.',
  rating: 'Bewerte dich selbst',
  stages: ({ stages }) => `Die Abschnitte: ${stages}.`,
  of: ({ part, whole }) => `${part} von ${whole}`,
  isLast: 'Das ist der letzte Abschnitt.',
  ahead: ({ stages }) => `Es kommen noch: ${stages}.`,
  left: ({ left, total }) => `Noch ${left} von ${total}.`,
  over: ({ over, total }) => `${over} über den geplanten ${total}.`,
  usedUp: ({ stage }) =>
    `Die Zeit für ${stage} ist aufgebraucht. Komm mit dem zum Schluss, worauf es am meisten ankommt.`,
  usedUpBefore: ({ stage, next }) =>
    `Die Zeit für ${stage} ist aufgebraucht. Bring deinen Punkt zu Ende; dann geht es weiter mit ${next}.`,
  stopped: ({ stage }) => `Hier muss ich dich unterbrechen; die Zeit für ${stage} ist um. Es geht weiter.`,
  stoppedLast: ({ stage }) =>
    `Hier muss ich dich unterbrechen; die Zeit für ${stage} ist um. Das war der letzte Teil.`,
  wellOver: ({ stage, next }) =>
    `${stage} dauert viel länger als geplant, und die Zeit wird den anderen Abschnitten fehlen. Geh am besten mit /next weiter zu ${next}.`,
  wellOverLast: ({ stage }) =>
    `${stage} dauert viel länger als geplant, und die Zeit wird den anderen Abschnitten fehlen. Komm am besten mit /end zum Ende.`,
  terms: ({ level, minutes, mode }) => `Stufe ${level}, ${minutes} Minuten, Modus ${mode}.`,
  termsOfTwo: ({ level, minutes }) => `Stufe ${level}, ${minutes} Minuten, ein Mensch befragt einen anderen.`,
}

export const STATES: Words['states'] = {
  setup: 'Gleich geht es los',
  talk: 'Läuft',
  retry: 'Ein Abschnitt wird wiederholt',
  paused: 'Angehalten',
  debrief: 'Vorbei; die eigene Bewertung fehlt noch',
  grading: 'Vorbei; wird bewertet',
  reported: 'Abgeschlossen',
}

export const PLACED: Words['placed'] = {
  paused: 'angehalten',
  debrief: 'vorbei',
  grading: 'vorbei',
  reported: 'abgeschlossen',
}

export const BUTTONS: Words['buttons'] = {
  hint: 'Hinweis',
  next: 'Nächster Abschnitt',
  back: 'Zurück',
  time: 'Zeit',
  pause: 'Anhalten',
  resume: 'Weitermachen',
  end: 'Beenden',
  ends: 'Damit endet das Interview hier, und der Bericht wird erstellt.',
  endsForTwo: 'Damit endet das Interview, und die Bögen kommen.',
  endIt: 'Beenden',
  skip: 'Auslassen',
  start: 'Interview beginnen',
  where: 'Wo bin ich?',
  report: ({ day }) => `Bericht vom ${day}`,
  settings: 'Einstellungen',
  forget: 'Alles löschen',
  forgets: 'Alles, was über dich gespeichert ist, wird endgültig gelöscht.',
  accept: 'Annehmen',
  decline: 'Ablehnen',
  swap: 'Rollen tauschen',
  join: 'Auf die Tafel',
  joinNames: 'Ja, das bin ich',
  share: 'Gute Antworten zeigen lassen',
  withdraw: 'Link zurücknehmen',
}
