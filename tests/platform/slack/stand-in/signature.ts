/** Slack's signature of what it posts to an app. */
import { createHmac } from 'node:crypto'

/** The headers that go with a body; `at` in seconds since 1970. */
export const signed = (secret: string, body: string, at: number): Record<string, string> => ({
  'x-slack-request-timestamp': String(at),
  'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`,
})
