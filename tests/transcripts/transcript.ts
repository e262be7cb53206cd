/** A conversation as a test: what a person types and does, how time passes, and what has to come of it. */
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { Level } from '../../src/flow/flow.ts'
import { BANDS } from '../../src/interview/score/scoring.ts'

const text = z.string().min(1)
const label = z.string().regex(/^[a-z][a-z0-9-]*$/)
const criterion = z.string().regex(/^[A-Z]{2}\d+$/)
const several = z.union([text.transform((one) => [one]), z.array(text).min(1)])

/** `90s`, `2m` or `3h`, in milliseconds. */
const span = z
  .string()
  .regex(/^\d+(?:\.\d+)?[smh]$/, 'use a number with s, m or h, such as 90s')
  .transform(
    (words) => Number(words.slice(0, -1)) * { s: 1_000, m: 60_000, h: 3_600_000 }[words.at(-1) as 's'],
  )

/** A number, or bounds of which either may be absent. */
const Bounds = z.union([
  z.number().transform((exactly) => ({ least: exactly, most: exactly })),
  z.strictObject({ least: z.number().optional(), most: z.number().optional() }),
])
export type Bounds = z.infer<typeof Bounds>

/** What the screen has to show at a moment; everything counts from the person's last deed on. */
const Seen = z.strictObject({
  /** Words of some card. */
  shows: several.optional(),
  /** Words of no card. */
  hides: several.optional(),
  /** Words of the last card of all. */
  last: several.optional(),
  /** The tone of the last card of all. */
  tone: z.enum(['interviewer', 'notice', 'report', 'answer']).optional(),
  /** How many cards there were. */
  cards: Bounds.optional(),
  /** The stage the talk is in, and the state: `data.listening`, `paused`, `debrief`, `reported`. */
  at: text.optional(),
})
export type Seen = z.infer<typeof Seen>

const Step = z.union([
  z.strictObject({ say: text, id: label.optional() }),
  z.strictObject({ burst: z.array(text).min(2) }),
  z.strictObject({ do: text }),
  /** Types `next`, unless the interviewer has gone on to that stage, or to the debrief, already. */
  z.strictObject({ to: text }),
  z.strictObject({ wait: span }),
  z.strictObject({ edit: z.strictObject({ of: label, text }) }),
  z.strictObject({ withdraw: label }),
  z.strictObject({ rate: z.record(z.string(), z.int().min(1).max(4)) }),
  z.strictObject({ restart: z.literal(true) }),
  z.strictObject({ expect: Seen }),
])
export type Step = z.infer<typeof Step>

/** What has to be in the report, and in the record behind it. */
const Outcome = z.strictObject({
  how: z.enum(['finished', 'ended', 'idle']).default('finished'),
  /** The band at the level asked for; any of those named. `none` when there must be none. */
  band: z.union([z.enum([...BANDS, 'none']).transform((one) => [one]), z.array(z.enum([...BANDS, 'none']))]),
  S: Bounds.optional(),
  /** The mark per stage; null where a stage must not count. */
  marks: z.record(z.string(), z.union([Bounds, z.null()])).default({}),
  verdicts: z.record(criterion, Bounds).default({}),
  /** The highest verdict that any judged criterion may have. */
  every: Bounds.optional(),
  /** Criteria whose verdict is capped since help came first; exactly these. */
  helped: z.array(criterion).optional(),
  /** Criteria with a red flag; exactly these. */
  flags: z.array(criterion).default([]),
  /** Facts that were told, by id. */
  asked: z.array(z.string()).default([]),
  neverAsked: z.array(z.string()).default([]),
  /** Questions for which no fact is held. */
  unknown: Bounds.optional(),
  notReached: z.array(z.string()).default([]),
  pace: z.record(z.string(), z.enum(['not reached', 'short', 'on plan', 'long'])).default({}),
  /** Minutes talked, pauses left out. */
  minutes: Bounds.optional(),
  hints: z.record(criterion, Bounds).default({}),
  /** Messages of the candidate that stand at the end, and times the interviewer spoke. */
  answers: Bounds.optional(),
  turns: Bounds.optional(),
  attempts: z
    .array(
      z.strictObject({
        stage: text,
        before: Bounds.optional(),
        after: Bounds.optional(),
        changed: z.array(criterion).default([]),
      }),
    )
    .default([]),
  ratings: z.record(z.string(), z.enum(['over-rated', 'under-rated', 'as marked'])).default({}),
})
export type Outcome = z.infer<typeof Outcome>

export const KINDS = [
  'strong',
  'lean',
  'weak',
  'silent',
  'hint-hungry',
  'off-topic',
  'pausing',
  'resuming',
  'retrying',
  'out-of-time',
  'giving-up',
  'flooding',
  'injecting',
  'own-scenario',
  'sprint',
  'warm-up',
] as const

const Transcript = z
  .strictObject({
    name: label,
    /** What it shows. */
    about: text,
    problem: label.optional(),
    scenario: text.optional(),
    /** A part of the framework, and what it is about. */
    flow: label.optional(),
    focus: text.optional(),
    level: Level,
    minutes: z.number().positive(),
    mode: z.enum(['coach', 'exam']),
    /** Seconds of silence that end an answer. */
    quiet: z.number().nonnegative(),
    /** Seconds that the interviewer takes for each reply; none when absent. */
    thinks: z.number().positive().optional(),
    steps: z.array(Step).min(1),
    expect: Outcome,
  })
  .refine(
    ({ problem, scenario }) => (problem === undefined) !== (scenario === undefined),
    'name a problem or a scenario',
  )
export type Transcript = z.infer<typeof Transcript>

const FOLDER = new URL('./', import.meta.url)

/** A transcript by its name, or the reason why it is none. */
export const transcript = (name: string): Transcript => {
  const read = Transcript.safeParse(parse(readFileSync(new URL(`${name}.yaml`, FOLDER), 'utf8')))
  if (!read.success)
    throw new Error(`tests/transcripts/${name}.yaml is no transcript:\n${z.prettifyError(read.error)}`)
  if (read.data.name !== name)
    throw new Error(`tests/transcripts/${name}.yaml calls itself "${read.data.name}".`)
  return read.data
}

/** The names of all transcripts in the folder. */
export const names = (): string[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .sort()
