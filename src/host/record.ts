/** What is kept of one interview, and under which keys the host keeps things. */
import type { Effect } from '../interview/effects.ts'
import type { Interview } from '../interview/interview.ts'
import { carriedOver } from '../interview/migrate.ts'
import type { Entry } from '../interview/transcript.ts'
import type { Kept, Memory } from '../memory/memory.ts'
import type { Opened, Receipt } from '../platform/platform.ts'
import { isSelf } from './identity/selves.ts'

/** An effect that reaches beyond the talk: everything but transcript entries. */
export type Outward = Exclude<Effect, { type: 'keep' }>

export type InterviewRecord = {
  id: string
  person: string
  place: string
  created: number
  /** Content hashes: a flow or a problem never changes under a running interview. */
  flow: string
  problem: string
  /** Who was to ask and to judge when it began. */
  interviewer: string
  /** Who can read what is said at its place. */
  audience: Opened['audience']
  /** Its place was opened for it alone, and may be taken away again. */
  own?: true
  /** Between two people: who asks; null once that person has had everything about them removed. */
  peer?: { interviewer: string | null }
  /** The card at its head that is revised as stages pass; null where a platform has none. */
  board: Receipt | null
  /** The platform's time of the last words taken, in milliseconds: what came later may not have been heard. */
  heard: number
  interview: Interview
  /** What the message named still has to bring about; done once that message is forgotten by the mailbox. */
  outbox: { of: string; effects: Outward[] }
  /** What the last step added to the transcript; it moves to the list of entries with the next step. */
  tail: { from: number; entries: Entry[] }
}

/** One interview in a person's history; `place` is missing where it was begun before places were noted. */
export type Taken = {
  id: string
  title: string
  created: number
  ended: number | null
  outcome: string | null
  place?: string
  /** The id of its problem, where that is noted. */
  problem?: string
  /** The sizes of the pictures that are kept of it, in bytes, by the id of what brought each; noted since there is a bound. */
  pictures?: Readonly<Record<string, number>>
  /** The person interviewed somebody else. */
  role?: 'interviewer'
}

/** What an interview of this person starts with where nothing else is said. */
export type Preferences = { level?: string; minutes?: string; mode?: string; language?: string }

/** What a person has done, newest last, and how they like it. */
export type Learner = {
  interviews: Taken[]
  preferences?: Preferences
  /** The language that their platform named last, when they began an interview. */
  locale?: string
}

/** An interview that is not over, found by its place. */
export type TalkRecord = { interview: string }

export const keys = {
  interview: (id: string) => `interview:${id}`,
  transcript: (id: string) => `transcript:${id}`,
  learner: (person: string) => `learner:${person}`,
  talk: (place: string) => `talk:${place}`,
  /** What a person asked of tools, and files that wait for that. */
  requests: (person: string) => `requests:${person}`,
  /** What a person asks for outside an interview is taken one at a time. */
  visit: (person: string) => `visit:${person}`,
  work: (effect: string) => `work:${effect}`,
  flow: (hash: string) => `flow:${hash}`,
  problem: (hash: string) => `problem:${hash}`,
  picture: (interview: string, id: string) => `picture:${interview}:${id}`,
  team: (tenant: string) => `team:${tenant}`,
  /** By who asks whom. */
  invitation: (pair: string) => `invitation:${pair}`,
  channel: (place: string) => `channel:${place}`,
  /** What an account has spent on models, and every call for an interview. */
  spent: (account: string) => `spent:${account}`,
  calls: (interview: string) => `calls:${interview}`,
  /** How often an account had a model asked in the last minute. */
  rate: (account: string) => `rate:${account}`,
  /** The latest contested verdicts, of everybody. */
  contested: () => 'contested',
}

/** The transcript of an interview from an index on: the list of entries, then the tail that is not in it yet. */
export const transcriptOf = async (
  memory: Memory,
  { id, tail }: Pick<InterviewRecord, 'id' | 'tail'>,
  from = 0,
): Promise<Entry[]> => {
  const listed =
    from < tail.from ? await Array.fromAsync(memory.entries<Entry>(keys.transcript(id), from)) : []
  return [...listed.slice(0, tail.from - from), ...tail.entries.slice(Math.max(0, from - tail.from))]
}

/** The record of an interview, carried over to this version. */
export const recordOf = (memory: Memory, id: string): Promise<Kept<InterviewRecord> | undefined> =>
  recordAt(memory, keys.interview(id))

/** The record under the key of an interview, carried over to this version. */
export const recordAt = async (memory: Memory, key: string): Promise<Kept<InterviewRecord> | undefined> => {
  const kept = await memory.load<InterviewRecord>(key)
  return kept && { ...kept, value: upToDate(kept.value) }
}

/** Interviews from before there were chat platforms were held at a terminal. */
const upToDate = (record: InterviewRecord): InterviewRecord => ({
  ...record,
  audience: record.audience ?? 'you',
  board: record.board ?? null,
  heard: record.heard ?? record.created,
  interview: carriedOver(record.interview),
})

/** A person's own interview by its id, under whatever name; of anybody else's nothing is known, not even that there is one. */
export const ownOf = async (
  memory: Memory,
  person: string,
  id: string,
): Promise<InterviewRecord | undefined> => {
  const record = ID.test(id) ? (await recordOf(memory, id))?.value : undefined
  return record && (await isSelf(memory, person, record.person)) ? record : undefined
}

/** An interview in which the person answers or asks, by its id; of others nothing is known. */
export const partOf = async (
  memory: Memory,
  person: string,
  id: string,
): Promise<InterviewRecord | undefined> => {
  const record = ID.test(id) ? (await recordOf(memory, id))?.value : undefined
  return record?.person === person || record?.peer?.interviewer === person ? record : undefined
}

const ID = /^[0-9a-f]{1,64}$/
