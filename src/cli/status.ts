/** `mlsd status`: what is stored where, who works on it, and how much there is to do. */
import type { Command } from 'commander'
import type { Learner, Taken } from '../host/record.ts'
import type { SetAside, State } from '../mailbox/mailbox.ts'
import type { Memory } from '../memory/memory.ts'
import type { App } from './app.ts'
import { looking } from './looking.ts'
import { print, printJson } from './print.ts'
import { asideLine, type Shown, shownOf } from './set-aside-line.ts'

/** What `--json` prints; times in milliseconds since 1970. */
export type Status = {
  version: string
  /** The file, or the database. */
  where: string
  /** Who works on it now, in words; null where nobody does. */
  user: string | null
  queue: State
  interviews: { people: number; all: number; underWay: Readonly<Record<string, number>> }
  /** What failed and is tried again, the next first. */
  failing: readonly Shown[]
  /** What was set aside last, the newest first. */
  latest: readonly Shown[]
}

/** Adds the command. */
export const addStatus = (program: Command, app: App): void => {
  program
    .command('status')
    .summary('what is stored where, and how much there is to do')
    .description(
      'Says where data is kept, who works on it, how much waits to be handled and for how long, what failed and is ' +
        'tried again, and why messages were set aside last. Only looks, also while the bot runs.',
    )
    .option('--json', 'print it as one JSON document')
    .addHelpText('after', '\nExamples:\n  mlsd status\n  mlsd status --json')
    .action(({ json = false }: { json?: boolean }) =>
      looking(
        app,
        async ({ memory, queue, where, user }) => {
          const aside = await queue.aside()
          const status: Status = {
            ...{ version: app.version, where, user: await user(), queue: await queue.state() },
            ...{ interviews: await interviewsIn(memory), latest: latestOf(aside) },
            failing: (await queue.failing(LATEST)).map(shownOf),
          }
          const { now } = await app.clock('real')
          await (json ? printJson(app.streams.out, status) : print(app.streams.out, page(status, now())))
        },
        async () => {
          const { home, database } = app.config()
          const where = database === undefined ? home : 'the database'
          if (json) return printJson(app.streams.out, { version: app.version, where: null })
          await print(app.streams.out, `Nothing is stored in ${where} yet.\n`)
        },
      ),
    )
}

const LATEST = 5

const latestOf = (aside: readonly SetAside[]): Shown[] => aside.slice(-LATEST).toReversed().map(shownOf)

const interviewsIn = async (memory: Memory): Promise<Status['interviews']> => {
  const found = { people: 0, all: 0, underWay: {} as Record<string, number> }
  for await (const { key, value } of memory.each<Learner>(LEARNER)) {
    const own = value.interviews.filter(({ role }) => role !== 'interviewer')
    found.people += own.length > 0 ? 1 : 0
    found.all += own.length
    for (const one of own.filter(({ ended }) => ended === null)) {
      const platform = platformOf(one, key)
      found.underWay[platform] = (found.underWay[platform] ?? 0) + 1
    }
  }
  return found
}

const LEARNER = 'learner:'

/** Where an interview is held; where that was not noted, where its person is. */
const platformOf = ({ place }: Taken, key: string): string =>
  (place ?? key.slice(LEARNER.length)).split(':', 1)[0] ?? ''

const page = ({ version, where, user, queue, interviews, failing, latest }: Status, now: number): string => {
  const wait = queue.since === null ? '' : `, the oldest for ${span(now - queue.since)}`
  const under = Object.entries(interviews.underWay).map(([platform, count]) => `${platform} ${count}`)
  const lines = [
    ['Version', version],
    ['Data', where],
    ['In use', user === null ? 'by nobody' : `by ${user}`],
    ['Queue', `${queue.due} due${wait}; ${queue.held} held, those for later among them`],
    ['Set aside', String(queue.aside)],
    ['Under way', under.length === 0 ? 'no interview' : under.join(', ')],
    [
      'Held',
      `${counted(interviews.all, 'interview', 'interviews')} of ${counted(interviews.people, 'person', 'people')}`,
    ],
  ]
  const listed = (head: string, all: readonly Shown[], foot: readonly string[] = []): string[] =>
    all.length === 0 ? [] : ['', head, ...all.map((one) => `  ${asideLine(one)}`), ...foot]
  return `${[
    ...lines.map(([what = '', says]) => `${what.padEnd(10)} ${says}`),
    ...listed('Failed, and tried again:', failing),
    ...listed('Set aside last:', latest, ['"mlsd set-aside list" shows all of it.']),
  ].join('\n')}\n`
}

const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`

const span = (ms: number): string => {
  const seconds = Math.max(0, Math.round(ms / 1_000))
  if (seconds < 120) return `${seconds} s`
  return seconds < 7_200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3_600)} h`
}
