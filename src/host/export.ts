/** All that is stored about a person, as one document. */
import type { Problem } from '../flow/problem.ts'
import { reportMarkdown } from '../interview/markdown.ts'
import type { Report } from '../interview/report.ts'
import type { Entry } from '../interview/transcript.ts'
import type { Words } from '../words/words.ts'
import { type Picture, picturesOf } from './attachment.ts'
import { contestsIn, type Kept } from './contests.ts'
import { recordsOf } from './forget.ts'
import { type Practised, practisedBy } from './practice/removal.ts'
import type { InterviewRecord, Learner } from './record.ts'
import { keys, transcriptOf } from './record.ts'
import { isOver, reportFor } from './reporting.ts'
import { type Call, callsOf } from './spending.ts'
import type { Requests } from './tools/requests.ts'
import type { World } from './world.ts'

type Stores = Pick<World, 'memory' | 'library'>

const FORMAT = 'mlsd export 1'

export type Belongings = {
  format: typeof FORMAT
  person: string
  learner: Learner | null
  /** What they asked of tools a while ago, and files that wait for that. */
  requests: Requests | null
  /** Their practice: cards, days, daily questions and answers. */
  practice: Practised | null
  interviews: {
    record: InterviewRecord
    problem: Problem
    transcript: Entry[]
    report: Report | null
    /** By the key that an entry names. */
    pictures: Record<string, Picture>
    /** Its verdicts that are kept for whoever looks into how well the grader judges. */
    contested: Kept[]
    /** What language models were asked for it, and what that took. */
    calls: Call[]
  }[]
}

/** Nothing is stored about this person. */
export const noBelongings = (person: string): Belongings => ({
  format: FORMAT,
  person,
  learner: null,
  requests: null,
  practice: null,
  interviews: [],
})

/** Gathers all of it; transcripts and reports included. */
export const belongingsOf = async (stores: Stores, person: string): Promise<Belongings> => {
  const learner = await stores.memory.load<Learner>(keys.learner(person))
  const contested = await contestsIn(stores.memory)
  const interviews: Belongings['interviews'] = []
  for await (const record of recordsOf(stores, person)) {
    interviews.push({
      record,
      problem: await stores.library.problem(record.problem),
      transcript: await transcriptOf(stores.memory, record),
      report: isOver(record) ? await reportFor(stores, record) : null,
      pictures: await picturesIn(stores, record.id),
      contested: contested.filter(({ interview }) => interview === record.id),
      calls: await callsOf(stores.memory, record.id),
    })
  }
  interviews.sort((a, b) => a.record.created - b.record.created)
  const requests = (await stores.memory.load<Requests>(keys.requests(person)))?.value ?? null
  const practice = await practisedBy(stores.memory, person)
  return { format: FORMAT, person, learner: learner?.value ?? null, requests, practice, interviews }
}

const picturesIn = async (stores: Stores, interview: string) => {
  const pictures: Record<string, Picture> = {}
  for await (const { key, value } of picturesOf(stores, interview)) pictures[key] = value
  return pictures
}

/** The same for reading: what was said, then each report. */
export const belongingsMarkdown = ({ person, interviews }: Belongings, { belongings }: Words): string =>
  [
    `# ${belongings.title({ person })}`,
    interviews.length === 1 ? belongings.one : belongings.several({ count: interviews.length }),
    ...interviews.flatMap(({ record, problem, transcript, report }) => [
      `# ${problem.title} (${record.id})`,
      belongings.begun({ at: new Date(record.created).toISOString() }),
      `## ${belongings.said}`,
      ...transcript.map(
        (entry) =>
          `**${entry.who === 'candidate' ? belongings.you : belongings.interviewer}** (${entry.stage}):\n\n${quoted(entry.text)}`,
      ),
      report ? reportMarkdown(report) : belongings.noReport,
    ]),
  ].join('\n\n')

const quoted = (text: string): string => text.replace(/^/gm, '> ')
