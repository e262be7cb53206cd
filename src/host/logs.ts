/** Transcripts held ready: entries never change, so only what was added since the last look is read. */
import type { Entry } from '../interview/transcript.ts'
import type { Memory } from '../memory/memory.ts'
import type { InterviewRecord } from './record.ts'
import { transcriptOf } from './record.ts'

export type Logs = {
  /** The transcript of an interview up to its record, in order. Nobody may change it. */
  of(record: Pick<InterviewRecord, 'id' | 'tail'>): Promise<readonly Entry[]>
}

/** How many transcripts are held; the one that was not looked at for longest goes first. */
const HELD = 200

export const logsOf = (memory: Memory): Logs => {
  const held = new Map<string, readonly Entry[]>()
  return {
    of: async (record) => {
      const length = record.tail.from + record.tail.entries.length
      const known = (held.get(record.id) ?? []).slice(0, record.tail.from)
      const log = [...known, ...(await transcriptOf(memory, record, known.length))].slice(0, length)
      held.delete(record.id)
      held.set(record.id, log)
      if (held.size > HELD) held.delete(held.keys().next().value ?? '')
      return log
    },
  }
}
