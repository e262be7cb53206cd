import { webApi } from '@slack/bolt'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { quiet } from './quiet.ts'
import { type StandIn, standIn } from './stand-in.ts'

let slack: StandIn
let client: webApi.WebClient
beforeEach(async () => {
  slack = await standIn()
  client = clientWith(slack.token('T1'))
})
afterEach(() => slack.stop())

const clientWith = (token: string) =>
  new webApi.WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: quiet,
  })
/** The error code that a call ends with, or `ok`. */
const answerOf = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call
    return 'ok'
  } catch (error) {
    const { data, code } = error as { data?: { error?: string }; code?: string }
    return data?.error ?? String(code)
  }
}
const section = (text: string) => [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text } }]

test('tells an app who it is', async () => {
  const { url, team_id, user_id, bot_id, response_metadata } = await client.auth.test()
  expect({ url, team_id, user_id, bot_id }).toEqual({
    url: 'https://team1.slack.com/',
    team_id: 'T1',
    user_id: 'UBOT',
    bot_id: 'B1',
  })
  expect(response_metadata?.scopes).toContain('chat:write')
})

test('refuses tokens as Slack does', async () => {
  const bare = new webApi.WebClient(undefined, { slackApiUrl: slack.apiUrl })
  expect(await answerOf(bare.auth.test())).toBe('not_authed')
  expect(await answerOf(clientWith('xoxb-wrong').auth.test())).toBe('invalid_auth')
  expect(await answerOf(clientWith(slack.appToken).chat.postMessage({ channel: 'C1', text: 'x' }))).toBe(
    'not_allowed_token_type',
  )
  const [one, two] = ['T2', 'T3'].map((id) => clientWith(slack.team({ id }) && slack.token(id)))
  slack.revoke(slack.token('T2'))
  slack.uninstall('T3')
  expect(await answerOf(one?.auth.test() as Promise<unknown>)).toBe('token_revoked')
  expect(await answerOf(two?.auth.test() as Promise<unknown>)).toBe('account_inactive')
  expect(() => slack.token('T2')).toThrow('no good token')
})

test('says which scope is missing', async () => {
  slack.team({ id: 'T2', scopes: ['chat:write', 'channels:history'] })
  const poor = clientWith(slack.token('T2'))
  const failed = await poor.users.info({ user: 'U12' }).catch((error: { data: object }) => error.data)
  expect(failed).toMatchObject({
    error: 'missing_scope',
    needed: 'users:read',
    provided: 'chat:write,channels:history',
    response_metadata: { scopes: ['chat:write', 'channels:history'], acceptedScopes: ['users:read'] },
  })
  expect(await answerOf(poor.conversations.info({ channel: 'C12' }))).toBe('missing_scope')
  expect(await answerOf(poor.conversations.history({ channel: 'G12' }))).toBe('missing_scope')
  expect(await answerOf(poor.conversations.history({ channel: 'C12' }))).toBe('ok')
  expect(await answerOf(poor.chat.postMessage({ channel: 'C22', text: 'x' }))).toBe('not_in_channel')
})

test('takes forms and JSON, the token in the header or among the arguments', async () => {
  const token = slack.token('T1')
  const form = await fetch(`${slack.apiUrl}chat.postMessage`, {
    method: 'POST',
    body: new URLSearchParams({ token, channel: 'C1', text: 'one', blocks: JSON.stringify(section('one')) }),
  })
  const json = await fetch(`${slack.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` },
    body: JSON.stringify({ channel: 'C1', text: 'two', blocks: section('two') }),
  })
  expect(await form.json()).toMatchObject({ ok: true, channel: 'C1', message: { bot_id: 'B1' } })
  expect(await json.json()).toMatchObject({ ok: true, channel: 'C1' })
  expect(slack.shown('T1/C1').map(({ text }) => text)).toEqual(['one', 'two'])
  expect(slack.calls.map(({ args }) => args.token)).toEqual([undefined, undefined])
})

