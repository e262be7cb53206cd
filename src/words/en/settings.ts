/** What a person likes, and what a team and a channel permit: shown, set, and refused. */
export const SETTINGS = {
  yours: 'Your settings',
  nothing: 'Nothing is set; every interview starts with what is usual.',
  aboutYours: 'What an interview of yours starts with, where you say nothing else.',
  minutes: 'Minutes',
  notLikeThis: ({ name, command }: { name: string; command: string }) =>
    `"${name}" cannot be set like this. Type \`${command}\` with its value.`,
  asTold: 'that of your platform',
  team: 'Team settings',
  aboutTeam: 'What holds for everybody here. A field left empty permits everything.',
  adminOfTeam: 'Only an admin may see and change what holds for everybody here.',
  channels: 'Channels for interviews',
  flows: 'Frameworks',
  levels: 'Levels',
  modes: 'Modes',
  retention: 'Days to keep finished interviews',
  mayBeChannels: 'channels, each as a link that your platform offers when you type #',
  kept: 'kept until their person removes them',
  days: ({ days }: { days: number }) => `${days} days`,
  shownInForm: ({ count }: { count: number }) => `${count} of them, which the form shows`,
  any: 'any',
  notAmong: ({ word, name, may }: { word: string; name: string; may: string }) =>
    `"${word}" cannot be one of the ${name}. Give ${may}, or any.`,
  noDays: ({ text }: { text: string }) =>
    `"${text}" is no number of days. Give one from 1 to 3650, or never.`,
}

export const CHANNEL = {
  title: 'Interviews in this channel',
  about: 'What holds for the interviews of this channel. A field left empty permits everything.',
  none: 'This is no channel: nothing has to be set here.',
  admin: 'Only an admin may change what holds for the interviews of this channel.',
  noRemoval: ({ reason }: { reason: string }) =>
    `The places of interviews cannot be taken away here: ${reason}.`,
  onOrOff: ({ word }: { word: string }) => `Spectators can be on or off, not "${word}".`,
  notInTeam: ({ name, list }: { name: string; list: string }) =>
    `The team permits none of these ${name}. Give some of: ${list}.`,
  withTeam: ({ start }: { start: string }) =>
    `What holds for the whole team holds here too. \`${start}\` begins an interview.`,
  spectators: 'Spectators',
  on: 'others may read along',
  off: 'out of the sight of others',
  offHere: 'off; interviews are held out of the sight of others',
  starters: 'Roles that may begin an interview',
  everyone: 'everyone',
  cleanup: 'Days until a place is taken away',
  never: 'never',
  cleanedUp: ({ days }: { days: number }) =>
    `${days} days after an interview is over, its place is taken away; its person keeps it`,
  language: 'Language',
  asTold: 'that of whoever begins it',
}
