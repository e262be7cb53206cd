import type { Words } from '../en/en.ts'

export const HELP: Words['help'] = {
  sample: ({ command }) => `Zum Beispiel \`${command}\`.`,
  inDetail: ({ command }) => `\`${command}\` erklärt einen Befehl im Einzelnen.`,
  tools: 'Zum Rechnen, in einem Interview oder außerhalb',
  onlyYou: 'Die Antwort siehst nur du.',
  optional: 'kann wegbleiben',
  example: ({ command }) => `Beispiel: \`${command}\``,
  also: ({ commands }) => `Andere Wörter dafür: ${commands}`,
  noCommand: ({ command }) => `Einen Befehl ${command} gibt es nicht.`,
  meant: ({ command }) => `Meintest du \`${command}\`?`,
  listsAll: ({ command }) => `\`${command}\` nennt alle.`,
}

export const MISUSE: Words['misuse'] = {
  needsValue: ({ argument }) => `${argument} braucht einen Wert.`,
  noOption: ({ command, option }) => `${command} hat keine Option ${option}.`,
  optionMeant: ({ option }) => `Meintest du ${option}?`,
  hasOptions: ({ options }) => `Es gibt ${options}.`,
  hasNoOptions: 'Dieser Befehl hat gar keine Optionen.',
  notNumber: ({ argument, value }) => `${argument} ist eine ganze Zahl über null, nicht ${value}.`,
  notChoice: ({ argument, choices, value }) => `${argument} kann ${choices} sein, nicht ${value}.`,
  lacks: ({ command, about }) => `Bei ${command} fehlt eine Angabe: ${about}.`,
  tooMuch: ({ command, value }) => `Mit ${value} kann ${command} nichts anfangen.`,
  takesNothing: ({ command }) => `Nach ${command} kommt nichts mehr.`,
  typeAlone: 'Tippe es allein, oder beginne die Zeile mit einem anderen Wort.',
  givenTwice: ({ argument }) => `${argument} steht zweimal da.`,
  leaveOneOut: 'Lass eines davon weg.',
  forExample: ({ command }) => `Zum Beispiel: ${command}.`,
  unclosed: 'Ein Anführungszeichen wird geöffnet und nicht geschlossen.',
  closeIt: 'Schließ es vor einem Leerzeichen oder am Ende der Zeile, oder lass es weg.',
  ratings: ({ given, stages }) =>
    `Du hast ${given} ${given === 1 ? 'Bewertung' : 'Bewertungen'} für ${stages} ${stages === 1 ? 'Abschnitt' : 'Abschnitte'} gegeben.`,
  rateEach: ({ order }) =>
    `Gib je eine Zahl von 1 bis 4 an, oder - zum Auslassen, in dieser Reihenfolge: ${order}.`,
  nothing: '(nichts)',
  or: 'oder',
  and: 'und',
}
