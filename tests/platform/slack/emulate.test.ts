import { afterEach, describe, expect, test } from 'vitest'
import { platformContract } from '../contract.ts'
import { type Emulated, emulated, type Message, type Somebody } from './emulated.ts'
import { edges, placeOf, wordsIn } from './emulated-edge.ts'

const start = edges()

/** The emulator answers a message once the event about it was answered, which may be never. */
const PATIENCE_MS = 150
const sent = async (saying: Promise<unknown>): Promise<void> => {
  await Promise.race([saying, new Promise((done) => setTimeout(done, PATIENCE_MS))])
}

/** The contract types `/hint`, where one types `/mlsd hint` here. */
const read = (message: Parameters<typeof wordsIn>[0]): string => wordsIn(message).replaceAll('/mlsd ', '/')

const shown = async (far: Emulated, channel: string, to: Somebody, thread?: string): Promise<string> => {
  const whispers = far.whispered(channel, to).filter(({ thread_ts }) => thread_ts === thread)
  const all: Message[] = [...(await far.messages(channel, thread)), ...whispers]
  return all
    .toSorted((one, other) => Number(one.ts) - Number(other.ts))
    .map(read)
    .join('\n')
}

for (const where of ['a direct message', 'a thread'])
  platformContract(
    `slack over emulate, which has no slash commands, so that the test posts them, in ${where},`,
    async () => {
      const { far, platform, type } = await start({ idle: true })
      const { candidate } = far
      const channel = where === 'a thread' ? far.open : candidate.direct
      const thread = where === 'a thread' ? await candidate.say(channel, 'This begins it.') : undefined
      const answers: string[] = []
      return {
        platform,
        place: placeOf(channel, thread),
        async send(text) {
          if (text.startsWith('/')) answers.push(read(await type(candidate, channel, text.slice(1))))
          else await sent(candidate.say(channel, text, thread))
        },
        shown: async () => [await shown(far, channel, candidate, thread), ...answers].join('\n'),
      }
    },
  )

/** What it lacks or does in its own way, and how that is seen; Slack's way is shown with the stand-in alone. */
const GAPS: readonly [string, (far: Emulated) => Promise<unknown>, unknown][] = [
  ['no Socket Mode', (far) => statusOf(far, 'apps.connections.open'), 404],
  ['no streams', (far) => statusOf(far, 'chat.startStream'), 404],
  ['no status of an assistant', (far) => statusOf(far, 'assistant.threads.setStatus'), 404],
  ['no prompts of an assistant', (far) => statusOf(far, 'assistant.threads.setSuggestedPrompts'), 404],
  ['no token that it refuses', async (far) => (await far.call('xoxb-nobody', 'auth.test')).ok, true],
  [
    'no tokens that are renewed',
    async (far) => (await far.call('', 'oauth.v2.access', RENEWAL)).error,
    'invalid_code',
  ],
  [
    'no event of its own for a mention, and no second delivery',
    async (far) => {
      far.deliverTo('http://127.0.0.1:9/')
      await far.candidate.say(far.open, `<@${far.bot.user}> hello`)
      return far.deliveries().map(({ event, status_code }) => [event, status_code])
    },
    [['message', null]],
  ],
  [
    'no need to be in a public channel',
    (far) => answerOf(far, 'chat.postMessage', { channel: 'C000000001', text: 'x' }),
    true,
  ],
  [
    'no limits of blocks',
    (far) => answerOf(far, 'chat.postMessage', { channel: far.open, blocks: [LONG_HEADER] }),
    true,
  ],
  [
    'no beginning of what is read back',
    async (far) => {
      await far.candidate.say(far.open, 'long ago')
      const oldest = String(Date.now() / 1000 + 1000)
      const { messages } = await far.call(far.bot.token, 'conversations.history', {
        channel: far.open,
        oldest,
      })
      return (messages as unknown[]).length
    },
    1,
  ],
  [
    'no metadata that is kept back unless it is asked for',
    async (far) => {
      const metadata = { event_type: 'x', event_payload: {} }
      await far.call(far.bot.token, 'chat.postMessage', { channel: far.open, text: 'x', metadata })
      return (await far.messages(far.open)).at(-1)?.metadata
    },
    { event_type: 'x', event_payload: {} },
  ],
  [
    'no alt texts under the name that Slack gives them',
    async (far) => {
      const args = { filename: 'x.png', length: 1, alt_txt: 'A curve' }
      const { upload_url, file_id } = await far.candidate.call('files.getUploadURLExternal', args)
      await fetch(String(upload_url), { method: 'POST', body: 'x' })
      const { files } = await far.candidate.call('files.completeUploadExternal', { files: [{ id: file_id }] })
      return Object.keys((files as [object])[0]).filter((key) => key.startsWith('alt'))
    },
    [],
  ],
]

const statusOf = async (far: Emulated, method: string): Promise<unknown> =>
  (await far.call(far.bot.token, method)).status
const answerOf = async (far: Emulated, method: string, args: Parameters<Emulated['call']>[2]) =>
  (await far.call(far.bot.token, method, args)).ok

const RENEWAL = {
  ...{ client_id: '12345.67890', client_secret: 'a-client-secret' },
  ...{ grant_type: 'refresh_token', refresh_token: 'xoxe-1' },
}
const LONG_HEADER = { type: 'header', text: { type: 'plain_text', text: 'x'.repeat(5_000) } }

describe('emulate has', () => {
  const open: Emulated[] = []
  afterEach(async () => {
    for (const far of open.splice(0)) await far.stop()
  })

  test.each(GAPS)('%s', async (_, look, seen) => {
    const far = await emulated()
    open.push(far)
    expect(await look(far)).toEqual(seen)
  })
})
