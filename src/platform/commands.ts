/** What a person can ask for, as data: parsed, offered and explained the same on every platform. */
import { AFTERWARDS } from './afterwards.ts'
import type { CommandSpec } from './command.ts'
import { CHANNEL, LEVELS, MODES, SETTINGS } from './settings.ts'

/** Whether only somebody may ask for it whom the platform vouches for as an admin. */
export const needsAdmin = (command: string, args: Readonly<Record<string, string>>): boolean =>
  command === 'channel' || (command === 'settings' && args.scope === 'team')

/** Every command, in the order in which help lists them. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'start',
    also: ['new'],
    about: 'Begins an interview. With nothing after it, you are asked for the details.',
    example: 'start ad-clicks --level senior --minutes 45 --mode coach',
    args: [
      { name: 'problem', about: 'which practice problem', rest: true, optional: true },
      {
        name: 'level',
        about: 'the level you are measured against',
        choices: LEVELS,
        flag: true,
        optional: true,
      },
      { name: 'minutes', about: 'how long the talk is to last', number: true, flag: true, optional: true },
      {
        name: 'flow',
        about: 'mlsd for a whole interview, sprint for one stage in depth, warmup for one question',
        flag: true,
        optional: true,
      },
      {
        name: 'focus',
        about: 'the stage of a sprint, or the stage or criterion of a warm-up; else one is chosen',
        flag: true,
        optional: true,
      },
      {
        name: 'mode',
        about: 'coach gives hints, exam keeps strictly to the clock',
        choices: MODES,
        flag: true,
        optional: true,
      },
      {
        name: 'scenario',
        about: 'a problem in your own words, in place of a practice problem',
        flag: true,
        rest: true,
        optional: true,
      },
      {
        name: 'where',
        about: 'here, here where others do not see it, or in direct messages; where there are such',
        choices: ['here', 'private', 'direct'],
        flag: true,
        optional: true,
      },
    ],
  },
  {
    name: 'peer',
    also: ['pair'],
    about: 'An interview between two people: you answer, the one you name asks, the bot keeps time.',
    example: 'peer @somebody ad-clicks --minutes 45',
    args: [
      { name: 'person', about: 'who is to interview you' },
      { name: 'problem', about: 'which practice problem; one that is new to both otherwise', optional: true },
      {
        name: 'level',
        about: 'the level you are measured against',
        choices: LEVELS,
        flag: true,
        optional: true,
      },
      { name: 'minutes', about: 'how long the talk is to last', number: true, flag: true, optional: true },
    ],
  },
  {
    name: 'hint',
    also: ['clue'],
    about: 'A nudge in the right direction, more open each time. Hints are noted in the report.',
    example: 'hint',
    args: [],
  },
  { name: 'next', also: ['done'], about: 'Goes on to the next stage.', example: 'next', args: [] },
  { name: 'back', also: ['previous'], about: 'Goes back to the stage before.', example: 'back', args: [] },
  { name: 'skip', also: ['pass'], about: 'Leaves this question unanswered.', example: 'skip', args: [] },
  { name: 'repeat', also: ['again'], about: 'Says the question once more.', example: 'repeat', args: [] },
  {
    name: 'think',
    also: ['thinking'],
    about: 'Two minutes to think, without a question in between.',
    example: 'think',
    args: [],
  },
  {
    name: 'time',
    also: ['status', 'clock'],
    about: 'Where you are and how much time is left.',
    example: 'time',
    args: [],
  },
  { name: 'pause', also: ['break'], about: 'Stops the clock until you resume.', example: 'pause', args: [] },
  { name: 'resume', also: ['continue'], about: 'Goes on where you paused.', example: 'resume', args: [] },
  {
    name: 'end',
    also: ['finish', 'stop'],
    about: 'Ends the interview here and makes the report.',
    example: 'end',
    args: [],
  },
  ...AFTERWARDS,
  {
    name: 'problems',
    also: ['list'],
    about: 'The practice problems, or those that a word finds.',
    example: 'problems fraud',
    args: [{ name: 'word', about: 'what to look for', rest: true, optional: true }],
  },
  {
    name: 'settings',
    also: ['preferences'],
    about: 'What an interview of yours starts with; with `team`, what holds for everybody here.',
    example: 'settings --level senior --minutes 30',
    args: SETTINGS,
    private: true,
  },
  {
    name: 'channel',
    about: 'What holds for the interviews of this channel; its admins set it.',
    example: 'channel setup --levels mid senior --spectators off --cleanup 30',
    args: CHANNEL,
  },
  {
    name: 'export',
    also: ['download'],
    about: 'Everything that is stored about you, as files.',
    example: 'export',
    args: [],
    private: true,
  },
  {
    name: 'forget',
    also: ['delete'],
    about: 'Removes everything that is stored about you, after asking.',
    example: 'forget',
    args: [{ name: 'sure', about: 'yes, to be asked no more', choices: ['yes'], flag: true, optional: true }],
    private: true,
  },
  {
    name: 'help',
    also: ['commands', '?'],
    about: 'All commands, or one in detail.',
    example: 'help start',
    args: [{ name: 'command', about: 'which command', optional: true }],
  },
]

const BY_WORD = new Map(
  COMMANDS.flatMap((spec) => [spec.name, ...(spec.also ?? [])].map((word) => [word, spec])),
)

/** Every word that names a command. */
export const COMMAND_WORDS: readonly string[] = [...BY_WORD.keys()]

/** The command that a name or another word for it means, whatever its case. */
export const findCommand = (word: string): CommandSpec | undefined => BY_WORD.get(word.toLowerCase())
