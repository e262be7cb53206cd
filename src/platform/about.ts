/** What a command and its arguments are about, in somebody's language. */
import type { Words } from '../words/words.ts'

/** What a command is about, and each of its options by name. */
export type About = { about: string; options: Readonly<Record<string, string>> }

/** What the command of this name is about; empty words where it is none of the table. */
export const aboutCommand = (name: string, words: Pick<Words, 'commands'>): About => {
  const all: Readonly<Record<string, About>> = words.commands
  return Object.hasOwn(all, name) ? (all[name] ?? NOTHING) : NOTHING
}

const NOTHING: About = { about: '', options: {} }
