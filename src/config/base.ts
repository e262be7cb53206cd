/** Addresses of model servers, which may stand on this machine or beside it. */
import type { Blame, Given } from './given.ts'

/** The address that a setting holds, without a `/` at its end. It may hold a password, so that a fault does not show it. */
export const baseOf = (name: string, given: Given, blame: Blame): string | undefined => {
  const value = given[name]
  if (value === undefined) return undefined
  const url = URL.parse(value)
  const usable = url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isOwn(url)))
  if (!usable || url.search || url.hash)
    return blame(
      `${name} is no address that can be used; wanted is one that begins with https://, or with http:// in a network of your own.`,
    )
  if (url.username || url.password)
    return blame(
      `${name} holds a name or password; wanted is the address alone, and the key in its own setting.`,
    )
  const path = url.pathname.replace(/\/+$/, '').replace(/\/chat\/completions$/, '')
  // Every such server has its chat completions below /v1, and whoever gives only the host means that.
  return `${url.origin}${path === '' ? '/v1' : path}`
}

/** Whether an address is on this machine or in a network of one's own. */
export const ownHost = (address: string): boolean => {
  const url = URL.parse(address)
  return url !== null && isOwn(url)
}

const isOwn = ({ hostname }: URL): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\]|10(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2}|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])(\.\d+){2}|\[f[cde][\da-f:]*\])$/.test(
    hostname,
  ) ||
  // A name without a dot, as containers have it, and the endings that are never public.
  /^([\w-]+|.+\.(local|internal|lan|home\.arpa))$/.test(hostname)
