import { wordsIn } from '../../../words/words.ts'
import { TOOL_COMMANDS } from '../../tool-commands.ts'
import type { Locale } from './locale.ts'

const COMMANDS: Locale['commands'] = wordsIn('de').commands

export const DE: Locale = {
  about: 'Übungsinterviews über Systeme mit maschinellem Lernen.',
  grade: 'Diese Antwort bewerten',
  own: 'Was dir gehört: Tafel, verbundene Namen, Seiten und alles, was über dich gespeichert ist.',
  tools: {
    about: 'Rechnet: Metriken, Daten, Schätzungen, A/B-Tests, Zeichnungen.',
    values: 'die Angaben oder der Text wie getippt, etwa --label y --score p',
    file: 'die Datei, um die es geht',
    commands: Object.fromEntries(TOOL_COMMANDS.map(({ name }) => [name, COMMANDS[name]?.about ?? ''])),
  },
  commands: COMMANDS,
}
