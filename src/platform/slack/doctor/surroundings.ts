/** What HTTP needs around the bot: a secret that looks like one, a port, an address. */
import { createServer } from 'node:net'
import type { Finding } from '../../../finding.ts'
import { reach, whyUnreached } from '../../reach.ts'

/** Whether requests can be verified: only their signatures can show that, so this looks at the secret's shape. */
export const checkSigningSecret = (secret: string): Finding => {
  const what = 'signing secret'
  if (/^[0-9a-f]{32}$/.test(secret)) return { what, ok: true, says: 'has the form of one' }
  return {
    what,
    ok: 'warning',
    says: 'is not 32 hexadecimal digits, as those of Slack are',
    mend: 'Copy "Signing Secret" once more, from "Basic Information" of the app.',
  }
}

/** Whether the bot could listen there now; a bot that runs has taken it. */
export const checkPort = async (port: number, host?: string): Promise<Finding> => {
  const what = `port ${port}`
  const fault = await listening(port, host)
  if (fault === undefined) return { what, ok: true, says: 'is free' }
  if (fault === 'EADDRINUSE') {
    return {
      what,
      ok: 'warning',
      says: 'is in use',
      mend: 'Nothing, if that is the mlsd you know of; else stop the other program or set another PORT.',
    }
  }
  const mend =
    fault === 'EACCES' ? 'Set PORT to 1024 or above.' : 'Set PORT to one that this machine can listen on.'
  return { what, ok: false, says: `cannot be listened on (${fault})`, mend }
}

const listening = (port: number, host: string | undefined): Promise<string | undefined> =>
  new Promise((done) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message))
    server.listen({ port, ...(host !== undefined && { host }) }, () => server.close(() => done(undefined)))
  })

/** Whether the bot answers at the address; where it is not running yet, only its proxy may. */
export const checkAddress = async (url: string): Promise<Finding> => {
  const what = `PUBLIC_URL ${url}`
  try {
    const { status } = await reach(`${url.replace(/\/+$/, '')}/slack/events`, { redirect: 'manual' })
    // Deliveries are posted: whoever only looks is told so there, and nowhere else.
    return status === 405
      ? { what, ok: true, says: 'answers' }
      : { what, ok: 'warning', says: `answers with ${status}, and not as the bot does`, mend: WAITING }
  } catch (error) {
    return { what, ok: 'warning', says: `cannot be reached from here: ${whyUnreached(error)}`, mend: WAITING }
  }
}

const WAITING = 'Start "mlsd serve" and look again; if it stays so, lead this address to PORT.'
