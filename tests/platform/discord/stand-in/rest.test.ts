import { DiscordAPIError, REST, Routes } from 'discord.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BOTH, ONE, TWO } from './seed.ts'
import { type StandIn, standIn } from './stand-in.ts'

type Json = Record<string, unknown>

let discord: StandIn
let rest: REST
let clock = 1_750_000_000_000

const connect = async (options: Parameters<typeof standIn>[0] = {}) => {
  discord = await standIn({ now: () => clock, ...options })
  rest = new REST({ api: discord.apiUrl, retries: 1 }).setToken(discord.token)
}
beforeEach(() => connect())
afterEach(() => discord.stop())

let nonces = 0
const quiet = { allowed_mentions: { parse: [] } }
const post = (channel: string, body: Json = {}, files?: { name: string; data: Buffer }[]): Promise<Json> => {
  nonces += 1
  const whole = { content: 'hello', ...quiet, nonce: String(nonces), enforce_nonce: true, ...body }
  return rest.post(Routes.channelMessages(channel), {
    body: whole,
    ...(files === undefined ? {} : { files }),
  }) as Promise<Json>
}
const edit = (channel: string, id: unknown, body: Json) =>
  rest.patch(Routes.channelMessage(channel, String(id)), { body: { ...quiet, ...body } }) as Promise<Json>
const page = (channel: string, query: Record<string, string> = {}) =>
  rest.get(Routes.channelMessages(channel), { query: new URLSearchParams(query) }) as Promise<Json[]>
const begin = async (name = 'talk', body: Json = {}) => {
  const { id } = await post(ONE.general)
  return (await rest.post(Routes.threads(ONE.general, String(id)), { body: { name, ...body } })) as {
    id: string
  }
}
const change = (channel: string, body: Json) => rest.patch(Routes.channel(channel), { body }) as Promise<Json>
/** The status and the code of a refusal. */
const refused = async (call: Promise<unknown>): Promise<[number, unknown]> => {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof DiscordAPIError) return [error.status, error.code]
  throw error ?? new Error('it was not refused')
}

test('messages are kept in order, read page by page, changed and taken away', async () => {
  const ids: string[] = []
  for (const content of ['a', 'b', 'c', 'd']) ids.push(String((await post(ONE.general, { content })).id))
  const [a = '', b = '', c = '', d = ''] = ids
  const texts = (list: Json[]) => list.map(({ content }) => content).join('')
  expect(texts(await page(ONE.general))).toBe('dcba')
  expect(texts(await page(ONE.general, { limit: '2' }))).toBe('dc')
  expect(texts(await page(ONE.general, { after: a, limit: '2' }))).toBe('cb')
  expect(texts(await page(ONE.general, { before: d, limit: '2' }))).toBe('cb')
  expect(texts(await page(ONE.general, { around: b, limit: '2' }))).toBe('ba')
  expect((await edit(ONE.general, c, { content: 'C' })).edited_timestamp).not.toBeNull()
  await rest.delete(Routes.channelMessage(ONE.general, b))
  expect(discord.shown(ONE.general).map(({ text }) => text)).toEqual(['a', 'C', 'd'])
  expect(await refused(edit(ONE.general, b, { content: 'x' }))).toEqual([404, 10008])
  expect(await refused(page('123456789012345678'))).toEqual([404, 10003])
  expect(await refused(edit(ONE.general, discord.person(ONE.candidate).say(ONE.general, 'x'), {}))).toEqual([
    403, 50005,
  ])
  expect(await refused(post(ONE.general, { content: ' ' }))).toEqual([400, 50006])
  expect(discord.faults).toEqual([])
})

test('a nonce drops a repetition, for some minutes', async () => {
  const first = await post(ONE.general, { nonce: 'n' })
  expect((await post(ONE.general, { nonce: 'n', content: 'other' })).id).toBe(first.id)
  expect((await post(ONE.other, { nonce: 'n' })).id).not.toBe(first.id)
  discord.forgetNonces()
  expect((await post(ONE.general, { nonce: 'n' })).id).not.toBe(first.id)
  expect(discord.shown(ONE.general)).toHaveLength(2)
})

