/** What the bot asks of Discord, as data: the edge, `mlsd doctor` and the README go by it, and tests compare. */

/** What is asked for, by Discord's own bit of it. */
type Need = {
  bit: bigint
  /** As Discord's pages call it. */
  called: string
  /** What it is for. */
  purpose: string
}

/** What the gateway tells the bot, by the library's names. */
export const INTENTS = {
  Guilds: {
    bit: 1n << 0n,
    called: 'Guilds',
    purpose: 'to know channels, threads and what the bot may do in them',
  },
  GuildMessages: { bit: 1n << 9n, called: 'Guild Messages', purpose: 'to hear answers in channels' },
  DirectMessages: { bit: 1n << 12n, called: 'Direct Messages', purpose: 'to hear answers in private' },
  MessageContent: {
    bit: 1n << 15n,
    called: 'Message Content Intent',
    purpose: 'to read the answers; without it only mentions and direct messages have words in them',
  },
} as const satisfies Readonly<Record<string, Need>>

/**
 * What the bot may do in a channel, by the library's names. Where one is missing, `without` says what fails there; what is
 * `optional` may be kept from it on purpose.
 */
export const PERMISSIONS = {
  ViewChannel: {
    bit: 1n << 10n,
    called: 'View Channels',
    purpose: 'to hear what is said there',
    without: 'no interview can be held',
  },
  SendMessages: {
    bit: 1n << 11n,
    called: 'Send Messages',
    purpose: 'to announce an interview in a channel',
    without: 'interviews can be held in direct messages alone',
  },
  CreatePublicThreads: {
    bit: 1n << 35n,
    called: 'Create Public Threads',
    purpose: 'to give each interview a place of its own',
    without: 'an interview can only be begun as a private or a direct one',
  },
  CreatePrivateThreads: {
    bit: 1n << 36n,
    called: 'Create Private Threads',
    purpose: 'to give an interview a place that others do not see',
    without: 'no interview can be held out of the sight of others there',
    optional: true,
  },
  SendMessagesInThreads: {
    bit: 1n << 38n,
    called: 'Send Messages in Threads',
    purpose: 'to ask, in the thread of the interview',
    without: 'interviews can be held in direct messages alone',
  },
  ReadMessageHistory: {
    bit: 1n << 16n,
    called: 'Read Message History',
    purpose: 'to read what was said in running interviews while the bot was away',
    without: 'what is said while the bot is away is not heard',
  },
  AttachFiles: {
    bit: 1n << 15n,
    called: 'Attach Files',
    purpose: 'to attach the report and its pictures',
    without: 'reports come without their files',
    optional: true,
  },
  ManageThreads: {
    bit: 1n << 34n,
    called: 'Manage Threads',
    purpose: 'to remove the threads of interviews whose time to be kept is over',
    without: 'threads stay, also where cleaning up is set',
    optional: true,
  },
} as const satisfies Readonly<Record<string, Need & { without: string; optional?: true }>>

/** What the invite asks for: a bot, and its slash commands. */
export const SCOPES = ['bot', 'applications.commands'] as const

/** All bits of a table in one. */
export const bitsOf = (table: Readonly<Record<string, Need>>): bigint =>
  Object.values(table).reduce((all, { bit }) => all | bit, 0n)
