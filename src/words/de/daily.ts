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
  someone: 'jemand',
  shared:
    'Ist der Tag einer Frage vorbei, darf deine Antwort in ihrem Kanal mit deinem Namen gezeigt werden, wenn sie zu den besten gehört. „daily unshare“ nimmt das zurück.',
  notShared: 'Deine Antworten sieht sonst niemand.',
  thankWhere: 'Danke jemandem im Kanal einer täglichen Frage: daily thanks @jemand.',
  thankWhom: 'Nenne jemanden, der hier geantwortet hat: daily thanks @jemand.',
  notOneself: 'Das wärst du selbst.',
  thanksNoted: 'Es wird ausgerichtet. Die Woche im Überblick nennt euch, wenn ihr euch beide zeigen lasst.',
  thanked: ({ who }) => `${who} dankt dir für deine Hilfe bei der Frage des Tages.`,
  best: ({ criterion }) => `Die Frage des Tages ist vorbei: ${criterion}`,
  tookPart: ({ people }) =>
    `${people === 1 ? 'Eine Person hat' : `${people} Leute haben`} geantwortet. Die besten Antworten derer, die ihre zeigen lassen:`,
  why: ({ verdict, quote }) => `Warum: ${verdict}, in „${quote}“`,
  week: 'Die Woche der täglichen Fragen',
  participation: ({ people, answers, questions }) =>
    `${people === 1 ? 'Eine Person hat' : `${people} Leute haben`} ${answers === 1 ? 'eine Antwort' : `${answers} Antworten`} auf ${questions === 1 ? 'eine Frage' : `${questions} Fragen`} gegeben.`,
  missedMost: ({ name }) => `Am häufigsten verfehlt: **${name}**`,
  help: 'Dank:',
  helped: ({ helper, helped }) => `${helper} hat ${helped} geholfen`,
  othersThanked: ({ count, more }) =>
    `${count === 1 ? 'einer Person' : `${count} Leuten`}${more ? ' mehr' : ''} wurde gedankt`,
  days: { mon: 'Mo', tue: 'Di', wed: 'Mi', thu: 'Do', fri: 'Fr', sat: 'Sa', sun: 'So' },
}
