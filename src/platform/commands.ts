/** What a person can ask for, as data: parsed, offered and explained the same on every platform. */
import { AFTERWARDS } from './afterwards.ts'
import type { CommandSpec } from './command.ts'
import { OWN } from './own.ts'
import { CHANNEL, LEVELS, MODES, SETTINGS } from './settings.ts'
import { TOOL_COMMANDS } from './tool-commands.ts'

/** Whether only somebody may ask for it whom the platform vouches for as an admin. */
export const needsAdmin = (command: string, args: Readonly<Record<string, string>>): boolean =>
  command === 'channel' ||
  (command === 'settings' && args.scope === 'team') ||
  (command === 'daily' && ['on', 'off', 'now', 'skip', 'snooze'].includes(args.what ?? '')) ||
  (command === 'board' && ['team', 'remove'].includes(args.what ?? ''))

/** Every command, in the order in which help lists them; what each is about stands with the words. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'start',
    also: ['new'],
    example: 'start ad-clicks --level senior --minutes 45 --mode coach',
    args: [
      { name: 'problem', rest: true, optional: true },
      { name: 'level', choices: LEVELS, flag: true, optional: true },
      { name: 'minutes', number: true, flag: true, optional: true },
      { name: 'flow', flag: true, optional: true },
      { name: 'focus', flag: true, optional: true },
      { name: 'mode', choices: MODES, flag: true, optional: true },
      { name: 'scenario', flag: true, rest: true, optional: true },
      { name: 'language', flag: true, optional: true },
      { name: 'where', choices: ['here', 'private', 'direct'], flag: true, optional: true },
    ],
  },
  {
    name: 'peer',
    also: ['pair'],
    example: 'peer @somebody ad-clicks --minutes 45',
    args: [
      { name: 'person' },
      { name: 'problem', optional: true },
      { name: 'level', choices: LEVELS, flag: true, optional: true },
      { name: 'minutes', number: true, flag: true, optional: true },
    ],
  },
  { name: 'hint', also: ['clue'], example: 'hint', args: [] },
  { name: 'next', also: ['done'], example: 'next', args: [] },
  { name: 'back', also: ['previous'], example: 'back', args: [] },
  { name: 'skip', also: ['pass'], example: 'skip', args: [] },
  { name: 'repeat', also: ['again'], example: 'repeat', args: [] },
  { name: 'think', also: ['thinking'], example: 'think', args: [] },
  { name: 'time', also: ['status', 'clock'], example: 'time', args: [] },
  { name: 'pause', also: ['break'], example: 'pause', args: [] },
  { name: 'resume', also: ['continue'], example: 'resume', args: [] },
  { name: 'end', also: ['finish', 'stop'], example: 'end', args: [] },
  ...AFTERWARDS,
  {
    name: 'problems',
    also: ['list'],
    example: 'problems fraud',
    args: [{ name: 'word', rest: true, optional: true }],
  },
  {
    name: 'daily',
    example: 'daily on 09:00 Europe/Berlin weekdays data senior',
    args: [
      {
        name: 'what',
        choices: [
          ...['status', 'on', 'off', 'now', 'skip', 'snooze', 'answer', 'share', 'unshare', 'thanks'],
        ],
        optional: true,
      },
      { name: 'words', rest: true, optional: true },
    ],
    private: true,
  },
  {
    name: 'settings',
    also: ['preferences'],
    example: 'settings --level senior --minutes 30',
    args: SETTINGS,
    private: true,
  },
  {
    name: 'channel',
    example: 'channel setup --levels mid senior --spectators off --cleanup 30',
    args: CHANNEL,
  },
  ...OWN,
  {
    name: 'help',
    also: ['commands', '?'],
    example: 'help start',
    args: [{ name: 'command', optional: true }],
  },
  ...TOOL_COMMANDS,
]

const BY_WORD = new Map(
  COMMANDS.flatMap((spec) => [spec.name, ...(spec.also ?? [])].map((word) => [word, spec])),
)

/** Every word that names a command. */
export const COMMAND_WORDS: readonly string[] = [...BY_WORD.keys()]

/** The command that a name or another word for it means, whatever its case. */
export const findCommand = (word: string): CommandSpec | undefined => BY_WORD.get(word.toLowerCase())
