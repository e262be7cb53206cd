/** What is answered outside an interview, or beside one. */
export const ANSWERS = {
  nothingRuns: 'No interview runs here. Type /start to begin one, or /help.',
  noProblem: ({ word }: { word: string }) =>
    `No problem has "${word}" in it. Without a word, all are listed.`,
  problems: 'Problems',
  problem: (given: { title: string; id: string; difficulty: number; opening: string }) =>
    `**${given.title}** (\`${given.id}\`, difficulty ${given.difficulty} of 3): ${given.opening}`,
  which: ({ count }: { count: number }) => `You have ${count} interviews under way. Which one do you mean?`,
  meant: ({ command }: { command: string }) => `Did you mean \`${command}\`?`,
  passedOn: 'Passed on to your interview, where it is held.',
  passedOnTo: ({ link }: { link: string }) => `Passed on to your interview, [where it is held](${link}).`,
  notYours: ({ start }: { start: string }) =>
    `This is somebody else's interview. Type \`${start}\` for one of your own.`,
  spectator:
    'An interview is held in this thread, and you are a spectator: you are welcome to read along, and what you write here does not count as an answer.',
  tooMuch: ({ most }: { most: number }) =>
    `That is more than ${most} messages and clicks in a minute. What came after them was not taken: please say it again in a minute.`,
  watched:
    'Somebody else is reading along and has written in this thread. Only your own words count as answers.',
  lost: ({ reason }: { reason: string }) =>
    `I cannot go on with your interview where it was held: ${reason} It is paused.`,
  lostForAsker: 'The place of the interview that you hold cannot be reached any more. It is paused.',
}

/** A person's own page and the interviews they had. */
export const HOME = {
  title: 'Mock interviews in ML system design',
  running: 'Under way',
  noneRunning: 'None. Start one below.',
  finished: 'Finished',
  none: 'None yet.',
  about: '/help lists all commands; /export and /forget are about what is stored of you',
  interviews: 'Your interviews',
  unfinished: 'not finished',
  earlier: ({ count }: { count: number }) =>
    `These are the newest; /export has all, also ${count} from before.`,
  reportLater: 'That interview is not finished; its report comes at the end.',
  noInterview: ({ id }: { id: string }) => `You have no interview "${id}". /history lists yours.`,
  noReport: 'There is no report here yet. Type /start to begin an interview, or /history for those you had.',
  showsAgain: ({ command }: { command: string }) => `${command} shows this again`,
  /** In the history: what an interview came to, and how it was held. */
  notAssessed: 'not assessed',
  noMark: 'no mark',
  mark: ({ mark }: { mark: number }) => `mark ${mark} of 4`,
  noBand: 'no band',
  minutes: ({ minutes }: { minutes: number }) => `${minutes} min`,
  ofTwo: 'between two people',
  asking: 'interviewer',
  asked: 'you interviewed',
}

/** All that is stored about a person, handed over or removed. */
export const BELONGINGS = {
  noFiles: ({ reason }: { reason: string }) =>
    `Files cannot be shown here: ${reason}. Type "mlsd export" in a shell.`,
  all: ({ count, forget }: { count: number; forget: string }) =>
    `Everything that is stored about you: ${count === 1 ? '1 interview' : `${count} interviews`}. \`${forget}\` removes it.`,
  sure: (given: { export: string; forget: string }) =>
    'This removes all your interviews, transcripts, reports and settings for good, also those under way. ' +
    `\`${given.export}\` gives you a copy first; \`${given.forget} --sure yes\` goes on. Messages already shown here stay.`,
  forgotten: ({ count }: { count: number }) =>
    `Forgotten: ${count === 1 ? '1 interview' : `${count} interviews`} and all that belonged to them.`,
  pictures: ({ count }: { count: number }) => (count === 1 ? '1 picture' : `${count} pictures`),
  title: ({ person }: { person: string }) => `Everything stored about ${person}`,
  one: 'One interview.',
  several: ({ count }: { count: number }) => `${count || 'No'} interviews.`,
  begun: ({ at }: { at: string }) => `Begun ${at}.`,
  said: 'What was said',
  you: 'You',
  interviewer: 'Interviewer',
  noReport: 'This interview is not finished; it has no report yet.',
  practice: 'Practice',
  days: ({ count, days }: { count: number; days: string }) =>
    count === 0 ? 'No practice yet.' : `Practised ${count === 1 ? 'once' : `${count} times`}: ${days}.`,
  daily: ({ time, zone }: { time: string; zone: string }) => `A daily question at ${time} in ${zone}.`,
  board: ({ board, name }: { board: string; name: string }) => `On the board of ${board} as "${name}".`,
  card: ({ criterion, times, due }: { criterion: string; times: number; due: string }) =>
    `${criterion}: asked ${times === 1 ? 'once' : `${times} times`}, due again ${due}`,
}

/** Files that come with an answer. */
export const FILES = {
  unknown: ({ file }: { file: string }) =>
    `The file "${file}" is neither a text nor a picture. Send text, Markdown, CSV or JSON, or a PNG or JPEG. It does not count as an answer.`,
  large: ({ file, most }: { file: string; most: number }) =>
    `The file "${file}" is too large; ${most} kB are the most. It does not count as an answer.`,
  enough: ({ file, most }: { file: string; most: number }) =>
    `The picture "${file}" is not kept: ${most} are kept of one interview. Say in words what it shows. It does not count as an answer.`,
  full: ({ file, most }: { file: string; most: number }) =>
    `The picture "${file}" is not kept: the pictures in all your interviews may take ${most} MB together, and it would be more. ` +
    'Say in words what it shows, or send a smaller one. It does not count as an answer.',
  gone: ({ file, reason }: { file: string; reason: string }) =>
    `The file "${file}" could not be had: ${reason} It does not count as an answer.`,
  coded: ({ file }: { file: string }) =>
    `The file "${file}" is not text in UTF-8. Save it as UTF-8, or paste the text. It does not count as an answer.`,
}

/** One answer graded at its person's wish. */
export const GRADED = {
  title: 'This answer, graded',
  none: 'That is no answer of yours in an interview held here. Only your own answers are graded, and only for you.',
  sealed: 'Between two people nothing is graded before both forms are in; it comes with the report.',
  exam: 'In an exam nothing is graded before the report, which comes at its end.',
  withdrawn: 'You have withdrawn that answer.',
  foreign: 'This answer is in a language that the grader does not know.',
  by: ({ by }: { by: string }) => `judged by ${by}`,
  care: ({ says, quote }: { says: string; quote: string }) => `Take care: ${says} (“${quote}”)`,
  left: ({ left, all }: { left: number; all: number }) =>
    `${left} of ${all} criteria are not met by it alone. What they ask for is shown once the interview is over.`,
  helped: 'after help, which counts as partly at most',
}

/** How far a criterion is met, as a person marks it: by `Mark`. */
export const MARKS = { 0: 'not shown', 1: 'partly', 2: 'clearly' }
