/** What a chat's edge itself says: of what could not be kept or shown, and around forms and buttons. */
export const EDGE = {
  unstored: ({ reason, again }: { reason: string; again: string }) =>
    `This could not be stored and does not count yet: ${reason}. ${again}`,
  storeFails: 'what I keep cannot be written right now; whoever runs me is told why',
  willTry: 'It will be tried again.',
  sayAgain: 'Say it again.',
  sendAgain: 'Send it again.',
  pressAgain: 'Press it again.',
  typeAgain: 'Type it again.',
  useAgain: 'Use it again.',
  unopened: ({ reason }: { reason: string }) => `The form could not be opened: ${reason}. Ask for it again.`,
  tooSlow: 'it took too long',
  nothingToFillIn: 'Nothing to fill in.',
  more: 'There is more to be filled in.',
  goOn: 'Go on',
  forgotten: 'What was filled in before is not remembered any more. Ask for the form again.',
  wholeNumber: ({ least, most }: { least: number; most: number }) =>
    `A whole number, from ${least} to ${most}.`,
  oneOf: ({ values }: { values: string }) => `One of: ${values}`,
  start: 'Start',
  send: 'Send',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  yes: 'Yes',
  sure: 'Are you sure?',
  final: 'This cannot be taken back.',
  goneButton: ({ help }: { help: string }) =>
    `This button belongs to something that is not there any more. \`${help}\` shows what can be done.`,
  ownAnswersOnly: ({ grade }: { grade: string }) =>
    `Only who wrote a message can have it graded. Choose **${grade}** on an answer of your own.`,
  unattached: ({ files, reason }: { files: string; reason: string }) =>
    `${files} could not be attached. ${reason}`,
  filesTooLarge: 'it is larger than the server takes.',
  filesForbidden: 'the bot needs "Attach Files" in this channel.',
  filesLeftOut: ({ files, reason }: { files: string; reason: string }) =>
    `${files} could not be attached: ${reason}`,
  elsewhere: 'That is for you alone, so it is in our direct messages.',
  elsewhereAt: ({ link }: { link: string }) =>
    `That is for you alone, so it is in [our direct messages](${link}).`,
  unreachable: ({ name }: { name: string }) =>
    `${name}, there is something here for you alone, but your direct messages are closed to me. Open them ` +
    "in this server's privacy settings, or ask for it with a command, which I answer unseen by others.",
  somebodyUnreachable:
    'There is something here for one person alone, whose direct messages are closed to me. Whoever it is for: open them ' +
    "in this server's privacy settings, or ask for it with a command, which I answer unseen by others.",
  wordless: ({ intent }: { intent: string }) =>
    `What is written here does not reach me: the "${intent}" is switched off for this app. ` +
    'Whoever runs the bot can switch it on. Until then, mention me in each message, or take the interview in direct messages.',
  thinking: 'is thinking…',
  reading: 'Reading your answer…',
  asking: 'Thinking of what to ask next…',
  whereToBegin: 'Where shall we begin?',
  startPrompt: 'Start an interview',
  problemsPrompt: 'See the practice problems',
  historyPrompt: 'See my interviews',
}
