/** The daily question. */
export const DAILY = {
  heading: 'Your daily question',
  title: ({ problem }: { problem: string }) => `Question of the day: ${problem}`,
  how: ({ command }: { command: string }) =>
    `Answer here in three minutes, or to me alone with "${command} ..."; what it comes to is shown to you alone.`,
  notHeard: 'not heard yet',
  could: ({ sentence }: { sentence: string }) => `You could have said: ${sentence}`,
  takes: ({ points }: { points: string }) => `What it takes: ${points}`,
  judgedBy: ({ by }: { by: string }) => `Judged by ${by}.`,
  streak: ({ days, longest }: { days: number; longest: number }) =>
    days === 0
      ? `No days in a row yet; your longest row was ${longest}.`
      : `${days === 1 ? 'One day' : `${days} days`} in a row; your longest row is ${longest}.`,
  gone: 'That question is gone.',
  foreign: 'This answer could not be assessed; say it in English.',
  noQuestion: 'No question was put here yet.',
  emptyAnswer: 'Put your answer behind the command.',
  nothing: 'There is no question to be put here.',
  admin:
    'For a whole channel, its admins set this. In direct messages you have a daily question of your own.',
  unknown: ({ word }: { word: string }) =>
    `"${word}" is no time, day, time zone, level, stage or criterion. An example: 09:00 Europe/Berlin weekdays data senior.`,
  whichZone: ({ command }: { command: string }) =>
    `In which time zone? Name it behind the time, such as \`${command}\`.`,
  isOff: 'No daily question is on here.',
  turnedOff: 'No more daily questions here. What you have practised stays.',
  offHow: ({ command }: { command: string }) =>
    `No daily question is on here. \`${command}\` turns it on, with a time zone, days, stages and a level behind it as you like.`,
  alreadyToday: 'The question of today was put already.',
  put: 'The question of today is there.',
  snoozed: ({ at }: { at: string }) => `It comes later: ${at}.`,
  when: ({ time, zone, days }: { time: string; zone: string; days: string }) =>
    `At ${time} in ${zone}: ${days}`,
  next: ({ at }: { at: string }) => `Next: ${at}`,
  about: ({ level, topics }: { level: string; topics: string }) => `Level: ${level}; about: ${topics}`,
  missed: ({ day }: { day: string }) =>
    `The one of ${day} was dropped, since I was not there until it was too late.`,
  notHere: 'A terminal cannot wake you: `mlsd daily` asks the question of today whenever you like.',
  someone: 'somebody',
  shared:
    'When the day of a question is over, your answer may be shown in its channel, with your name, if it is among the best. "daily unshare" takes that back.',
  notShared: 'Your answers are shown to nobody else.',
  thankWhere: 'Thank somebody in the channel of a daily question: daily thanks @somebody.',
  thankWhom: 'Name somebody who has answered here: daily thanks @somebody.',
  notOneself: 'That would be you.',
  thanksNoted: 'They are told. The digest of the week names you both if both let themselves be shown.',
  thanked: ({ who }: { who: string }) => `${who} thanks you for your help with the question of the day.`,
  best: ({ criterion }: { criterion: string }) => `The day's question is over: ${criterion}`,
  tookPart: ({ people }: { people: number }) =>
    `${people === 1 ? 'One person' : `${people} people`} answered. The best of those who let theirs be shown:`,
  why: ({ verdict, quote }: { verdict: string; quote: string }) => `Why: ${verdict}, in "${quote}"`,
  week: 'The week in daily questions',
  participation: (given: { people: number; answers: number; questions: number }) =>
    `${given.people === 1 ? 'One person' : `${given.people} people`} gave ${given.answers === 1 ? 'one answer' : `${given.answers} answers`} to ${given.questions === 1 ? 'one question' : `${given.questions} questions`}.`,
  missedMost: ({ name }: { name: string }) => `Missed most: **${name}**`,
  help: 'Thanks:',
  helped: ({ helper, helped }: { helper: string; helped: string }) => `${helper} helped ${helped}`,
  othersThanked: ({ count, more }: { count: number; more: boolean }) =>
    `${count === 1 ? 'one person' : `${count} people`}${more ? ' more' : ''} ${count === 1 ? 'was' : 'were'} thanked`,
  days: { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' },
}