test('keeps to its channels', async () => {
  slack.team({ id: 'T2', channels: { C9: { archived: true }, G9: { bot: false, kind: 'group' }, C8: {} } })
  const post = (channel: string) =>
    answerOf(clientWith(slack.token('T2')).chat.postMessage({ channel, text: 'x' }))
  expect(await post('C404')).toBe('channel_not_found')
  expect(await post('C1')).toBe('channel_not_found')
  expect(await post('G9')).toBe('channel_not_found')
  expect(await post('C9')).toBe('is_archived')
  expect(await post('C8')).toBe('ok')
  expect(await post('U12')).toBe('ok')
  expect(slack.shown('T2/U12')).toHaveLength(1)
  expect(await answerOf(client.conversations.history({ channel: 'C2' }))).toBe('not_in_channel')
})

test('gives messages growing timestamps and changes only the app own ones', async () => {
  const person = slack.person('T1', 'U1')
  const theirs = person.say('C1', 'hello')
  expect(theirs).toBe('1700000000.001000')
  const { ts = '' } = await client.chat.postMessage({ channel: 'C1', text: 'a', blocks: section('a') })
  expect(ts > theirs).toBe(true)
  expect(await answerOf(client.chat.update({ channel: 'C1', ts: theirs, text: 'b' }))).toBe(
    'cant_update_message',
  )
  expect(await answerOf(client.chat.update({ channel: 'C1', ts: '1600000000.000000', text: 'b' }))).toBe(
    'message_not_found',
  )
  await client.chat.update({ channel: 'C1', ts, text: 'b', blocks: section('b') })
  expect(slack.shown('T1/C1').map(({ text }) => text)).toEqual(['hello', 'b'])
  await client.chat.update({ channel: 'C1', ts, text: 'c' })
  expect(slack.shown('T1/C1')[1]?.message).toMatchObject({ text: 'c', edited: { user: 'UBOT' } })
  expect(slack.shown('T1/C1')[1]?.message.blocks).toBeUndefined()
  const { permalink } = await client.chat.getPermalink({ channel: 'C1', message_ts: theirs })
  expect(permalink).toBe('https://team1.slack.com/archives/C1/p1700000000001000')
  await client.chat.delete({ channel: 'C1', ts })
  expect(await answerOf(client.chat.delete({ channel: 'C1', ts: theirs }))).toBe('cant_delete_message')
  expect(slack.shown('T1/C1').map(({ text }) => text)).toEqual(['hello'])
})

test('reads threads and channels back, page by page, with metadata where it is asked for', async () => {
  const person = slack.person('T1', 'U1')
  const parent = person.say('C1', 'parent')
  const metadata = { event_type: 'card', event_payload: { id: 'x1', part: 1 } }
  for (const text of ['1', '2', '3'])
    await client.chat.postMessage({ channel: 'C1', text, thread_ts: parent, metadata })
  const other = person.say('C1', 'other')
  const astray = await client.chat.postMessage({ channel: 'C1', text: 'x', thread_ts: '1600000000.000000' })
  expect(astray.message?.thread_ts).toBe(undefined)
  await client.chat.delete({ channel: 'C1', ts: astray.ts ?? '' })
  const history = await client.conversations.history({ channel: 'C1' })
  expect(history.messages?.map(({ text }) => text)).toEqual(['other', 'parent'])
  expect(history.messages?.[1]).toMatchObject({ reply_count: 3, thread_ts: parent })

  const texts: unknown[] = []
  const seen: unknown[] = []
  const asked = { channel: 'C1', ts: parent, limit: 2, include_all_metadata: true }
  for await (const page of client.paginate('conversations.replies', asked)) {
    const { messages = [] } = page as { messages?: { text: string; metadata?: unknown }[] }
    texts.push(messages.map(({ text }) => text))
    seen.push(...messages.map((message) => message.metadata))
  }
  expect(texts).toEqual([['parent', '1', '2'], ['3']])
  expect(seen).toEqual([undefined, metadata, metadata, metadata])
  const plain = await client.conversations.replies({ channel: 'C1', ts: parent })
  expect(plain.messages?.some((message) => 'metadata' in message)).toBe(false)

  const since = (inclusive: boolean) =>
    client.conversations.history({ channel: 'C1', oldest: other, inclusive })
  expect((await since(false)).messages).toEqual([])
  expect((await since(true)).messages).toHaveLength(1)
  expect(await answerOf(client.conversations.replies({ channel: 'C1', ts: '1600000000.000000' }))).toBe(
    'thread_not_found',
  )
})

