import { SocketModeReceiver } from '@slack/bolt'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { quiet } from './quiet.ts'
import { type StandIn, standIn } from './stand-in.ts'

type Received = {
  body: { event?: { type: string; text?: string }; event_id?: string; command?: string; type?: string }
  retry_num?: number
  retry_reason?: string
  ack(payload?: object): Promise<void>
}

let slack: StandIn
let clients: SocketModeReceiver['client'][]
beforeEach(async () => {
  slack = await standIn({ ackWithin: 100 })
  clients = []
})
afterEach(async () => {
  for (const client of clients) await client.disconnect()
  await slack.stop()
})

/** The SDK's own client, which gives whatever comes to `take`. */
const listen = async (take: (received: Received) => unknown): Promise<SocketModeReceiver['client']> => {
  const { client } = new SocketModeReceiver({
    appToken: slack.appToken,
    logger: quiet,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } } },
  })
  clients.push(client)
  client.on('slack_event', take)
  await client.start()
  await slack.sockets.connected()
  return client
}

test('needs an app token and a fresh ticket', async () => {
  const open = (token: string) =>
    fetch(`${slack.apiUrl}apps.connections.open`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    }).then((answer) => answer.json() as Promise<{ ok: boolean; error?: string; url: string }>)
  expect(await open(slack.token('T1'))).toMatchObject({ ok: false, error: 'not_allowed_token_type' })
  const { url } = await open(slack.appToken)
  const first = new WebSocket(url)
  const hello = await new Promise<string>((resolve) => {
    first.onmessage = ({ data }) => resolve(String(data))
  })
  expect(JSON.parse(hello)).toMatchObject({
    type: 'hello',
    num_connections: 1,
    connection_info: { app_id: 'A1' },
  })
  const second = new WebSocket(url)
  await new Promise((resolve) => {
    second.onerror = resolve
  })
  expect(slack.sockets.open()).toBe(1)
  first.close()
  slack.revoke(slack.appToken)
  expect(await open(slack.appToken)).toMatchObject({ error: 'token_revoked' })
})

test('delivers events and matches their acknowledgements', async () => {
  const heard: string[] = []
  await listen(async ({ body, ack }) => {
    heard.push(`${body.event?.type} ${body.event?.text}`)
    await ack()
  })
  slack.person('T1', 'U1').mention('C1', 'a < b')
  await slack.settled()
  expect(heard).toEqual(['message <@UBOT> a &lt; b', 'app_mention <@UBOT> a &lt; b'])
  expect(slack.deliveries).toMatchObject([
    { type: 'message', state: 'acknowledged', attempts: 1, acknowledgements: 1 },
    { type: 'app_mention', state: 'acknowledged', attempts: 1, acknowledgements: 1 },
  ])
  expect(slack.sockets.strays).toEqual([])
})

test('sends again what was not acknowledged, and what was where it is asked to', async () => {
  const heard: [string | undefined, number | undefined, string | undefined][] = []
  let deaf = true
  await listen(async ({ body, retry_num: num, retry_reason: reason, ack }) => {
    heard.push([body.event_id, num, reason])
    if (!deaf) await ack()
  })
  slack.person('T1', 'U1').say('C1', 'hello')
  await slack.settled()
  expect(slack.deliveries[0]?.state).toBe('failed')
  deaf = false
  const [delivery] = await slack.redeliver()
  expect(delivery?.state).toBe('acknowledged')
  expect(await slack.redeliver()).toEqual([])
  if (delivery !== undefined) await slack.again(delivery)
  const [[id] = []] = heard
  expect(heard).toEqual([
    [id, 0, ''],
    [id, 1, 'timeout'],
    [id, 2, 'timeout'],
  ])
})

test('keeps events while nobody listens; commands of that time are lost', async () => {
  const person = slack.person('T1', 'U1')
  person.say('C1', 'while away')
  expect((await person.command('C1', 'start')).state).toBe('lost')
  expect(slack.deliveries.map(({ state }) => state)).toEqual(['kept', 'lost'])
  const heard: unknown[] = []
  await listen(async ({ body, ack }) => {
    heard.push(body.event?.text ?? body.command)
    await ack()
  })
  await slack.settled()
  expect(heard).toEqual([])
  await slack.redeliver()
  expect(heard).toEqual(['while away'])
})

test('ends connections in every way that Slack does', async () => {
  const client = await listen(({ ack }) => ack())
  let ended = new Promise((resolve) => client.once('disconnected', resolve))
  slack.sockets.disconnect('refresh_requested')
  await ended
  await slack.until(() => slack.sockets.open() === 0)
  await client.start()
  ended = new Promise((resolve) => client.once('disconnected', resolve))
  slack.sockets.drop()
  await ended
  slack.sockets.refuse()
  await expect(client.start()).rejects.toBeUndefined()
  slack.sockets.accept()
  await client.start()
  expect([slack.sockets.open(), slack.sockets.connections()]).toEqual([1, 3])
})

test('a connection that is dropped has acknowledged nothing', async () => {
  const client = await listen(() => {})
  slack.person('T1', 'U1').say('C1', 'hello')
  const ended = new Promise((resolve) => client.once('disconnected', resolve))
  slack.sockets.drop()
  await ended
  await slack.settled()
  expect(slack.deliveries[0]).toMatchObject({ state: 'failed', acknowledgements: 0 })
})

test('answers pings until it is silent', async () => {
  await slack.stop()
  slack = await standIn({ pingEvery: 20 })
  const { url } = (await (
    await fetch(`${slack.apiUrl}apps.connections.open`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.appToken}` },
    })
  ).json()) as { url: string }
  const { WebSocket: Socket } = await import('ws')
  const socket = new Socket(url)
  const seen = { ping: 0, pong: 0 }
  socket.on('ping', () => {
    seen.ping += 1
  })
  socket.on('pong', () => {
    seen.pong += 1
  })
  await new Promise((resolve) => socket.once('ping', resolve))
  const pong = new Promise((resolve) => socket.once('pong', resolve))
  socket.ping()
  await pong
  slack.sockets.silence()
  const before = { ...seen }
  socket.ping()
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(seen).toEqual(before)
  socket.terminate()
})
