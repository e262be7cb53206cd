/** `mlsd cost`: what an interview with a language model will come to, estimated from a recorded one. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { Wish } from '../host/wish.ts'
import { costOf, type Prices, priceOf } from '../model/prices.ts'
import type { Part } from '../prompt/estimate.ts'
import type { Kept, Recorded } from '../prompt/recorded.ts'
import type { App } from './app.ts'
import { costMarkdown, type Estimate, type Here, moneyOf } from './cost-page.ts'
import { Refusal } from './failure.ts'
import { pricesOf } from './priced.ts'
import { printCard, printJson } from './print.ts'

type Options = {
  flow: string
  focus?: string
  problem?: string
  minutes?: string
  model?: string
  json?: boolean
}

/** Adds the command. */
export const addCost = (program: Command, app: App): void => {
  program
    .command('cost')
    .summary('what an interview with a language model will cost')
    .description(
      'Plays a recorded interview as the prompts of another one, counts their tokens, and prints calls, tokens, the ' +
        'share that an endpoint has in its cache, and the price with each model of the price table. Nothing is sent.',
    )
    .option('--flow <id>', 'the kind of interview', 'mlsd')
    .option('--focus <id>', 'the stage or criterion, where the flow takes one')
    .option('--problem <id>', 'the practice problem; that of the recorded interview when left out')
    .option('--minutes <n>', 'its length; that of the flow when left out')
    .option('--model <name>', 'only the price with this model')
    .option('--json', 'print the figures as one JSON document')
    .addHelpText(
      'after',
      '\nExamples:\n  mlsd cost --flow mlsd --minutes 45\n  mlsd cost --flow sprint --focus data --model gpt-4.1-mini --json',
    )
    .action((options: Options) => run(app, options))
}

const run = async (app: App, options: Options): Promise<void> => {
  const prices = await pricesOf(app)
  const money = namedOrAll(prices, options.model)
  const estimate = await estimated(app, options)
  const here = setHere(app, estimate.parts, prices)
  const whole = { ...estimate, ...moneyOf(estimate.parts, prices, money), ...(here && { here }) }
  if (options.json) return printJson(app.streams.out, whole)
  await printCard(app, { tone: 'answer', title: 'What it will cost', text: costMarkdown(whole) })
}

/** The models that are set for the roles, and what the interview costs with them; nothing where none is set. */
const setHere = (app: App, parts: readonly Part[], prices: Prices): Here | undefined => {
  const roles = app.config().model?.roles
  if (!roles) return undefined
  const models = Object.fromEntries(Object.entries(roles).map(([role, { model }]) => [role, model]))
  const costs = parts.flatMap((part) => {
    const model = roles[part.role]?.model
    if (model === undefined) return []
    const price = priceOf(prices, model)
    return price ? costOf(price, part) : null
  })
  const cost = costs.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0)
  return { models, cost }
}

const namedOrAll = (prices: Prices, named: string | undefined): string[] => {
  const all = Object.keys(prices.models)
  if (named === undefined) return all
  if (priceOf(prices, named)) return [named]
  throw new Refusal(
    `The price table has no "${named}". It has: ${all.join(', ')}. Name a table of your own in MLSD_PRICES.`,
  )
}

const estimated = async (app: App, options: Options): Promise<Estimate> => {
  const [bank, prompts, encode, { estimateOf }, { stretched }, { wishOf }, recorded] = await Promise.all([
    app.bank(),
    app.prompts(),
    import('./tokens.ts').then(({ encoding }) => encoding()),
    import('../prompt/estimate.ts'),
    import('../prompt/stretched.ts'),
    import('../host/wish.ts'),
    recordedTalk(),
  ])
  const { flow, focus, problem = recorded.problem, minutes } = options
  const wish = wishOf(bank, {
    flow,
    problem,
    ...(focus !== undefined && { focus }),
    ...(minutes !== undefined && { minutes }),
  })
  const setting = { ...wish, level: recorded.level }
  const kept = stretched(recorded, setting)
  return { ...headOf(wish, kept), parts: estimateOf(prompts, kept, setting, encode) }
}

const headOf = ({ flow, problem, minutes }: Wish, kept: readonly Kept[]): Omit<Estimate, 'parts'> => ({
  flow: flow.id,
  problem: problem.id,
  minutes,
  answers: kept.filter(({ says }) => says !== undefined).length,
})

/** The talk of the project, by which tokens are counted. */
const recordedTalk = async (): Promise<Recorded> => {
  const { recordedFrom } = await import('../prompt/recorded.ts')
  const file = 'prompts/forty-turns.yaml'
  return recordedFrom({ file, text: readFileSync(join(import.meta.dirname, '..', '..', file), 'utf8') })
}
