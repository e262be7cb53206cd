import type { COMMANDS as ENGLISH } from '../en/commands.ts'

/** Each text has at most 100 characters, which is what Discord shows of it. */
export const COMMANDS: typeof ENGLISH = {
  start: {
    about: 'Beginnt ein Interview. Ohne weitere Angaben wirst du nach den Einzelheiten gefragt.',
    options: {
      problem: 'welche Übungsaufgabe',
      level: 'die Stufe, an der du gemessen wirst',
      minutes: 'wie lange das Gespräch dauern soll',
      flow: 'mlsd für ein ganzes Interview, sprint für einen Abschnitt, warmup für eine einzige Frage',
      focus: 'der Abschnitt eines Sprints, oder Abschnitt oder Kriterium eines Warm-ups; sonst wird gewählt',
      mode: 'coach gibt Hinweise, exam hält sich streng an die Uhr',
      scenario: 'eine Aufgabe in deinen eigenen Worten anstelle einer Übungsaufgabe',
      language: 'die Sprache des Gesprächs als Kürzel, zum Beispiel de',
      where: 'hier, hier ohne Zuschauer oder in Direktnachrichten, wo es das gibt',
    },
  },
  peer: {
    about: 'Ein Interview zu zweit: Du antwortest, die genannte Person fragt, der Bot achtet auf die Zeit.',
    options: {
      person: 'wer dich befragen soll',
      problem: 'welche Übungsaufgabe; sonst eine, die für beide neu ist',
      level: 'die Stufe, an der du gemessen wirst',
      minutes: 'wie lange das Gespräch dauern soll',
    },
  },
  hint: {
    about: 'Ein Anstoß in die richtige Richtung, jedes Mal deutlicher. Hinweise stehen im Bericht.',
    options: {},
  },
  next: {
    about: 'Geht weiter zum nächsten Abschnitt.',
    options: {},
  },
  back: {
    about: 'Geht zurück zum vorigen Abschnitt.',
    options: {},
  },
  skip: {
    about: 'Lässt diese Frage unbeantwortet.',
    options: {},
  },
  repeat: {
    about: 'Stellt die Frage noch einmal.',
    options: {},
  },
  think: {
    about: 'Zwei Minuten zum Nachdenken, ohne eine Frage dazwischen.',
    options: {},
  },
  time: {
    about: 'Wo du stehst und wie viel Zeit noch bleibt.',
    options: {},
  },
  pause: {
    about: 'Hält die Uhr an, bis du weitermachst.',
    options: {},
  },
  resume: {
    about: 'Macht dort weiter, wo du angehalten hast.',
    options: {},
  },
  end: {
    about: 'Beendet das Interview hier und erstellt den Bericht.',
    options: {},
  },
  rate: {
    about: 'Deine eigene Bewertung je Abschnitt vor dem Bericht: 1 weit darunter, 4 darüber, - lässt aus.',
    options: {
      ratings: 'eine Zahl je Abschnitt, in der Reihenfolge der Abschnitte',
    },
  },
  retry: {
    about: 'Wiederholt einen Abschnitt eines beendeten Interviews und zeigt vorher und nachher.',
    options: {
      stage: 'welcher Abschnitt',
    },
  },
  report: {
    about: 'Der Bericht eines Interviews; des letzten, wenn keines genannt ist.',
    options: {
      id: 'welches Interview, wie es im Verlauf heißt',
    },
  },
  contest: {
    about: 'Kennzeichnet ein Urteil deines Berichts als falsch; ein Modell, wenn es eines gibt, urteilt neu.',
    options: {
      criterion: 'welches Kriterium, wie es im Bericht heißt',
      reason: 'warum das Urteil falsch ist, in ein, zwei Sätzen',
    },
  },
  history: {
    about: 'Deine bisherigen Interviews.',
    options: {},
  },
  problems: {
    about: 'Die Übungsaufgaben, oder jene, die ein Wort findet.',
    options: {
      word: 'wonach gesucht wird',
    },
  },
  daily: {
    about: 'Jeden Tag eine Frage zu dem, was dir gefehlt hat, hier oder in Direktnachrichten.',
    options: {
      what: 'on mit Uhrzeit, off, status, now, skip, snooze für eine Stunde, answer mit deiner Antwort',
      words: 'bei on: Uhrzeit, Zeitzone, Tage, Abschnitte, Stufe; bei answer: deine Antwort',
    },
  },
  settings: {
    about: 'Womit deine Interviews beginnen; mit team, was hier für alle gilt.',
    options: {
      scope: 'team für das, was hier für alle gilt; das legt fest, wer den Server verwaltet',
      level: 'deine Stufe',
      minutes: 'wie lange ein Gespräch dauert',
      mode: 'dein Modus',
      language: 'deine Sprache als Kürzel, zum Beispiel de, oder any für die deiner Plattform',
      channels: 'für das Team: wo Interviews stattfinden dürfen, oder any für überall',
      flows: 'für das Team: welche Abläufe erlaubt sind, oder any für alle',
      levels: 'für das Team: welche Stufen erlaubt sind, oder any für alle',
      modes: 'für das Team: welche Modi erlaubt sind, oder any für alle',
      retention: 'für das Team: nach wie vielen Tagen ein Interview gelöscht wird, oder never für nie',
    },
  },
  channel: {
    about: 'Was für die Interviews dieses Kanals gilt; das legt fest, wer ihn verwaltet.',
    options: {
      what: 'setup ändert, was hier gilt, show zeigt es, off hebt es auf',
      flows: 'welche Abläufe hier erlaubt sind, oder any für alle',
      levels: 'welche Stufen hier erlaubt sind, oder any für alle',
      modes: 'welche Modi hier erlaubt sind, oder any für alle',
      spectators: 'on, wenn andere mitlesen dürfen; off, wenn sie ein Interview nicht sehen sollen',
      starters: 'wer hier ein Interview beginnen darf: everyone für alle, oder Namen von Rollen',
      cleanup: 'nach wie vielen Tagen der Ort eines beendeten Interviews entfernt wird, oder never für nie',
      language: 'die Sprache der Interviews hier als Kürzel, zum Beispiel de, oder any für die eigene',
    },
  },
  board: {
    about: 'Wer wie viel geübt hat, unter selbst gewähltem Namen; nur wer darauf stehen will.',
    options: {
      what: 'week, month oder all; join mit einem Namen, leave; team für Summen und remove für Admins',
      words: 'bei join oder remove der Name; sonst, wonach es geht: practice, coverage, improvement',
    },
  },
  link: {
    about: 'Verbindet deine Namen auf mehreren Plattformen: gibt dir einen Code oder nimmt einen.',
    options: {
      code: 'der Code, den du unter dem anderen Namen bekommen hast, oder off zum Trennen',
      sure: 'yes, um sie zu verbinden',
    },
  },
  page: {
    about: 'Ein Bericht oder dein Verlauf als Seite zum Lesen oder Drucken.',
    options: {
      what: 'report, history, list für deine Links, withdraw, um sie zurückzunehmen',
      id: 'welches Interview oder welcher Link',
    },
  },
  export: {
    about: 'Alles, was über dich gespeichert ist, als Dateien.',
    options: {},
  },
  forget: {
    about: 'Löscht nach einer Rückfrage alles, was über dich gespeichert ist.',
    options: {
      sure: 'yes, um nicht mehr gefragt zu werden',
    },
  },
  help: {
    about: 'Alle Befehle, oder einer im Einzelnen.',
    options: {
      command: 'welcher Befehl',
    },
  },
}
