/** What the terminal itself says to whoever sits at it. */
export const TERMINAL = {
  interviewer: 'Interviewer',
  note: 'Note',
  you: 'You',
  kept: 'What you said is kept. The next start offers to resume where you stopped.',
  formClosed: 'The form is closed.',
  formless: 'There is no form to leave.',
  nothingToRate: 'There is nothing to rate yet: the rating is asked for at the end of an interview.',
  realTime: 'Time is real here, so `/wait` cannot move it. Start with `--clock virtual` for that.',
  notTime: ({ text }: { text: string }) =>
    `${text} is not a length of time. Write it like \`/wait 7m\`, \`30s\`, \`2h\` or \`1m30s\`.`,
  slashAnswer: 'An answer that begins with `/` needs a word before it.',
  unstored: ({ reason }: { reason: string }) => `This could not be stored and does not count yet: ${reason}`,
  sendAgain: 'Send it again: the arrow-up key brings it back.',
  tryingAgain: 'Trying again.',
  notText:
    'This was not taken: most of it is not text, it looks like a binary file. Put your answer in words.',
  tooLong: ({ length, longest }: { length: number; longest: number }) =>
    `This was not taken: it has ${length} characters, and at most ${longest} can be one answer. Send it in parts.`,
  file: ({ file, mime, what }: { file: string; mime: string; what: string }) =>
    `With it goes a file that a terminal cannot show: ${file} (${mime}, ${what}).`,
  characters: ({ count }: { count: number }) => `${count} characters`,
}

/** A form as it is asked for at a terminal: field by field, or in words. */
export const FIELDS = {
  introduction: 'Give a number or a word. Enter alone takes what is in brackets; `/cancel` leaves the form.',
  scale: ({ label, most }: { label: string; most: number }) => `${label}, 1 to ${most}`,
  leaveOut: 'leave out',
  takesPreset: 'Enter alone takes what is in brackets.',
  leavesOut: 'Enter alone leaves it out.',
  needsAnswer: 'This needs an answer.',
  scaleFault: ({ most }: { most: number }) =>
    `That is not one of the choices. Give a number from 1 to ${most}.`,
  longFault: ({ most }: { most: number }) =>
    `That is not one of the choices. Give its number, from 1 to ${most}, or words of it.`,
  several: ({ choices }: { choices: string }) =>
    `Several begin like this: ${choices}. Give the number of one.`,
  fault: ({ values }: { values: string }) => `That is not one of the choices. Give its number, or ${values}.`,
  onlyWith: ({ value }: { value: string }) => `only with \`${value}\``,
  ifNotSaid: ({ preset }: { preset: string }) => `if not said: ${preset}`,
  optional: 'may be left out',
  answerWith: ({ command }: { command: string }) => `Answer with a line such as \`${command}\`.`,
  rateWith: ({ rate, skip }: { rate: string; skip: string }) =>
    `Answer with one number each, in this order, such as \`${rate}\`; \`${skip}\` leaves it out.`,
  marks: 'It is filled in where interviews between two people are held.',
}
