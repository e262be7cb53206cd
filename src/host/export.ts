/** All that is stored about a person, as one document. */
import type { Problem } from '../flow/problem.ts'
import { reportMarkdown } from '../interview/markdown.ts'
import { isOver } from '../interview/phase.ts'
import type { Report } from '../interview/report.ts'
import type { Entry } from '../interview/transcript.ts'
import type { Words } from '../words/words.ts'
import { type Picture, picturesOf } from './attachment.ts'
import { contestsIn, type Kept } from './contests.ts'
import { recordsOf } from './forget.ts'
import { selvesOf } from './identity/selves.ts'
import { type PageLink, pagesOf } from './pages/links.ts'
import { practiceMarkdown } from './practice/markdown.ts'
import { type Practised, practisedBy } from './practice/removal.ts'
import type { InterviewRecord, Learner } from './record.ts'
import { keys, transcriptOf } from './record.ts'
import { reportFor } from './reporting.ts'
import { type Call, callsOf } from './spending.ts'
import type { Requests } from './tools/requests.ts'
import type { World } from './world.ts'

type Stores = Pick<World, 'memory' | 'library'>

const FORMAT = 'mlsd export 1'

/** What is stored under one name of a person. */
type Named = {
  person: string
  learner: Learner | null
  /** What they asked of tools a while ago, and files that wait for that. */
  requests: Requests | null
}

export type Belongings = Named & {
  format: typeof FORMAT
  /** Under the other names that they have joined with this one. */
  others: Named[]
  /** Their practice: cards, days, daily questions and answers, boards. */
  practice: Practised | null
  /** Links to pages of theirs that hold. */
  pages: PageLink[]
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
  others: [],
  practice: null,
  pages: [],
  interviews: [],
})

/** Gathers all of it, under whatever name; transcripts and reports included. */
export const belongingsOf = async (stores: Stores, person: string): Promise<Belongings> => {
  const { memory } = stores
  const selves = await selvesOf(memory, person)
  const [own, ...others] = await Promise.all(selves.map((one) => namedOf(stores, one)))
  const interviews = (await Promise.all(selves.map((one) => interviewsOf(stores, one)))).flat()
  return {
    ...{ ...noBelongings(person), ...own, others },
    practice: await practisedBy(memory, selves),
    pages: await pagesOf(memory, selves),
    interviews: interviews.toSorted((a, b) => a.record.created - b.record.created),
  }
}

const namedOf = async ({ memory }: Stores, person: string): Promise<Named> => ({
  person,
  learner: (await memory.load<Learner>(keys.learner(person)))?.value ?? null,
  requests: (await memory.load<Requests>(keys.requests(person)))?.value ?? null,
})

const interviewsOf = async (stores: Stores, person: string): Promise<Belongings['interviews']> => {
  const contested = await contestsIn(stores.memory)
  const interviews: Belongings['interviews'] = []
  for await (const record of recordsOf(stores, person))
    interviews.push({
      record,
      problem: await stores.library.problem(record.problem),
      transcript: await transcriptOf(stores.memory, record),
      report: isOver(record) ? await reportFor(stores, record) : null,
      pictures: await picturesIn(stores, record.id),
      contested: contested.filter(({ interview }) => interview === record.id),
      calls: await callsOf(stores.memory, record.id),
    })
  return interviews
}

const picturesIn = async (stores: Stores, interview: string) => {
  const pictures: Record<string, Picture> = {}
  for await (const { key, value } of picturesOf(stores, interview)) pictures[key] = value
  return pictures
}

/** The same for reading: what was said, then each report. */
export const belongingsMarkdown = ({ person, interviews, practice }: Belongings, words: Words): string => {
  const { belongings } = words
  return [
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
    ...(practice === null ? [] : practiceMarkdown(practice, words)),
  ].join('\n\n')
}

const quoted = (text: string): string => text.replace(/^/gm, '> ')
