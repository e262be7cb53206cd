import { webApi } from '@slack/bolt'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { quiet } from './quiet.ts'
import { type StandIn, standIn } from './stand-in.ts'
import type { Json } from './world.ts'

let slack: StandIn
let client: webApi.WebClient
beforeEach(async () => {
  slack = await standIn({ echo: false })
  client = new webApi.WebClient(slack.token('T1'), { slackApiUrl: slack.apiUrl, logger: quiet })
})
afterEach(() => slack.stop())

const eventOf = (at: number): Json => (slack.deliveries.at(at)?.body.event ?? {}) as Json
const last = (): Json => slack.deliveries.at(-1)?.body ?? {}
const types = () =>
  slack.deliveries.map(({ body }) => [(body.event as Json).type, (body.event as Json).subtype])

test('tells of what is said, changed, removed and shared', () => {
  const person = slack.person('T1', 'U1')
  const ts = person.say('C1', 'see https://example.com & more')
  expect(eventOf(0)).toMatchObject({
    type: 'message',
    user: 'U1',
    text: 'see <https://example.com> &amp; more',
    ts,
    channel: 'C1',
    channel_type: 'channel',
  })
  expect(slack.deliveries[0]?.body).toMatchObject({
    type: 'event_callback',
    team_id: 'T1',
    api_app_id: 'A1',
    authorizations: [{ team_id: 'T1', user_id: 'UBOT', is_bot: true, is_enterprise_install: false }],
  })
  const reply = person.say('C1', 'and', { thread: ts })
  expect(eventOf(1)).toMatchObject({ thread_ts: ts, parent_user_id: 'U1' })
  person.edit(reply, 'or')
  expect(eventOf(2)).toMatchObject({
    subtype: 'message_changed',
    hidden: true,
    message: { text: 'or', ts: reply, edited: { user: 'U1' } },
    previous_message: { text: 'and' },
  })
  person.unfurl(reply)
  expect(eventOf(3)).toMatchObject({ message: { text: 'or' }, previous_message: { text: 'or' } })
  person.remove(reply)
  expect(eventOf(4)).toMatchObject({ subtype: 'message_deleted', deleted_ts: reply, channel: 'C1' })
  const file = person.say(person.direct, '', { files: [{ name: 'data.csv', mime: 'text/csv', text: 'a,b' }] })
  expect(eventOf(5)).toMatchObject({
    subtype: 'file_share',
    channel: 'D1',
    channel_type: 'im',
    ts: file,
    files: [{ name: 'data.csv', mimetype: 'text/csv', size: 3 }],
  })
  expect(() => slack.person('T1', 'U2').edit(ts, 'mine now')).toThrow('was not written by U2')
})

test('a parent that is removed leaves a stone', () => {
  const person = slack.person('T1', 'U1')
  const ts = person.say('C1', 'parent')
  person.say('C1', 'reply', { thread: ts })
  person.remove(ts)
  expect(types().at(-1)).toEqual(['message', 'message_changed'])
  expect(person.sees('C1').map(({ text }) => text)).toEqual(['This message was deleted.', 'reply'])
})

test('tells the app only what it subscribes to, may read, and is there for', async () => {
  const person = slack.person('T1', 'U1')
  person.say('C2', 'without the app')
  expect(types()).toEqual([])
  person.invite('C2')
  person.mention('C2', 'hello')
  person.mention(person.direct, 'hello')
  expect(types()).toEqual([
    ['member_joined_channel', undefined],
    ['message', undefined],
    ['app_mention', undefined],
    ['message', undefined],
  ])
  await slack.stop()
  slack = await standIn({
    events: ['message.im', 'app_mention'],
    teams: [{ id: 'T1', scopes: ['im:history'] }],
  })
  const other = slack.person('T1', 'U1')
  other.mention('C1', 'hello')
  other.openHome()
  other.say('D1', 'hello')
  expect(types()).toEqual([['message', undefined]])
})

