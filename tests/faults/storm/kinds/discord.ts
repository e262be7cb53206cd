/** What Discord does. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Fault } from '../faults.ts'
import { atOnce } from './at-once.ts'

/** Those of Discord. */
export const DISCORD: readonly Fault[] = [
  {
    ...{ kind: 'Discord answers 429', weight: 6 },
    befall: atOnce(({ discord: { discord } }, chance) =>
      discord.trouble.limit(DISCORD_POST, { times: chance.between(1, 3), retryAfter: 0.3 }),
    ),
  },
  {
    ...{ kind: 'Discord answers 5xx', weight: 6 },
    befall: atOnce(({ discord: { discord } }, chance) =>
      discord.trouble.fail(chance.pick([DISCORD_POST, '*']), chance.pick([500, 502, 503]), {
        times: chance.between(1, 3),
      }),
    ),
  },
  {
    ...{ kind: 'Discord breaks off', weight: 6 },
    befall: atOnce(({ discord: { discord } }, chance) =>
      discord.trouble.fail(chance.pick([DISCORD_POST, '*']), chance.pick(['cut', 'lost-answer'])),
    ),
  },
  {
    kind: 'gateway dropped',
    weight: 3,
    befall: atOnce(({ discord: { discord } }) => discord.gateway.drop()),
  },
  {
    ...{ kind: 'gateway asks to reconnect', weight: 2 },
    befall: atOnce(({ discord: { discord } }) => discord.gateway.reconnect()),
  },
  {
    ...{ kind: 'gateway says the session is invalid', weight: 3 },
    befall: atOnce(({ discord: { discord } }, chance) => discord.gateway.invalidate(chance.number() < 0.5)),
  },
  {
    ...{ kind: 'gateway tells twice', weight: 5 },
    befall({ discord: { discord } }) {
      if (!discord.gateway.told.includes('MESSAGE_CREATE')) return false
      discord.gateway.repeat('MESSAGE_CREATE')
      return true
    },
  },
  {
    ...{ kind: 'gateway is silent', weight: 1 },
    async befall({ discord: { discord } }) {
      discord.gateway.silence()
      await pause(4_000)
      // A line that was dead does not go on as if nothing had been missed.
      discord.gateway.drop()
      discord.gateway.accept()
      return true
    },
  },
]

/** How its stand-in calls it when a message is posted. */
export const DISCORD_POST = 'POST /channels/:id/messages'
