import type { Finding } from '../../../finding.ts'
import { isRecord } from '../../outside.ts'
import { askDiscord, type Caller } from './ask.ts'

/** Whether the connection on which the bot listens can be opened, and how often it still can today. */
export const checkGateway = async (caller: Caller): Promise<Finding> => {
  const what = 'gateway'
  const reply = await askDiscord(caller, '/gateway/bot')
  if (!reply.ok) return { what, ok: 'warning', says: reply.says, mend: 'Look again in a minute.' }
  const shards = Number(reply.told.shards ?? 1)
  const { remaining, total, after } = startsIn(reply.told.session_start_limit)
  const says = `${shards === 1 ? 'one connection' : `${shards} connections`}; ${remaining} of ${total} starts are left`
  if (remaining >= Math.max(shards, FEW)) return { what, ok: true, says }
  const mend = `Wait ${Math.ceil(after / 60_000)} minutes for new ones, and see that nothing starts the bot again and again.`
  return { what, ok: remaining < shards ? false : 'warning', says, mend }
}

/** So few starts are used up soon by a bot that is started over and over; a day has a thousand. */
const FEW = 20

const startsIn = (limit: unknown): { remaining: number; total: number; after: number } => {
  const told = isRecord(limit) ? limit : {}
  const number = (name: string): number => Number(told[name] ?? 0)
  return { remaining: number('remaining'), total: number('total'), after: number('reset_after') }
}