test('the app hears itself, as it does from Slack', async () => {
  await slack.stop()
  slack = await standIn()
  client = new webApi.WebClient(slack.token('T1'), { slackApiUrl: slack.apiUrl })
  await client.chat.postMessage({ channel: 'C1', text: 'hello' })
  await client.chat.postMessage({ channel: 'C2', text: 'not a member' })
  expect(slack.deliveries).toHaveLength(1)
  expect(eventOf(0)).toMatchObject({ type: 'message', bot_id: 'B1', user: 'UBOT' })
})

test('opens the home and the assistant', async () => {
  const person = slack.person('T1', 'U1')
  person.openHome()
  expect(eventOf(0)).toMatchObject({ type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home' })
  const thread = person.openAssistant({ channel: 'C1' })
  expect(eventOf(1)).toMatchObject({
    type: 'assistant_thread_started',
    assistant_thread: { user_id: 'U1', channel_id: 'D1', thread_ts: thread, context: { channel_id: 'C1' } },
  })
  const button = {
    type: 'button' as const,
    action_id: 'go',
    text: { type: 'plain_text' as const, text: 'Go' },
  }
  const header = { type: 'header' as const, text: { type: 'plain_text' as const, text: 'Home' } }
  const view = { type: 'home' as const, blocks: [header, { type: 'actions' as const, elements: [button] }] }
  await client.views.publish({ user_id: 'U1', view })
  expect(person.home()).toMatchObject({ text: 'Home\n[Go]', buttons: ['Go'] })
  await person.press('home', 'Go')
  expect(last()).toMatchObject({
    type: 'block_actions',
    view: { type: 'home' },
    container: { type: 'view' },
    actions: [{ action_id: 'go', type: 'button' }],
  })
})

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const option = (value: string) => ({ text: plain(value.toUpperCase()), value })
const modal = (more: object[] = []) =>
  ({
    type: 'modal',
    callback_id: 'start',
    title: plain('Start'),
    submit: plain('Go'),
    private_metadata: '{"place":"C1"}',
    blocks: [
      {
        type: 'input',
        block_id: 'level',
        dispatch_action: true,
        label: plain('Level'),
        element: { type: 'static_select', action_id: 'level', options: ['junior', 'senior'].map(option) },
      },
      {
        type: 'input',
        block_id: 'minutes',
        label: plain('Minutes'),
        element: {
          type: 'number_input',
          action_id: 'minutes',
          is_decimal_allowed: false,
          min_value: '5',
          max_value: '90',
          initial_value: '45',
        },
      },
      ...more,
    ],
  }) as never

test('fills a modal in and sends it', async () => {
  const person = slack.person('T1', 'U1')
  const { body } = await person.command('C1', '')
  const trigger_id = String(body.trigger_id)
  await client.views.open({ trigger_id, view: modal() })
  expect(person.modal()).toMatchObject({ title: 'Start', fields: [{ label: 'Level' }, { value: '45' }] })
  await expect(person.submit()).rejects.toThrow('level: Please complete this required field')
  await expect(person.submit({ Level: 'principal' })).rejects.toThrow('no option principal')
  await person.choose('Level', 'SENIOR')
  const { view } = last() as { view: { id: string; hash: string } }
  expect(last()).toMatchObject({
    type: 'block_actions',
    actions: [{ action_id: 'level', selected_option: { value: 'senior' } }],
    view: { state: { values: { level: { level: { selected_option: { value: 'senior' } } } } } },
  })
  const own = {
    type: 'input',
    block_id: 'own',
    optional: true,
    label: plain('Own'),
    element: { type: 'plain_text_input', action_id: 'own' },
  }
  const stale = client.views.update({ view_id: view.id, hash: 'stale', view: modal([own]) })
  await expect(stale).rejects.toMatchObject({ data: { error: 'hash_conflict' } })
  await client.views.update({ view_id: view.id, hash: view.hash, view: modal([own]) })
  await expect(person.submit({ minutes: '3' })).rejects.toThrow('minutes: less than 5')
  await person.submit({ minutes: '30', Own: 'a shop' })
  expect(last()).toMatchObject({
    type: 'view_submission',
    user: { id: 'U1' },
    view: {
      callback_id: 'start',
      private_metadata: '{"place":"C1"}',
      state: {
        values: {
          level: { level: { type: 'static_select', selected_option: { value: 'senior' } } },
          minutes: { minutes: { type: 'number_input', value: '30' } },
          own: { own: { value: 'a shop' } },
        },
      },
    },
  })
})

test('a trigger id opens one view, for a while', async () => {
  const person = slack.person('T1', 'U1')
  const open = async (trigger_id: unknown) => {
    const opened = client.views.open({ trigger_id: String(trigger_id), view: modal() })
    return opened.then(
      () => 'ok',
      (error: { data: { error: string } }) => error.data.error,
    )
  }
  const { body } = await person.command('C1', '')
  expect(await open(body.trigger_id)).toBe('ok')
  expect(await open(body.trigger_id)).toBe('exchanged_trigger_id')
  const next = await person.command('C1', '')
  slack.expireTriggers()
  expect(await open(next.body.trigger_id)).toBe('expired_trigger_id')
  expect(await open('1.1.x')).toBe('invalid_trigger_id')
})

test('presses only what is there to be pressed, and seen', async () => {
  const blocks = [
    { type: 'actions', elements: [{ type: 'button', action_id: 'a.1', value: '{}', text: plain('Hint') }] },
  ]
  const asked = { channel: 'C1', user: 'U1', text: 'for you', blocks }
  const { message_ts: ts = '' } = (await client.apiCall('chat.postEphemeral', asked)) as {
    message_ts?: string
  }
  await slack.person('T1', 'U1').press(ts, 'Hint')
  const body = last()
  expect(body).toMatchObject({
    container: { type: 'message', message_ts: ts, is_ephemeral: true },
    channel: { id: 'C1' },
    user: { id: 'U1' },
    actions: [{ action_id: 'a.1', value: '{}' }],
  })
  expect(body).not.toHaveProperty('message')
  const hidden = Promise.resolve().then(() => slack.person('T1', 'U2').press(ts, 'Hint'))
  await expect(hidden).rejects.toThrow('U2 sees no message')
  const absent = Promise.resolve().then(() => slack.person('T1', 'U1').press(ts, 'Next'))
  await expect(absent).rejects.toThrow('there are: Hint')
})

test('tells whom a message calls', async () => {
  const forbidden = { channel: 'C1', text: 'x', blocks: [{ type: 'markdown', text: 'hi @here and <@U2>' }] }
  await client.apiCall('chat.postMessage', forbidden).catch(() => undefined)
  expect(slack.faults).not.toEqual([])
  await slack.stop()
  slack = await standIn({ check: false })
  client = new webApi.WebClient(slack.token('T1'), { slackApiUrl: slack.apiUrl })
  await client.apiCall('chat.postMessage', forbidden)
  expect(slack.calledAt('T1/C1')).toEqual(['<@U2>', '@here'])
})

test('two workspaces share nothing', async () => {
  slack.team({ id: 'T2' })
  slack.person('T1', 'U1').say('C1', 'one')
  slack.person('T2', 'U12').say('C12', 'two')
  expect(slack.deliveries.map(({ body }) => body.team_id)).toEqual(['T1', 'T2'])
  expect(slack.shown('slack:T2/C12').map(({ text }) => text)).toEqual(['two'])
  expect(() => slack.shown('T2/C1')).toThrow('no channel C1 in T2')
  expect(() => slack.person('T2', 'U1')).toThrow('nobody U1 in T2')
})

test('an app that is taken out is told so', () => {
  slack.uninstall('T1')
  expect(types().map(([type]) => type)).toEqual(['tokens_revoked', 'app_uninstalled'])
  expect(eventOf(0)).toMatchObject({ tokens: { bot: ['UBOT'] } })
  slack.person('T1', 'U1').say('C1', 'nobody hears')
  expect(slack.deliveries).toHaveLength(2)
})
