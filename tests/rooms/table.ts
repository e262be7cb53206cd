/**
 * Which way imports run, as data.
 *
 * A *room* is a folder of `src/`, or a file that stands in `src/` itself. A *door* is a file of a room that others may
 * import; a room without doors is open everywhere. Inside a room everybody may import everybody.
 */
export type Room = {
  /** One line for the code map. */
  holds: string
  /** Pure rooms use nothing of the machine they run on: no clock, chance, environment, disk or network. */
  pure?: true
  /** Rooms it may import. */
  rooms: readonly string[]
  /** Rooms it may import as types only, beside those above. */
  types?: readonly string[]
  packages: readonly string[]
  /** Files that other rooms may import; every file when absent. */
  doors?: readonly string[]
}

/** Only this room may import everything, and only it reads the environment. */
export const ROOT = 'main'

/** Rooms that anybody may import as types; as values only where a row says so. */
export const TYPES_FOR_ALL = ['clock', 'finding', 'meter'] as const

/** The one room that may import `node:sqlite` as a value. */
export const SQLITE = 'sqlite'

const PURE = ['flow', 'numbers', 'interview', 'prompt', 'practice'] as const
const CONTRACTS = ['chart', 'model', 'interviewer', 'grader', 'memory', 'mailbox', 'platform'] as const

