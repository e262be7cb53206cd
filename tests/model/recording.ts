/**
 * A recorded conversation: what the person says, and what the server answers, call by call and role by role. A file of
 * `recorded/` is one:
 *
 *     about: what it shows
 *     server: aimock | faulty      # a server written by others, or ours for what that one cannot do
 *     talk: [ANSWER, /wait 1h, ...] # three answers where nothing is said
 *     interviewer: { 1: silent, 2-3: { says: ... } }     # by the number of the request; what is not named is answered well
 *     judge: { 1-: { status: 429, after: 7 }, FI: gone }  # also by the letters of the criteria, since stages are judged at once
 *     told: [ask slow]             # what the person is told, each once
 */
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const Answer = z.union([
  z.enum(['silent', 'stalled', 'gone']),
  /** A turn with these words, and whatever else of it is not as usual. */
  z.strictObject({ says: z.string(), move: z.string().optional(), facts: z.array(z.string()).optional() }),
  /** Verdicts and quotes by criterion; `all` is for those that are not named. */
  z.strictObject({
    judges: z.record(z.string(), z.strictObject({ verdict: z.number(), quote: z.string() })),
  }),
  z.strictObject({ text: z.string(), finish: z.string().optional() }),
  z.strictObject({ cut: z.string() }),
  z.strictObject({ refuses: z.string() }),
  z.strictObject({
    status: z.number(),
    code: z.string().optional(),
    message: z.string().optional(),
    /** Seconds after which the server wants to be asked again. */
    after: z.number().optional(),
  }),
])
export type Answer = z.infer<typeof Answer>

const TALK = [
  'The business goal is fewer refunds, because each late order costs us eight euros.',
  'I would count an order as late ten minutes after the time that was promised.',
  'A courier who waits at the door would be the first thing that I look into.',
]

const Calls = z.record(z.string().regex(/^(\d+(-\d*)?|[A-Z]{2})$/), Answer).prefault({})

const Recording = z.strictObject({
  about: z.string(),
  server: z.enum(['aimock', 'faulty']),
  flow: z.enum(['sprint', 'mlsd']).prefault('sprint'),
  talk: z.array(z.string()).prefault(TALK),
  /** Settings beside those of the endpoint. */
  env: z.record(z.string(), z.string()).prefault({}),
  /** Seconds from the beginning for which nobody is there. */
  down: z.number().prefault(0),
  interviewer: Calls,
  judge: Calls,
  told: z.array(z.string()),
  /** How often the stand-in asks or judges. */
  standIns: z.number(),
  /** Requests by role. */
  requests: z.strictObject({ interviewer: z.number().optional(), judge: z.number().optional() }).prefault({}),
  /** Words that are shown, and words that never are. */
  shows: z.array(z.string()).prefault([]),
  never: z.array(z.string()).prefault([]),
  /** Words of the log, which the person at a terminal sees as well. */
  logs: z.array(z.string()).prefault([]),
  /** Verdicts of the report. */
  verdicts: z.record(z.string(), z.number()).prefault({}),
})
export type Recording = z.infer<typeof Recording>

const FOLDER = new URL('recorded/', import.meta.url)

/** Every recording by the name of its file. */
export const recordings = (): [name: string, recording: Recording][] =>
  readdirSync(FOLDER)
    .toSorted()
    .map((file) => [
      file.replace(/\.yaml$/, ''),
      Recording.parse(parse(readFileSync(new URL(file, FOLDER), 'utf8'))),
    ])

/** What is answered to the nth request, from 1, about criteria with these letters; nothing where the recording leaves it open. */
export const answerTo = (calls: Recording['judge'], n: number, letters: string): Answer | undefined =>
  Object.entries(calls).find(([key]) => key === letters || isWithin(n, key))?.[1]

const isWithin = (n: number, range: string): boolean => {
  const [from = 0, to = from] = range
    .split('-')
    .map((one) => (one === '' ? Number.POSITIVE_INFINITY : Number(one)))
  return n >= from && n <= to
}
