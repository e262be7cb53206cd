/** The library's REST client keeps by the clock when it may call again; the clock may be set back. */
import type { REST } from 'discord.js'
import { DRIFT_MS } from '../../../drift.ts'

/**
 * The same client, which forgets what it keeps of limits once the clock has been set back: it would refuse to call for as long
 * as the clock was ahead. Discord says anew what is limited, and by how much.
 */
export const timely = (rest: REST): REST => {
  const { queueRequest, options } = rest
  const { makeRequest } = options
  let ahead = aheadNow()
  const look = (): void => {
    const was = ahead
    ahead = aheadNow()
    if (was - ahead > DRIFT_MS) forget(rest)
  }
  rest.queueRequest = (request) => {
    look()
    return queueRequest.call(rest, request)
  }
  // What an answer says of limits is reckoned from when it came, also where it is asked again within the same call.
  options.makeRequest = async (url, init) => {
    look()
    try {
      return await makeRequest(url, init)
    } finally {
      look()
    }
  }
  return rest
}

/** By how much the clock differs from time that only goes on. */
const aheadNow = (): number => Date.now() - performance.now()

/** What waits already does so for a moment at most, and is refused then. */
const forget = (rest: REST): void => {
  rest.handlers.clear()
  rest.globalReset = -1
  rest.globalDelay = null
}
