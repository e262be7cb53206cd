import type { Words } from '../en/en.ts'

export const SCORES: Words['scores'] = {
  banded: ({ band, level, S }) => `**${band}** auf der Stufe ${level}, mit S ${S} von 4.`,
  noBand: ({ level }) => `**Kein Votum** auf der Stufe ${level}.`,
  overOne: ({ S }) =>
    `S ist ${S} von 4 über den einen Abschnitt, der zählt; das sagt, wie er verlaufen ist, und nicht mehr.`,
  over: ({ S, count }) =>
    `S ist ${S} von 4 über die ${count} Abschnitte, die zählen; das sagt, wie sie verlaufen sind, und nicht mehr.`,
  marked: ({ stage, mark, level }) => `**${stage}: Wertung ${mark} von 4** auf der Stufe ${level}.`,
  noMark: ({ level }) => `**Keine Wertung** auf der Stufe ${level}.`,
  below: ({ S, least }) => `S ist ${S} und damit unter ${least}.`,
  reached: ({ S, band, from }) => `S ist ${S}; „${band}“ beginnt bei ${from}.`,
  held: ({ S, band, least, low }) =>
    `Ein S von ${S} reicht für „${band}“, doch dafür braucht jeder Abschnitt mindestens Wertung ${least}: ${low}.`,
  stageAt: ({ stage, mark }) => `${stage} hat ${mark}`,
  unread: ({ stages }) => `Kein Votum, weil dies nicht beurteilt wurde: ${stages}.`,
  unreached: ({ stages }) => `Kein Votum, weil dies nicht erreicht wurde: ${stages}.`,
  nothingExpected: 'Kein Votum, weil auf dieser Stufe in keinem Abschnitt etwas erwartet wird.',
  oneStage: 'Kein Votum: Es gilt für ein ganzes Interview, und dies war ein einzelner Abschnitt.',
  oneCriterion: 'Keine Wertung und kein Votum: Dies war eine einzelne Frage.',
  level: 'Stufe',
  band: 'Votum',
  bandless: 'keines',
  mark: 'Wertung',
  stage: 'Abschnitt',
  coreMet: 'Kern erfüllt',
  clear: 'Klar',
  partial: 'Teilweise',
  minutes: 'Minuten',
  plan: 'Plan',
  yourRating: 'Deine',
}

export const BANDS: Words['bands'] = {
  'strong hire': 'klare Zusage',
  'lean hire': 'eher Zusage',
  'lean no hire': 'eher Absage',
  'no hire': 'Absage',
}

export const BAND_MEANINGS: Words['bandMeanings'] = {
  'strong hire':
    'Auf dieser Stufe hält jeder Teil, und das meiste von dem, was erwartet wird, kam ungefragt.',
  'lean hire': 'Es spricht mehr für dich als gegen dich; die Wachstumspunkte unten würden es sicher machen.',
  'lean no hire':
    'Die Grundlage ist da, doch ein Gremium würde noch zögern; am schwersten wiegen die Wachstumspunkte unten.',
  'no hire':
    'Von dem, was auf dieser Stufe erwartet wird, war diesmal wenig zu hören; fang mit den Punkten unten an.',
}

export const MARK_MEANINGS: Words['markMeanings'] = {
  4: 'Das meiste von dem, was auf dieser Stufe in diesem Abschnitt erwartet wird, war da, und nichts aus dem Kern fehlte.',
  3: 'Der größere Teil von dem, was auf dieser Stufe in diesem Abschnitt erwartet wird, war da.',
  2: 'Ein gutes Stück von dem, was auf dieser Stufe in diesem Abschnitt erwartet wird, fehlte noch.',
  1: 'Von dem, was auf dieser Stufe in diesem Abschnitt erwartet wird, war wenig zu hören.',
}

export const LEVELS: Words['levels'] = { junior: 'Junior', mid: 'Mid', senior: 'Senior', staff: 'Staff' }

export const STANDINGS: Words['standings'] = {
  judged: 'beurteilt',
  'not reached': 'nicht erreicht',
  'not assessed': 'nicht beurteilt',
  'nothing expected': 'nichts erwartet',
}

export const VERDICTS: Words['verdicts'] = { 0: 'nicht gehört', 1: 'teilweise', 2: 'klar' }
