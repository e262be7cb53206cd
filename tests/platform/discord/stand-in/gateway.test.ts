import { Events, GatewayIntentBits } from 'discord.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clientAt } from './client.ts'
import { BOTH, ONE, TWO } from './seed.ts'
import { type StandIn, standIn } from './stand-in.ts'

const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits
/** Lets a client identify as often as it likes. */
const hasty = { ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) } }

let discord: StandIn
let ends: (() => Promise<void>)[]
const start = async (
  ...[options, client]: [Parameters<typeof standIn>[0]?, Parameters<typeof clientAt>[1]?]
) => {
  discord = await standIn(options)
  const connected = await clientAt(discord, client)
  ends.push(() => connected.client.destroy(), discord.stop)
  return connected
}

beforeEach(() => {
  ends = []
})
afterEach(async () => {
  for (const end of ends) await end()
})

test('greets with the guilds of the app and tells what people say, do and take back', async () => {
  const { client, heard } = await start()
  expect([...client.guilds.cache.keys()]).toEqual([ONE.guild, TWO.guild])
  const edits: [string | null, number | null][] = []
  const gone: string[] = []
  client.on(Events.MessageUpdate, (_, { content, editedTimestamp }) => edits.push([content, editedTimestamp]))
  client.on(Events.MessageDelete, ({ id }) => gone.push(id))
  client.on(Events.MessageBulkDelete, (messages) => gone.push(...messages.keys()))
  const one = discord.person(ONE.candidate)
  const first = one.say(ONE.general, 'hello')
  one.dm('just you')
  one.edit(first, 'hello there')
  const more = [one.say(ONE.general, 'a'), one.say(ONE.general, 'b')]
  one.remove(first)
  discord.person(ONE.admin).purge(more)
  await discord.until(() => gone.length === 3)
  expect(heard).toEqual(['hello', 'just you', 'a', 'b'])
  expect(edits).toEqual([['hello there', expect.any(Number)]])
  expect(gone).toEqual([first, ...more])
})

test('people say only what they may, where they may', async () => {
  discord = await standIn()
  ends.push(discord.stop)
  const peer = discord.person(ONE.peer)
  expect(() => peer.say(ONE.members, 'hello')).toThrow('does not see')
  expect(() => peer.say(TWO.general, 'hello')).toThrow('does not see')
  expect(() => peer.edit(discord.person(ONE.candidate).say(ONE.general, 'x'), 'y')).toThrow(
    'was not written by',
  )
  expect(peer.sees(ONE.members)).toEqual([])
  expect(peer.sees(ONE.general).map(({ text }) => text)).toEqual(['x'])
})

test('nothing is told of channels that the app does not see', async () => {
  const { heard } = await start()
  discord.person(ONE.candidate).say(ONE.closed, 'behind closed doors')
  discord.person(ONE.candidate).say(ONE.general, 'in the open')
  await discord.until(() => heard.length > 0)
  expect(heard).toEqual(['in the open'])
})

test('what is said in threads of others is heard, unless they are private', async () => {
  const { client, heard } = await start()
  discord.deny(ONE.general, 'ManageThreads')
  const one = discord.person(ONE.candidate)
  const hidden = one.begin(ONE.general, 'mine', true)
  const open = one.begin(ONE.general, 'ours')
  one.say(hidden, 'to myself')
  one.say(open, 'to all')
  await discord.until(() => heard.length > 0)
  expect(heard).toEqual(['to all'])
  expect(client.channels.cache.has(open)).toBe(true)
  expect(client.channels.cache.has(hidden)).toBe(false)
  expect(discord.person(ONE.watcher).sees(hidden)).toEqual([])
})

test.each(['drop', 'reconnect'] as const)(
  'after %s a session is resumed and told what it missed',
  async (how) => {
    const { heard } = await start()
    const one = discord.person(ONE.candidate)
    discord.gateway.refuse()
    discord.gateway[how]()
    await discord.until(() => discord.gateway.open() === 0)
    one.say(ONE.general, 'first')
    one.say(ONE.other, 'second')
    discord.gateway.accept()
    await discord.until(() => heard.length === 2)
    expect(heard).toEqual(['first', 'second'])
    expect(discord.gateway.counts).toMatchObject({ identified: 1, resumed: 1 })
  },
)

