/** What Slack does. */
import type { Fault } from '../faults.ts'
import { anyOf } from '../fleet.ts'
import { atOnce } from './at-once.ts'

/** Those of Slack. */
export const SLACK: readonly Fault[] = [
  {
    ...{ kind: 'Slack delivers again', weight: 25 },
    befall({ slack: { slack } }, chance) {
      const known = slack.deliveries.filter(
        ({ kind, type, state, body: { event } }) =>
          kind === 'events_api' && type === 'message' && state === 'acknowledged' && !isOwn(event),
      )
      const one = anyOf(known.slice(-60), chance)
      if (one) void slack.again(one, 'http_timeout')
      return one !== undefined
    },
  },
  {
    ...{ kind: 'Slack answers 429', weight: 6 },
    befall: atOnce(({ slack: { slack } }, chance) =>
      slack.trouble.limit('chat.postMessage', { times: chance.between(1, 3), retryAfter: 1 }),
    ),
  },
  {
    ...{ kind: 'Slack answers 5xx', weight: 8 },
    befall: atOnce(({ slack: { slack } }, chance) =>
      slack.trouble.fail(chance.pick(SLACK_METHODS), chance.pick([500, 502, 503]), {
        times: chance.between(1, 3),
      }),
    ),
  },
  {
    ...{ kind: 'Slack breaks off', weight: 8 },
    befall: atOnce(({ slack: { slack } }, chance) =>
      slack.trouble.fail(chance.pick(SLACK_METHODS), chance.pick(['cut', 'lost-answer'])),
    ),
  },
]

/** The bot hears what it says itself as well. */
const isOwn = (event: unknown): boolean => typeof event === 'object' && event !== null && 'bot_id' in event

const SLACK_METHODS = ['chat.postMessage', 'chat.update', 'chat.postEphemeral', '*'] as const
