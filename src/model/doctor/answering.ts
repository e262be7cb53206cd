/** How a model answers: in which form, and how fast. */
import type { Clock } from '../../clock.ts'
import type { Finding } from '../../finding.ts'
import { collect, nothingYet, type Received, throwIfCut } from '../collecting.ts'
import { SLOW } from '../meaning.ts'
import { readJson } from '../reading.ts'
import { describeEndpoint, type Endpoint } from '../settings.ts'
import { type Format, type Request, Trouble, type Wire } from '../wire.ts'
import { amiss } from './amiss.ts'
import { learning } from './learning.ts'

/** Asks one short question and looks at the answer. */
export const checkAnswers = async (
  who: string,
  endpoint: Endpoint,
  wire: Wire,
  clock: Clock,
  signal: AbortSignal,
): Promise<Finding[]> => {
  try {
    const answer = await asked(endpoint, wire, clock, signal)
    return [formOf(who, answer), paceOf(who, answer)]
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    return [amiss(describeEndpoint(endpoint), error, endpoint, signal)]
  }
}

type Answer = { received: Received; format: Format; pieces: number; whole: number }

const asked = (endpoint: Endpoint, wire: Wire, { now }: Clock, signal: AbortSignal): Promise<Answer> =>
  learning(endpoint, 6, async (abilities) => {
    const { format, mostAs, counted } = abilities
    const effort = abilities.effort ? endpoint.effort : undefined
    const request = { ...QUESTION, format, mostAs, counted, ...(effort && { effort }) }
    const received = nothingYet(now())
    let pieces = 0
    const watch = { now, begun: () => {}, text: () => void pieces++ }
    await collect(wire.stream(request, signal), received, watch)
    if (signal.aborted) throw new Trouble('no whole answer in time', { code: SLOW })
    throwIfCut(received)
    return { received, format, pieces, whole: now() - received.sentAt }
  })

const QUESTION = {
  messages: [
    { role: 'system', content: 'You answer in JSON, as {"numbers": ["one", "two", ...]}.' },
    { role: 'user', content: 'Count from one to ten, in words.' },
  ],
  shape: {
    name: 'numbers',
    schema: {
      type: 'object',
      properties: { numbers: { type: 'array', items: { type: 'string' } } },
      required: ['numbers'],
      additionalProperties: false,
    },
  },
  most: 2_000,
} as const satisfies Partial<Request>

const formOf = (who: string, { received, format }: Answer): Finding => {
  const what = `answers of the ${who}`
  const read = readJson(received.text)
  const fits = 'value' in read && JSON.stringify(read.value).includes('"numbers"')
  if (!fits) {
    const mend = 'A larger model, or one that is made to follow instructions, does better.'
    return { what, ok: false, says: 'are not in the form that was asked for', mend }
  }
  if (format === 'schema') return { what, ok: true, says: 'fit a JSON schema that is sent along' }
  const mend = 'Nothing has to be done; a server that takes a JSON schema has to be asked twice less often.'
  return { what, ok: 'warning', says: 'are not held to a JSON schema; it is put in words, and checked', mend }
}

const paceOf = (who: string, { received, pieces, whole }: Answer): Finding => {
  const what = `pace of the ${who}`
  const first = (received.firstAt ?? received.sentAt) - received.sentAt
  const says = `first word after ${first} ms, ten words after ${whole} ms`
  if (pieces < 2)
    return {
      what,
      ok: 'warning',
      says: `${says}, all at once`,
      mend: 'Turn streaming on in the server, or in the proxy before it.',
    }
  if (first <= SLUGGISH) return { what, ok: true, says: `${says}, as a stream` }
  const mend =
    'People wait for each answer. A smaller model is quicker, and so is one that thinks less (MLSD_MODEL_EFFORT).'
  return { what, ok: 'warning', says, mend }
}

const SLUGGISH = 5_000