/** Every room, built or foreseen; one that is not in the table is a fault. */
export const ROOMS: Readonly<Record<string, Room>> = {
  flow: {
    holds: 'What is asked: the shape, parsing and checking of frameworks and problems; words and phrases.',
    pure: true,
    rooms: ['numbers'],
    packages: ['yaml', 'zod', 'stemmer', 'fastest-levenshtein', 'dictionary-en'],
  },
  numbers: {
    holds:
      'What can be computed: metrics, intervals, data checks, importance, capacity; the referee, drawings, situations in figures.',
    pure: true,
    rooms: [],
    packages: ['pure-rand'],
  },
  words: {
    holds: 'What the bot itself says, in each language that it speaks.',
    pure: true,
    rooms: [],
    packages: [],
  },
  interview: {
    holds: 'What happens: events, effects, the machine, scoring, the report, and `step`.',
    pure: true,
    rooms: ['flow', 'numbers', 'words'],
    packages: ['xstate'],
  },
  prompt: {
    holds: 'How it is put: what is asked of a model, as messages and the shape of the answer.',
    pure: true,
    rooms: ['flow', 'interview'],
    types: ['model'],
    packages: ['zod'],
  },
  practice: {
    holds:
      'What to practise: spaced repetition, the pick of the day, the next moment by a wall clock, streaks.',
    pure: true,
    rooms: ['flow'],
    packages: ['ts-fsrs', 'temporal-polyfill'],
  },
  chart: {
    holds: 'What it looks like: numbers and diagrams as pictures.',
    rooms: [],
    types: ['numbers'],
    packages: ['vega', 'vega-lite', '@resvg/resvg-wasm', '@viz-js/viz'],
    doors: ['chart.ts', 'picture.ts', 'plot.ts', 'apart.ts'],
  },
  model: {
    holds: 'Who thinks: the contract of a language model, and one behind an OpenAI-compatible endpoint.',
    rooms: ['reason'],
    packages: ['openai', 'cockatiel'],
    doors: ['model.ts', 'ledger.ts', 'prices.ts', 'settings.ts'],
  },
  interviewer: {
    holds:
      'Who asks, and who says afterwards what could have been said: the contracts, and the scripted interviewer, which needs no model.',
    rooms: ['flow', 'interview', 'numbers', 'prompt', 'model'],
    packages: ['tinyld'],
    doors: ['interviewer.ts', 'teacher.ts', 'exercising.ts', 'refereeing.ts'],
  },
  grader: {
    holds: 'Who judges: the contract, and the lexical grader, which needs no model.',
    rooms: ['flow', 'interview', 'numbers', 'prompt', 'model'],
    packages: [],
    doors: ['grader.ts', 'evidence.ts', 'worked.ts'],
  },
  tools: {
    holds:
      'What is computed on request, outside of any interview, from arguments and files: written once for every edge.',
    rooms: ['numbers', 'chart'],
    packages: ['csv-parse'],
  },
  evaluation: {
    holds: 'How well it judges: labelled answers and the figures of agreement.',
    pure: true,
    rooms: ['flow', 'numbers', 'interview', 'grader'],
    packages: ['zod'],
  },
  memory: {
    holds: 'What is kept: documents with revisions and transcripts that only grow.',
    rooms: ['reason'],
    packages: ['keyv'],
    doors: ['memory.ts'],
  },
  mailbox: {
    holds: 'What is still to do: durable messages, one at a time per key, in order, also later.',
    rooms: ['absence', 'drift'],
    packages: [],
    doors: ['mailbox.ts'],
  },
  platform: {
    holds: 'Where people talk: the contract, cards and commands, the terminal, Slack, and Discord.',
    rooms: ['words', 'absence', 'drift', 'reason', 'recall'],
    packages: ['marked', '@slack/bolt', 'discord.js'],
    doors: [
      'about.ts',
      'platform.ts',
      'card.ts',
      'command.ts',
      'commands.ts',
      'help.ts',
      'misheard.ts',
      'parse.ts',
      'rate.ts',
      'settings.ts',
      'tool-commands.ts',
      'usage.ts',
    ],
  },
  sqlite: {
    holds: 'The one file with its one writer: open, lock, migrate, back up, restore.',
    rooms: ['moving'],
    packages: [],
  },
  postgres: {
    holds: 'The shared database: open, check, migrate, listen, and its queue as functions.',
    rooms: ['moving', 'reason'],
    packages: ['pg'],
  },
  moving: {
    holds: 'All that is stored, from one store to another: in pages, gone on with, compared.',
    rooms: [],
    packages: [],
  },
  host: {
    holds: 'Where things happen: mailbox, load, step, save, perform.',
    rooms: [...PURE, ...CONTRACTS, 'tools', 'words', 'reason', 'recall'],
    packages: ['fflate'],
  },
  page: {
    holds: 'What is read in a browser or on paper, each as one page of HTML: a report, and a history.',
    pure: true,
    rooms: ['flow', 'interview', 'numbers', 'practice', 'words'],
    packages: ['marked'],
  },
  web: {
    holds:
      'What can be asked for over HTTP: pages by signed links, and how the bot is: health, metrics, traces.',
    rooms: [...PURE, ...CONTRACTS, 'host', 'page', 'words'],
    types: ['config'],
    packages: [
      ...['prom-client', '@opentelemetry/api', '@opentelemetry/sdk-trace'],
      '@opentelemetry/exporter-trace-otlp-http',
    ],
  },
  cli: {
    holds: 'The `mlsd` command, thin over the rooms.',
    rooms: [
      ...PURE,
      ...CONTRACTS,
      'evaluation',
      'tools',
      'page',
      'web',
      'moving',
      'host',
      'clock',
      'words',
      'reason',
    ],
    types: ['config'],
    packages: ['commander', 'zod', 'cli-progress', 'gpt-tokenizer'],
  },
  clock: {
    holds: 'Time as an argument: the real clock, and one that moves when told to.',
    rooms: ['drift'],
    packages: [],
  },
  reason: {
    holds: 'Why something failed, in its own words.',
    pure: true,
    rooms: [],
    packages: [],
  },
  recall: {
    holds: 'What is remembered for a while, so much of it and no more.',
    pure: true,
    rooms: [],
    packages: [],
  },
  drift: {
    holds: 'By how much a clock that is kept right may differ.',
    pure: true,
    rooms: [],
    packages: [],
  },
  absence: {
    holds: 'Since when something may be said that is not heard.',
    rooms: [],
    packages: [],
  },
  meter: {
    holds: 'What is measured: the words for it, as an argument.',
    rooms: [],
    packages: [],
  },
  finding: {
    holds: 'What a look at something outside found, for whoever runs mlsd.',
    rooms: [],
    packages: [],
  },
  config: {
    holds: 'The environment, read once into a frozen value, with every fault listed together.',
    rooms: [],
    types: ['model'],
    packages: ['zod'],
  },
  main: {
    holds: 'The composition root: the only room that knows every other one.',
    rooms: [],
    packages: [],
  },
}

/** The contracts of the edges: the type that an implementation answers, the file it stands in, and its suite. */
export const SUITES: readonly { type: string; door: string; suite: string }[] = [
  { type: 'Memory', door: 'memory/memory.ts', suite: 'memoryContract' },
  { type: 'Mailbox', door: 'mailbox/mailbox.ts', suite: 'mailboxContract' },
  { type: 'Platform', door: 'platform/platform.ts', suite: 'platformContract' },
  { type: 'Model', door: 'model/model.ts', suite: 'modelContract' },
  { type: 'Interviewer', door: 'interviewer/interviewer.ts', suite: 'interviewerContract' },
  { type: 'Teacher', door: 'interviewer/teacher.ts', suite: 'teacherContract' },
  { type: 'Grader', door: 'grader/grader.ts', suite: 'graderContract' },
]
