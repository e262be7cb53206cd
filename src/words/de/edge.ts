import type { Words } from '../en/en.ts'

export const EDGE: Words['edge'] = {
  unstored: ({ reason, again }) =>
    `Das konnte nicht gespeichert werden und zählt noch nicht: ${reason}. ${again}`,
  storeFails: 'was ich aufbewahre, lässt sich gerade nicht schreiben; wer mich betreibt, erfährt den Grund',
  willTry: 'Es wird noch einmal versucht.',
  sayAgain: 'Sag es noch einmal.',
  sendAgain: 'Schick es noch einmal.',
  pressAgain: 'Drück noch einmal darauf.',
  typeAgain: 'Tippe es noch einmal.',
  useAgain: 'Gib den Befehl noch einmal.',
  unopened: ({ reason }) => `Das Formular ließ sich nicht öffnen: ${reason}. Ruf es noch einmal auf.`,
  tooSlow: 'es hat zu lange gedauert',
  nothingToFillIn: 'Hier gibt es nichts auszufüllen.',
  more: 'Es gibt noch mehr auszufüllen.',
  goOn: 'Weiter',
  forgotten: 'Was du vorher ausgefüllt hast, ist nicht mehr da. Ruf das Formular noch einmal auf.',
  wholeNumber: ({ least, most }) => `Eine ganze Zahl von ${least} bis ${most}.`,
  oneOf: ({ values }) => `Zur Wahl: ${values}`,
  start: 'Beginnen',
  send: 'Senden',
  save: 'Speichern',
  cancel: 'Abbrechen',
  close: 'Schließen',
  yes: 'Ja',
  sure: 'Bist du sicher?',
  final: 'Das lässt sich nicht rückgängig machen.',
  goneButton: ({ help }) =>
    `Dieser Knopf gehört zu etwas, das es nicht mehr gibt. \`${help}\` zeigt, was du tun kannst.`,
  ownAnswersOnly: ({ grade }) =>
    `Nur wer eine Nachricht geschrieben hat, kann sie bewerten lassen. Wähle **${grade}** bei einer eigenen Antwort.`,
  unattached: ({ files, reason }) => `${files} ließ sich nicht anhängen. ${reason}`,
  filesTooLarge: 'Der Server nimmt nichts an, was so groß ist.',
  filesForbidden: 'Der Bot braucht in diesem Kanal das Recht „Attach Files“.',
  filesLeftOut: ({ files, reason }) => `${files} ließ sich nicht anhängen: ${reason}`,
  elsewhere: 'Das ist für dich allein, deshalb steht es in unseren Direktnachrichten.',
  elsewhereAt: ({ link }) =>
    `Das ist für dich allein, deshalb steht es in [unseren Direktnachrichten](${link}).`,
  unreachable: ({ name }) =>
    `${name}, hier ist etwas für dich allein, doch deine Direktnachrichten sind für mich geschlossen. Öffne sie ` +
    'in den Privatsphäre-Einstellungen dieses Servers, oder ruf es mit einem Befehl ab; den beantworte ich so, dass nur du es siehst.',
  somebodyUnreachable:
    'Hier ist etwas für eine einzelne Person, deren Direktnachrichten für mich geschlossen sind. Wenn du es bist: Öffne sie ' +
    'in den Privatsphäre-Einstellungen dieses Servers, oder ruf es mit einem Befehl ab; den beantworte ich so, dass nur du es siehst.',
  wordless: ({ intent }) =>
    `Was hier geschrieben wird, erreicht mich nicht: „${intent}“ ist für diese App ausgeschaltet. ` +
    'Wer den Bot betreibt, kann es einschalten. Bis dahin erwähne mich in jeder Nachricht, oder führ das Interview in Direktnachrichten.',
  thinking: 'denkt nach …',
  reading: 'Liest deine Antwort …',
  asking: 'Überlegt die nächste Frage …',
  whereToBegin: 'Womit fangen wir an?',
  startPrompt: 'Ein Interview beginnen',
  problemsPrompt: 'Die Übungsaufgaben sehen',
  historyPrompt: 'Meine Interviews sehen',
}
