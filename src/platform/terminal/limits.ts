import type { Limits } from '../platform.ts'

/** What a terminal can do, for a person who types or for a file of answers. */
export const limitsOf = (tty: boolean): Limits => ({
  characters: Number.MAX_SAFE_INTEGER,
  edits: 'a line printed stays printed',
  buttons: 'a terminal has no buttons; each is shown with the command that does the same',
  forms: tty || 'nobody is there to be asked field by field; the line that answers a form is shown instead',
  files: 'a terminal holds no files; those that go with a card are named, and a text to be read is pasted',
  links: 'a printed line has no address',
  streaming: 'a card is printed once it is whole',
  places: 'a terminal is one place',
  hiding: 'a terminal is one place',
  removal: 'a line printed stays printed',
  privacy: 'whoever sits at the terminal sees all of it',
  history: 'what is typed while nobody listens is heard at the next start',
})
