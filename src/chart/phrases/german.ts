import { day, percent, short, tenths } from '../numeral.ts'
import type { Phrases } from '../phrases.ts'

/** A number with a decimal comma, and points between thousands. */
const number = (value: number): string => german(short(value))

const share = (value: number): string => german(percent(value))

const german = (text: string): string =>
  text.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.')).replace(/M$/, ' Mio.')

const MONTHS: Readonly<Record<string, string>> = { Mar: 'März', May: 'Mai', Oct: 'Okt', Dec: 'Dez' }

const date = (at: number): string =>
  day(at).replace(/^(\d+) (\w+)/, (_, date: string, month: string) => `${date}. ${MONTHS[month] ?? month}`)

const moves = (from: number, to: number): string =>
  from === to
    ? `bleibt bei ${number(from)}`
    : `${to > from ? 'steigt' : 'fällt'} von ${number(from)} auf ${number(to)}`

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} und ${names.at(-1)}`

const minutes = (value: number): string => `${number(value)} ${number(value) === '1' ? 'Minute' : 'Minuten'}`

/** Everything that pictures say, in German. */
export const GERMAN: Phrases = {
  roc: {
    title: 'ROC-Kurve',
    note: 'Je näher an der linken oberen Ecke, desto besser; die gestrichelte Linie ist Münzwurf.',
    x: 'Falsch-positiv-Rate',
    y: 'Richtig-positiv-Rate (Recall)',
    reference: 'Münzwurf',
    named: (name, area) => `${name}, Fläche ${german(area)}`,
    alt: (curves) => `ROC-Kurve. ${curves.join(' ')} Die Diagonale ist Münzwurf.`,
    seen: ({ name, area, at }) =>
      `${name}${area === undefined ? '' : ` hat eine Fläche von ${german(area)} und`} findet ${share(at)} der Positiven bei einer Falsch-positiv-Rate von 10 %.`,
  },
  precisionRecall: {
    title: 'Precision und Recall',
    note: 'Je näher an der rechten oberen Ecke, desto besser.',
    noteWith: (prevalence) =>
      `Je näher an der rechten oberen Ecke, desto besser; ein Münzwurf hat eine Precision von ${share(prevalence)}.`,
    x: 'Recall',
    y: 'Precision',
    reference: 'Münzwurf',
    named: (name, area) => `${name}, mittlere Precision ${german(area)}`,
    alt: (curves) => `Precision über Recall. ${curves.join(' ')}`,
    seen: ({ name, area, at }) =>
      `${name}${area === undefined ? '' : ` hat eine mittlere Precision von ${german(area)} und`} ${at === undefined ? 'erreicht nie einen Recall von 50 %' : `hat bei einem Recall von 50 % eine Precision von ${share(at)}`}.`,
    coin: (prevalence) => `Ein Münzwurf hätte eine Precision von ${share(prevalence)}.`,
  },
  calibration: {
    title: 'Kalibrierung',
    note: 'Unter der gestrichelten Linie sind die Vorhersagen zu hoch, darüber zu niedrig.',
    x: 'Mittlere Vorhersage',
    y: 'Anteil, der eintrat',
    reference: 'kalibriert',
    alt: (curves) => `Kalibrierung. ${curves.join(' ')}`,
    seen: (name, off, worst) =>
      `${name} liegt im Mittel der Klassen ${Math.abs(off) < 0.005 ? 'richtig' : `${number(Math.abs(off))} zu ${off > 0 ? 'hoch' : 'niedrig'}`}; am weitesten daneben ist es bei einer Vorhersage von ${number(worst.predicted)}, wo ${number(worst.observed)} eintrat.`,
  },
  learning: {
    title: 'Lernkurve',
    x: 'Trainingsbeispiele',
    training: 'Training',
    validation: 'Validierung',
    note: (gap) => `Am Ende liegen Training und Validierung ${number(gap)} auseinander.`,
    alt: ({ measure, examples, training, validation }) =>
      `Lernkurve, gemessen an ${measure}. Von ${number(examples[0])} bis ${number(examples[1])} Beispielen: Training ${moves(...training)}, Validierung ${moves(...validation)}; am Ende liegen sie ${number(Math.abs(training[1] - validation[1]))} auseinander.`,
    goal: (name, value) => `Die Linie „${name}“ liegt bei ${number(value)}.`,
  },
  confusion: {
    title: 'Konfusionsmatrix',
    note: (right, all) =>
      `${number(right)} von ${number(all)} sind richtig (${share(right / Math.max(1, all))}). Anteile gelten je Zeile.`,
    rows: 'Wahr',
    columns: 'Vorhergesagt',
    alt: (right, all, classes) =>
      `Konfusionsmatrix mit ${number(all)} Fällen, davon ${number(right)} richtig. ${classes.join(' ')}`,
    seen: (name, right, all) =>
      all === 0
        ? `„${name}“ kommt nicht vor.`
        : `Von ${number(all)} „${name}“ werden ${number(right)} so genannt.`,
    worst: (truth, predicted, count) =>
      `Der häufigste Fehler ist, „${truth}“ für „${predicted}“ zu halten: ${number(count)}-mal.`,
  },
  alone: {
    title: 'Was jede Spalte für sich sagt',
    axis: (measure) => `${measure} der Spalte allein`,
    note: (left) =>
      left === 0
        ? 'Eine weit über allen anderen kennt womöglich das Ergebnis.'
        : `${left} Spalten, die weniger sagen, sind nicht gezeigt.`,
    alt: (measure, first, all) =>
      `${measure} von ${all} Spalten, jede für sich. Am höchsten: ${listed(first)}.`,
    unsure: (names) => `Null liegt im Intervall von ${listed(names)}.`,
  },
  importance: {
    title: 'Wichtigkeit durch Permutation',
    axis: (measure) => `Verlust an ${measure} nach dem Mischen`,
    note: (left) =>
      left === 0
        ? 'Merkmale, die dasselbe sagen, teilen sich ihre Wichtigkeit und sehen einzeln klein aus.'
        : `Die ${left} unwichtigsten Merkmale sind nicht gezeigt.`,
    alt: (measure, first, all) =>
      `Wichtigkeit von ${all} ${all === 1 ? 'Merkmal' : 'Merkmalen'}, gemessen am Verlust an ${measure}. Am wichtigsten: ${listed(first)}.`,
    unsure: (names) => `Null liegt im Intervall von ${listed(names)}.`,
  },
  dependence: {
    title: (feature) => `Partielle Abhängigkeit von ${feature}`,
    mean: 'Mittel',
    note: 'Was das Modell antwortet, wenn sich nur dieses Merkmal ändert; eine Ursache ist das nicht.',
    alt: ({ feature, outcome, x, y, highest, lowest }) =>
      `Partielle Abhängigkeit. Während ${feature} von ${number(x[0])} bis ${number(x[1])} geht, gilt im Mittel: ${outcome} ${moves(...y)}; am höchsten (${number(highest.y)}) bei ${number(highest.x)}, am niedrigsten (${number(lowest.y)}) bei ${number(lowest.x)}.`,
  },
  scores: {
    title: (level) => `Wertungen, gemessen an der Stufe ${level}`,
    axis: 'Wertung',
    note: (level) => `Der Strich in jeder Zeile ist die Marke der Stufe ${level}.`,
    none: 'nicht beurteilt',
    mark: (mark, bar) => (mark >= bar ? number(mark) : `${number(mark)} (${number(bar - mark)} darunter)`),
    alt: (level, above, below, none) =>
      [
        `Wertungen nach Abschnitten, gemessen an der Stufe ${level}.`,
        above.length === 0 ? '' : `An oder über der Marke: ${listed(above)}.`,
        below.length === 0 ? '' : `Darunter: ${listed(below)}.`,
        none.length === 0 ? '' : `Nicht beurteilt: ${listed(none)}.`,
      ]
        .filter(Boolean)
        .join(' '),
    one: (name, mark, bar) =>
      mark >= bar ? `${name} (${number(mark)})` : `${name} (${number(mark)} von ${number(bar)})`,
  },
  pace: {
    title: 'Zeit gegen Plan',
    axis: 'Minuten',
    note: 'Der Strich in jeder Zeile ist der Plan.',
    row: (spent, planned) =>
      tenths(spent) === tenths(planned)
        ? `${number(tenths(spent))} (wie geplant)`
        : `${number(tenths(spent))} (${number(tenths(Math.abs(tenths(spent) - tenths(planned))))} ${spent > planned ? 'mehr' : 'weniger'})`,
    alt: (spent, planned, over) =>
      `Zeit: ${minutes(tenths(spent))} von ${number(tenths(planned))} geplanten. ${over.length === 0 ? 'Kein Abschnitt hat länger gedauert als geplant.' : `Länger als geplant: ${listed(over)}.`}`,
    over: (name, by) => `${name} um ${minutes(tenths(by))}`,
  },
  history: {
    title: (measure) => `${measure} im Lauf der Zeit`,
    x: 'Tag',
    note: (count) => `${count} ${count === 1 ? 'Interview' : 'Interviews'}.`,
    alt: ({ measure, count, at, value, best }) =>
      count === 1
        ? `${measure} im Lauf der Zeit: ein Wert, ${number(value[0])}, am ${date(at[0])}.`
        : `${measure} im Lauf der Zeit: ${count} Werte vom ${date(at[0])} bis zum ${date(at[1])}. Der Verlauf ${moves(...value)}; der beste Wert ist ${number(best)}.`,
    bar: (name, value, reached) =>
      `Die Linie „${name}“ liegt bei ${number(value)} und wurde ${reached === 1 ? 'einmal' : `${reached}-mal`} erreicht.`,
  },
  diagram: {
    title: 'Diagramm',
    alt: (boxes, arrows, hops, left) =>
      `Diagramm mit ${boxes === 1 ? 'einem Kasten' : `${boxes} Kästen`} und ${arrows === 1 ? 'einem Pfeil' : `${arrows} Pfeilen`}: ${hops.join('; ')}${left > 0 ? `; und ${left} weitere` : ''}.`,
    hop: (from, to, label) => `${from} zu ${to}${label === undefined ? '' : ` (${label})`}`,
  },
}
