import type { Words } from '../en/en.ts'

export const NOTES: Words['notes'] = {
  'first-stage': 'Vor diesem Abschnitt gibt es keinen.',
  'not-paused': 'Das Interview läuft; es gibt nichts fortzusetzen.',
  'still-paused': 'Das Interview ist angehalten. Mit /resume geht es weiter, mit /end ist es zu Ende.',
  'not-begun': 'Das Interview hat noch nicht begonnen.',
  'no-report-yet': 'Der Bericht kommt am Ende. Mit /end hörst du jetzt auf.',
  'too-late':
    'Diese Nachricht ist schon aufgenommen, deshalb zählt die Änderung nicht. Sag es in einer neuen Nachricht noch einmal.',
  'moving-on': 'Einen Moment, die nächste Frage ist unterwegs.',
  'just-moved':
    'Wir sind gerade erst in diesen Abschnitt gekommen. Tippe noch einmal /next, um auch ihn zu verlassen.',
  grading: 'Die Bewertung läuft; der Bericht folgt.',
  finished:
    'Dieses Interview ist vorbei. Mit /report kommt der Bericht, mit /retry STAGE versuchst du einen Abschnitt noch einmal, und mit /start beginnt ein neues.',
  'no-more-hints':
    'Hier gibt es keine Hinweise mehr. Sag, wovon du ausgehen würdest, oder geh mit /next weiter.',
  'no-more-retries':
    'Du hast Abschnitte dieses Interviews so oft wiederholt, wie in eines hineinpasst. Mit /report kommt sein Bericht, mit /start beginnt ein neues.',
  'no-hints-in-exam': 'Im Modus exam gibt es keine Hinweise.',
  'nothing-to-repeat': 'Bisher ist nichts gefragt worden.',
  'rate-first':
    'Das Interview ist vorbei. Bewerte dich mit /rate selbst, oder komm mit /skip gleich zum Bericht.',
  'no-rating-now': 'Du kannst dich selbst bewerten, sobald das Interview vorbei ist.',
  'kept-while-paused': 'Das Interview ist angehalten. Ich habe mir das gemerkt; mit /resume geht es weiter.',
  trouble:
    'Mir ist gerade keine Frage gelungen. Fahre fort mit dem, was du sagen wolltest, oder geh mit /next weiter.',
  'ask-your-peer':
    'Hier befragt dich ein Mensch: Frag ihn. /next, /back, /pause und /end sind für euch beide da.',
  'no-verdicts-yet':
    'Urteile kommen mit dem Bericht, am Ende. Ist er da, kennzeichnet /contest CRITERION REASON eines, das falsch ist.',
  'retry-first':
    'Du wiederholst gerade einen Abschnitt. Schließ ihn mit /end ab; danach kennzeichnet /contest CRITERION REASON ein Urteil des Berichts.',
  'awaiting-marks':
    'Danke. Der Bericht kommt, sobald auch dein Interviewer seinen Bogen abgeschickt hat, oder nach 24 Stunden.',
  'think-over': 'Die zwei Minuten sind um. Mach weiter, wenn du so weit bist.',
}
