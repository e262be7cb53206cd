/** Answers being thought of in this process: their words are shown until a card takes their place. */
import type { Clock } from '../clock.ts'
import { phaseOf } from '../interview/phase.ts'
import type { Thinking } from '../platform/platform.ts'
import type { InterviewRecord } from './record.ts'

export type Thoughts = {
  /** Begins to show one; what it answers shows more of its words, as long as somebody waits for them. */
  begin(interview: string, job: number, thinking: Thinking): (words: string) => void
  /** A card took its place. */
  said(interview: string, job: number): void
  /** Stops showing one after so many milliseconds, unless a card takes its place before. */
  dropLater(interview: string, job: number, ms: number): void
  /** Stops showing all of an interview's but those of these jobs. */
  keep(interview: string, jobs: readonly number[]): Promise<void>
  /** Stops showing any, and waits for nothing more. */
  rest(): Promise<void>
}

type Shown = { thinking: Thinking; cancel?: () => void }

/** `failed` is told where a platform could not stop showing one. */
export const thoughtsOf = (clock: Clock, failed: (error: unknown) => void): Thoughts => {
  const shown = new Map<string, Map<number, Shown>>()

  const take = (interview: string, job: number): Thinking | undefined => {
    const jobs = shown.get(interview)
    const one = jobs?.get(job)
    one?.cancel?.()
    jobs?.delete(job)
    if (jobs?.size === 0) shown.delete(interview)
    return one?.thinking
  }
  const drop = async (interview: string, jobs: readonly number[]): Promise<void> => {
    await Promise.all(jobs.map((job) => take(interview, job)?.drop().catch(failed)))
  }
  const jobsOf = (interview: string): number[] => [...(shown.get(interview)?.keys() ?? [])]

  return {
    begin(interview, job, thinking) {
      shown.set(interview, (shown.get(interview) ?? new Map<number, Shown>()).set(job, { thinking }))
      return (words) => {
        if (shown.get(interview)?.get(job)?.thinking === thinking) thinking.add(words)
      }
    },
    said: (interview, job) => void take(interview, job),
    dropLater(interview, job, ms) {
      const one = shown.get(interview)?.get(job)
      if (one) one.cancel = clock.at(clock.now() + ms, () => void drop(interview, [job]))
    },
    keep: (interview, jobs) =>
      drop(
        interview,
        jobsOf(interview).filter((job) => !jobs.includes(job)),
      ),
    rest: async () =>
      void (await Promise.all([...shown.keys()].map((interview) => drop(interview, jobsOf(interview))))),
  }
}

/** The job whose answer an interview waits for and would show; nothing while it is paused or over. */
export const awaitedIn = ({ interview }: Pick<InterviewRecord, 'interview'>): number[] => {
  const { awaiting } = interview.snapshot.context
  return phaseOf(interview) === 'talk' && awaiting ? [awaiting.job] : []
}
