/**
 * A Slack that others have written: the program `emulate`, with a workspace, the app and some people in it.
 *
 * It has the Web API with its scopes, OAuth and signed events; `emulate.test.ts` lists what it has not.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createEmulator, type EmulatorContext } from 'emulate'
import { parse } from 'yaml'

export type Json = Record<string, unknown>

export type Message = {
  ts: string
  user: string
  text: string
  thread_ts?: string
  blocks?: Json[]
  metadata?: Json
  files?: { id: string; name: string; url_private: string }[]
  reactions?: { name: string; users: string[] }[]
}

export type View = { title: { text: string } | null; blocks: Json[] }

export type Somebody = {
  id: string
  /** The channel of their direct messages with the app. */
  direct: string
  /** Answers the message's timestamp, once the app has answered the event about it: so does the emulator. */
  say(channel: string, text: string, thread?: string): Promise<string>
  share(channel: string, name: string, content: string, text?: string, thread?: string): Promise<void>
  call(method: string, args?: Json): Promise<Json>
}

/** An event as it was sent, with the status of its answer; `null` where nobody answered. */
export type Delivery = { event: string; status_code: number | null; payload: unknown }

export type Emulated = {
  apiUrl: string
  /** As whom the app is installed. */
  bot: { token: string; user: string }
  /** A channel for everybody, and one for its members alone; the app was invited into both. */
  open: string
  closed: string
  admin: Somebody
  candidate: Somebody
  watcher: Somebody
  /** Somebody of `OTHER_TEAM`. */
  neighbour: Somebody
  /** From now on events go to this address. */
  deliverTo(url: string): void
  deliveries(): readonly Delivery[]
  /** Sends an event, signed as all are; answers the status. */
  deliver(payload: unknown): Promise<number | null | undefined>
  call(token: string, method: string, args?: Json): Promise<Json>
  /** What stands in a channel, or in a thread of it, oldest first. */
  messages(channel: string, thread?: string): Promise<Message[]>
  /** What is shown in a channel to one person alone. */
  whispered(channel: string, to: Somebody): Message[]
  /** What they see in their Home tab, or in the modal that was opened last. */
  view(type: 'home' | 'modal', of: Somebody): View | undefined
  /** It has one workspace, which is called by another name from now on. */
  becomes(team: string, domain: string): void
  stop(): Promise<void>
}

export const TEAM = 'T000000001'
export const OTHER_TEAM = 'T000000002'
export const SIGNING_SECRET = '8f742231b10e8888abcd99yyyzzz85a5'
export const CLIENT = { clientId: '12345.67890', clientSecret: 'a-client-secret' }

/** Where the app is said to be; nothing answers there. */
export const PUBLIC_URL = 'https://mlsd.example'

/** What `slack-manifest.yaml` asks for. */
export const SCOPES: readonly string[] = parse(
  readFileSync(new URL('../../../slack-manifest.yaml', import.meta.url), 'utf8'),
).oauth_config.scopes.bot

export type Options = {
  /** Of the app's token; those of the manifest where nothing else is said. */
  scopes?: readonly string[]
  /** Events are not signed where it is empty. */
  signingSecret?: string
}

/** Starts one on a free port, which asks for every scope that a method needs. */
export const emulated = async (options: Options = {}): Promise<Emulated> => {
  const { getSlackStore } = await behind()
  const { url, webhooks, store, close } = await inside(() =>
    createEmulator({ service: 'slack', port: 0, seed: { slack: seedOf(options) } }),
  )
  const { teams, ephemeralMessages, views } = getSlackStore(store)
  const deliveries = () => webhooks.getDeliveries()

  const call: Emulated['call'] = async (token, method, args = {}) => {
    const body = new URLSearchParams()
    for (const [key, value] of Object.entries(args))
      body.set(key, typeof value === 'object' ? JSON.stringify(value) : String(value))
    const headers = { authorization: `Bearer ${token}` }
    const answer = await fetch(`${url}/api/${method}`, { method: 'POST', headers, body })
    return { status: answer.status, ...((await answer.json()) as Json) }
  }

  const { members } = (await call(tokenOf('admin'), 'users.list')) as { members: Named[] }
  const { channels } = (await call(tokenOf('candidate'), 'conversations.list', {
    types: 'public_channel,private_channel',
  })) as { channels: Named[] }
  const [open, closed] = [idOf(channels, 'interviews'), idOf(channels, 'quiet')]
  for (const channel of [open, closed])
    await call(tokenOf('candidate'), 'conversations.invite', { channel, users: BOT.user })

  const somebody = async (name: Name): Promise<Somebody> => {
    const as: Somebody['call'] = (method, args) => call(tokenOf(name), method, args)
    const { channel } = (await as('conversations.open', { users: BOT.user })) as { channel: { id: string } }
    return {
      id: idOf(members, name),
      direct: channel.id,
      call: as,
      say: async (channel, text, thread) =>
        String((await as('chat.postMessage', { channel, text: typed(text), ...within(thread) })).ts),
      async share(channel, name, content, text, thread) {
        const length = Buffer.byteLength(content)
        const { upload_url, file_id } = await as('files.getUploadURLExternal', { filename: name, length })
        await fetch(String(upload_url), { method: 'POST', body: content })
        await as('files.completeUploadExternal', {
          files: [{ id: file_id, title: name }],
          channel_id: channel,
          ...(text === undefined ? {} : { initial_comment: typed(text) }),
          ...within(thread),
        })
      },
    }
  }

  return {
    apiUrl: `${url}/api/`,
    bot: BOT,
    ...{ open, closed },
    admin: await somebody('admin'),
    candidate: await somebody('candidate'),
    watcher: await somebody('watcher'),
    neighbour: await somebody('neighbour'),
    deliverTo(address) {
      for (const { id } of webhooks.getSubscriptions()) webhooks.unregister(id)
      webhooks.register({ url: address, events: ['*'], active: true, owner: 'slack' })
    },
    deliveries,
    async deliver(payload) {
      await webhooks.dispatch('message', undefined, payload, 'slack')
      return deliveries().findLast((each) => each.payload === payload)?.status_code
    },
    call,
    async messages(channel, thread) {
      const reader = channel.startsWith('D') ? BOT.token : tokenOf('candidate')
      const method = thread === undefined ? 'conversations.history' : 'conversations.replies'
      const answer = await call(reader, method, { channel, ts: thread ?? '', limit: 1000 })
      const messages = answer.messages as Message[]
      return thread === undefined ? messages.toReversed() : messages
    },
    whispered: (channel, to) =>
      ephemeralMessages.all().filter((each) => each.channel_id === channel && each.target_user === to.id),
    view: (type, of) => views.all().findLast((each) => each.type === type && each.user_id === of.id),
    becomes(team, domain) {
      for (const { id } of teams.all()) teams.update(id, { team_id: team, name: domain, domain })
    },
    stop: close,
  }
}

