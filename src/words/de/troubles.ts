import type { Words } from '../en/en.ts'

/** Was gesagt wird, wenn ein Modell ausfällt. */
export const TROUBLES: Words['troubles'] = {
  what: {
    unreachable: 'Das Modell ist gerade nicht erreichbar.',
    slow: 'Das Modell braucht gerade zu lange.',
    busy: 'Das Modell nimmt gerade keine Anfragen mehr an.',
    refused: 'Das Modell nimmt unsere Anfragen nicht an; beheben kann das, wer mlsd betreibt.',
    declined: 'Das Modell wollte darauf nicht antworten.',
    'too-long': 'Das Gespräch ist für das Modell zu lang geworden.',
    malformed: 'Das Modell hat keine brauchbare Antwort gegeben.',
    unfit: 'Was das Modell sagen wollte, hat die Prüfungen nicht bestanden.',
    budget: 'Was das Modell kosten darf, ist aufgebraucht.',
    rate: 'Das Modell wurde so oft gefragt, wie es in einer Minute gefragt werden darf.',
    other: 'Das Modell ist ausgefallen.',
  },
  instead: {
    ask: 'Dann fragt an seiner Stelle der Interviewer, der nach Skript vorgeht.',
    judge: 'Dann wird an seiner Stelle nach Regeln bewertet.',
  },
}
