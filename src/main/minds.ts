/** The models that are set up, as interviewer and grader; the SDK is read only then. */
import { randomBytes } from 'node:crypto'
import type { Minds } from '../cli/app.ts'
import { type Clock, systemClock } from '../clock.ts'
import type { ModelSettings } from '../config/model.ts'
import type { Config } from '../config.ts'
import { ledgerOn, noteCalls } from '../host/spending.ts'
import type { Log } from '../host/world.ts'
import type { Memory } from '../memory/memory.ts'
import type { Model } from '../model/model.ts'
import type { Words } from '../words/words.ts'
import { modelWith, promptsIn } from './thinking.ts'

type Around = {
  memory: Memory
  prompts: string
  log: Log
  /** Time on the network, which is real whatever the clock of the talk. */
  clock?: Clock
}

/** Interviewer and grader of the roles that have a model, what to tell of it, and where their calls are noted. */
export const mindsIn = async ({ model }: Config, around: Around): Promise<Minds | undefined> =>
  model && mindsOf(model, around)

const mindsOf = async (
  settings: ModelSettings,
  { memory, prompts: folder, log, clock = systemClock() }: Around,
): Promise<Minds> => {
  const report = (error: unknown) =>
    log('error', 'what a model took could not be noted', { reason: String(error) })
  const [model, prompts] = await Promise.all([
    modelWith(settings, ledgerOn(memory), report, clock),
    promptsIn(folder),
  ])
  const means = { model, prompts, mark: marks() }
  const { roles } = settings
  const [interviewer, grader, teacher] = await Promise.all([
    roles.interviewer && import('../interviewer/llm.ts').then(({ llmInterviewer }) => llmInterviewer(means)),
    roles.judge && import('../grader/llm.ts').then(({ llmGrader }) => llmGrader(means)),
    roles.judge && import('../interviewer/llm-teacher.ts').then(({ llmTeacher }) => llmTeacher(means)),
  ])
  return {
    ...(interviewer && { interviewer }),
    ...(grader && { grader }),
    ...(teacher && { teacher }),
    told: (words) => told(model, roles, words),
    used: ({ interview }, usage) => {
      const at = clock.now()
      noteCalls(
        memory,
        interview,
        usage.map((one) => ({ ...one, at })),
      ).catch(report)
    },
  }
}

const told = (model: Model, { interviewer, judge }: ModelSettings['roles'], { welcome }: Words): string => {
  const [asks, judges] = [model.describe('interviewer'), model.describe('judge')]
  if (!judge) return welcome.sentToAsk({ model: asks })
  if (!interviewer) return welcome.sentToJudge({ model: judges })
  return asks === judges ? welcome.sent({ model: asks }) : welcome.sentToTwo({ asker: asks, judge: judges })
}

const KEPT = 10_000

/** A mark for each interview that nobody can guess, the same as long as this process runs. */
const marks = (): ((interview: string) => string) => {
  const made = new Map<string, string>()
  return (interview) => {
    const mark = made.get(interview) ?? randomBytes(6).toString('hex')
    if (made.size >= KEPT && !made.has(interview)) made.delete(made.keys().next().value ?? '')
    made.set(interview, mark)
    return mark
  }
}
