/** What a report says around the talk it is about: its headings, how the talk was held, and what has to be known. */
export const REPORT = {
  title: ({ title }: { title: string }) => `Report: ${title}`,
  wentWell: 'What went well',
  grow: 'Where to grow',
  practise: 'Practise this next',
  byStage: 'Stage by stage',
  byLevel: 'The same talk at every level',
  lifts: 'What would lift S most',
  liftsMark: 'What would lift the mark most',
  credited: 'What was credited',
  redFlags: 'Red flags',
  situations: 'Situations in figures',
  drawings: 'What your drawing leaves open',
  yourDrawing: ({ place }: { place: string }) => `Your drawing (${place}):`,
  sums: 'Sums that do not come out',
  notHeard: 'Not heard',
  notAsked: 'Facts you never asked for',
  openQuestions: 'Questions left to you',
  conduct: 'Pace and words',
  ownRating: 'Your own rating',
  triedAgain: 'Tried again',
  noAttempt: ({ attempt, command }: { attempt: number; command: string }) =>
    `There is no attempt ${attempt} in this interview yet. Try a stage again with \`${command}\`.`,
  by: ({ grader, interviewer }: { grader: string; interviewer: string }) =>
    `Judged by ${grader}; asked by ${interviewer}.`,
  taughtBy: ({ teacher }: { teacher: string }) => `What you could have said: ${teacher}.`,
  nobody: 'nobody',
  versions: ({ list }: { list: string }) => `Versions: ${list}.`,
  /** A number written with a decimal point, as the language writes it. */
  decimal: ({ number }: { number: string }) => number,
}

/** How the talk was held. */
export const CONDUCT = {
  took: ({ minutes, planned }: { minutes: string; planned: number }) =>
    `The talk took ${minutes} of ${planned} minutes.`,
  closed: 'It was closed after a long silence.',
  endedByOne: 'One of you ended it.',
  endedByYou: 'You ended it yourself.',
  wentThrough: 'It went through to its end.',
  tookLong: ({ stage, spent, planned }: { stage: string; spent: string; planned: string }) =>
    `${stage} took ${spent} of ${planned} planned minutes.`,
  tookTime: ({ stage, spent, planned }: { stage: string; spent: string; planned: string }) =>
    `${stage} took ${spent} of ${planned} planned minutes, time that the stages not reached did not have.`,
  tookLittle: ({ stage, spent, planned }: { stage: string; spent: string; planned: string }) =>
    `${stage} (${spent} of ${planned})`,
  roomLeft: ({ stages }: { stages: string }) =>
    `Room was left, in minutes spent of those planned: ${stages}.`,
  notReached: ({ stages }: { stages: string }) => `Not reached, with the minutes planned: ${stages}.`,
  spoken: ({ yours, interviewer, share }: { yours: number; interviewer: number; share: string }) =>
    `You said ${yours} words and the interviewer ${interviewer}: ${share} were yours.`,
  hints: ({ count, names }: { count: number; names: string }) =>
    `You used ${count === 1 ? 'one hint' : `${count} hints`}: ${names}.`,
  rated: ({ stage, own, mark }: { stage: string; own: number; mark: number }) =>
    `${stage}: you said ${own}, the mark is ${mark};`,
  overRated: ({ by }: { by: number }) => `over-rated by ${by}.`,
  underRated: ({ by }: { by: number }) => `under-rated by ${by}.`,
  ratedAsMarked: 'You rated every stage as it was marked.',
}

/** What has to be known to read a report. */
export const REMARKS = {
  peer: "Asked by a person; the marks are those of the judge, who did not see that person's.",
  strange: ({ stages }: { stages: string }) =>
    `Not assessed: ${stages}. The answers there are in a language that the judge does not know.`,
  unjudged: ({ stages }: { stages: string }) =>
    `Not assessed: ${stages}. No judge could be reached, so nothing is counted there.`,
  untaught:
    'The model could not be asked what you could have said; those sentences are the same for everybody.',
  standIns: ({ times }: { times: number }) =>
    `The stand-in, which needs no model, took over ${times === 1 ? 'once' : `${times} times`}.`,
  judgedTwice: ({ same, asked }: { same: number; asked: number }) =>
    `Each criterion was judged twice: ${same} of ${asked} came out the same.`,
  apart: ({ count }: { count: number }) =>
    `On ${count} it was two apart from the lexical grader; a third call settled them.`,
  contested: ({ count }: { count: number }) =>
    `Contested verdicts: ${count}; none of them was judged again so far.`,
  contestedJudged: ({ count, again }: { count: number; again: number }) =>
    `Contested verdicts: ${count}; ${again} judged again.`,
}

/** How a situation in figures was read, by `Reading`. */
export const SITUATION = {
  unanswered: 'Nothing was said to it.',
  diagnosis: {
    right: 'You saw what the figures show.',
    wrong: 'The figures show something else.',
    none: 'What the figures show was not said.',
  },
  remedy: {
    right: 'What you would do fits.',
    wrong: 'What you would do does not help here.',
    none: 'What to do about it was not said.',
  },
  could: 'You could have said:',
}

/** The rule of a part of an interview, by `Take`. */
export const PARTS = {
  'one-stage':
    'One stage by itself: its mark says how well this stage would have gone at each level, and nothing of the others.',
  'one-criterion': 'One question: its verdict is no mark of a stage.',
}

/** The rule of a mode in a whole interview, by `Mode`. */
export const WHOLE_RULES = {
  exam: 'Exam: no hints, and a stage that was not reached counts with mark 1.',
  coach: 'Coach: only the stages that were opened count, and a band is given when all of them were.',
}

/** The rule of a mode in a part of an interview, by `Mode`. */
export const PART_RULES = {
  exam: 'Exam: no hints, and the clock decided.',
  coach: 'Coach: what came after a hint counts as partial at most.',
}
