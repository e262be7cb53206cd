/** What asks a model, and what it is asked with: put together from the settings and the files of the project. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Judge } from '../cli/app.ts'
import { type Clock, systemClock } from '../clock.ts'
import type { ModelSettings } from '../config/model.ts'
import type { Ledger } from '../model/ledger.ts'
import type { Model } from '../model/model.ts'
import type { Prompts } from '../prompt/prompts.ts'

/** A model at the endpoints that are set. Time on the network is real, whatever the clock of the talk. */
export const modelWith = async (
  settings: ModelSettings,
  ledger: Ledger,
  report: (error: unknown) => void,
  clock: Clock = systemClock(),
): Promise<Model> => {
  const [{ chatModel }, { openAiWire }, { pricesFrom }] = await Promise.all([
    import('../model/chat.ts'),
    import('../model/openai.ts'),
    import('../model/prices.ts'),
  ])
  return chatModel(settings, {
    clock,
    random: Math.random,
    ledger,
    prices: pricesFrom(settings.prices),
    wire: openAiWire,
    report,
  })
}

/** The prompts of a folder. */
export const promptsIn = async (folder: string): Promise<Prompts> => {
  const { promptsFrom } = await import('../prompt/prompts.ts')
  const file = (name: string) => ({
    file: `prompts/${name}.md`,
    text: readFileSync(join(folder, `${name}.md`), 'utf8'),
  })
  return promptsFrom({ interviewer: file('interviewer'), judge: file('judge'), teach: file('teach') })
}

/** The judge whose model is set, by itself and not in an interview; nothing where none is. */
export const judgeWith = async (
  settings: ModelSettings | undefined,
  folder: string,
  ledger: Ledger,
  report: (error: unknown) => void,
): Promise<Judge | undefined> => {
  const endpoint = settings?.roles.judge
  if (settings === undefined || endpoint === undefined) return undefined
  const [{ llmGrader }, model, prompts] = await Promise.all([
    import('../grader/llm.ts'),
    modelWith(settings, ledger, report),
    promptsIn(folder),
  ])
  const { baseUrl, effort = '' } = endpoint
  return {
    grader: llmGrader({ model, prompts, mark: () => MARK }),
    prompts,
    model: endpoint.model,
    who: model.describe('judge'),
    named: `${baseUrl} ${endpoint.model} ${effort}`.trim(),
    atOnce: settings.calls,
  }
}

/** The same for all answers, so that an endpoint keeps what they share; none of them was written to guess it. */
const MARK = '5d81f0a6c3e9'
