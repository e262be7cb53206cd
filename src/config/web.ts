/** Where browsers reach pages, if anywhere. */
import { addressOf, type Blame, type Given } from './given.ts'

export type WebSettings = Readonly<{
  /** The public address, without a `/` at its end. */
  address: string
  /** Where pages are listened for on this machine. */
  port: number
}>

/** What is set for pages, or nothing where there is no public address; `blame` is told each fault. */
export const webOf = (given: Given, blame: Blame): WebSettings | undefined => {
  if (given.PUBLIC_URL === undefined) return undefined
  // The Slack edge tells of an address that cannot be used, where it needs one as well.
  const address = addressOf('PUBLIC_URL', given, blame)
  const { MLSD_WEB_PORT: value = '3001' } = given
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 0
  if (port < 1 || port > 65_535)
    return blame(`MLSD_WEB_PORT is "${value}"; wanted is a whole number from 1 to 65535.`)
  return address === undefined ? undefined : { address, port }
}
