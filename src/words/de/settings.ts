import type { Words } from '../en/en.ts'

export const SETTINGS: Words['settings'] = {
  yours: 'Deine Einstellungen',
  nothing: 'Nichts ist eingestellt; jedes Interview beginnt mit dem Üblichen.',
  aboutYours: 'Womit deine Interviews beginnen, wenn du nichts anderes sagst.',
  minutes: 'Minuten',
  notLikeThis: ({ name, command }) =>
    `"${name}" lässt sich so nicht einstellen. Tippe \`${command}\` und dahinter den Wert.`,
  asTold: 'die deiner Plattform',
  team: 'Einstellungen des Teams',
  aboutTeam: 'Was hier für alle gilt. Ein leeres Feld erlaubt alles.',
  adminOfTeam: 'Nur wer verwaltet, darf sehen und ändern, was hier für alle gilt.',
  channels: 'Kanäle für Interviews',
  flows: 'Abläufe',
  levels: 'Stufen',
  modes: 'Modi',
  retention: 'Tage, die fertige Interviews bleiben',
  mayBeChannels: 'Kanäle an, jeden als Link, wie deine Plattform ihn anbietet, wenn du # tippst',
  kept: 'bleiben, bis die Person sie löscht',
  days: ({ days }) => (days === 1 ? '1 Tag' : `${days} Tage`),
  shownInForm: ({ count }) => `${count}; das Formular zeigt sie`,
  any: 'alle (any)',
  notAmong: ({ word, name, may }) => `"${word}" geht nicht bei ${name}. Möglich: ${may}, oder any für alle.`,
  noDays: ({ text }) =>
    `"${text}" ist keine Anzahl von Tagen. Nenne eine von 1 bis 3650, oder never für nie.`,
}

export const CHANNEL: Words['channel'] = {
  title: 'Interviews in diesem Kanal',
  about: 'Was für die Interviews dieses Kanals gilt. Ein leeres Feld erlaubt alles.',
  none: 'Das ist kein Kanal: Hier gibt es nichts einzustellen.',
  admin: 'Nur wer verwaltet, darf ändern, was für die Interviews dieses Kanals gilt.',
  noRemoval: ({ reason }) => `Die Orte von Interviews lassen sich hier nicht entfernen: ${reason}.`,
  onOrOff: ({ word }) => `spectators kann on oder off sein, nicht "${word}".`,
  notInTeam: ({ name, list }) => `Bei ${name} erlaubt das Team nichts davon. Möglich: ${list}.`,
  withTeam: ({ start }) => `Was für das ganze Team gilt, gilt auch hier. \`${start}\` beginnt ein Interview.`,
  spectators: 'Zuschauer',
  on: 'andere dürfen mitlesen',
  off: 'ohne Zuschauer',
  offHere: 'off; Interviews werden ohne Zuschauer geführt',
  starters: 'Rollen, die ein Interview beginnen dürfen',
  everyone: 'everyone (alle)',
  cleanup: 'Tage, bis ein Ort entfernt wird',
  never: 'never (nie)',
  cleanedUp: ({ days }) =>
    `${days} Tage nach dem Ende eines Interviews wird sein Ort entfernt; wer es geführt hat, behält es`,
  language: 'Sprache',
  asTold: 'die der Person, die beginnt',
}
