import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { App, HTTPReceiver } from '@slack/bolt'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Http } from './http.ts'
import { quiet } from './quiet.ts'
import { type StandIn, standIn } from './stand-in.ts'

const SECRET = 'signing-secret'

let slack: StandIn
let app: App
let http: Http
let heard: string[]
let retries: [number | undefined, string | undefined][]
let failing: boolean
beforeEach(async () => {
  slack = await standIn({ ackWithin: 300 })
  heard = []
  retries = []
  failing = false
  const receiver = new HTTPReceiver({ signingSecret: SECRET, logger: quiet, processBeforeResponse: true })
  app = new App({
    receiver,
    token: slack.token('T1'),
    logger: quiet,
    clientOptions: { slackApiUrl: slack.apiUrl },
  })
  app.use(async ({ next, context }) => {
    retries.push([context.retryNum, context.retryReason])
    if (failing) throw new Error('failing')
    await next()
  })
  app.event('message', async ({ event }) => void heard.push(String('text' in event ? event.text : '')))
  app.command('/mlsd', async ({ command, ack }) => {
    heard.push(command.text)
    await ack({ response_type: 'ephemeral', text: `you said ${command.text}` })
  })
  app.action('go', async ({ ack, respond }) => {
    await ack()
    await respond({ text: 'gone', replace_original: true })
  })
  const server = (await app.start({ port: 0, host: '127.0.0.1' })) as unknown as Server
  http = slack.deliverTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`, SECRET)
})
afterEach(async () => {
  await app.stop()
  await slack.stop()
})

test('Bolt takes what is signed', async () => {
  expect(await http.verify()).toMatchObject({ status: 200, json: { challenge: 'challenge-1' } })
  const person = slack.person('T1', 'U1')
  person.say('C1', 'hello')
  await slack.settled()
  expect(heard).toEqual(['hello'])
  const delivery = await person.command('C1', 'start ad-clicks')
  expect(delivery).toMatchObject({ state: 'acknowledged', status: 200 })
  expect(person.sees('C1').map(({ text, only }) => [text, only])).toEqual([
    ['hello', undefined],
    ['you said start ad-clicks', 'U1'],
  ])
  expect(slack.person('T1', 'U2').sees('C1')).toHaveLength(1)
})

test('Bolt refuses what is signed wrongly, or long ago', async () => {
  const body = slack.eventBody('T1', { type: 'message', text: 'forged', channel: 'C1', event_ts: '1.1' })
  expect((await http.post('events_api', body, { secret: 'another' })).status).toBe(401)
  expect((await http.post('events_api', body, { age: 600 })).status).toBe(401)
  expect((await http.post('events_api', body, { headers: { 'x-slack-signature': undefined } })).status).toBe(
    401,
  )
  expect(heard).toEqual([])
  expect((await http.post('events_api', body)).status).toBe(200)
  expect(heard).toEqual(['forged'])
})

test('delivers again with the headers that say so', async () => {
  failing = true
  slack.person('T1', 'U1').say('C1', 'hello')
  await slack.settled()
  expect(slack.deliveries[0]).toMatchObject({ state: 'failed', status: 500, attempts: 1 })
  failing = false
  await slack.redeliver()
  expect(slack.deliveries[0]).toMatchObject({ state: 'acknowledged', status: 200, attempts: 2 })
  expect(retries).toEqual([
    [undefined, undefined],
    [1, 'http_error'],
  ])
  expect(heard).toEqual(['hello'])
})

test('holds back, and lets go in another order', async () => {
  const person = slack.person('T1', 'U1')
  slack.hold()
  person.say('C1', 'one')
  person.say('C1', 'two')
  await slack.settled()
  expect(heard).toEqual([])
  slack.release((held) => held.toReversed())
  await slack.settled()
  expect(heard).toEqual(['two', 'one'])
})

test('takes answers at the address that went with a press', async () => {
  const blocks = [
    {
      type: 'actions',
      elements: [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } }],
    },
  ]
  const { ts = '' } = (await app.client.apiCall('chat.postMessage', {
    channel: 'C1',
    text: 'press',
    blocks,
  })) as {
    ts?: string
  }
  expect((await slack.person('T1', 'U1').press(ts, 'Go')).state).toBe('acknowledged')
  await slack.until(() => slack.shown('T1/C1')[0]?.text === 'gone', 'the answer')
  expect(slack.shown('T1/C1')).toHaveLength(1)
})

test('what is answered too late counts as failed', async () => {
  const waiting: (() => void)[] = []
  const slow = createServer((_, response) => void waiting.push(() => response.end()))
  await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve))
  slack.deliverTo(`http://127.0.0.1:${(slow.address() as AddressInfo).port}/`, SECRET)
  slack.person('T1', 'U1').say('C1', 'hello')
  await slack.settled()
  expect(slack.deliveries[0]).toMatchObject({ state: 'failed', acknowledgements: 0 })
  for (const answer of waiting) answer()
  await slack.until(() => slack.deliveries[0]?.acknowledgements === 1, 'the late answer')
  expect(slack.deliveries[0]?.state).toBe('failed')
  slow.close()
})

test('a modal does what the app answers', async () => {
  const plain = (text: string) => ({ type: 'plain_text' as const, text })
  const view = (title: string) => {
    const element = { type: 'plain_text_input' as const, action_id: 'own' }
    const field = { type: 'input' as const, block_id: 'own', label: plain('Own'), element }
    return {
      type: 'modal' as const,
      title: plain(title),
      submit: plain('Go'),
      callback_id: 'form',
      blocks: [field],
    }
  }
  app.command('/open', async ({ ack, command, client }) => {
    await ack()
    await client.views.open({ trigger_id: command.trigger_id, view: view('First') })
  })
  app.view('form', async ({ ack, view: sent }) => {
    const value = sent.state.values.own?.own?.value
    if (value === 'errors') await ack({ response_action: 'errors', errors: { own: 'not this' } })
    else if (value === 'update') await ack({ response_action: 'update', view: view('Second') })
    else if (value === 'push') await ack({ response_action: 'push', view: view('Third') })
    else await ack()
  })
  const person = slack.person('T1', 'U1')
  await person.command('C1', '', '/open')
  const titles: (string | undefined)[] = []
  for (const own of ['errors', 'update', 'push', 'close', 'close']) {
    await person.submit({ own })
    titles.push(person.modal()?.title)
    if (own === 'errors') expect(person.modal()?.errors).toEqual({ own: 'not this' })
    else expect(person.modal()?.errors ?? {}).toEqual({})
  }
  expect(titles).toEqual(['First', 'Second', 'Third', 'Second', undefined])
  expect(slack.faults).toEqual([])
})

test('an app can give its own token up', async () => {
  expect(await app.client.apiCall('api.test', { foo: 'bar' })).toMatchObject({
    ok: true,
    args: { foo: 'bar' },
  })
  expect(await app.client.auth.revoke({ token: slack.token('T1') })).toMatchObject({ revoked: true })
  await expect(app.client.auth.test()).rejects.toMatchObject({ data: { error: 'token_revoked' } })
  await slack.settled()
  expect(slack.deliveries.map(({ type }) => type)).toEqual(['tokens_revoked'])
})