const BOT = { token: 'xoxb-of-the-app', user: 'U00000BOT', bot: 'B00000BOT' }
const APP = 'A000000001'
const PEOPLE = ['admin', 'candidate', 'watcher', 'neighbour'] as const
type Name = (typeof PEOPLE)[number]

const tokenOf = (name: Name): string => `xoxp-${name}`

type Named = { id: string; name: string }
const idOf = (all: readonly Named[], name: string): string => all.find((one) => one.name === name)?.id ?? ''

const within = (thread: string | undefined) => (thread === undefined ? {} : { thread_ts: thread })

/** What somebody types, as Slack's own programs send it on; mentions are marks already. */
const typed = (text: string): string => text.replace(/<@\w+>|[&<>]/g, (mark) => ESCAPED[mark] ?? mark)
const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** An admin is there already. */
const seedOf = ({ scopes = SCOPES, signingSecret = SIGNING_SECRET }: Options) => ({
  users: PEOPLE.filter((name) => name !== 'admin').map((name) => ({ name })),
  channels: [{ name: 'interviews' }, { name: 'quiet', is_private: true }],
  oauth_apps: [
    {
      ...{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, app_id: APP, name: 'mlsd' },
      ...{ bot_id: BOT.bot, bot_user_id: BOT.user, bot_name: 'mlsd' },
      redirect_uris: [`${PUBLIC_URL}/slack/oauth_redirect`],
      scopes: [...SCOPES],
    },
  ],
  tokens: [
    {
      ...{ token: BOT.token, type: 'bot', scopes: [...scopes] },
      ...{ user_id: BOT.user, bot_id: BOT.bot, app_id: APP },
    },
    ...PEOPLE.map((user) => ({
      ...{ token: tokenOf(user), type: 'user', user },
      team_id: user === 'neighbour' ? OTHER_TEAM : TEAM,
    })),
  ],
  signing_secret: signingSecret,
  strict_scopes: true,
})

type Inside = { store: object; webhooks: EmulatorContext<object>['webhooks'] }

/** Tables of the emulator, as far as they are looked into. */
type Table<T> = { all(): (T & { id: number })[]; update(id: number, change: object): unknown }
type Behind = {
  slackPlugin: {
    register(app: unknown, store: object, webhooks: Inside['webhooks'], ...rest: unknown[]): void
  }
  getSlackStore(store: object): {
    teams: Table<object>
    ephemeralMessages: Table<Message & { channel_id: string; target_user: string }>
    views: Table<View & { type: string; user_id: string }>
  }
}

/** Its front door lets nobody subscribe to events, nor see what is shown to one person alone. */
const behind = async (): Promise<Behind> => {
  const folder = new URL('../../../node_modules/emulate/dist/', import.meta.url)
  const file = readdirSync(folder).find(
    (name) =>
      /^dist-.*\.js$/.test(name) && readFileSync(new URL(name, folder), 'utf8').includes('\n  slackPlugin\n'),
  )
  if (file === undefined) throw new Error('emulate keeps its Slack elsewhere than before.')
  return import(new URL(file, folder).href)
}

/** Starts it, and takes hold of what it is made of. */
const inside = async <T>(start: () => Promise<T>): Promise<T & Inside> => {
  const { slackPlugin } = await behind()
  const { register } = slackPlugin
  let found: Inside | undefined
  slackPlugin.register = (app, store, webhooks, ...rest) => {
    found = { store, webhooks }
    register(app, store, webhooks, ...rest)
  }
  const started = await start().finally(() => {
    slackPlugin.register = register
  })
  if (!found) throw new Error('emulate starts its Slack in another way than before.')
  return { ...started, ...found }
}
