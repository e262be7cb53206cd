/** Help on the commands, and what is said of a line that was none. */
export const HELP = {
  sample: ({ command }: { command: string }) => `For example \`${command}\`.`,
  inDetail: ({ command }: { command: string }) => `\`${command}\` shows one command in detail.`,
  tools: 'To compute something, in an interview or outside of one',
  onlyYou: 'Only you see the answer.',
  optional: 'may be left out',
  example: ({ command }: { command: string }) => `Example: \`${command}\``,
  also: ({ commands }: { commands: string }) => `Other words for it: ${commands}`,
  noCommand: ({ command }: { command: string }) => `There is no command ${command}.`,
  meant: ({ command }: { command: string }) => `Did you mean \`${command}\`?`,
  listsAll: ({ command }: { command: string }) => `\`${command}\` lists all.`,
}

/** What was wrong with a command, and what to write instead. */
export const MISUSE = {
  needsValue: ({ argument }: { argument: string }) => `${argument} needs a value.`,
  noOption: ({ command, option }: { command: string; option: string }) =>
    `${command} has no option ${option}.`,
  optionMeant: ({ option }: { option: string }) => `Did you mean ${option}?`,
  hasOptions: ({ options }: { options: string }) => `It has ${options}.`,
  hasNoOptions: 'It has no options at all.',
  notNumber: ({ argument, value }: { argument: string; value: string }) =>
    `${argument} is a whole number above zero, not ${value}.`,
  notChoice: ({ argument, choices, value }: { argument: string; choices: string; value: string }) =>
    `${argument} can be ${choices}, not ${value}.`,
  lacks: ({ command, about }: { command: string; about: string }) => `${command} needs ${about}.`,
  tooMuch: ({ command, value }: { command: string; value: string }) => `${command} does not take ${value}.`,
  takesNothing: ({ command }: { command: string }) => `${command} takes nothing after it.`,
  typeAlone: 'Type it alone, or begin the line with another word.',
  givenTwice: ({ argument }: { argument: string }) => `${argument} is given twice.`,
  leaveOneOut: 'Leave one of them out.',
  forExample: ({ command }: { command: string }) => `For example: ${command}.`,
  unclosed: 'A quotation mark is opened and not closed.',
  closeIt: 'Close it before a space or the end of the line, or leave it out.',
  ratings: ({ given, stages }: { given: number; stages: number }) =>
    `You gave ${given} rating${given === 1 ? '' : 's'} for ${stages} stage${stages === 1 ? '' : 's'}.`,
  rateEach: ({ order }: { order: string }) =>
    `Give one number from 1 to 4 for each, or - to leave one out, in this order: ${order}.`,
  nothing: '(nothing)',
  or: 'or',
  and: 'and',
}