test('what is wrong is refused in words and noted', async () => {
  expect(await refused(post(ONE.general, { content: 'x'.repeat(2001) }))).toEqual([400, 50035])
  expect(discord.faults.splice(0)).toEqual([expect.stringContaining('2001 characters')])
  await rest.post(Routes.channelMessages(ONE.general), {
    body: { content: '@everyone <@300000000000000021>' },
  })
  expect(discord.faults.splice(0)).toHaveLength(2)
  expect(discord.calledAt(ONE.general)).toEqual([BOTH, 'everyone'])
  await post(ONE.other, { content: '@everyone <@300000000000000021>' })
  expect(discord.calledAt(ONE.other)).toEqual([])
})

test.each([
  ['ViewChannel', [403, 50001], [403, 50001], [403, 50001]],
  ['SendMessages', [403, 50013], [], [200]],
  ['ReadMessageHistory', [200], [], []],
] as const)('without %s', async (permission, posting, reading, threads) => {
  const { id } = await post(ONE.general)
  discord.deny(ONE.general, permission)
  const outcome = async (call: Promise<unknown>) =>
    call.then(
      () => [200],
      (error: DiscordAPIError) => [error.status, error.code],
    )
  expect(await outcome(post(ONE.general))).toEqual(posting)
  if (reading.length > 0) expect(await outcome(page(ONE.general))).toEqual(reading)
  else expect((await page(ONE.general)).length).toBe(permission === 'ReadMessageHistory' ? 0 : 1)
  if (threads.length > 0)
    expect(
      await outcome(rest.post(Routes.threads(ONE.general, String(id)), { body: { name: 'x' } })),
    ).toEqual(threads)
  discord.allow(ONE.general, permission)
  expect(await outcome(post(ONE.general))).toEqual([200])
})

test('permissions for threads and files are asked for one by one', async () => {
  discord.deny(ONE.general, 'CreatePublicThreads')
  expect(await refused(begin())).toEqual([403, 50013])
  discord.allow(ONE.general, 'CreatePublicThreads')
  const { id } = await begin()
  discord.deny(ONE.general, 'SendMessagesInThreads', 'CreatePrivateThreads', 'AttachFiles', 'ManageThreads')
  expect(await refused(post(id))).toEqual([403, 50013])
  expect(await refused(rest.delete(Routes.channel(id)))).toEqual([403, 50013])
  expect(await refused(rest.post(Routes.threads(ONE.general), { body: { name: 'x', type: 12 } }))).toEqual([
    403, 50013,
  ])
  expect(await refused(post(ONE.general, {}, [{ name: 'a.txt', data: Buffer.from('a') }]))).toEqual([
    403, 50013,
  ])
  expect(await refused(post(ONE.closed))).toEqual([403, 50001])
})

test('direct messages reach one person, and are refused where they are closed', async () => {
  const open = (id: string) =>
    rest.post(Routes.userChannels(), { body: { recipient_id: id } }) as Promise<{ id: string }>
  const { id } = await open(ONE.candidate)
  expect((await open(ONE.candidate)).id).toBe(id)
  await post(id, { content: 'between us' })
  expect(discord.shown(`discord:${ONE.guild}/u${ONE.candidate}`)[0]?.text).toBe('between us')
  expect(discord.person(ONE.candidate).sees(id)).toHaveLength(1)
  expect(discord.person(ONE.watcher).sees(id)).toEqual([])
  discord.person(ONE.candidate).close()
  expect(await refused(post(id))).toEqual([403, 50007])
  discord.person(ONE.candidate).reopen()
  await post(id)
})

