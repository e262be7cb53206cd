/** The model against a server that was written by others. */
import { LLMock } from '@copilotkit/aimock'
import { expect, onTestFinished, test } from 'vitest'
import { chatModel } from '../../src/model/chat.ts'
import type { Message } from '../../src/model/model.ts'
import { asking, failureOf, GOOD, MESSAGES, MOVE, modelContract, type Opened } from './contract.ts'
import { endpointAt, KEY, settingsFor, worldOf } from './house.ts'

type Told = string | 'silent' | 'down'

/** A server that says what is queued, letter group by letter group. */
const mocked = async () => {
  const queue: { text: Told }[] = []
  const heard: Message[][] = []
  const { promise: end, resolve: stop } = Promise.withResolvers<void>()
  const mock = new LLMock({ port: 0, chunkSize: 7, logLevel: 'silent' })
  mock.on({ predicate: () => true }, async ({ messages }) => {
    heard.push(messages.map(({ role, content }) => ({ role, content }) as Message))
    const { text } = queue.shift() ?? { text: '{}' }
    if (text === 'silent') await end
    if (text === 'down') return { error: { message: 'Overloaded.' }, status: 503 }
    return { content: text }
  })
  await mock.start()
  const close = async () => {
    stop()
    await mock.stop()
  }
  return { mock, queue, heard, close }
}

const open = async (): Promise<Opened> => {
  const { mock, queue, heard, close } = await mocked()
  return {
    model: chatModel(settingsFor(endpointAt(`${mock.url}/v1`)), worldOf()),
    says: (...answers) => queue.push(...answers.map((text) => ({ text }))),
    falls(kind) {
      // All tries of one ask find it so.
      queue.push(...Array.from({ length: kind === 'down' ? 3 : 1 }, () => ({ text: kind })))
    },
    asked: () =>
      heard.map((messages) =>
        messages.map(({ role, content }) => ({
          role,
          content: content.split('\n\nAnswer with one JSON')[0] ?? '',
        })),
      ),
    close,
  }
}

modelContract('OpenAI', open)

test('the request is one for a stream, held to the schema, with the key of the endpoint', async () => {
  const { mock, queue, close } = await mocked()
  onTestFinished(close)
  queue.push({ text: JSON.stringify(GOOD) })
  const endpoint = endpointAt(`${mock.url}/v1`, { effort: 'low' })
  await chatModel(settingsFor(endpoint), worldOf()).ask(asking())
  const request = mock.getLastRequest()
  expect(request?.path).toBe('/v1/chat/completions')
  expect(request?.headers.authorization).not.toBe(undefined)
  expect(request?.body).toMatchObject({
    model: 'gpt-4.1-mini',
    messages: MESSAGES,
    stream: true,
    stream_options: { include_usage: true },
    max_tokens: 300,
    reasoning_effort: 'low',
    response_format: {
      type: 'json_schema',
      json_schema: { name: 'move', strict: true, schema: MOVE.schema },
    },
  })
})

test('tokens and money are counted as the endpoint tells them', async () => {
  const { mock, close } = await mocked()
  onTestFinished(close)
  mock.prependFixture({
    match: { predicate: () => true },
    response: {
      content: JSON.stringify(GOOD),
      usage: { prompt_tokens: 1000, completion_tokens: 50, prompt_tokens_details: { cached_tokens: 900 } },
    },
  })
  const { usage } = await chatModel(settingsFor(endpointAt(`${mock.url}/v1`)), worldOf()).ask(asking())
  expect(usage).toMatchObject([{ sent: 1000, received: 50, model: 'gpt-4.1-mini' }])
})

test('a role without an endpoint is refused, and says what to set', async () => {
  const { judge, ...roles } = settingsFor(endpointAt('http://127.0.0.1:9/v1')).roles
  expect(judge).toBeDefined()
  const model = chatModel(settingsFor(endpointAt('http://127.0.0.1:9/v1'), { roles }), worldOf())
  expect(model.describe('judge')).toBe('no model')
  const failure = await failureOf(model.ask(asking({ role: 'judge' })))
  expect(failure).toMatchObject({ kind: 'refused', usage: [] })
  expect(failure.message).toContain('MLSD_MODEL')
  expect(failure.message).not.toContain(KEY)
})
