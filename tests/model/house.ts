import { systemClock, type VirtualClock, virtualClock } from '../../src/clock.ts'
import { type ChatWorld, chatModel } from '../../src/model/chat.ts'
import { ledgerInMemory } from '../../src/model/ledger.ts'
import type { Model } from '../../src/model/model.ts'
import { openAiWire } from '../../src/model/openai.ts'
import { housePrices } from '../../src/model/prices.ts'
import type { Endpoint, ModelSettings } from '../../src/model/settings.ts'

export const KEY = 'sk-hush-hush-hush-0123456789'

/** An endpoint at an address of a test. */
export const endpointAt = (baseUrl: string, more: Partial<Endpoint> = {}): Endpoint => ({
  baseUrl,
  model: 'gpt-4.1-mini',
  apiKey: KEY,
  named: { baseUrl: 'OPENAI_BASE_URL', model: 'MLSD_MODEL', apiKey: 'OPENAI_API_KEY' },
  ...more,
})

/** Both roles at one endpoint, with limits that no test meets by chance. */
export const settingsFor = (endpoint: Endpoint, more: Partial<ModelSettings> = {}): ModelSettings => ({
  roles: { interviewer: endpoint, judge: endpoint },
  calls: 4,
  firstToken: 20_000,
  whole: 90_000,
  budget: { interview: {}, person: {}, day: {} },
  ...more,
})

/** What a model lives in: the machine's clock unless another is given, and no spread between tries. */
export const worldOf = (more: Partial<ChatWorld> = {}): ChatWorld => ({
  clock: systemClock(),
  random: () => 0,
  ledger: ledgerInMemory(),
  prices: housePrices(),
  wire: openAiWire,
  report: (error) => {
    throw error
  },
  ...more,
})

/** A model at an address, on a clock that moves only in `driven`. */
export const modelAt = (
  baseUrl: string,
  {
    endpoint = {},
    settings = {},
    world = {},
  }: {
    endpoint?: Partial<Endpoint>
    settings?: Partial<ModelSettings>
    world?: Partial<ChatWorld>
  } = {},
): { model: Model; clock: VirtualClock } => {
  const clock = virtualClock(Date.UTC(2030, 0, 1, 12))
  const model = chatModel(settingsFor(endpointAt(baseUrl, endpoint), settings), worldOf({ clock, ...world }))
  return { model, clock }
}

/** Lets time run, a tenth of a second at a time and only while the server owes nothing, until something is settled. */
export const driven = async <T>(
  work: Promise<T>,
  clock: VirtualClock,
  server: { owes(): boolean },
  most = 600_000,
): Promise<T> => {
  let settled = false
  const note = () => {
    settled = true
  }
  work.then(note, note)
  const start = clock.now()
  while (!settled) {
    await new Promise((done) => setTimeout(done, 2))
    if (server.owes()) continue
    if (clock.now() - start > most) throw new Error('It is not settled after a long time.')
    await clock.advance(100)
  }
  return work
}
