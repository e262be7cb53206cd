/** What a storm may not change, and what of it did. */
import { isDeepStrictEqual } from 'node:util'
import { isOver, phaseOf } from '../../../src/interview/phase.ts'
import { ATTEMPTS } from '../../../src/mailbox/mailbox.ts'
import type { Quiet } from './quietly.ts'
import type { Held, Remains } from './remains.ts'
import type { Talk } from './talk.ts'

export type Verdict = {
  /** In words, each with the interview that it is about. */
  broken: string[]
  /** Messages of the bot that were shown, and those that were shown a second time. */
  shown: number
  doubled: string[]
  /** Interviews of which less was compared, since a clock was wrong while they were held. */
  offClock: number
}

/** Looks at all that is stored and all that was shown. */
export const verdictOn = async (
  talks: readonly Talk[],
  { interviews, aside, due, left }: Remains,
  quiet: Quiet,
): Promise<Verdict> => {
  const broken = [
    ...aside.map((line) => `Set aside: ${line}`),
    ...left.map((line) => `Heard, and not handled: ${line}`),
  ]
  if (due > 0) broken.push(`${due} messages are due and not handled.`)
  if (interviews.length !== talks.length)
    broken.push(`${talks.length} interviews were asked for, and there are ${interviews.length}.`)
  const offClock = interviews.filter(isOffClock).length
  const verdict: Verdict = { broken, shown: 0, doubled: [], offClock }
  for (const talk of talks) {
    const name = `${talk.side.name}, person ${talk.n}`
    const held = interviews.find(({ record }) => isOf(talk, record.place))
    if (!held) broken.push(`${name}: no interview is stored.`)
    else
      broken.push(
        ...(await faultsIn(talk, held, quiet)).map((line) => `${name} (${held.record.id}): ${line}`),
      )
    const seen = shownTo(talk, held)
    verdict.shown += seen.shown
    verdict.doubled.push(...seen.doubled.map((line) => `${name}: ${line}`))
    broken.push(...seen.broken.map((line) => `${name}: ${line}`))
  }
  return verdict
}

const isOf = ({ side, n }: Talk, place: string): boolean =>
  place.startsWith(side.name) && place.split('/').at(-1) === side.thread(n)

const faultsIn = async ({ script, said }: Talk, held: Held, quiet: Quiet): Promise<string[]> => {
  const faults: string[] = []
  if (!isOver(held.record)) faults.push(`It is not over: ${phaseOf(held.record.interview)}.`)
  const taken = held.transcript.filter(({ who }) => who === 'candidate').map(({ text }) => text)
  for (const text of said) {
    const times = taken.filter((one) => one === text).length
    if (times !== 1) faults.push(`"${text}" was taken ${times} times.`)
  }
  if (taken.length !== said.length)
    faults.push(`${said.length} messages were said, and ${taken.length} taken.`)
  if (held.transcript.some(({ n }, index) => n !== index))
    faults.push('Its entries are not numbered in order.')
  for (const { quote } of Object.values(held.record.interview.snapshot.context.judged).flatMap(
    ({ verdicts }) => verdicts,
  ))
    if (!taken.some((text) => text.includes(quote)))
      faults.push(`It was credited with "${quote}", which nobody said.`)
  const again = await quiet.again(held, script.ending)
  for (const [what, look] of Object.entries(isOffClock(held) ? OFF_CLOCK : LOOKS)) {
    const [is, wanted] = [look(held), look(again)]
    if (!isDeepStrictEqual(is, wanted))
      faults.push(`Its ${what} differs without faults: ${difference(is, wanted)}`)
  }
  return faults
}

const HALF_AN_HOUR = 1_800_000

/** Whether it was held, for a part, by a bot whose clock was wrong by an hour. */
export const isOffClock = ({ transcript, record }: Held): boolean => {
  const { spent, last } = record.interview.snapshot.context
  const times = [...transcript.map(({ at }) => at), last]
  const all = Object.values(spent).reduce((sum, ms) => sum + ms, 0)
  return all > HALF_AN_HOUR || Math.max(...times) - Math.min(...times) > HALF_AN_HOUR
}

/** All that has to be the same with and without faults. Times differ, and so do numbers that count reminders. */
const LOOKS: Readonly<Record<string, (held: Held) => unknown>> = {
  transcript: ({ transcript }) =>
    transcript.map(({ who, stage, kind, text }) => ({ who, stage, kind, text })),
  verdicts: ({ record }) => timeless(record.interview.snapshot.context.judged),
  talk: ({ record: { interview } }) => {
    const { opened, covered, revealed, unknown, probed, twisted, ended, question, standIns } =
      interview.snapshot.context
    const kept = { opened, covered, revealed, unknown, probed, twisted, ended, question, standIns }
    return timeless({ ...kept, phase: phaseOf(interview) })
  },
  report: ({ report }) => timeless(report),
}

/**
 * What is to be the same where an hour passed at once: the interview's own clock counts for what is asked in it, what helped
 * with an answer, and when it ends, so that this is another interview; what was said is not.
 */
const OFF_CLOCK: typeof LOOKS = {
  answers: ({ transcript }) =>
    transcript.filter(({ who }) => who === 'candidate').map(({ stage, text }) => ({ stage, text })),
}

const TIMES = new Set([
  'at',
  'began',
  'ended',
  'minutes',
  'pace',
  'spent',
  'spentMinutes',
  'minute',
  'since',
  'link',
])

/** Without what tells of time. */
const timeless = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(timeless)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => (TIMES.has(name) ? [] : [[name, timeless(one)]])),
  )
}

/** Where two values part first. */
const difference = (is: unknown, wanted: unknown): string => {
  const [one, other] = [JSON.stringify(is, undefined, 1) ?? '', JSON.stringify(wanted, undefined, 1) ?? '']
  const lines = other.split('\n')
  const from = one.split('\n').findIndex((line, n) => line !== lines[n])
  const part = (text: string): string =>
    text
      .split('\n')
      .slice(from, from + 6)
      .join(' ')
      .slice(0, 300)
  return `${part(one)} | ${part(other)}`
}

/** What cannot be dropped by its platform is shown again where the answer to it was lost, once. */
const TWICE = 2

/**
 * What is whispered to one person can neither be read back nor dropped, and a file has no id: each fault that falls between
 * the showing and the note that it is done shows it again. More often than any message is tried is a flaw.
 */
const WHISPERED = ATTEMPTS

/** The bot's messages once each, or twice at most; and each that the transcript tells of. */
const shownTo = ({ side, n }: Talk, held: Held | undefined) => {
  const posts = side.shown(n)
  const times = new Map<string, number>()
  for (const { id, text, where } of posts) {
    // What is said of words that could not be kept is said for each time that they come.
    if (id === undefined && text.includes('does not count yet')) continue
    const name = id ?? `${where}: ${text}`
    times.set(name, (times.get(name) ?? 0) + 1)
  }
  const named = (id: string): string => posts.find((post) => post.id === id)?.text.slice(0, 60) ?? id
  const doubled = [...times].filter(([, count]) => count > 1).map(([id]) => `"${named(id).slice(0, 60)}"`)
  const isKnown = (id: string): boolean => posts.some((post) => post.id === id)
  const broken = [...times]
    .filter(([id, count]) => count > (isKnown(id) ? TWICE : WHISPERED))
    .map(([id, count]) => `"${named(id)}" was shown ${count} times.`)
  for (const { who, id, text } of held?.transcript ?? [])
    if (who === 'interviewer' && !times.has(side.shownAs(id)))
      broken.push(`"${text.slice(0, 80)}" was never shown.`)
  return { shown: posts.length, doubled, broken }
}
