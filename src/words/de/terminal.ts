import type { Words } from '../en/en.ts'

export const TERMINAL: Words['terminal'] = {
  interviewer: 'Interviewer',
  note: 'Info',
  you: 'Du',
  kept: 'Was du gesagt hast, ist gespeichert. Beim nächsten Start kannst du dort weitermachen, wo du aufgehört hast.',
  formClosed: 'Das Formular ist geschlossen.',
  formless: 'Es ist kein Formular offen.',
  nothingToRate: 'Noch gibt es nichts zu bewerten: Danach wird am Ende eines Interviews gefragt.',
  realTime: 'Hier läuft echte Zeit, `/wait` kann sie nicht vorstellen. Starte dafür mit `--clock virtual`.',
  notTime: ({ text }) =>
    `${text} ist keine Zeitspanne. Schreib sie wie \`/wait 7m\`, \`30s\`, \`2h\` oder \`1m30s\`.`,
  slashAnswer: 'Eine Antwort, die mit `/` beginnt, braucht ein Wort davor.',
  unstored: ({ reason }) => `Das konnte nicht gespeichert werden und zählt noch nicht: ${reason}`,
  sendAgain: 'Schick es noch einmal: Die Pfeiltaste nach oben holt es zurück.',
  tryingAgain: 'Es wird noch einmal versucht.',
  notText:
    'Das wurde nicht genommen: Das meiste davon ist kein Text, es sieht nach einer Binärdatei aus. Antworte in Worten.',
  tooLong: ({ length, longest }) =>
    `Das wurde nicht genommen: Es hat ${length} Zeichen, und eine Antwort kann höchstens ${longest} haben. Schick es in Teilen.`,
  file: ({ file, mime, what }) =>
    `Dazu gehört eine Datei, die ein Terminal nicht zeigen kann: ${file} (${mime}, ${what}).`,
  characters: ({ count }) => `${count} Zeichen`,
}

export const FIELDS: Words['fields'] = {
  introduction:
    'Gib eine Zahl oder ein Wort ein. Die Eingabetaste allein nimmt, was in Klammern steht; `/cancel` schließt das Formular.',
  scale: ({ label, most }) => `${label}, 1 bis ${most}`,
  leaveOut: 'auslassen',
  takesPreset: 'Die Eingabetaste allein nimmt, was in Klammern steht.',
  leavesOut: 'Die Eingabetaste allein lässt es aus.',
  needsAnswer: 'Hier braucht es eine Antwort.',
  scaleFault: ({ most }) => `Das steht nicht zur Wahl. Gib eine Zahl von 1 bis ${most} ein.`,
  longFault: ({ most }) =>
    `Das steht nicht zur Wahl. Gib die Nummer ein, von 1 bis ${most}, oder Wörter daraus.`,
  several: ({ choices }) => `Mehrere fangen so an: ${choices}. Gib die Nummer von einem ein.`,
  fault: ({ values }) => `Das steht nicht zur Wahl. Gib die Nummer ein, oder ${values}.`,
  onlyWith: ({ value }) => `nur bei \`${value}\``,
  ifNotSaid: ({ preset }) => `sonst: ${preset}`,
  optional: 'kann wegbleiben',
  answerWith: ({ command }) => `Antworte mit einer Zeile wie \`${command}\`.`,
  rateWith: ({ rate, skip }) =>
    `Antworte mit je einer Zahl, in dieser Reihenfolge, zum Beispiel \`${rate}\`; \`${skip}\` lässt es aus.`,
  marks: 'Ausgefüllt wird es dort, wo zwei Menschen ein Interview führen.',
}
