import type { Words } from '../en/en.ts'
import type { TOOL_COMMANDS as ENGLISH } from '../en/tools.ts'

const COLUMN = (what: string) => `die Spalte mit ${what}`

/** Each text has at most 100 characters, which is what Discord shows of it. */
export const TOOL_COMMANDS: typeof ENGLISH = {
  metrics: {
    about: 'Liest eine CSV mit wahren Werten und Vorhersagen und sagt in klaren Worten, wie gut sie sind.',
    options: {
      label: COLUMN('dem, was wahr war'),
      score: COLUMN('der vorhergesagten Wahrscheinlichkeit'),
      prediction: COLUMN('der vorhergesagten Klasse oder Menge'),
      query: COLUMN('der Anfrage oder Gruppe, die geordnet wird'),
      weight: COLUMN('dem Gewicht jeder Zeile'),
      positive: 'der Wert, der als Ja zählt',
      threshold: 'ab welchem Wert es ein Ja ist, etwa .5',
      costs: 'was ein falsches Ja und ein falsches Nein kosten, etwa 12 95',
      task: 'classification, ranking, regression oder multiclass; sonst aus den Spalten',
      k: 'wie viele jeder Rangliste zählen, etwa 10',
    },
  },
  'bias-variance': {
    about: 'Erkennt an den Fehlern, ob Bias, Varianz oder verschiedene Daten im Weg stehen.',
    options: {
      train: 'der Fehler auf den Trainingsdaten, etwa .02 oder 2%',
      'train-dev': 'der Fehler auf zurückgehaltenen Zeilen wie die Trainingsdaten',
      validation: 'der Fehler auf den Validierungsdaten',
      test: 'der Fehler auf den Testdaten',
      human: 'der Fehler von Menschen bei derselben Aufgabe',
      target: 'der Fehler, der erreicht werden soll',
      rows: 'wie viele Zeilen die Validierungsdaten haben',
    },
  },
  data: {
    about: 'Sucht Mängel einer CSV: Balance, Lücken, seltsame Werte, Doppelte, Drift, Lecks.',
    options: {
      label: COLUMN('dem, was vorhergesagt werden soll'),
      split: COLUMN('train oder test darin'),
      time: COLUMN('der Zeit jeder Zeile'),
      group: COLUMN('dem, zu wem oder was eine Zeile gehört'),
    },
  },
  estimate: {
    about: 'Rechnet eine Schätzung Zeile für Zeile aus: Raten, Bytes, Summen.',
    options: { text: 'die Schätzung, wie du sie schreiben würdest, etwa 120M users x 9 / day' },
  },
  'choose-metric': {
    about: 'Sagt, welche Metrik zur Entscheidung passt, und wann nicht.',
    options: {
      task: 'was vorhergesagt wird, etwa classification, ranking oder regression',
      use: 'was damit getan wird, etwa decide, rank oder probability',
      positives: 'der Anteil der Positiven, etwa 2%',
      costs: 'was ein falsches Ja und ein falsches Nein kosten, etwa 12 95',
      capacity: 'bei wie vielen gehandelt werden kann, als Anteil oder Anzahl',
      graded: 'yes, wo Relevanz Stufen hat, sonst no',
      outliers: 'matter, wo Ausreißer zählen, sonst ignore',
    },
  },
  'choose-model': {
    about: 'Sagt, mit welchem Modell du beginnst, was du dann versuchst und was du einstellst.',
    options: {
      input: 'was eine Zeile ist: sequence, image, text oder table',
      rows: 'wie viele Zeilen beschriftet sind, etwa 200k',
      latency: 'Millisekunden, die eine Antwort dauern darf',
      reasons: 'yes, wo jemand den Grund erfahren muss, sonst no',
    },
  },
  'ab-test': {
    about: 'Plant einen A/B-Test oder liest einen fertigen.',
    options: {
      baseline: 'die Rate oder der Mittelwert vor der Änderung, etwa 2.4%',
      effect: 'die Änderung, die zu sehen sein soll: 2% der Ausgangsrate oder 0.048 points',
      target: 'die Rate, die zu sehen sein soll, statt der Änderung',
      deviation: 'für Mittelwerte: die Standardabweichung einer Einheit',
      power: 'die Chance, die Änderung zu sehen, etwa .8',
      alpha: 'das Risiko eines Fehlalarms, etwa .05',
      arms: 'wie viele Gruppen es mit der Kontrolle gibt',
      daily: 'neue Einheiten am Tag, etwa 200k',
      looks: 'wie oft nachgesehen wird',
      a: 'für einen fertigen Test: Erfolge von Versuchen in A, etwa 1000/40000',
      b: 'dasselbe in B, etwa 1100/40010',
      split: 'wie aufgeteilt werden sollte, etwa 50 50',
    },
  },
  diagram: {
    about: 'Zeichnet ein System aus Pfeilen, Mermaid oder DOT und sagt, was der Zeichnung fehlt.',
    options: {
      budget: 'Millisekunden, die eine Anfrage dauern darf',
      text: 'die Zeichnung, etwa app -> api -> ranker [20ms] -> app',
    },
  },
}

export const TOOLS: Words['tools'] = {
  send: ({ minutes }) => `Schick die Datei innerhalb von ${minutes} Minuten hierher.`,
  offer: ({ file, minutes }) => `Ich kann mir ${file} ansehen. Die Datei bleibt ${minutes} Minuten gemerkt.`,
  data: 'Daten prüfen',
  metrics: 'Metriken berechnen',
  large: ({ file, most }) =>
    `${file} ist zu groß; hier sind höchstens ${most} MB möglich. Der Befehl im Terminal nimmt größere.`,
  gone: ({ file }) => `${file} ist nicht mehr da. Schick die Datei noch einmal.`,
  unread: 'So lässt es sich nicht berechnen',
  missing: ({ command }) => `${command} gibt es hier nicht.`,
}
