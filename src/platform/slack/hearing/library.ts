/** The app as Slack's library has it: it reads what is delivered, finds out whose it is, and calls who listens. */
import { App, AuthorizationError, type Logger } from '@slack/bolt'
import type { Complaints } from '../../complaints.ts'
import type { Authorise } from '../api/api.ts'
import { Foreign } from '../installs.ts'
import { tenantIn } from './whose.ts'

type Needs = { authorise: Authorise; logger: Logger; complaints: Pick<Complaints, 'complain'> }

/** An app that is delivered to through a door of ours, speaks to Slack through nobody, and swallows no failure. */
export const libraryApp = ({ authorise, logger, complaints }: Needs): App => {
  const app = new App({
    receiver: NOBODY,
    logger,
    ignoreSelf: false,
    convoStore: false,
    authorize: async (_source, body) => {
      const tenant = tenantIn((body ?? {}) as Parameters<typeof tenantIn>[0])
      const { botUserId, botId, url } = await authorise(tenant)
      return { tenant, botUserId, ...(botId && { botId }), ...(url && { url }) }
    },
  })
  app.error(async (error) => {
    const cause = 'original' in error ? error.original : error
    if (!(error instanceof AuthorizationError && cause instanceof Foreign)) throw cause
    // Slack is told that it arrived, or it would send it again.
    complaints.complain('warn', FOREIGN)
  })
  return app
}

const FOREIGN =
  'Something came from a workspace in which the app is not installed, or not any more; it was not taken.'

const NOBODY = {
  init: () => undefined,
  start: () => Promise.resolve(),
  stop: () => Promise.resolve(),
}
