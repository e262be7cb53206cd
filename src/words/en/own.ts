/** What is a person's own beyond one place: the board, joined names, pages. */
export const BOARD = {
  title: ({ span, order }: { span: string; order: string }) => `Board: ${span}, by ${order}`,
  spans: { week: 'week', month: 'month', all: 'all time' },
  orders: { practice: 'practice', coverage: 'coverage', improvement: 'improvement' },
  row: (given: { name: string; practice: number; coverage: number; improvement: number }) =>
    `${given.name}: practised ${given.practice === 1 ? 'once' : `${given.practice} times`}, ` +
    `${given.coverage === 1 ? '1 criterion' : `${given.coverage} criteria`} met, ${given.improvement} better`,
  nobody: 'Nobody on this board practised in this time.',
  how: ({ command }: { command: string }) =>
    `You are not on it. \`${command}\` puts you there under a name of your choice, or one that is drawn. It goes by practice, never by how well an interview went.`,
  you: ({ name }: { name: string }) => `You are "${name}".`,
  joined: ({ name, command }: { name: string; command: string }) =>
    `You stand on the board as "${name}". Others see how often you practise, how many criteria you met and how many are better; admins see sums of five people or more, you among them. \`${command}\` takes you off.`,
  left: 'You are not on the board any more, and in no sum.',
  noName: 'A name has 2 to 24 letters, figures, blanks and dashes.',
  nameTaken: ({ name }: { name: string }) => `"${name}" is taken, or looks like one that is.`,
  full: ({ most }: { most: number }) => `The board is full: ${most} people stand on it.`,
  notHere: 'A board belongs to a server or a workspace. Type this there.',
  admin: 'That is for admins.',
  removed: 'That name is off the board.',
  noSuchName: 'Nobody has that name on the board.',
  tooFew: ({ least }: { least: number }) =>
    `Sums are shown of ${least} people or more who stand on the board and practised in the last four whole weeks; there are fewer.`,
  teamTitle: 'The last four whole weeks',
  teamSums: ({ people, practice }: { people: number; practice: number }) =>
    `${people} people practised ${practice} times. Of those who met a criterion the last time, weakest first:`,
  met: ({ name, people, share }: { name: string; people: number; share: number }) =>
    `${name}: ${share} % of ${people} people`,
  teamHow: ({ least }: { least: number }) =>
    `Only people on the board count, and no sum is of fewer than ${least}.`,
}

/** Joining the names of one person. */
export const LINK = {
  title: 'One person, several names',
  code: ({ code, command }: { code: string; command: string }) =>
    `Your code is **${code}**, for ten minutes and one use. Give it to me under your other name: \`${command}\`.`,
  what: 'Then both names are yours together: an interview begun under one goes on under the other, what you practise counts once, and whoever has either name can read and remove all of it. Give the code to nobody else.',
  joinedNow: ({ count, names }: { count: number; names: string }) =>
    `Joined with ${count === 1 ? 'another name of yours' : `${count} other names of yours`}: ${names}.`,
  sure: ({ who }: { who: string }) =>
    `This joins you with ${who}. Go on only if that is you: under either name all that is yours can be read, gone on with and removed.`,
  confirm: 'Is the other name yours?',
  joined: ({ command }: { command: string }) =>
    `Joined. An interview that is under way elsewhere goes on here with \`${command}\`.`,
  told: ({ who, command }: { who: string; command: string }) =>
    `You are joined with ${who} now. If that was not you, \`${command}\` parts you again.`,
  parted: 'This name stands for itself again. What was practised together stays with your other names.',
  noCode: ({ command }: { command: string }) =>
    `No such code holds: one is good for ten minutes and one use. \`${command}\` gives a new one.`,
  tooMany: 'Too many wrong codes. Try again in an hour.',
  movedOn: 'Goes on elsewhere',
  notOfTwo: 'An interview between two people stays where it is.',
  isOver: 'That interview is over.',
  heldHere: 'Another interview is held here; it has to be over first.',
}

/** Pages for a browser. */
export const PAGES = {
  link: ({ address, day }: { address: string; day: string }) =>
    `[Your page](${address}). Whoever has the link can read it, until ${day} or until you take it back.`,
  file: 'Your page, as a file to open in a browser.',
  noFiles: ({ reason }: { reason: string }) =>
    `No file can be shown here: ${reason}. In a shell, "mlsd report --html FILE" and "mlsd history --html FILE" write one.`,
  none: 'No pages are made here.',
  links: 'Your links',
  noLinks: 'None holds.',
  history: 'history',
  holds: ({ of, day }: { of: string; day: string }) => `${of}, until ${day}`,
  withdrawn: ({ count }: { count: number }) =>
    count === 0
      ? 'No link of yours holds.'
      : `${count === 1 ? 'One link leads' : `${count} links lead`} nowhere any more.`,
}
