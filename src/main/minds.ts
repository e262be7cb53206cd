/** The models that are set up, as interviewer and grader; the SDK is read only then. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Minds } from '../cli/app.ts'
import { systemClock } from '../clock.ts'
import type { ModelSettings } from '../config/model.ts'
import type { Config } from '../config.ts'
import { ledgerOn, noteCalls } from '../host/spending.ts'
import type { Log } from '../host/world.ts'
import type { Memory } from '../memory/memory.ts'
import type { Model } from '../model/model.ts'

type Around = { memory: Memory; prompts: string; log: Log }

/** Interviewer and grader of the roles that have a model, what to tell of it, and where their calls are noted. */
export const mindsIn = async ({ model }: Config, around: Around): Promise<Minds | undefined> =>
  model && mindsOf(model, around)

const mindsOf = async (settings: ModelSettings, { memory, prompts: folder, log }: Around): Promise<Minds> => {
  // Time on the network is real, whatever the clock of the talk.
  const clock = systemClock()
  const [{ chatModel }, { openAiWire }, { pricesFrom }, { promptsFrom }] = await Promise.all([
    import('../model/chat.ts'),
    import('../model/openai.ts'),
    import('../model/prices.ts'),
    import('../prompt/prompts.ts'),
  ])
  const report = (error: unknown) =>
    log('error', 'what a model took could not be noted', { reason: String(error) })
  const model = chatModel(settings, {
    clock,
    random: Math.random,
    ledger: ledgerOn(memory),
    prices: pricesFrom(settings.prices),
    wire: openAiWire,
    report,
  })
  const file = (name: string) => ({
    file: `prompts/${name}.md`,
    text: readFileSync(join(folder, `${name}.md`), 'utf8'),
  })
  const means = {
    model,
    prompts: promptsFrom({ interviewer: file('interviewer'), judge: file('judge') }),
    mark: marks(),
  }
  const { roles } = settings
  const [interviewer, grader] = await Promise.all([
    roles.interviewer && import('../interviewer/llm.ts').then(({ llmInterviewer }) => llmInterviewer(means)),
    roles.judge && import('../grader/llm.ts').then(({ llmGrader }) => llmGrader(means)),
  ])
  return {
    ...(interviewer && { interviewer }),
    ...(grader && { grader }),
    told: told(model, roles),
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

const told = (model: Model, { interviewer, judge }: ModelSettings['roles']): string => {
  const [asks, judges] = [model.describe('interviewer'), model.describe('judge')]
  const who =
    interviewer && judge && asks === judges
      ? `${asks}, which asks and judges`
      : [interviewer && `${asks}, which asks`, judge && `${judges}, which judges`]
          .filter(Boolean)
          .join(', and to ')
  return `The problem, the questions and your answers go to ${who}. When it fails, rules carry on, and you are told.`
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