test('a thread hangs on its message, sleeps, wakes and is taken away', async () => {
  const { id } = await begin('first')
  expect(discord.threads(ONE.general)).toMatchObject([{ id, name: 'first', hidden: false, archived: false }])
  expect(discord.shown(ONE.general)[0]?.id).toBe(id)
  const { id: said } = await post(id)
  expect(await refused(rest.post(Routes.threads(ONE.general, id), { body: { name: 'again' } }))).toEqual([
    400, 160004,
  ])
  await change(id, { archived: true })
  expect(await refused(edit(id, said, { content: 'x' }))).toEqual([400, 50083])
  expect(await refused(change(id, { name: 'asleep' }))).toEqual([400, 50083])
  expect(await refused(rest.put(Routes.threadMembers(id, ONE.peer)))).toEqual([400, 50083])
  await post(id)
  expect(discord.threads(ONE.general)[0]?.archived).toBe(false)
  discord.archive(id, true)
  expect(await refused(post(id))).toEqual([400, 50083])
  await change(id, { archived: false, locked: false, name: 'awake' })
  discord.archive(id)
  discord.person(ONE.watcher).say(id, 'good morning')
  expect(discord.threads(ONE.general)[0]).toMatchObject({ archived: false, name: 'awake' })
  await rest.delete(Routes.channel(id))
  expect(discord.threads(ONE.general)).toEqual([])
  expect(await refused(post(id))).toEqual([404, 10003])
})

test('private threads are for their members', async () => {
  const body = { name: 'hidden', type: 12, invitable: false }
  const { id } = (await rest.post(Routes.threads(ONE.general), { body })) as { id: string }
  await rest.put(Routes.threadMembers(id, ONE.candidate))
  await post(id, { content: 'psst' })
  expect(
    discord
      .person(ONE.candidate)
      .sees(id)
      .map(({ text }) => text),
  ).toEqual(['psst'])
  expect(discord.person(ONE.watcher).sees(id)).toEqual([])
  expect(discord.threads(ONE.general)).toMatchObject([
    { hidden: true, members: [discord.appId, ONE.candidate] },
  ])
  expect(await refused(rest.put(Routes.threadMembers(id, TWO.candidate)))).toEqual([400, 50035])
})

test('two new names are taken within ten minutes, a third one later', async () => {
  const { id } = await begin('1')
  await change(id, { name: '2' })
  await change(id, { name: '3' })
  await change(id, { name: '3', archived: false })
  const hasty = new REST({ api: discord.apiUrl, rejectOnRateLimit: ['/'] }).setToken(discord.token)
  await expect(
    hasty.patch(Routes.channel(id), { body: { name: '4', archived: true } }),
  ).rejects.toMatchObject({
    retryAfter: expect.any(Number),
  })
  expect(discord.threads(ONE.general)[0]).toMatchObject({ name: '3', archived: false })
  clock += 600_001
  await change(id, { name: '4' })
  expect(discord.threads(ONE.general)[0]?.name).toBe('4')
})

test('files are kept, described, shown by components, and served until they are stale', async () => {
  const files = [{ name: 'report.md', data: Buffer.from('# Report') }]
  const sent = (await post(ONE.general, { attachments: [{ id: 0, description: 'a report' }] }, files)) as {
    id: string
    attachments: { id: string; url: string; description: string; size: number }[]
  }
  const [first] = sent.attachments
  expect(first).toMatchObject({ description: 'a report', size: 8 })
  expect(await (await fetch(String(first?.url))).text()).toBe('# Report')
  const modern = { content: undefined, flags: 1 << 15 }
  const shown = (await post(
    ONE.general,
    { ...modern, components: [{ type: 13, file: { url: 'attachment://report.md' } }] },
    files,
  )) as { components: { file: { url: string } }[] }
  expect(await (await fetch(String(shown.components[0]?.file.url))).text()).toBe('# Report')
  expect(
    await refused(post(ONE.general, { ...modern, components: [{ type: 10, content: 'x' }] }, files)),
  ).toEqual([400, 50035])
  expect((await edit(ONE.general, sent.id, { attachments: [] })).attachments).toEqual([])
  discord.expireFiles()
  expect((await fetch(String(first?.url))).status).toBe(404)
  expect(await refused(post(ONE.general, {}, [{ name: 'big', data: Buffer.alloc(10_485_761) }]))).toEqual([
    413, 40005,
  ])
})

