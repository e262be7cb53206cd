/** What is being asked of others in this process, so that it can be taken back once nobody waits for it. */
import type { Memory } from '../memory/memory.ts'
import { type InterviewRecord, recordOf } from './record.ts'

export type Errands = {
  /** Begins one; its signal is aborted when it is taken back. `over` is to be called at its end. */
  begin(interview: string, job: number): { signal: AbortSignal; over(): void }
  /** Takes back all of an interview's but those of these jobs. */
  keep(interview: string, jobs: readonly number[]): void
  /** The interviews that some are under way for. */
  interviews(): string[]
}

export const errandsIn = (): Errands => {
  const under = new Map<string, Map<number, AbortController>>()
  const end = (interview: string, job: number, controller: AbortController): void => {
    const jobs = under.get(interview)
    if (jobs?.get(job) === controller) jobs.delete(job)
    if (jobs?.size === 0) under.delete(interview)
  }
  return {
    begin(interview, job) {
      const controller = new AbortController()
      under.set(interview, (under.get(interview) ?? new Map()).set(job, controller))
      return { signal: controller.signal, over: () => end(interview, job, controller) }
    },
    keep(interview, jobs) {
      for (const [job, controller] of [...(under.get(interview) ?? [])])
        if (!jobs.includes(job)) {
          end(interview, job, controller)
          controller.abort()
        }
    },
    interviews: () => [...under.keys()],
  }
}

/** Takes back what is asked for interviews that are not there any more. */
export const takeBackLost = async ({
  errands,
  memory,
}: {
  errands: Errands
  memory: Memory
}): Promise<void> => {
  for (const id of errands.interviews()) if (!(await recordOf(memory, id))) errands.keep(id, [])
}

/** The jobs whose results an interview still has a use for: a reply that comes in a pause is kept for its end. */
export const wantedIn = ({ interview: { snapshot } }: Pick<InterviewRecord, 'interview'>): number[] => {
  const { awaiting, toJudge, teaching, contested = {} } = snapshot.context
  const contests = Object.values(contested).map(({ job }) => job)
  return [awaiting?.job, teaching, ...Object.values(toJudge).map(({ job }) => job), ...contests].filter(
    (job) => typeof job === 'number',
  )
}
