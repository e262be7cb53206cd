/** Transcripts held ready: entries never change, so only what was added since the last look is read. */
import type { Entry } from '../interview/transcript.ts'
import type { Memory } from '../memory/memory.ts'
import { recallOf } from '../recall.ts'
import type { InterviewRecord } from './record.ts'
import { transcriptOf } from './record.ts'

export type Logs = {
  /** The transcript of an interview up to its record, in order. Nobody may change it. */
  of(record: Pick<InterviewRecord, 'id' | 'tail'>): Promise<readonly Entry[]>
}

/** How many transcripts are held. */
const HELD = 200

export const logsOf = (memory: Memory): Logs => {
  const held = recallOf<readonly Entry[]>(HELD)
  return {
    of: async (record) => {
      const length = record.tail.from + record.tail.entries.length
      const known = (held.get(record.id) ?? []).slice(0, record.tail.from)
      const log = [...known, ...(await transcriptOf(memory, record, known.length))].slice(0, length)
      held.set(record.id, log)
      return log
    },
  }
}