test('shows ephemerals to one person and gives them back to nobody', async () => {
  await client.chat.postEphemeral({ channel: 'C1', user: 'U1', text: 'psst' })
  expect(slack.visibleTo('U1', 'T1/C1').map(({ text }) => text)).toEqual(['psst'])
  expect(slack.visibleTo('U2', 'T1/C1')).toEqual([])
  expect((await client.conversations.history({ channel: 'C1' })).messages).toEqual([])
  expect(await answerOf(client.chat.postEphemeral({ channel: 'C1', user: 'U404', text: 'x' }))).toBe(
    'user_not_in_channel',
  )
})

test('lets a message grow and closes it', async () => {
  const thread_ts = slack.person('T1', 'U1').say('C1', 'hello')
  const to = { channel: 'C1', thread_ts, recipient_team_id: 'T1', recipient_user_id: 'U1' }
  expect(await answerOf(client.chat.startStream({ channel: 'C1', thread_ts }))).not.toBe('ok')
  slack.faults.length = 0
  const { ts = '' } = await client.chat.startStream({ ...to, markdown_text: 'One ' })
  expect(slack.shown('T1/C1')[1]).toMatchObject({ text: 'One ', streaming: true })
  expect(await answerOf(client.chat.update({ channel: 'C1', ts, text: 'x' }))).toBe(
    'streaming_state_conflict',
  )
  await client.chat.appendStream({ channel: 'C1', ts, markdown_text: 'two' })
  const closing = [{ type: 'context' as const, elements: [{ type: 'mrkdwn' as const, text: 'end' }] }]
  const metadata = { event_type: 'card', event_payload: { id: 'x1' } }
  await client.chat.stopStream({ channel: 'C1', ts, markdown_text: '.', blocks: closing, metadata })
  expect(slack.shown('T1/C1')[1]).toMatchObject({
    text: 'One two.\nend',
    streaming: false,
    message: { metadata },
  })
  expect(await answerOf(client.chat.appendStream({ channel: 'C1', ts, markdown_text: 'x' }))).toBe(
    'message_not_in_streaming_state',
  )
  const second = await client.chat.startStream({ ...to, markdown_text: 'again' })
  slack.expireStreams()
  expect(await answerOf(client.chat.stopStream({ channel: 'C1', ts: second.ts ?? '' }))).toBe(
    'message_not_in_streaming_state',
  )
  expect(slack.faults).toEqual([])
})

test('shows what the assistant does until it answers', async () => {
  const person = slack.person('T1', 'U1')
  const thread_ts = person.openAssistant()
  const at = { channel_id: 'D1', thread_ts }
  await client.assistant.threads.setStatus({ ...at, status: 'is thinking' })
  expect(slack.status(`T1/D1/${thread_ts}`)?.status).toBe('is thinking')
  await client.assistant.threads.setSuggestedPrompts({
    ...at,
    prompts: [{ title: 'Start', message: 'start' }],
  })
  await client.assistant.threads.setTitle({ ...at, title: 'An interview' })
  await client.chat.postMessage({ channel: 'D1', thread_ts, text: 'done' })
  expect(slack.status(`T1/D1/${thread_ts}`)).toBeUndefined()
  const direct = slack.world.teams.get('T1')?.channels.get('D1')
  expect(direct?.titles.get(thread_ts)).toBe('An interview')
  expect(direct?.prompts.get(thread_ts)).toMatchObject({ prompts: [{ title: 'Start' }] })
})

