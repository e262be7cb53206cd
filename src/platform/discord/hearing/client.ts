/** The library's client: this is the only file that has it connect. Of all that it may cache, it keeps what has a name. */
import {
  Client,
  DefaultRestOptions,
  Events,
  GatewayDispatchEvents,
  Options,
  REST,
  SimpleShardingStrategy,
} from 'discord.js'
import { bitsOf, INTENTS } from '../needs.ts'
import { PATIENCE, type Rest } from '../saying/wire.ts'
import type { Known } from './known.ts'
import { isResumable, steady, unshaken } from './steady.ts'
import { timely } from './timely.ts'

/** One of so many connections, each of which is told of other guilds; counted from 0. */
export type Shard = { id: number; of: number }

export type ClientOptions = {
  token: string
  apiUrl?: string | undefined
  /** The one to connect; as many as Discord wants when absent. */
  shard?: Shard | undefined
  /** Whether Discord is asked for the words of what is said in channels. */
  content: boolean
  /** What the gateway tells, by its kind, as it comes; the kinds of `TOLD` only. */
  told(kind: Told, data: unknown): void
  /** A shard has lost its connection and connects anew. */
  deaf(shard: number): void
  /** A shard is told again what happens. */
  listening(shard: number): void
  /** A shard was turned away for good, with this code of the gateway's. */
  ended(code: number): void
  failed(error: Error): void
  /** The gateway said something that the library could not take. */
  puzzled(error: unknown): void
}

export type Connection = {
  known: Known
  /** Resolves once every shard is connected; rejects with why not. */
  open(): Promise<void>
  close(): Promise<void>
}

/** What is listened to. */
export const TOLD = {
  ready: GatewayDispatchEvents.Ready,
  said: GatewayDispatchEvents.MessageCreate,
  changed: GatewayDispatchEvents.MessageUpdate,
  deleted: GatewayDispatchEvents.MessageDelete,
  cleared: GatewayDispatchEvents.MessageDeleteBulk,
  asked: GatewayDispatchEvents.InteractionCreate,
} as const
export type Told = keyof typeof TOLD

export const connectionOf = (options: ClientOptions): Connection => {
  let closed = false
  const client = new Client({
    intents: Number(intentBits(options.content)),
    ...(options.shard
      ? { shards: [options.shard.id], shardCount: options.shard.of }
      : { shards: 'auto' as const }),
    makeCache: Options.cacheWithLimits(KEPT),
    rest: { ...(options.apiUrl !== undefined && { api: options.apiUrl }), ...PATIENCE },
    ws: {
      buildStrategy: (manager) => {
        const { retrieveSessionInfo, updateSessionInfo } = manager.options
        // A shard that was about to connect anew asks for this first, and does not once all is over.
        manager.options.retrieveSessionInfo = (shard) =>
          closed ? new Promise<never>(() => {}) : retrieveSessionInfo(shard)
        manager.options.updateSessionInfo = (shard, session) =>
          isResumable(session) ? updateSessionInfo(shard, session) : undefined
        return steady(new SimpleShardingStrategy(manager), options)
      },
    },
  })
  timely(client.rest)
  unshaken(client, options)
  for (const kind of Object.keys(TOLD) as Told[]) {
    client.ws.on(TOLD[kind], (data: unknown) => options.told(kind, data))
  }
  for (const event of [GatewayDispatchEvents.Ready, GatewayDispatchEvents.Resumed]) {
    client.ws.on(event, (_: unknown, shard) => options.listening(shard))
  }
  client.on(Events.ShardReconnecting, (shard) => options.deaf(shard))
  client.on(Events.ShardDisconnect, ({ code }) => options.ended(code))
  client.on(Events.ShardError, (error) => options.failed(error))
  client.on(Events.Error, (error) => options.failed(error))
  return {
    known: knownBy(client),
    open: async () => void (await client.login(options.token)),
    async close() {
      closed = true
      await client.destroy()
    },
  }
}

/** The library's REST client, with what lets go of it. */
export const restOf = (
  options: Pick<ClientOptions, 'token' | 'apiUrl'> & {
    perSecond?: number | undefined
    /** A call is made once more, since Discord failed at it, and why. */
    again?: ((why: string) => void) | undefined
  },
) => {
  const { token, apiUrl, perSecond, again } = options
  const own = new REST({
    ...(apiUrl !== undefined && { api: apiUrl }),
    ...(perSecond !== undefined && { globalRequestsPerSecond: perSecond }),
    ...PATIENCE,
    makeRequest: again ? telling(wholly, again) : wholly,
  })
  const rest = timely(own.setToken(token))
  const stop = (): void => {
    rest.clearHashSweeper()
    rest.clearHandlerSweeper()
  }
  return { rest: rest satisfies Rest as Rest, stop }
}

type MakeRequest = typeof DefaultRestOptions.makeRequest

/** The same, which tells of what is made again after a failure: the library does so with the headers that it has. */
const telling = (make: MakeRequest, again: (why: string) => void): MakeRequest => {
  const failures = new WeakMap<object, string>()
  return async (url, init) => {
    const key = init.headers ?? {}
    const failure = failures.get(key)
    if (failure !== undefined) again(failure)
    failures.set(key, 'no answer')
    const answer = await make(url, init)
    if (answer.status < 500) failures.delete(key)
    else failures.set(key, `HTTP ${answer.status}`)
    return answer
  }
}

/**
 * Makes a request whose files are put together before it begins: where the connection breaks while a form is still being
 * read, Node rejects a promise that nobody has, which ends the process.
 */
const wholly: MakeRequest = async (url, init) => {
  if (!(init.body instanceof FormData)) return DefaultRestOptions.makeRequest(url, init)
  const form = new Response(init.body)
  const headers = { ...init.headers, 'content-type': form.headers.get('content-type') ?? '' }
  const body = new Uint8Array(await form.arrayBuffer())
  return DefaultRestOptions.makeRequest(url, { ...init, headers, body })
}

const intentBits = (content: boolean): bigint =>
  bitsOf(INTENTS) & ~(content ? 0n : INTENTS.MessageContent.bit)

/** Of members and people only the bot itself is kept, and nothing at all of what is said. */
const ITSELF = {
  maxSize: 0,
  keepOverLimit: ({ id, client }: { id: string; client: Client<true> }) => id === client.user.id,
}
const KEPT = {
  ...{ MessageManager: 0, GuildMessageManager: 0, DMMessageManager: 0, ReactionManager: 0 },
  ...{ BaseGuildEmojiManager: 0, GuildEmojiManager: 0, GuildStickerManager: 0, PresenceManager: 0 },
  ...{ StageInstanceManager: 0, VoiceStateManager: 0, ThreadMemberManager: 0, GuildScheduledEventManager: 0 },
  ...{ GuildMemberManager: ITSELF, UserManager: ITSELF },
}

const knownBy = (client: Client): Known => ({
  parentOf(channel) {
    const known = client.channels.cache.get(channel)
    if (!known) return undefined
    return known.isThread() ? known.parentId : null
  },
  channelName(channel) {
    const known = client.channels.cache.get(channel)
    return known && 'name' in known ? (known.name ?? undefined) : undefined
  },
  roleName: (guild, role) => client.guilds.cache.get(guild)?.roles.cache.get(role)?.name,
  ownRole(guild) {
    const self = client.user?.id
    return self === undefined ? undefined : client.guilds.cache.get(guild)?.roles.botRoleFor(self)?.id
  },
})
