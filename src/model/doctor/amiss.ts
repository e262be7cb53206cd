/** A trouble, as something to be mended. */
import type { Finding } from '../../finding.ts'
import { meaningOf, SLOW } from '../meaning.ts'
import type { Endpoint } from '../settings.ts'
import { Trouble } from '../wire.ts'

/** What a trouble means for whoever sets the endpoint up; an aborted signal means that it took too long. */
export const amiss = (what: string, trouble: Trouble, endpoint: Endpoint, signal: AbortSignal): Finding => {
  const late = signal.aborted ? new Trouble('no whole answer in time', { code: SLOW }) : trouble
  const { kind, says } = meaningOf(late, endpoint)
  const { baseUrl, model, apiKey } = endpoint.named
  const mends: Partial<Record<typeof kind, string>> = {
    refused: `Look at ${baseUrl}, ${model} and ${apiKey}.`,
    unreachable: `Look whether the server runs, at the network of this machine, and at ${baseUrl}.`,
    slow: 'Look at the load of the server; MLSD_MODEL_SECONDS says how long is waited.',
  }
  const ok = kind === 'busy' ? 'warning' : false
  return { what, ok, says, mend: mends[kind] ?? 'Look again in some minutes.' }
}
