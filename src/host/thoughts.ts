/** Answers being thought of in this process: their words are shown until a card takes their place. */
import type { Thinking } from '../platform/platform.ts'
import type { InterviewRecord } from './record.ts'

export type Thoughts = {
  /** Begins to show one; what it answers shows more of its words, as long as somebody waits for them. */
  begin(interview: string, job: number, thinking: Thinking): (words: string) => void
  /** A card took its place. */
  said(interview: string, job: number): void
  /** Stops showing one. */
  drop(interview: string, job: number): Promise<void>
  /** Stops showing all of an interview's but those of these jobs. */
  keep(interview: string, jobs: readonly number[]): Promise<void>
}

/** `failed` is told where a platform could not stop showing one. */
export const thoughtsOf = (failed: (error: unknown) => void): Thoughts => {
  const shown = new Map<string, Map<number, Thinking>>()

  const take = (interview: string, job: number): Thinking | undefined => {
    const jobs = shown.get(interview)
    const thinking = jobs?.get(job)
    jobs?.delete(job)
    if (jobs?.size === 0) shown.delete(interview)
    return thinking
  }

  return {
    begin(interview, job, thinking) {
      shown.set(interview, (shown.get(interview) ?? new Map<number, Thinking>()).set(job, thinking))
      return (words) => {
        if (shown.get(interview)?.get(job) === thinking) thinking.add(words)
      }
    },
    said: (interview, job) => void take(interview, job),
    drop: async (interview, job) => take(interview, job)?.drop().catch(failed),
    async keep(interview, jobs) {
      const gone = [...(shown.get(interview)?.keys() ?? [])].filter((job) => !jobs.includes(job))
      await Promise.all(gone.map((job) => take(interview, job)?.drop().catch(failed)))
    },
  }
}

/** The job whose answer an interview waits for and would show; nothing while it is paused or over. */
export const awaitedIn = ({ interview: { snapshot } }: Pick<InterviewRecord, 'interview'>): number[] => {
  const { value, context } = snapshot
  return typeof value === 'object' && context.awaiting ? [context.awaiting.job] : []
}
