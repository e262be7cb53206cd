/** Files that were heard. */
import { reasonOf } from '../../../reason.ts'
import { PlatformFault } from '../../platform.ts'
import { codeIn } from './fault.ts'
import type { Wire } from './wire.ts'

/** Where Discord keeps files; nothing is fetched from anywhere else. */
export const CDN = ['https://cdn.discordapp.com', 'https://media.discordapp.net'] as const

/** The content of a file by its address; an address that is too old is asked for anew. */
export const load = async (
  wire: Wire,
  ref: string,
  most: number,
  origins: readonly string[] = CDN,
): Promise<Uint8Array> => {
  const first = await got(addressOf(ref, origins), most)
  if (first instanceof Uint8Array) return first
  const fresh = EXPIRED.has(first) ? await renewed(wire, ref) : undefined
  const second = fresh === undefined ? first : await got(addressOf(fresh, origins), most)
  if (second instanceof Uint8Array) return second
  if (second >= 500 || second === 429)
    throw new PlatformFault('unreachable', `Discord did not hand out the file: HTTP ${second}.`)
  throw new PlatformFault('gone', `Discord does not hold that file any more: it answered HTTP ${second}.`)
}

const TIMEOUT_MS = 20_000
const EXPIRED: ReadonlySet<number> = new Set([403, 404, 410])

const addressOf = (ref: string, origins: readonly string[]): URL => {
  const address = URL.canParse(ref) ? new URL(ref) : undefined
  if (!address || !origins.includes(address.origin))
    throw new PlatformFault('refused', 'That is no file of Discord.')
  return address
}

const renewed = async (wire: Wire, ref: string): Promise<string | undefined> => {
  const body = { attachment_urls: [ref] }
  const call = { verb: 'post', route: '/attachments/refresh-urls', body } as const
  try {
    const answer = await wire.call<{ refreshed_urls?: readonly { refreshed?: string | null }[] }>(
      { what: 'renew the address of a file' },
      call,
    )
    return answer.refreshed_urls?.[0]?.refreshed ?? undefined
  } catch (fault) {
    if (codeIn(fault) === undefined) throw fault
    return undefined
  }
}

/** The content, or the status where there is none; it is read no further than `most` bytes. */
const got = async (address: URL, most: number): Promise<Uint8Array | number> => {
  try {
    const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (!answer.ok) {
      await answer.body?.cancel()
      return answer.status
    }
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of answer.body ?? []) {
      size += chunk.byteLength
      if (size > most) throw tooLarge(most)
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  } catch (error) {
    if (error instanceof PlatformFault) throw error
    const why = reasonOf(error)
    throw new PlatformFault('unreachable', `A file of Discord could not be fetched: ${why}.`, {
      cause: error,
    })
  }
}

const tooLarge = (most: number): PlatformFault =>
  new PlatformFault('gone', `The file is over ${Math.floor(most / 1000)} kB, more than is read.`)