test('an invalid session begins anew, without what was said meanwhile', async () => {
  const { heard } = await start({}, hasty)
  const one = discord.person(ONE.candidate)
  discord.gateway.refuse()
  discord.gateway.drop()
  await discord.until(() => discord.gateway.open() === 0)
  one.say(ONE.general, 'lost')
  discord.gateway.forget()
  discord.gateway.accept()
  await discord.until(() => discord.gateway.counts.identified === 2)
  one.say(ONE.general, 'heard')
  await discord.until(() => heard.length > 0)
  expect(heard).toEqual(['heard'])
  discord.gateway.invalidate(false)
  await discord.until(() => discord.gateway.counts.identified === 3)
  one.say(ONE.general, 'heard again')
  await discord.until(() => heard.length === 2)
  expect(discord.gateway.counts.resumed).toBe(0)
})

test('an invalid session that can be resumed is resumed on the same connection', async () => {
  await start()
  const { connections } = discord.gateway.counts
  discord.gateway.invalidate(true)
  await discord.until(() => discord.gateway.counts.resumed === 1)
  expect(discord.gateway.counts.connections).toBe(connections)
})

test('heartbeats are acknowledged, and a silent connection is given up', async () => {
  const { heard } = await start({ heartbeatEvery: 80 })
  await discord.until(() => discord.gateway.counts.heartbeats > 2)
  expect(discord.gateway.counts.connections).toBe(1)
  discord.gateway.silence()
  discord.person(ONE.candidate).say(ONE.general, 'into the void')
  await discord.until(() => discord.gateway.open() === 0)
  discord.gateway.accept()
  await discord.until(() => heard.length > 0)
  expect(heard).toEqual(['into the void'])
  const { heartbeats } = discord.gateway.counts
  discord.gateway.beat()
  await discord.until(() => discord.gateway.counts.heartbeats > heartbeats)
})

test('without the intent to read, only what is meant for the app can be read', async () => {
  const { heard } = await start(
    { messageContent: false },
    { intents: [Guilds, GuildMessages, DirectMessages] },
  )
  const one = discord.person(ONE.candidate)
  one.say(ONE.general, 'secret')
  one.mention(ONE.general, 'for you')
  one.dm('and this')
  await discord.until(() => heard.length === 3)
  expect(heard).toEqual(['', `<@${discord.appId}> for you`, 'and this'])
})

test.each([
  ['without direct messages', [Guilds, GuildMessages, MessageContent], ['in the open']],
  ['without messages', [Guilds, DirectMessages], ['just you']],
])('%s', async (_, intents, expected) => {
  const { heard } = await start({}, { intents })
  const one = discord.person(ONE.candidate)
  one.dm('just you')
  one.say(ONE.general, 'in the open')
  await discord.until(() => heard.length === 1)
  expect(heard).toEqual(expected)
})

test('an intent that is not switched on, or a wrong token, is refused', async () => {
  discord = await standIn({ messageContent: false })
  ends.push(discord.stop)
  await expect(clientAt(discord, { intents: [Guilds, MessageContent] })).rejects.toThrow('disallowed intents')
  const token = discord.token
  Object.assign(discord, { token: 'wrong' })
  await expect(clientAt(discord)).rejects.toThrow('invalid token')
  Object.assign(discord, { token })
})

test('with several shards each is told of its own guilds, direct messages go to the first', async () => {
  const { client, heard } = await start({ shards: 2 }, { ...hasty, shards: 'auto' })
  expect(discord.gateway.open()).toBe(2)
  expect(client.guilds.cache.size).toBe(2)
  discord.person(BOTH).say(ONE.general, 'one')
  discord.person(BOTH).say(TWO.general, 'two')
  discord.person(BOTH).dm('three')
  await discord.until(() => heard.length === 3)
  expect([...heard].sort()).toEqual(['one', 'three', 'two'])
})

test('the order of events can be turned round, and one told twice', async () => {
  const { client, heard } = await start()
  const raw: string[] = []
  client.on(Events.Raw, ({ t }: { t: string }) => raw.push(t))
  const one = discord.person(ONE.candidate)
  discord.gateway.hold()
  one.say(ONE.general, 'first')
  one.say(ONE.general, 'second')
  discord.gateway.release('reversed')
  discord.gateway.repeat('MESSAGE_CREATE')
  await discord.until(() => raw.filter((name) => name === 'MESSAGE_CREATE').length === 3)
  expect(heard).toEqual(['second', 'first'])
})

test('a guild that throws the app out is gone, and comes back', async () => {
  const { client } = await start()
  discord.leave(TWO.guild)
  await discord.until(() => client.guilds.cache.size === 1)
  discord.rejoin(TWO.guild)
  await discord.until(() => client.guilds.cache.size === 2)
  expect(client.guilds.cache.get(TWO.guild)?.channels.cache.has(TWO.general)).toBe(true)
})
