/** The sign that an answer is on its way: the assistant's status, or a reaction where there can be none. */
import { type Words, wordsIn } from '../../../words/words.ts'
import type { Api } from '../api/api.ts'
import { errorIn, unlessRefused } from '../api/fault.ts'
import type { Abilities } from './abilities.ts'
import type { Target } from './target.ts'

/** A sign that is up, and how to take it down. */
export type Sign = {
  /** Slack takes it down by itself once something is said there. */
  ends: boolean
  lower(): Promise<void>
}

/** Puts up a sign in a thread, or on the message `ts` that is to be answered; nothing where neither can be. `locale` is of who waits. */
export const raise = async (
  { api, abilities }: { api: Api; abilities: Abilities },
  target: Target,
  ts: string | undefined,
  locale?: string,
): Promise<Sign | undefined> => {
  const { tenant, channel, thread } = target
  if (thread !== undefined && abilities.can(tenant, 'status')) {
    const where = { channel_id: channel, thread_ts: thread }
    const lower = async () =>
      void (await api.call(tenant, 'assistant.threads.setStatus', { ...where, status: '' }))
    const raised = api.call(
      tenant,
      'assistant.threads.setStatus',
      { ...where, ...statusIn(wordsIn(locale)) },
      HURRY,
    )
    const isUp = await unlessRefused(
      raised.then(() => true),
      (refusal) => {
        abilities.note(tenant, 'status', refusal)
        return false
      },
    )
    if (isUp) return { ends: true, lower }
  }
  if (ts === undefined || !abilities.can(tenant, 'reactions')) return undefined
  const reaction = { channel, timestamp: ts, name: EMOJI }
  await api.call(tenant, 'reactions.add', reaction, HURRY).catch((fault: unknown) => {
    if (errorIn(fault) === 'already_reacted') return
    abilities.note(tenant, 'reactions', fault)
    throw fault
  })
  const lower = async () => void (await api.call(tenant, 'reactions.remove', reaction))
  return { ends: false, lower }
}

const HURRY = { hurry: true } as const

const statusIn = ({ edge }: Words) => ({
  status: edge.thinking,
  loading_messages: [edge.reading, edge.asking],
})
const EMOJI = 'thought_balloon'
