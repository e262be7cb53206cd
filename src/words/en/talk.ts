/** What is said around an interview while it is held. */

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

export const TALK = {
  hint: ({ rung }: { rung: number }) => `Hint ${rung} of 4`,
  part: 'You two have the word.',
  partAgain: 'Back to this stage. You two have the word.',
  think: ({ minutes }: { minutes: number }) =>
    `Take ${minutes} minutes. The clock runs; I will not ask anything.`,
  paused: 'Paused. The clock stands still; type /resume to go on.',
  resumed: ({ stage }: { stage: string }) => `We were at ${stage}.`,
  byStandIn: 'asked by the stand-in',
  rate:
    'That was the interview. Before you see the report: how would you rate yourself, stage by stage? ' +
    '1 is far off the bar, 2 below it, 3 at it, 4 above it.',
  rating: 'Rate yourself',
  stages: ({ stages }: { stages: string }) => `The stages: ${stages}.`,
  /** Such as `4 of 7`, or `1:30 of 10:00`. */
  of: ({ part, whole }: { part: string | number; whole: string | number }) => `${part} of ${whole}`,
  isLast: 'This is the last stage.',
  ahead: ({ stages }: { stages: string }) => `Still to come: ${stages}.`,
  left: ({ left, total }: { left: string; total: string }) => `${left} of ${total} left.`,
  over: ({ over, total }: { over: string; total: string }) => `${over} over the ${total} planned.`,
  usedUp: ({ stage }: { stage: string }) =>
    `The time planned for ${stage} is used up. Finish with what matters most.`,
  usedUpBefore: ({ stage, next }: { stage: string; next: string }) =>
    `The time planned for ${stage} is used up. Finish your point; then we go on to ${next}.`,
  stopped: ({ stage }: { stage: string }) => `I have to stop you here; ${stage} has had its time. We go on.`,
  stoppedLast: ({ stage }: { stage: string }) =>
    `I have to stop you here; ${stage} has had its time. It was the last part.`,
  wellOver: ({ stage, next }: { stage: string; next: string }) =>
    `${stage} is well over its time, which the other stages will lack. I suggest you type /next for ${next}.`,
  wellOverLast: ({ stage }: { stage: string }) =>
    `${stage} is well over its time, which the other stages will lack. I suggest you type /end.`,
  /** On the card at the head: at what level, for how long, and how. */
  terms: ({ level, minutes, mode }: { level: string; minutes: number; mode: string }) =>
    `${capital(level)} level, ${minutes} minutes, ${mode} mode.`,
  termsOfTwo: ({ level, minutes }: { level: string; minutes: number }) =>
    `${capital(level)} level, ${minutes} minutes, one person interviews another.`,
}

/** How far an interview is, by the state it is in. */
export const STATES = {
  setup: 'About to begin',
  talk: 'Under way',
  retry: 'A stage is tried again',
  paused: 'Paused',
  debrief: 'Over; the own rating is still to come',
  grading: 'Over; being graded',
  reported: 'Finished',
}

/** What stands behind a problem in the name of a place, by the state of its interview. */
export const PLACED = { paused: 'paused', debrief: 'over', grading: 'over', reported: 'finished' }

export const BUTTONS = {
  hint: 'Hint',
  next: 'Next stage',
  back: 'Back',
  time: 'Time',
  pause: 'Pause',
  resume: 'Resume',
  end: 'End',
  ends: 'This ends the interview here and makes the report.',
  endsForTwo: 'This ends the interview and brings the forms.',
  endIt: 'End it',
  skip: 'Skip',
  start: 'Start an interview',
  where: 'Where am I?',
  report: ({ day }: { day: string }) => `Report of ${day}`,
  settings: 'Settings',
  forget: 'Forget everything',
  forgets: 'All that is stored about you is removed for good.',
  accept: 'Accept',
  decline: 'Decline',
  swap: 'Swap roles',
  join: 'Join the board',
  joinNames: 'Yes, that is me',
  share: 'Let good answers be shown',
  withdraw: 'Take the link back',
}
