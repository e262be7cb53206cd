import type { Words } from '../en/en.ts'

export const BOARD: Words['board'] = {
  title: ({ span, order }) => `Tafel: ${span}, nach ${order}`,
  spans: { week: 'Woche', month: 'Monat', all: 'seit Beginn' },
  orders: { practice: 'Übung', coverage: 'Breite', improvement: 'Verbesserung' },
  row: ({ name, practice, coverage, improvement }) =>
    `${name}: ${practice === 1 ? 'einmal' : `${practice}-mal`} geübt, ` +
    `${coverage === 1 ? '1 Kriterium' : `${coverage} Kriterien`} getroffen, ${improvement} besser`,
  nobody: 'Niemand auf dieser Tafel hat in dieser Zeit geübt.',
  how: ({ command }) =>
    `Du stehst nicht darauf. \`${command}\` trägt dich ein, unter einem Namen deiner Wahl oder einem gezogenen. Es geht nach Übung, nie danach, wie gut ein Interview lief.`,
  you: ({ name }) => `Du bist „${name}“.`,
  joined: ({ name, command }) =>
    `Du stehst als „${name}“ auf der Tafel. Andere sehen, wie oft du übst, wie viele Kriterien du getroffen hast und wie viele besser sind; Admins sehen Summen über fünf oder mehr Leute, du darunter. \`${command}\` nimmt dich herunter.`,
  left: 'Du stehst nicht mehr auf der Tafel und in keiner Summe.',
  noName: 'Ein Name hat 2 bis 24 Buchstaben, Ziffern, Leerzeichen und Bindestriche.',
  nameTaken: ({ name }) => `„${name}“ ist vergeben oder sieht aus wie ein vergebener.`,
  full: ({ most }) => `Die Tafel ist voll: ${most} Leute stehen darauf.`,
  notHere: 'Eine Tafel gehört zu einem Server oder Workspace. Tipp das dort.',
  admin: 'Das ist für Admins.',
  removed: 'Dieser Name steht nicht mehr auf der Tafel.',
  noSuchName: 'Niemand auf der Tafel heißt so.',
  tooFew: ({ least }) =>
    `Summen gibt es ab ${least} Leuten, die auf der Tafel stehen und in den letzten vier ganzen Wochen geübt haben; es sind weniger.`,
  teamTitle: 'Die letzten vier ganzen Wochen',
  teamSums: ({ people, practice }) =>
    `${people} Leute haben ${practice}-mal geübt. So viele haben ein Kriterium zuletzt getroffen, das schwächste zuerst:`,
  met: ({ name, people, share }) => `${name}: ${share} % von ${people} Leuten`,
  teamHow: ({ least }) =>
    `Es zählt nur, wer auf der Tafel steht, und keine Summe ist von weniger als ${least}.`,
}

export const LINK: Words['link'] = {
  title: 'Eine Person, mehrere Namen',
  code: ({ code, command }) =>
    `Dein Code ist **${code}**, für zehn Minuten und einmal. Gib ihn mir unter deinem anderen Namen: \`${command}\`.`,
  what: 'Dann gehören beide Namen zusammen: Ein Interview, das unter dem einen begann, geht unter dem anderen weiter, was du übst, zählt einmal, und wer einen der Namen hat, kann alles lesen und entfernen. Gib den Code niemandem sonst.',
  joinedNow: ({ count, names }) =>
    `Verbunden mit ${count === 1 ? 'einem anderen Namen' : `${count} anderen Namen`} von dir: ${names}.`,
  sure: ({ who }) =>
    `Das verbindet dich mit ${who}. Mach nur weiter, wenn du das bist: Unter jedem der Namen lässt sich alles lesen, fortsetzen und entfernen, was dir gehört.`,
  confirm: 'Ist der andere Name deiner?',
  joined: ({ command }) =>
    `Verbunden. Ein Interview, das anderswo läuft, geht hier mit \`${command}\` weiter.`,
  told: ({ who, command }) =>
    `Du bist jetzt mit ${who} verbunden. Wenn du das nicht warst, trennt euch \`${command}\` wieder.`,
  parted: 'Dieser Name steht wieder für sich. Was gemeinsam geübt wurde, bleibt bei deinen anderen Namen.',
  noCode: ({ command }) =>
    `Einen solchen Code gibt es nicht: Er gilt zehn Minuten und einmal. \`${command}\` gibt einen neuen.`,
  tooMany: 'Zu viele falsche Codes. Versuch es in einer Stunde wieder.',
  movedOn: 'Geht anderswo weiter',
  notOfTwo: 'Ein Interview zwischen zwei Leuten bleibt, wo es ist.',
  isOver: 'Dieses Interview ist vorbei.',
  heldHere: 'Hier läuft ein anderes Interview; es muss erst vorbei sein.',
}

export const PAGES: Words['pages'] = {
  link: ({ address, day }) =>
    `[Deine Seite](${address}). Wer den Link hat, kann sie lesen, bis ${day} oder bis du ihn zurücknimmst.`,
  file: 'Deine Seite, als Datei für den Browser.',
  noFiles: ({ reason }) =>
    `Hier lässt sich keine Datei zeigen: ${reason}. In einer Shell schreiben „mlsd report --html DATEI“ und „mlsd history --html DATEI“ eine.`,
  none: 'Hier werden keine Seiten gemacht.',
  links: 'Deine Links',
  noLinks: 'Keiner gilt.',
  history: 'Verlauf',
  holds: ({ of, day }) => `${of}, bis ${day}`,
  withdrawn: ({ count }) =>
    count === 0
      ? 'Keiner deiner Links gilt.'
      : `${count === 1 ? 'Ein Link führt' : `${count} Links führen`} nirgends mehr hin.`,
}
