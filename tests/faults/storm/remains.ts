/** What is stored after a storm, as `mlsd status` would look at it: from outside, and only read. */
import { PassThrough, Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { Flow } from '../../../src/flow/flow.ts'
import type { Problem } from '../../../src/flow/problem.ts'
import { type InterviewRecord, keys, recordOf, transcriptOf } from '../../../src/host/record.ts'
import { reportFor } from '../../../src/host/reporting.ts'
import type { Report } from '../../../src/interview/report.ts'
import type { Entry } from '../../../src/interview/transcript.ts'
import { appOf } from '../../../src/main.ts'
import { leftIn } from './left.ts'

export type Held = {
  record: InterviewRecord
  flow: Flow
  problem: Problem
  transcript: Entry[]
  report: Report
}

export type Remains = {
  interviews: Held[]
  aside: string[]
  due: number
  /** What was heard and still waits. */
  left: string[]
}

/** Waits until nothing is due any more, for so long at most, and reads all of it. */
export const remainsIn = async (
  env: Readonly<Record<string, string>>,
  patienceMs: number,
): Promise<Remains> => {
  const streams = { in: Readable.from([]), out: new PassThrough(), err: new PassThrough(), tty: false }
  const data = await appOf(env, streams).look()
  if (!data) throw new Error('Nothing was stored.')
  try {
    const { memory, library, queue } = data
    const until = Date.now() + patienceMs
    const isBusy = async () => (await queue.state()).due > 0 || (await leftIn(env)).length > 0
    while ((await isBusy()) && Date.now() < until) await pause(200)
    const interviews: Held[] = []
    for await (const { value } of memory.each<InterviewRecord>(keys.interview(''))) {
      const record = (await recordOf(memory, value.id))?.value ?? value
      interviews.push({
        record,
        flow: await library.flow(record.flow),
        problem: await library.problem(record.problem),
        transcript: await transcriptOf(memory, record),
        report: await reportFor({ memory, library }, record),
      })
    }
    const aside = (await queue.aside()).map(({ key, id, reason }) => `${key} ${id}: ${reason}`)
    return { interviews, aside, due: (await queue.state()).due, left: await leftIn(env) }
  } finally {
    await data.close()
  }
}
