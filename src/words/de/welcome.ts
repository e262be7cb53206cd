import type { Words } from '../en/en.ts'

const GO_ON = 'Fällt es aus, machen Regeln weiter, und du erfährst es.'

export const WELCOME: Words['welcome'] = {
  terms: ({ flow, minutes, level, manner }) => `${flow}, ${minutes} Minuten, Stufe ${level}, ${manner}.`,
  peer: 'eine von euch beiden Personen fragt, der Bot achtet auf die Zeit',
  exam: 'Modus exam: keine Hinweise, und die Uhr entscheidet',
  coach: 'Modus coach: Hinweise auf Wunsch, die Uhr erinnert nur',
  answering:
    'Schreib deine Antworten so, wie du sie sagen würdest; /help nennt, was du sonst noch tippen kannst.',
  betweenTwo:
    'Sprecht wie an einem Tisch: Die eine Person fragt, die andere antwortet, und beide können mit /next weitergehen. ' +
    'Am Ende füllt ihr beide einen Bogen aus, und der Bot bewertet für sich; niemand sieht etwas davon, bevor alles da ist.',
  removed: ({ days }) => `${days} Tage nach dem Ende des Interviews wird es gelöscht.`,
  storedAlone: ({ file }) =>
    `Was du sagst, wird auf diesem Rechner in ${file} gespeichert und nirgendwohin geschickt; "mlsd forget" löscht es.`,
  stored: ({ file }) =>
    `Was du sagst, wird auf diesem Rechner in ${file} gespeichert; "mlsd forget" löscht es.`,
  storedByBotAlone:
    'Außer im Chat selbst wird, was du sagst, auf dem Rechner gespeichert, auf dem dieser Bot läuft, und sonst nirgendwohin geschickt; ' +
    'der Befehl `forget` löscht es.',
  storedByBot:
    'Außer im Chat selbst wird, was du sagst, auf dem Rechner gespeichert, auf dem dieser Bot läuft; ' +
    'der Befehl `forget` löscht es.',
  rules: ({ by }) => `Bewertet wird nach Regeln (${by}), ohne Sprachmodell.`,
  sent: ({ model }) =>
    `Die Aufgabe, die Fragen und deine Antworten gehen an ${model}; das Modell fragt und urteilt. ${GO_ON}`,
  sentToAsk: ({ model }) =>
    `Die Aufgabe, die Fragen und deine Antworten gehen an ${model}; das Modell fragt. ${GO_ON}`,
  sentToJudge: ({ model }) =>
    `Die Aufgabe, die Fragen und deine Antworten gehen an ${model}; das Modell urteilt. ${GO_ON}`,
  sentToTwo: ({ asker, judge }) =>
    `Die Aufgabe, die Fragen und deine Antworten gehen an ${asker}, das fragt, und an ${judge}, das urteilt. ${GO_ON}`,
  rulesKnowEnglish:
    'Hier ist kein Sprachmodell eingerichtet. Fragen und Hinweise bleiben deshalb englisch, und Antworten in einer anderen Sprache werden nicht bewertet.',
  askedInEnglish:
    'Hier fragt kein Sprachmodell. Fragen und Hinweise bleiben deshalb englisch; antworte in der Sprache, die dir liegt.',
  judgedInEnglish:
    'Hier urteilt kein Sprachmodell. Antworten in einer anderen Sprache als Englisch werden deshalb nicht bewertet.',
}

export const AUDIENCES: Words['audiences'] = {
  you: 'Niemand außer dir kann mitlesen.',
  members:
    'Die Mitglieder dieses Kanals können mitlesen, und nur deine Worte zählen; der Bericht geht an dich allein.',
  outsiders:
    'Alle in diesem Kanal können mitlesen, auch Leute aus anderen Organisationen, und nur deine Worte zählen; ' +
    'der Bericht geht an dich allein.',
  everyone:
    'Alle in diesem Workspace können mitlesen, und nur deine Worte zählen; der Bericht geht an dich allein.',
}

export const AUDIENCES_OF_TWO: Words['audiencesOfTwo'] = {
  you: '',
  members: 'Die Mitglieder dieses Kanals können mitlesen; der Bericht geht an euch beide.',
  outsiders:
    'Alle in diesem Kanal können mitlesen, auch Leute aus anderen Organisationen; der Bericht geht an euch beide.',
  everyone: 'Alle in diesem Workspace können mitlesen; der Bericht geht an euch beide.',
}
