/** A look at every endpoint that is set, for whoever sets it up. */
import type { Clock } from '../clock.ts'
import type { Finding } from '../finding.ts'
import { amiss } from './doctor/amiss.ts'
import { checkAnswers } from './doctor/answering.ts'
import { checkWindow } from './doctor/window.ts'
import { limitsOf } from './limits.ts'
import { type Prices, priceOf } from './prices.ts'
import { type Endpoint, hostOf, type ModelSettings } from './settings.ts'
import { type Offered, Trouble, type Wire } from './wire.ts'

export type LookedWith = {
  clock: Clock
  prices: Prices
  wire: (endpoint: Endpoint, now: () => number) => Wire
}

/** Looks at each model once, with one short question that costs a few tokens; a server of one's own may get a long text as well. */
export const checkModels = async (settings: ModelSettings, world: LookedWith): Promise<Finding[]> => {
  const { interviewer, judge } = settings.roles
  const same = interviewer && judge && sameness(interviewer) === sameness(judge)
  const looks: [who: string, endpoint: Endpoint | undefined][] = same
    ? [['model', interviewer]]
    : [
        ['model of the interviewer', interviewer],
        ['model of the judge', judge],
      ]
  const found = looks.map(([who, endpoint]) => (endpoint ? examine(who, endpoint, settings, world) : []))
  return (await Promise.all(found)).flat()
}

const sameness = ({ baseUrl, model, apiKey, effort }: Endpoint): string =>
  JSON.stringify([baseUrl, model, apiKey, effort])

/** Whether the endpoint is there and has the model, and how that answers. */
export const examine = async (
  who: string,
  endpoint: Endpoint,
  settings: ModelSettings,
  world: LookedWith,
): Promise<Finding[]> => {
  const wire = world.wire(endpoint, world.clock.now)
  const limits = limitsOf(world.clock, settings.whole, undefined)
  try {
    const { found: listed, offered } = await inList(who, endpoint, wire, limits.signal)
    if (listed.some(({ ok }) => ok === false)) return listed
    const answers = await checkAnswers(who, endpoint, wire, world.clock, limits.signal)
    // An endpoint that does not answer a short question needs no long one.
    const well = answers.length > 1 && answers[0]?.ok !== false
    return [
      ...listed,
      ...answers,
      ...(well ? [await checkWindow(who, endpoint, offered, wire, world.clock, limits.signal)] : []),
      ...costs(who, endpoint, settings, world),
    ]
  } finally {
    limits.end()
  }
}

const inList = async (
  who: string,
  endpoint: Endpoint,
  wire: Wire,
  signal: AbortSignal,
): Promise<{ found: Finding[]; offered?: Offered | undefined }> => {
  const host = hostOf(endpoint.baseUrl)
  const what = `${who} at ${host}`
  try {
    const all = await wire.models(signal)
    const names = all.map(({ id }) => id)
    const offered = all.find(({ id }) => id === endpoint.model)
    const here: Finding = { what, ok: true, says: 'answers' }
    if (names.length === 0) return { found: [here] }
    if (names.includes(endpoint.model))
      return { found: [here, { what: who, ok: true, says: `${endpoint.model} is there` }], offered }
    const some = names.filter((name) => /^[\w.:/@+-]{1,60}$/.test(name)).slice(0, 5)
    const mend = `Set ${endpoint.named.model} to a model of this endpoint, such as ${some.join(', ')}.`
    const says = `${endpoint.model} is not in the list of ${host}`
    return { found: [here, { what: who, ok: 'warning', says, mend }] }
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    // Not every server tells which models it has; the question that follows shows whether it has this one.
    if (error.status === 404 || error.status === 405 || error.status === 501)
      return { found: [{ what, ok: true, says: 'answers, without a list of its models' }] }
    return { found: [amiss(what, error, endpoint, signal)] }
  }
}

/** A budget in money is of no use for a model without a price. */
const costs = (
  who: string,
  { model }: Endpoint,
  { budget }: ModelSettings,
  { prices }: LookedWith,
): Finding[] => {
  if (priceOf(prices, model) || !Object.values(budget).some(({ cost }) => cost !== undefined)) return []
  const mend = 'Give its price in a table of your own, as MLSD_PRICES, or set a budget in tokens.'
  return [
    {
      what: `price of the ${who}`,
      ok: 'warning',
      says: `${model} is not in the price table, so that no budget in money holds for it`,
      mend,
    },
  ]
}