test('adds a reaction once', async () => {
  const timestamp = slack.person('T1', 'U1').say('C1', 'hello')
  const at = { channel: 'C1', timestamp, name: 'eyes' }
  expect(await answerOf(client.reactions.remove(at))).toBe('no_reaction')
  await client.reactions.add(at)
  expect(await answerOf(client.reactions.add(at))).toBe('already_reacted')
  expect(slack.shown('T1/C1')[0]?.reactions).toEqual(['eyes'])
  await client.reactions.remove(at)
  expect(slack.shown('T1/C1')[0]?.reactions).toEqual([])
})

test('takes files and gives them to those with a token', async () => {
  await client.filesUploadV2({
    channel_id: 'C1',
    initial_comment: 'The report',
    file_uploads: [{ file: Buffer.from('# Report'), filename: 'report.md', title: 'Report' }],
  })
  const [shown] = slack.shown('T1/C1')
  expect(shown?.text).toBe('The report\n[file: Report]')
  const file = shown?.message.files?.[0] as { id: string; url_private: string; size: number }
  expect(file.size).toBe(8)
  const info = await client.files.info({ file: file.id })
  expect(info.file?.shares?.public).toHaveProperty('C1')
  const headers = { authorization: `Bearer ${slack.token('T1')}` }
  expect(await (await fetch(file.url_private, { headers })).text()).toBe('# Report')
  const page = await fetch(file.url_private)
  expect([page.headers.get('content-type'), page.redirected]).toEqual(['text/html; charset=utf-8', true])
  slack.team({ id: 'T2' })
  const others = { authorization: `Bearer ${slack.token('T2')}` }
  expect((await fetch(file.url_private, { headers: others })).redirected).toBe(true)
})

test('knows people and opens direct messages', async () => {
  const { user } = await client.users.info({ user: 'U3' })
  expect(user).toMatchObject({ id: 'U3', is_admin: true, is_owner: false, tz: 'Etc/UTC' })
  expect(await answerOf(client.users.info({ user: 'U404' }))).toBe('user_not_found')
  const { channel } = await client.conversations.open({ users: 'U1' })
  expect(channel?.id).toBe('D1')
  const info = await client.conversations.info({ channel: 'D1' })
  expect(info.channel).toMatchObject({ is_im: true, is_private: true, user: 'U1' })
})

test('remembers what is wrong with a payload, and refuses it', async () => {
  const blocks = section('x'.repeat(3001))
  expect(await answerOf(client.chat.postMessage({ channel: 'C1', text: 'x', blocks }))).toBe('invalid_blocks')
  expect(slack.faults).toHaveLength(1)
  expect(slack.faults[0]).toContain('chat.postMessage.blocks[0]')
  expect(await answerOf(client.chat.postMessage({ channel: 'C1', text: 'x'.repeat(41_000) }))).toBe(
    'msg_too_long',
  )
  expect(await answerOf(client.views.publish({ user_id: 'U1', view: { type: 'home' } as never }))).toBe(
    'invalid_arguments',
  )
  expect(await answerOf(client.apiCall('chat.nothing'))).toBe('unknown_method')
  expect(slack.shown('T1/C1')).toEqual([])
})

test('exchanges codes for tokens, and refresh tokens for new ones', async () => {
  await slack.stop()
  slack = await standIn({ teams: [{ id: 'T1' }, { id: 'T2', installed: false }], rotates: true })
  const asked = new URLSearchParams({
    client_id: slack.clientId,
    scope: 'chat:write,commands',
    state: 'abc',
    redirect_uri: 'http://127.0.0.1:1/back',
  })
  const back = new URL(slack.install(`https://slack.com/oauth/v2/authorize?${asked}`, 'T2'))
  expect([back.pathname, back.searchParams.get('state')]).toEqual(['/back', 'abc'])
  const code = back.searchParams.get('code') ?? ''
  const open = new webApi.WebClient(undefined, { slackApiUrl: slack.apiUrl })
  const id = { client_id: slack.clientId, client_secret: slack.clientSecret }
  expect(await answerOf(open.oauth.v2.access({ ...id, client_secret: 'x', code }))).toBe('bad_client_secret')
  expect(await answerOf(open.oauth.v2.access({ ...id, code: 'x' }))).toBe('invalid_code')
  const first = await open.oauth.v2.access({ ...id, code })
  expect(first).toMatchObject({
    access_token: slack.token('T2'),
    bot_user_id: 'UBOT2',
    team: { id: 'T2' },
    authed_user: { id: 'U12' },
    scope: 'chat:write,commands',
    expires_in: 43_200,
  })
  expect(await answerOf(open.oauth.v2.access({ ...id, code }))).toBe('code_already_used')
  slack.expire(slack.token('T2'))
  expect(await answerOf(clientWith(first.access_token ?? '').auth.test())).toBe('token_expired')
  const renewal = { ...id, grant_type: 'refresh_token' as const, refresh_token: first.refresh_token ?? '' }
  const second = await open.oauth.v2.access(renewal)
  expect(await answerOf(clientWith(second.access_token ?? '').auth.test())).toBe('ok')
  expect(await answerOf(open.oauth.v2.access(renewal))).toBe('invalid_refresh_token')
})