test('components of the second kind shut out content, then and later', async () => {
  const components = [{ type: 17, components: [{ type: 10, content: 'words' }] }]
  const { id } = await post(ONE.general, { content: undefined, flags: 1 << 15, components })
  expect(discord.shown(ONE.general)[0]?.text).toBe('words')
  expect(await refused(edit(ONE.general, id, { content: 'x' }))).toEqual([400, 50035])
  await edit(ONE.general, id, { components: [{ type: 10, content: 'other words' }] })
  expect(discord.shown(ONE.general)[0]?.text).toBe('other words')
  expect(await refused(post(ONE.general, { components }))).toEqual([400, 50035])
})

test('commands are registered for all guilds or for one, and keep their ids', async () => {
  const body = [{ name: 'mlsd', description: 'x', options: [] }]
  const [first] = (await rest.put(Routes.applicationCommands(discord.appId), { body })) as Json[]
  const [again] = (await rest.put(Routes.applicationCommands(discord.appId), { body })) as Json[]
  expect(again?.id).toBe(first?.id)
  await rest.put(Routes.applicationGuildCommands(discord.appId, ONE.guild), { body })
  expect(discord.commands()).toHaveLength(1)
  expect(discord.commands(ONE.guild)).toHaveLength(1)
  expect(discord.commands(TWO.guild)).toEqual([])
  expect(
    await refused(
      rest.put(Routes.applicationCommands(discord.appId), { body: [{ name: 'Big', description: 'x' }] }),
    ),
  ).toEqual([400, 50035])
  expect(await refused(rest.get(Routes.applicationCommands('123456789012345678')))).toEqual([403, 20012])
})

test('limits are told in headers, and exceeding them is noted', async () => {
  await discord.stop()
  await connect({ rates: 'real' })
  const send = () =>
    fetch(`${discord.apiUrl}/v10/channels/${ONE.general}/typing`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}` },
    })
  const answers = []
  for (let count = 0; count < 6; count += 1) answers.push(await send())
  expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204, 429])
  expect(answers[0]?.headers.get('x-ratelimit-remaining')).toBe('4')
  expect(answers[0]?.headers.get('x-ratelimit-limit')).toBe('5')
  expect(Number(answers[5]?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await answers[5]?.json()).toMatchObject({ global: false, retry_after: expect.any(Number) })
  expect(discord.limited).toEqual(['POST /channels/:id/typing'])
})

test('troubles befall as many calls as they are meant to', async () => {
  const route = 'POST /channels/:id/messages'
  discord.trouble.limit(route, { retryAfter: 0.02, channel: ONE.general })
  await post(ONE.other)
  await post(ONE.general)
  expect(discord.callsOf(route).map(({ status }) => status)).toEqual([200, 429, 200])
  discord.trouble.fail(route, { status: 403, code: 50001, message: 'Missing Access' })
  expect(await refused(post(ONE.general))).toEqual([403, 50001])
  discord.trouble.fail(route, 500)
  await post(ONE.general)
  expect(
    discord
      .callsOf(route)
      .slice(-2)
      .map(({ status }) => status),
  ).toEqual([500, 200])
  discord.trouble.fail(route, 'lost-answer')
  const once = { content: 'sent once', nonce: 'once' }
  await expect(post(ONE.general, once)).rejects.toThrow('other side closed')
  await post(ONE.general, once)
  expect(discord.shown(ONE.general).filter(({ text }) => text === 'sent once')).toHaveLength(1)
  discord.trouble.fail(route, 'cut', { times: 9 })
  await expect(post(ONE.general)).rejects.toThrow()
  discord.trouble.mend()
  await post(ONE.general)
  discord.trouble.limit('*', { scope: 'global', retryAfter: 0.02 })
  await post(ONE.general)
  expect(discord.limited).toEqual([])
})

test('without the switch for it, what people write cannot be read either', async () => {
  discord.person(ONE.candidate).say(ONE.general, 'secret')
  expect((await page(ONE.general))[0]?.content).toBe('secret')
  discord.messageContent(false)
  expect((await page(ONE.general))[0]?.content).toBe('')
})
