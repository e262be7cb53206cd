import { Client, type ClientConfig } from 'pg'

/**
 * Told of each call; that the connection is `lost`, once it was there; and `again` when it is made anew: calls may have
 * been missed meanwhile.
 */
export type Hear = (what: 'called' | 'lost' | 'again') => void

/**
 * Listens on a connection of its own, which is made again for as long as it takes when it breaks.
 * Where listening is not to be had, as behind some poolers, nothing is heard; whoever listens has to look now and then
 * as well. Resolves the answer once the connection is closed.
 */
export const listenTo = (settings: ClientConfig, channel: string, hear: Hear): (() => Promise<void>) => {
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let client: Client | undefined
  let listening = false
  let lost = false

  const connect = async (): Promise<void> => {
    const own = new Client(settings)
    client = own
    let broken = false
    const again = (): void => {
      if (broken || closed) return
      broken = true
      lost = true
      if (listening) hear('lost')
      listening = false
      own.end().catch(() => {})
      timer = setTimeout(connect, PAUSE_MS)
    }
    own.on('error', again)
    own.on('end', again)
    own.on('notification', () => hear('called'))
    try {
      await own.connect()
      await own.query(`LISTEN ${channel}`)
      if (closed) return await own.end()
      listening = true
      if (lost) hear('again')
      lost = false
    } catch {
      again()
    }
  }

  const first = connect()
  return async () => {
    closed = true
    clearTimeout(timer)
    await first
    await client?.end().catch(() => {})
  }
}

const PAUSE_MS = 500
