/** How much a model reads at once, and whether a talk fits into that. */
import type { Clock } from '../../clock.ts'
import type { Finding } from '../../finding.ts'
import { collect, nothingYet, type Received } from '../collecting.ts'
import { meaningOf } from '../meaning.ts'
import type { Endpoint } from '../settings.ts'
import { type Offered, type Request, Trouble, type Wire } from '../wire.ts'
import { learning } from './learning.ts'

/** Tokens of the longest prompt in a talk of 45 minutes with its answer, and what leaves room for people who talk much. */
const NEEDED = 14_000
const ROOMY = 16_000

/**
 * Says whether a talk fits. Where a server in a network of one's own does not tell, it is given a text of that length:
 * some cut off what is too long and say nothing. Elsewhere that would cost money, and is left.
 */
export const checkWindow = async (
  who: string,
  endpoint: Endpoint,
  offered: Offered | undefined,
  wire: Wire,
  clock: Clock,
  signal: AbortSignal,
): Promise<Finding> => {
  const { reads, trained } = offered ?? {}
  if (reads !== undefined) return judged(who, endpoint, reads)
  if (trained !== undefined && trained < ROOMY) return judged(who, endpoint, trained)
  return endpoint.baseUrl.startsWith('http://')
    ? measured(who, endpoint, wire, clock, signal)
    : { what: whatOf(who), ok: true, says: `is not told; a talk needs ${number(NEEDED)} tokens` }
}

const whatOf = (who: string): string => `what the ${who} reads at once`

const judged = (who: string, endpoint: Endpoint, tokens: number): Finding => {
  const what = whatOf(who)
  const says = `${number(tokens)} tokens`
  if (tokens >= ROOMY) return { what, ok: true, says }
  const mend = mendFor(endpoint)
  return tokens >= NEEDED
    ? { what, ok: 'warning', says: `${says}, which is little for a long talk`, mend }
    : { what, ok: false, says: `${says}, and a talk needs ${number(NEEDED)}`, mend }
}

const mendFor = ({ baseUrl }: Endpoint): string => {
  const own = baseUrl.startsWith('http://')
  const servers =
    'OLLAMA_CONTEXT_LENGTH=32768 for Ollama, --ctx-size 32768 for llama.cpp (that many for each of its slots), --max-model-len 32768 for vLLM, the context length in LM Studio'
  return own ? `Start the server with more: ${servers}.` : 'Take a model that reads more.'
}

const measured = async (
  who: string,
  endpoint: Endpoint,
  wire: Wire,
  clock: Clock,
  signal: AbortSignal,
): Promise<Finding> => {
  const what = whatOf(who)
  const start = clock.now()
  try {
    const { tokens } = await read(endpoint, wire, clock, signal)
    if (signal.aborted) return { what, ok: 'warning', says: slow(clock.now() - start), mend: FASTER }
    if (tokens === undefined)
      return {
        what,
        ok: true,
        says: `is not told; a text of ${number(NEEDED)} tokens was taken`,
      }
    return tokens.sent < NEEDED
      ? judged(who, endpoint, tokens.sent)
      : { what, ok: true, says: `${number(NEEDED)} tokens at least, in ${seconds(clock.now() - start)}` }
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    const { kind, says } = meaningOf(error, endpoint)
    if (kind !== 'too-long') return { what, ok: 'warning', says: `cannot be told: ${says}` }
    return {
      what,
      ok: false,
      says: `less than the ${number(NEEDED)} tokens that a talk needs`,
      mend: mendFor(endpoint),
    }
  }
}

const FASTER = 'A smaller model reads faster; MLSD_MODEL_SECONDS says how long is waited.'

const slow = (ms: number): string => `${number(NEEDED)} tokens, as a talk has, are not read in ${seconds(ms)}`

/** Has a long text read; what is answered does not matter. */
const read = (endpoint: Endpoint, wire: Wire, { now }: Clock, signal: AbortSignal): Promise<Received> =>
  learning(endpoint, 3, async ({ mostAs, counted }) => {
    const received = nothingYet(now())
    const watch = { now, begun: () => {}, text: () => {} }
    await collect(wire.stream({ ...LONG, mostAs, counted }, signal), received, watch)
    return received
  })

/** Every word is a token or more, whoever counts. */
const LONG: Omit<Request, 'mostAs' | 'counted'> = {
  messages: [{ role: 'user', content: `${'one '.repeat(NEEDED)}\n\nAnswer with the word "one".` }],
  format: 'words',
  shape: { name: 'word', schema: {} },
  most: 16,
}

const number = (n: number): string => n.toLocaleString('en-US')
const seconds = (ms: number): string => `${Math.max(1, Math.round(ms / 1_000))} s`