test('one token speaks for all workspaces of an organisation', async () => {
  slack.team({ id: 'T7', enterprise: 'E1', orgWide: true })
  slack.team({ id: 'T8', enterprise: 'E1', orgWide: true })
  expect(slack.token('T7')).toBe(slack.token('T8'))
  const org = clientWith(slack.token('T7'))
  expect(await org.auth.test()).toMatchObject({
    is_enterprise_install: true,
    enterprise_id: 'E1',
    user_id: 'UBOTE1',
  })
  await org.chat.postMessage({ channel: 'C18', text: 'x' })
  expect(slack.shown('slack:E1.T8/C18')).toHaveLength(1)
  slack.uninstall('T8')
  expect(await answerOf(org.chat.postMessage({ channel: 'C18', text: 'x' }))).toBe('channel_not_found')
  expect(await answerOf(org.chat.postMessage({ channel: 'C17', text: 'x' }))).toBe('ok')
})

test('goes wrong on demand', async () => {
  const post = (channel = 'C1') => answerOf(client.chat.postMessage({ channel, text: 'x' }))
  slack.trouble.limit('chat.postMessage', { times: 2, retryAfter: 7, channel: 'C1' })
  expect(await post('G1')).toBe('ok')
  const limited = await client.chat.postMessage({ channel: 'C1', text: 'x' }).catch((error: unknown) => error)
  expect(limited).toMatchObject({ code: webApi.ErrorCode.RateLimitedError, retryAfter: 7 })
  expect(await post()).toBe(webApi.ErrorCode.RateLimitedError)
  slack.trouble.fail('chat.postMessage', 'fatal_error')
  expect(await post()).toBe('fatal_error')
  slack.trouble.fail('chat.postMessage', 503)
  expect(await post()).toBe(webApi.ErrorCode.HTTPError)
  slack.trouble.fail('chat.postMessage', 'cut')
  expect(await post()).toBe(webApi.ErrorCode.RequestError)
  expect(slack.shown('T1/C1')).toEqual([])
  slack.trouble.fail('chat.postMessage', 'lost-answer')
  expect(await post()).toBe(webApi.ErrorCode.RequestError)
  expect(slack.shown('T1/C1')).toHaveLength(1)
  expect(await post()).toBe('ok')
  slack.trouble.refuse('streaming')
  expect(await answerOf(client.apiCall('chat.startStream'))).toBe('unknown_method')
  slack.trouble.mend('streaming')
  expect(await answerOf(client.apiCall('chat.startStream', { channel: 'C1' }))).toBe('invalid_thread_ts')
  expect(slack.callsOf('chat.postMessage').map(({ answer }) => answer)).toEqual([
    'ok',
    'ratelimited',
    'ratelimited',
    'fatal_error',
    '503',
    'cut',
    'lost-answer',
    'ok',
  ])
})

test('answers late on demand', async () => {
  slack.trouble.slow('auth.test', 60)
  const since = performance.now()
  await client.auth.test()
  expect(performance.now() - since).toBeGreaterThanOrEqual(55)
  slack.trouble.mend()
  expect(slack.callsOf('auth.test')).toHaveLength(1)
})
