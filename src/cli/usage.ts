/** `mlsd usage`: what models were asked for, and what that took. */
import type { Command } from 'commander'
import type { Call } from '../host/spending.ts'
import type { App } from './app.ts'
import { printCard, printJson } from './print.ts'

type Options = { interview?: string; json?: boolean }

/** What all calls of a role to one model took together; tokens and money are sums, times are medians in milliseconds. */
export type Row = {
  role: string
  model: string
  endpoint: string
  calls: number
  failed: number
  sent: number
  cached: number
  received: number
  /** In the currency of the price table; null where a call has no price. */
  cost: number | null
  firstToken: number
  whole: number
}

/** Adds the command. */
export const addUsage = (program: Command, app: App): void => {
  program
    .command('usage')
    .summary('what language models were asked for, and what that took')
    .description(
      'Adds up the calls of language models that are noted with the interviews held here: tokens, of those sent the ones that the endpoint had cached, money by the price table, and times.',
    )
    .option('--interview <id>', 'only this one, as the history names it')
    .option('--json', 'print the figures as one JSON document')
    .addHelpText('after', '\nExample:\n  mlsd usage --json')
    .action((options: Options) => run(app, options))
}

const run = async (app: App, { interview, json }: Options): Promise<void> => {
  const calls = await callsIn(app, interview)
  const roles = rowsOf(calls)
  if (json) return printJson(app.streams.out, { calls: calls.length, roles })
  await printCard(app, { tone: 'answer', text: calls.length === 0 ? NONE : table(roles) })
}

const NONE = 'No call of a language model is noted here.'

const callsIn = async (app: App, interview: string | undefined): Promise<Call[]> => {
  const data = await app.look()
  if (!data) return []
  try {
    const { callsOf } = await import('../host/spending.ts')
    if (interview !== undefined) return await callsOf(data.memory, interview)
    const all: Call[] = []
    for await (const { value } of data.memory.each<Call[]>('calls:')) all.push(...value)
    return all
  } finally {
    await data.close()
  }
}

/** The calls added up by role, model and endpoint, in the order of the first of each. */
export const rowsOf = (calls: readonly Call[]): Row[] => {
  const groups = Map.groupBy(calls, ({ role, model, endpoint }) => `${role} ${model} ${endpoint}`)
  return [...groups.values()].map((group) => {
    const [{ role, model, endpoint } = { role: '', model: '', endpoint: '' }] = group
    const sum = (of: (call: Call) => number): number => group.reduce((total, call) => total + of(call), 0)
    const answered = group.filter(({ outcome }) => outcome === 'answered')
    return {
      role,
      model,
      endpoint,
      calls: group.length,
      failed: group.length - answered.length,
      sent: sum((call) => call.sent),
      cached: sum((call) => call.cached),
      received: sum((call) => call.received),
      cost: group.some(({ cost }) => cost === null) ? null : sum((call) => call.cost ?? 0),
      firstToken: median(answered.map((call) => call.firstToken)),
      whole: median(answered.map((call) => call.whole)),
    }
  })
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const table = (rows: readonly Row[]): string =>
  [
    '| Role | Model | Calls | Failed | Sent | Cached | Received | Cost | First token | Whole |',
    '| --- | --- | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...rows.map(
      ({ role, model, calls, failed, sent, cached, received, cost, firstToken, whole }) =>
        `| ${role} | ${model} | ${calls} | ${failed} | ${sent} | ${cached} | ${received} | ${cost === null ? 'unknown' : cost.toFixed(4)} | ${Math.round(firstToken)} ms | ${Math.round(whole)} ms |`,
    ),
  ].join('\n')
