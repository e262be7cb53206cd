import type { Words } from '../en/en.ts'

const interviews = (count: number): string => (count === 1 ? '1 Interview' : `${count} Interviews`)

export const ANSWERS: Words['answers'] = {
  nothingRuns: 'Hier läuft kein Interview. Tippe /start, um eines zu beginnen, oder /help.',
  noProblem: ({ word }) => `In keiner Aufgabe kommt "${word}" vor. Ohne ein Wort werden alle aufgezählt.`,
  problems: 'Aufgaben',
  problem: ({ title, id, difficulty, opening }) =>
    `**${title}** (\`${id}\`, Schwierigkeit ${difficulty} von 3): ${opening}`,
  which: ({ count }) => `Bei dir laufen ${count} Interviews. Welches meinst du?`,
  meant: ({ command }) => `Meintest du \`${command}\`?`,
  passedOn: 'Weitergegeben an dein Interview, dort, wo es geführt wird.',
  passedOnTo: ({ link }) => `Weitergegeben an dein Interview, [dort, wo es geführt wird](${link}).`,
  notYours: ({ start }) =>
    `Das ist das Interview eines anderen Menschen. Tippe \`${start}\`, um ein eigenes zu beginnen.`,
  spectator:
    'In diesem Thread wird ein Interview geführt, und du schaust zu: Lies gern mit; was du hier schreibst, zählt nicht als Antwort.',
  tooMuch: ({ most }) =>
    `Das sind mehr als ${most} Nachrichten und Klicks in einer Minute. Was danach kam, wurde nicht aufgenommen: Sag es bitte in einer Minute noch einmal.`,
  watched:
    'Jemand liest mit und hat in diesem Thread geschrieben. Nur deine eigenen Worte zählen als Antworten.',
  lost: ({ reason }) =>
    `Ich kann mit deinem Interview dort, wo es geführt wurde, nicht weitermachen: ${reason} Es ist angehalten.`,
  lostForAsker: 'Der Ort des Interviews, das du führst, ist nicht mehr zu erreichen. Es ist angehalten.',
}

export const HOME: Words['home'] = {
  title: 'Übungsinterviews: Systeme mit maschinellem Lernen',
  running: 'Im Gange',
  noneRunning: 'Keines. Unten kannst du eines beginnen.',
  finished: 'Abgeschlossen',
  none: 'Noch keines.',
  about: '/help nennt alle Befehle; bei /export und /forget geht es um das, was über dich gespeichert ist',
  interviews: 'Deine Interviews',
  earlier: ({ count }) => `Das sind die neuesten; im /export stehen alle, auch ${count} von davor.`,
  unfinished: 'nicht abgeschlossen',
  reportLater: 'Dieses Interview ist nicht abgeschlossen; sein Bericht kommt am Ende.',
  noInterview: ({ id }) => `Ein Interview "${id}" hast du nicht. /history zählt deine auf.`,
  noReport:
    'Hier gibt es noch keinen Bericht. Tippe /start, um ein Interview zu beginnen, oder /history für die bisherigen.',
  showsAgain: ({ command }) => `${command} zeigt dies noch einmal`,
  notAssessed: 'nicht bewertet',
  noMark: 'keine Wertung',
  mark: ({ mark }) => `Wertung ${mark} von 4`,
  noBand: 'kein Votum',
  minutes: ({ minutes }) => `${minutes} Min.`,
  ofTwo: 'zu zweit',
  asking: 'du fragst',
  asked: 'du hast gefragt',
}

