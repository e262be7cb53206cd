/** One connection in Socket Mode, from its opening to its end; the next one is another connection. */
import { type App, type Logger, SocketModeReceiver } from '@slack/bolt'
import type { Waits } from '../../waits.ts'
import type { Door } from './door.ts'

export type Connection = {
  /** Resolves once Slack has said hello; rejects with why there is no connection. */
  open(): Promise<void>
  /** Resolves once it is no more, whoever ended it. */
  lost: Promise<void>
  /** Ends it. */
  close(): Promise<void>
}

export type ConnectionOptions = {
  appToken: string
  apiUrl?: string | undefined
  door: Door
  logger: Logger
  /** For as long as the bot runs. */
  waits: Waits
  /** For its end. */
  lastWaits: Waits
}

/** Whether the other side is still there is looked at so often; the library waits half a minute for a last word. */
const LOOK_EVERY_MS = 2_000

/** Slack says hello at once, or is not well. */
const HELLO_WITHIN_MS = 15_000

/** The other side has so long to confirm an end. */
const FAREWELL_MS = 1_000

/** An answer of the Web API that takes longer will not come. */
const ANSWER_WITHIN_MS = 10_000

/** A WebSocket that is open says so with this number. */
const OPEN = 1

export const connectionOf = (options: ConnectionOptions): Connection => {
  const { waits, lastWaits } = options
  const receiver = receiverFor(options)
  const { client } = receiver
  keepSteady(client, options.logger)
  const lost = Promise.withResolvers<void>()
  let closed = false
  client.on('disconnected', () => lost.resolve())

  /** The library closes a connection that died unnoticed, and then waits for an answer from the dead. */
  const watch = async (): Promise<void> => {
    while (!closed && (await waits.pause(LOOK_EVERY_MS))) {
      if (client.websocket?.readyState !== OPEN) return lost.resolve()
    }
  }

  const leave = (): void => void client.disconnect().catch(() => undefined)

  const close = async (): Promise<void> => {
    closed = true
    lost.resolve()
    const ended = new Promise<void>((done) => client.once('disconnected', () => done()))
    leave()
    await Promise.race([ended, lastWaits.pause(FAREWELL_MS)])
    // Asked a second time, it waits for no answer any more.
    leave()
  }

  return {
    lost: lost.promise,
    close,
    async open() {
      const hello = receiver.start().then(() => (closed ? leave() : undefined))
      hello.catch(() => undefined)
      const said = hello.then(() => true)
      if (!(await Promise.race([said, waits.pause(HELLO_WITHIN_MS).then(() => false)]))) {
        await close()
        throw new Error('Slack opened a connection and did not say hello')
      }
      void watch()
    },
  }
}

/** What the library throws over something that it cannot read, it throws with nobody to catch it. */
const keepSteady = (client: SocketModeReceiver['client'], logger: Logger): void => {
  const reader = client as unknown as { onWebSocketMessage(...message: unknown[]): Promise<void> }
  client.removeAllListeners('ws_message')
  client.on('ws_message', (...message: unknown[]) => {
    reader
      .onWebSocketMessage(...message)
      .catch(() => logger.warn('what came could not be read, and was left out'))
  })
}

const receiverFor = ({ appToken, apiUrl, door, logger }: ConnectionOptions): SocketModeReceiver => {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: {
        ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        timeout: ANSWER_WITHIN_MS,
      },
    },
    processEventErrorHandler: async () => false,
  })
  // The library asks its app for nothing else.
  receiver.init(door as unknown as App)
  return receiver
}
