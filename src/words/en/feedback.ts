/** What a report says of what was heard: strengths, growth, the next step. */
export const FEEDBACK = {
  inFirstMinute: ({ stage }: { stage: string }) => `${stage}, in the first minute`,
  inMinute: ({ stage, minute }: { stage: string; minute: number }) => `${stage}, minute ${minute}`,
  noStrength: 'Nothing could be credited this time. Begin with the points below.',
  noGrowth: 'Everything core in the stages you reached was clear. Try the next level, or another problem.',
  inPart: 'in part',
  withHelp: 'with help',
  why: ({ why }: { why: string }) => `Why it counts: ${why}`,
  youSaid: ({ where }: { where: string }) => `You said, in ${where}:`,
  whyInPart: ({ why }: { why: string }) => `Why only in part: ${why}`,
  helped: 'It was clear, but it came after a hint or a question that named it, so it counts in part.',
  missing: ({ missing }: { missing: string }) => `What was missing: ${missing}`,
  couldHaveSaid: ({ sentence }: { sentence: string }) => `You could have said: ${sentence}`,
  couldHaveSaidAt: ({ where, said, sentence }: { where: string; said: string; sentence: string }) =>
    `You could have said, in ${where}, after “${said}”: ${sentence}`,
  anotherWay: ({ sentence }: { sentence: string }) => `Another way to say it: ${sentence}`,
  couldSay: ({ sentence }: { sentence: string }) => `You could say: ${sentence}`,
  tryAloud: 'Try to answer this in two minutes, aloud:',
  onceMore: ({ command }: { command: string }) => `Then go through the stage once more with \`${command}\`.`,
  together: ({ band, count, names }: { band: string; count: number; names: string }) =>
    `The shortest way to ${band}, ${count === 1 ? 'this one made clear' : `these ${count} made clear together`}: ${names}.`,
  liftsS: ({ gain }: { gain: string }) => `made clear, it lifts S by ${gain}.`,
  liftsMark: ({ gain }: { gain: number }) => `made clear, it lifts the mark by ${gain}.`,
}

/** The evidence: what was credited, what a rubric warns of, what was not heard. */
export const EVIDENCE = {
  measured: 'measured from the course of the talk',
  afterHelp: 'partial, since it came after help',
  countsAgainst: ({ name }: { name: string }) => `It counts against: ${name}.`,
  core: 'Core at this level:',
  rest: 'Expected too, and of less weight; nobody covers all of these in the time:',
  contested: 'Contested:',
  askedFor: ({ asked, all }: { asked: number; all: number }) =>
    `You asked for ${asked} of the ${all} things the interviewer could tell. These were left:`,
  noFact: 'There is no fact for these; what helps is to assume something, and to say so:',
  firstOnly: ({ most }: { most: number }) =>
    `These are the first ${most}. Whatever else you asked is in the transcript.`,
}

/** The marks of contested verdicts. */
export const CONTESTED = {
  marked: 'contested',
  pending: 'contested; it is being judged again',
  again: ({ by, outcome }: { by: string; outcome: string }) => `contested; judged again by ${by}: ${outcome}`,
  stands: 'stands',
  reason: ({ reason }: { reason: string }) => `Contested: ${reason}`,
  how: ({ command }: { command: string }) => `Is a verdict wrong? \`${command}\` and your reason mark it.`,
}

/** The report of a talk of one question. */
export const QUESTION = {
  notAssessed: 'not assessed',
  was: ({ question }: { question: string }) => `The question was: ${question}`,
  takes: 'What it takes',
  onceMore: ({ command }: { command: string }) => `Once more: \`${command}\`.`,
  elsewhere: ({ criterion, command }: { criterion: string; command: string }) =>
    `${criterion} on another problem: \`${command}\``,
}

/** What the verdict on the one question means, by `Mark`, or null where there is none. */
export const QUESTION_MEANINGS = {
  2: 'An interviewer would go on to something else here.',
  1: 'It was touched; what is missing stands in the first row below.',
  0: 'Nothing of it could be heard in the answer.',
  null: 'The notes at the end say why.',
}

/** A stage, or the one question, that was tried again. */
export const ATTEMPT = {
  unjudgedLine: ({ attempt, stage }: { attempt: number; stage: string }) =>
    `Attempt ${attempt}, ${stage}: not judged.`,
  line: (one: { attempt: number; stage: string; before: string; after: string; changed: number }) =>
    `Attempt ${one.attempt}, ${one.stage}: mark ${one.before} before, ${one.after} now; ${
      one.changed === 0
        ? 'no criterion changed'
        : one.changed === 1
          ? '1 criterion changed'
          : `${one.changed} criteria changed`
    }.`,
  questionLine: ({ attempt, stage, change }: { attempt: number; stage: string; change: string }) =>
    `Attempt ${attempt}, ${stage}: ${change}.`,
  title: ({ stage }: { stage: string }) => `${stage}, tried again`,
  unjudged: 'This attempt could not be judged, so the mark stays as it was.',
  unjudgedQuestion: 'this attempt could not be judged, so the verdict stays as it was',
  change: ({ before, after }: { before: string; after: string }) => `${before} before, ${after} now`,
  byItself: 'A retry is judged by itself.',
  before: 'Before',
  now: 'Now',
  markless: 'none',
  pointByPoint: 'Point by point',
  criterion: 'Criterion',
  better: 'What is better now',
  open: 'Still open',
  again: ({ command }: { command: string }) => `Again: \`${command}\``,
  firstMark: ({ mark }: { mark: string }) => `**Mark ${mark}.** There was no mark to compare it with.`,
  up: ({ before, after }: { before: number; after: number }) =>
    `**From mark ${before} to ${after}.** That is a real step.`,
  down: ({ before, after }: { before: number; after: number }) =>
    `**From mark ${before} to ${after}.** A retry is judged by itself, and less was heard in it; what was said before keeps its mark in the report.`,
  nearer: ({ mark }: { mark: number }) =>
    `**Still mark ${mark}, with more of the core met.** The next mark is nearer.`,
  same: ({ mark }: { mark: number }) =>
    `**Still mark ${mark}.** What is open below is where the next mark lies.`,
}
