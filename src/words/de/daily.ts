import type { Words } from '../en/en.ts'

export const DAILY: Words['daily'] = {
  heading: 'Deine tägliche Frage',
  title: ({ problem }) => `Frage des Tages: ${problem}`,
  how: ({ command }) =>
    `Antworte hier in drei Minuten, oder nur mir mit „${command} ...“; was dabei herauskommt, siehst nur du.`,
  notHeard: 'noch nicht gehört',
  could: ({ sentence }) => `Du hättest sagen können: ${sentence}`,
  takes: ({ points }) => `Was es braucht: ${points}`,
  judgedBy: ({ by }) => `Beurteilt von ${by}.`,
  streak: ({ days, longest }) =>
    days === 0
      ? `Noch keine Tage in Folge; deine längste Reihe war ${longest}.`
      : `${days === 1 ? 'Ein Tag' : `${days} Tage`} in Folge; deine längste Reihe ist ${longest}.`,
  gone: 'Diese Frage gibt es nicht mehr.',
  foreign: 'Diese Antwort ließ sich nicht beurteilen; gib sie auf Englisch.',
  noQuestion: 'Hier wurde noch keine Frage gestellt.',
  emptyAnswer: 'Schreib deine Antwort hinter den Befehl.',
  nothing: 'Hier gibt es keine Frage zu stellen.',
  admin:
    'Für einen ganzen Kanal legen das seine Admins fest. In Direktnachrichten hast du eine eigene tägliche Frage.',
  unknown: ({ word }) =>
    `„${word}“ ist weder Uhrzeit noch Tag, Zeitzone, Stufe, Abschnitt oder Kriterium. Ein Beispiel: 09:00 Europe/Berlin weekdays data senior.`,
  whichZone: ({ command }) => `In welcher Zeitzone? Nenne sie hinter der Uhrzeit, etwa \`${command}\`.`,
  isOff: 'Hier ist keine tägliche Frage eingeschaltet.',
  turnedOff: 'Hier kommt keine tägliche Frage mehr. Was du geübt hast, bleibt.',
  offHow: ({ command }) =>
    `Hier ist keine tägliche Frage eingeschaltet. \`${command}\` schaltet sie ein, dahinter nach Belieben Zeitzone, Tage, Abschnitte und Stufe.`,
  alreadyToday: 'Die Frage von heute wurde schon gestellt.',
  put: 'Die Frage von heute ist da.',
  snoozed: ({ at }) => `Sie kommt später: ${at}.`,
  when: ({ time, zone, days }) => `Um ${time} in ${zone}: ${days}`,
  next: ({ at }) => `Als Nächstes: ${at}`,
  about: ({ level, topics }) => `Stufe: ${level}; Themen: ${topics}`,
  missed: ({ day }) => `Die vom ${day} fiel aus, weil ich erst da war, als es zu spät war.`,
  notHere: 'Ein Terminal kann dich nicht wecken: `mlsd daily` stellt die Frage von heute, wann du willst.',
  days: { mon: 'Mo', tue: 'Di', wed: 'Mi', thu: 'Do', fri: 'Fr', sat: 'Sa', sun: 'So' },
}
