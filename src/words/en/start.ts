/** What is asked before an interview begins, and what may be in its way. */
export const START = {
  title: 'A new interview',
  choose: 'Choose a problem, a format, a level and a mode.',
  directly: 'It goes on in our direct messages.',
  notHere: ({ reason }: { reason: string }) => `I cannot hold an interview here. ${reason}`,
  noHiding: ({ reason }: { reason: string }) => `There are no private places for interviews here: ${reason}.`,
  taken: ({ start }: { start: string }) =>
    `Somebody else's interview is held in this thread. \`${start}\` outside of it begins one of your own, and ` +
    `\`${start} --where direct\` one in direct messages.`,
  inVain: 'This one was not begun, since another interview is under way here.',
  unfinished: ({ what, stage }: { what: string; stage: string }) =>
    `The interview "${what}" is not finished; it is at ${stage}. Resume it, or end it before you start another.`,
  unfinishedAtStart: ({ what }: { what: string }) =>
    `The interview "${what}" is not finished; it is at its start. Resume it, or end it before you start another.`,
  unrated: ({ what }: { what: string }) =>
    `The interview "${what}" is not finished; only your own rating is missing. Resume it, or end it before you start another.`,
  instead: ({ start }: { start: string }) => `\`${start} --where direct\` begins one in direct messages.`,
  starters: ({ roles }: { roles: string }) =>
    `In this channel, interviews are begun by those who have one of these roles: ${roles}.`,
}

/** The form that asks for what an interview needs. */
export const START_FORM = {
  title: 'Start an interview',
  problem: 'Problem',
  own: 'My own scenario',
  scenario: 'Your scenario, in a sentence or two',
  format: 'Format',
  whole: 'Whole interview',
  length: ({ format, minutes }: { format: string; minutes: number }) => `${format}, ${minutes} minutes`,
  question: 'one question',
  level: 'Level',
  mode: 'Mode',
  coach: 'coach: hints on request, the clock only reminds',
  exam: 'exam: no hints, and the clock decides',
  language: 'Language',
  where: 'Where',
  here: 'here',
  hidden: 'here, where others do not see it',
  direct: 'in direct messages',
}

/** Wishes that cannot be met, and what can. */
export const WISH = {
  minutes: ({ minutes, least, most }: { minutes: string; least: number; most: number }) =>
    `"${minutes}" minutes cannot be: choose a number from ${least} to ${most}.`,
  noFocus: ({ flows }: { flows: string }) =>
    `A whole interview has no focus. Ask for one together with the flow ${flows}.`,
  or: 'or',
  noFlow: ({ flow, flows }: { flow: string; flows: string }) =>
    `There is no flow "${flow}". There are: ${flows}.`,
  nothing: ({ flow }: { flow: string }) => `Nothing can be taken for ${flow}.`,
  notAlone: ({ stage }: { stage: string }) => `"${stage}" cannot be taken by itself.`,
  noPart: ({ focus }: { focus: string }) => `There is no "${focus}" to be taken.`,
  foci: ({ flow, stages }: { flow: string; stages: string }) =>
    `The focus of ${flow} can be a stage: ${stages}.`,
  fociOrCriteria: (given: { flow: string; stages: string; first: string; last: string }) =>
    `The focus of ${given.flow} can be a stage: ${given.stages}; or a criterion by its id, from ${given.first} to ${given.last}.`,
  noLevel: ({ value, all }: { value: string; all: string }) =>
    `There is no level "${value}". Choose one of: ${all}.`,
  noMode: ({ value, all }: { value: string; all: string }) =>
    `There is no mode "${value}". Choose one of: ${all}.`,
  noLanguage: ({ value }: { value: string }) =>
    `There is no language "${value}". Give its code, such as en or de.`,
  scenarioLength: ({ length, most }: { length: number; most: number }) =>
    `The scenario has ${length} characters; ${most} are the most.`,
  describe: 'Describe your own problem in a sentence or two, as the scenario.',
  unnamed: 'No problem was named.',
  noProblem: ({ problem }: { problem: string }) => `There is no problem "${problem}".`,
  problems: ({ problems }: { problems: string }) =>
    `There are: ${problems}. Or describe your own with --scenario.`,
  noneAtAll: 'There is no practice problem here.',
  teamFlow: ({ value, list }: { value: string; list: string }) =>
    `This team holds no interviews with the flow "${value}". Choose: ${list}.`,
  teamLevel: ({ value, list }: { value: string; list: string }) =>
    `This team holds no interviews with the level "${value}". Choose: ${list}.`,
  teamMode: ({ value, list }: { value: string; list: string }) =>
    `This team holds no interviews with the mode "${value}". Choose: ${list}.`,
  channelFlow: ({ value, list }: { value: string; list: string }) =>
    `This channel holds no interviews with the flow "${value}". Choose: ${list}.`,
  channelLevel: ({ value, list }: { value: string; list: string }) =>
    `This channel holds no interviews with the level "${value}". Choose: ${list}.`,
  channelMode: ({ value, list }: { value: string; list: string }) =>
    `This channel holds no interviews with the mode "${value}". Choose: ${list}.`,
  noChannel: 'This team holds no interviews in this channel.',
}
