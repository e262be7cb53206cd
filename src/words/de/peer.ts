import type { Words } from '../en/en.ts'

export const PEER: Words['peer'] = {
  noPlace: ({ reason }) => `Hier gibt es keinen Ort für zwei: ${reason}.`,
  oneself: 'Niemand befragt sich selbst. Mit /start befragt dich der Bot.',
  who: 'Nenne jemanden aus deinem Team, wie deine Plattform es anbietet, wenn du @ tippst.',
  where: 'Frag in einem Kanal, in dem ihr beide seid: Dort wird es geführt.',
  unwatched:
    'Hier werden Interviews ohne Zuschauer geführt, deshalb kann niemand Zweites dazukommen. Frag in einem anderen Kanal.',
  oneQuestion:
    'Ein Warm-up mit einer Frage wird allein geführt, und ein anderer Ablauf ist hier nicht erlaubt.',
  nobody: 'Es ist niemand da, um die Rollen zu tauschen.',
  another: 'Dort läuft schon ein anderes Interview. Frag für eures noch einmal.',
  accepted: ({ place }) => `Angenommen: Euer Interview findet hier statt: ${place}.`,
  acceptedIn: ({ link }) => `Angenommen: Euer Interview findet [in seinem Thread](${link}) statt.`,
  held: ({ place }) => `Es findet hier statt: ${place}.`,
  heldIn: ({ link }) => `Es findet [in seinem Thread](${link}) statt.`,
  alone: 'Was nur du sehen darfst, kommt in Direktnachrichten zu dir: die Fakten, die Kriterien, die Uhr.',
  lost: ({ reason }) => `Euer Interview kann dort, wo danach gefragt wurde, nicht stattfinden. ${reason}`,
  theyDeclined: 'Diesmal hast du für das Interview eine Absage bekommen.',
  youDeclined: 'Abgelehnt. Es beginnt nichts.',
  theirs:
    'Das ist Sache der Person, die antwortet. Solange das Gespräch läuft, hast du next, back, pause, resume, time und end.',
  late: 'Für Noten ist es zu spät: Der Bericht ist da.',
}

export const INVITATION: Words['invitation'] = {
  unreachable: ({ reason }) => `Die Anfrage kommt nicht an: ${reason}`,
  sent: ({ title }) =>
    `Die Anfrage zu "${title}" ist unterwegs und gilt 24 Stunden. Mit der Zusage beginnt das Interview.`,
  open: 'Du hast schon angefragt, und die Antwort steht noch aus.',
  declined: 'Du hast eine Absage bekommen. Frag morgen noch einmal, oder frag jemand anderen.',
  title: 'Ein Übungsinterview zwischen euch beiden?',
  asks: ({ name, title, level, minutes }) =>
    `**${name}** möchte von dir befragt werden: "${title}", Stufe ${level}, ${minutes} Minuten. ` +
    'Du bekommst hier, nur für dich, die Fakten, die Kriterien und die Uhr; du fragst, und am Ende füllst du einen Bogen aus. Vorbereiten musst du nichts.',
  offers: ({ name, title, level, minutes }) =>
    `**${name}** bietet an, dich zu befragen: "${title}", Stufe ${level}, ${minutes} Minuten.`,
  kept: 'Was ihr beide dort schreibt, bleibt beim Interview, und das gehört der Person, die antwortet.',
  closed: 'Diese Einladung ist nicht mehr offen.',
  lapsed: 'Einen Tag lang kam auf deine Einladung keine Antwort; sie ist verfallen.',
  lapsedForYou:
    'Die Einladung zu einem Interview ist verfallen, weil du einen Tag lang nicht geantwortet hast.',
}

export const SHEET: Words['sheet'] = {
  title: ({ problem }) => `Du fragst: ${problem}`,
  about: ({ flow, minutes, level }) =>
    `${flow}, ${minutes} Minuten, Stufe ${level}. Beginne mit der Eröffnung, nenne Fakten nur auf Nachfrage, und verrate nichts. Was in dieser Nachricht steht, siehst nur du.`,
  opening: 'Eröffnung:',
  atLevel: 'Auf dieser Stufe:',
  facts: 'Fakten, jeder für den, der danach fragt',
  reach: 'Was erreicht werden soll',
  traps: 'Fallen',
  figures: 'Zahlen',
  openWith: 'Beginne mit:',
  probes: 'Fragen, die nichts verraten',
  twist: 'Ändere hier eine Anforderung:',
  criteria: 'Kriterien',
  usedUp: ({ stage, next }) => `Die Zeit für ${stage} ist aufgebraucht. Geh weiter zu ${next}.`,
  usedUpLast: ({ stage }) => `Die Zeit für ${stage} ist aufgebraucht. Komm zum Ende.`,
  wellOver: ({ stage, next }) =>
    `${stage} dauert viel länger als geplant, und die Zeit wird den anderen Abschnitten fehlen. Geh weiter zu ${next}.`,
  wellOverLast: ({ stage }) =>
    `${stage} dauert viel länger als geplant, und die Zeit wird den anderen Abschnitten fehlen. Komm zum Ende.`,
  marks: 'Deine Noten',
  mark: ({ stages }) =>
    `Was hast du gesehen? 0 heißt nicht gezeigt, 1 teilweise, 2 klar. Niemand sieht deine Noten, bevor alles da ist oder 24 Stunden um sind. Jetzt: ${stages}.`,
  wait: 'Danke. Der Bericht kommt, sobald auch die andere Person sich selbst bewertet hat, oder nach 24 Stunden.',
  thanks: 'Danke. Der Bericht folgt.',
}

export const COMPARED: Words['compared'] = {
  title: 'Die Bögen nebeneinander',
  agree: ({ agreed, all }) =>
    `Die Person, die gefragt hat, und der Bot sind sich bei ${agreed} von ${all} Kriterien einig.`,
  unmarked: 'Innerhalb von 24 Stunden wurden nicht alle Abschnitte benotet.',
  unrated: 'Eine eigene Bewertung gibt es nicht.',
  head: '| Abschnitt | Eigene Bewertung | Befragt von | Bot |',
  differ: 'Hier gehen sie auseinander:',
  row: ({ stage, name, person, bot }) => `${stage}, **${name}**: Mensch ${person}, Bot ${bot}`,
  more: ({ more }) => `und ${more} weitere`,
}