export const BELONGINGS: Words['belongings'] = {
  noFiles: ({ reason }) =>
    `Dateien lassen sich hier nicht zeigen: ${reason}. Tippe "mlsd export" in einer Shell.`,
  all: ({ count, forget }) =>
    `Alles, was über dich gespeichert ist: ${interviews(count)}. \`${forget}\` löscht es.`,
  sure: (given) =>
    'Damit werden alle deine Interviews, Mitschriften, Berichte und Einstellungen endgültig gelöscht, auch was gerade läuft. ' +
    `\`${given.export}\` gibt dir vorher eine Kopie; \`${given.forget} --sure yes\` macht weiter. Nachrichten, die hier schon stehen, bleiben.`,
  forgotten: ({ count }) => `Gelöscht: ${interviews(count)} mit allem, was dazugehörte.`,
  pictures: ({ count }) => (count === 1 ? '1 Bild' : `${count} Bilder`),
  title: ({ person }) => `Alles, was über ${person} gespeichert ist`,
  one: 'Ein Interview.',
  several: ({ count }) => `${count || 'Keine'} Interviews.`,
  begun: ({ at }) => `Begonnen ${at}.`,
  said: 'Was gesagt wurde',
  you: 'Du',
  interviewer: 'Interview',
  practice: 'Übung',
  days: ({ count, days }) =>
    count === 0 ? 'Noch nicht geübt.' : `${count === 1 ? 'Einmal' : `${count}-mal`} geübt: ${days}.`,
  daily: ({ time, zone }) => `Eine tägliche Frage um ${time} in ${zone}.`,
  board: ({ board, name }) => `Auf der Tafel von ${board} als „${name}“.`,
  card: ({ criterion, times, due }) =>
    `${criterion}: ${times === 1 ? 'einmal' : `${times}-mal`} gefragt, wieder fällig am ${due}`,
  noReport: 'Dieses Interview ist nicht abgeschlossen; es hat noch keinen Bericht.',
}

const NO_ANSWER = 'Sie zählt nicht als Antwort.'
const NO_PICTURE = 'Es zählt nicht als Antwort.'

export const FILES: Words['files'] = {
  unknown: ({ file }) =>
    `Die Datei "${file}" ist weder ein Text noch ein Bild. Schick Text, Markdown, CSV oder JSON, oder ein PNG oder JPEG. ${NO_ANSWER}`,
  large: ({ file, most }) => `Die Datei "${file}" ist zu groß; mehr als ${most} kB gehen nicht. ${NO_ANSWER}`,
  enough: ({ file, most }) =>
    `Das Bild "${file}" wird nicht aufbewahrt: Von einem Interview sind es höchstens ${most}. Beschreib in Worten, was darauf zu sehen ist. ${NO_PICTURE}`,
  full: ({ file, most }) =>
    `Das Bild "${file}" wird nicht aufbewahrt: Die Bilder aus all deinen Interviews dürfen zusammen ${most} MB haben, und damit wären es mehr. ` +
    `Beschreib in Worten, was darauf zu sehen ist, oder schick ein kleineres. ${NO_PICTURE}`,
  gone: ({ file, reason }) => `Die Datei "${file}" war nicht zu bekommen: ${reason} ${NO_ANSWER}`,
  coded: ({ file }) =>
    `Die Datei "${file}" ist kein Text in UTF-8. Speichere sie als UTF-8, oder füge den Text ein. ${NO_ANSWER}`,
}

export const GRADED: Words['graded'] = {
  title: 'Diese Antwort, bewertet',
  none: 'Das ist keine Antwort von dir in einem Interview, das hier geführt wird. Nur deine eigenen Antworten werden bewertet, und nur für dich.',
  sealed: 'Zu zweit wird nichts bewertet, bevor beide Bögen da sind; es kommt mit dem Bericht.',
  exam: 'Im Modus exam wird nichts vor dem Bericht bewertet, und der kommt am Ende.',
  withdrawn: 'Diese Antwort hast du zurückgezogen.',
  foreign: 'Diese Antwort ist in einer Sprache, die hier nicht bewertet werden kann.',
  by: ({ by }) => `bewertet von ${by}`,
  care: ({ says, quote }) => `Vorsicht: ${says} (“${quote}”)`,
  left: ({ left, all }) =>
    `${left} von ${all} Kriterien erfüllt sie allein nicht. Wonach sie fragen, siehst du, sobald das Interview vorbei ist.`,
  helped: 'nach Hilfe, was höchstens als teilweise zählt',
}

export const MARKS: Words['marks'] = { 0: 'nicht gezeigt', 1: 'teilweise', 2: 'klar' }
