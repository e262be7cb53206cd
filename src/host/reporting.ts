/** Reports of stored interviews. */

import { attemptMarkdown, reportMarkdown } from '../interview/markdown.ts'
import type { Report } from '../interview/report.ts'
import { reportOf } from '../interview/report.ts'
import type { Entry } from '../interview/transcript.ts'
import type { Attachment, Card } from '../platform/card.ts'
import type { Drawing } from './attached.ts'
import { wordsOf } from './language.ts'
import { sideBySide } from './peer/compare.ts'
import { drawnOf } from './pictures.ts'
import type { InterviewRecord } from './record.ts'
import { transcriptOf } from './record.ts'
import { platformOf } from './voice.ts'
import type { World } from './world.ts'

type Stores = Pick<World, 'memory' | 'library'>

/** A report, and the transcript that it was made from. Nobody may change either. */
type Told = { report: Report; log: readonly Entry[] }

/** By the record, which is another one after each step: the end of an interview asks several times for one report. */
const made = new WeakMap<InterviewRecord, Promise<Told>>()

/** The report of a finished interview with its transcript, computed from what is stored, once for a record. */
export const toldOf = (stores: Stores, record: InterviewRecord): Promise<Told> => {
  const known = made.get(record)
  if (known) return known
  const fresh = tellOf(stores, record)
  made.set(record, fresh)
  // What could not be had for now is asked for again.
  fresh.catch(() => made.delete(record))
  return fresh
}

/** The report of a finished interview. */
export const reportFor = async (stores: Stores, record: InterviewRecord): Promise<Report> =>
  (await toldOf(stores, record)).report

const tellOf = async ({ memory, library }: Stores, record: InterviewRecord): Promise<Told> => {
  const [flow, problem, log] = await Promise.all([
    library.flow(record.flow),
    library.problem(record.problem),
    transcriptOf(memory, record),
  ])
  const { context } = record.interview.snapshot
  return { report: reportOf({ flow, problem, context, log, by: record.interviewer }), log }
}

/**
 * The report, or after a retry what changed, as a card; with its pictures, and with the Markdown attached where files can
 * be shown.
 */
export const reportCard = async (
  world: Stores & Pick<World, 'platforms'> & Drawing,
  record: InterviewRecord,
  attempt?: number,
): Promise<Card> => {
  const report = await reportFor(world, record)
  const platform = world.platforms.get(platformOf(record.place))
  // Where others can read along, a report goes to its person alone.
  const prefix = platform?.prefix(record.audience === 'you' ? record.place : record.person) ?? '/'
  if (attempt !== undefined) return { tone: 'report', text: attemptMarkdown(report, attempt, prefix) }
  const forms = record.peer ? await formsOf(world, record) : []
  const text = [reportMarkdown(report, prefix), ...forms].join('\n\n')
  const footer = wordsOf(record).home.showsAgain({ command: `${prefix}report ${record.id}` })
  const files = platform?.limits.files === true
  const page: Attachment = { name: `mlsd-${record.id}.md`, mime: 'text/markdown', text }
  const drawn = await drawnOf(world, report, { interview: record.id, files })
  const attachments = files ? [...drawn, page] : drawn
  return { tone: 'report', text, footer, ...(attachments.length > 0 && { attachments }) }
}

const formsOf = async ({ library }: Stores, record: InterviewRecord): Promise<string[]> => [
  sideBySide(await library.flow(record.flow), record.interview.snapshot.context, wordsOf(record)),
]

/** One phrase for a history: the band at the level asked for, or the mark or verdict of a part. */
export const outcomeOf = async (stores: Stores, record: InterviewRecord): Promise<string> => {
  const { format, levels, question, stages } = await reportFor(stores, record)
  const { home, verdicts, bands } = wordsOf(record)
  if (question !== null) return question.verdict === null ? home.notAssessed : verdicts[question.verdict]
  const mark = stages[0]?.mark ?? null
  if (format.part !== null) return mark === null ? home.noMark : home.mark({ mark })
  const band = levels[0]?.band
  return band ? bands[band] : home.noBand
}
