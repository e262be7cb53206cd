/** What ties the end of an installation to its beginning: signed, and good for ten minutes. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { InstallURLOptions, StateStore } from '@slack/bolt'
import type { Clock } from '../../../clock.ts'

/** Somebody reads what the app asks for, and agrees, within this time. */
const GOOD_FOR_MS = 600_000

/** Makes states and checks them; a state that is forged, or too old, is refused. The browser has to know it as well. */
export const statesOf = (secret: string, clock: Clock, options: InstallURLOptions): StateStore => {
  const sign = (what: string): string => createHmac('sha256', secret).update(what).digest('base64url')
  return {
    async generateStateParam() {
      const what = `${clock.now().toString(36)}.${randomBytes(12).toString('base64url')}`
      return `${what}.${sign(what)}`
    },
    async verifyStateParam(_, state) {
      const [time = '', chance = '', signature = ''] = state.split('.')
      const [given, wanted] = [Buffer.from(signature), Buffer.from(sign(`${time}.${chance}`))]
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw invalid('is not of ours')
      const age = clock.now() - Number.parseInt(time, 36)
      if (age < 0 || age > GOOD_FOR_MS) throw invalid('is too old')
      return options
    },
  }
}

/** As the library names it, so that its page and ours tell the same. */
const invalid = (why: string): Error =>
  Object.assign(new Error(`The state of an installation ${why}.`), { code: 'slack_oauth_invalid_state' })
