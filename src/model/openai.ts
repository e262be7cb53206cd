/** The one file that knows the library: chat completions over HTTP, as OpenAI, Azure, vLLM, Ollama and others speak it. */
import { APIConnectionError, APIError, OpenAI } from 'openai'
import { after } from './after.ts'
import { bounded } from './bounded.ts'
import { offered } from './offered.ts'
import { withoutSecrets } from './secret.ts'
import type { Endpoint } from './settings.ts'
import { type Piece, type Request, Trouble, type Wire } from './wire.ts'

/** A line to an endpoint. Nothing is sent but to its address, and no key but its own. */
export const openAiWire = (endpoint: Endpoint, now: () => number): Wire => {
  const client = clientOf(endpoint)
  const troubled = (error: unknown) => troubleOf(error, endpoint.apiKey, now)
  return {
    async *stream(request, signal) {
      try {
        const chunks = await client.chat.completions.create(bodyOf(endpoint, request), { signal })
        for await (const chunk of chunks) yield pieceOf(chunk)
      } catch (error) {
        if (!signal.aborted) throw troubled(error)
      }
    },
    async models(signal) {
      try {
        const { data } = await client.models.list({ signal })
        return Array.isArray(data) ? data.map(offered) : []
      } catch (error) {
        throw troubled(error)
      }
    },
  }
}

/**
 * The library would take addresses, keys and headers from the environment by itself, and print what goes wrong: each is
 * settled here, and the headers are made anew, so that only what was set for this endpoint reaches it.
 */
const clientOf = ({ baseUrl, apiKey }: Endpoint): OpenAI =>
  new OpenAI({
    baseURL: baseUrl,
    apiKey: apiKey ?? 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off',
    maxRetries: 0,
    timeout: LONGEST,
    fetch: async (url, init) => {
      const answer = await fetch(url, {
        ...init,
        redirect: 'manual',
        headers: {
          accept: 'application/json',
          ...(init?.body ? { 'content-type': 'application/json' } : {}),
          ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
        },
      })
      return bounded(answer, MOST_BYTES)
    },
  })

/** A whole answer with all its thoughts, each word in a line of its own, is far below it. */
const MOST_BYTES = 16_000_000

/** Time is limited by whoever asks; this is longer than any limit that can be set. */
const LONGEST = 900_000

const bodyOf = ({ model }: Endpoint, request: Request) => {
  const { messages, format, shape, most, mostAs, counted, effort } = request
  return {
    model,
    messages: messages.map(({ role, content }) => ({ role, content })),
    stream: true as const,
    [mostAs]: most,
    ...(counted && { stream_options: { include_usage: true } }),
    ...(effort && { reasoning_effort: effort }),
    ...(format === 'object' && { response_format: { type: 'json_object' as const } }),
    ...(format === 'schema' && {
      response_format: {
        type: 'json_schema' as const,
        json_schema: { name: shape.name, schema: { ...shape.schema }, strict: true },
      },
    }),
  }
}

/** Servers leave out what the library promises, so nothing is taken for granted. */
const pieceOf = (chunk: Partial<OpenAI.ChatCompletionChunk>): Piece => {
  const choice = chunk.choices?.[0]
  const { content, refusal, reasoning_content, reasoning }: Delta = choice?.delta ?? {}
  const { usage } = chunk
  return {
    ...(content ? { text: content } : {}),
    ...(reasoning_content || reasoning ? { thinking: true as const } : {}),
    ...(refusal ? { refusal } : {}),
    ...(choice?.finish_reason ? { finish: choice.finish_reason } : {}),
    ...(usage && {
      tokens: {
        sent: usage.prompt_tokens ?? 0,
        cached: usage.prompt_tokens_details?.cached_tokens ?? 0,
        received: usage.completion_tokens ?? 0,
        thought: usage.completion_tokens_details?.reasoning_tokens ?? 0,
      },
    }),
  }
}

/** Two names under which servers other than OpenAI's tell what the model thinks. */
type Delta = Partial<OpenAI.ChatCompletionChunk.Choice.Delta> & {
  reasoning_content?: unknown
  reasoning?: unknown
}

const troubleOf = (error: unknown, key: string | undefined, now: () => number): Trouble => {
  const clean = (text: string) => withoutSecrets(text, key)
  if (error instanceof APIError && !(error instanceof APIConnectionError)) {
    const headers = error.headers ?? new Headers()
    const again = headers.get('x-should-retry')
    return new Trouble(clean(error.message), {
      status: error.status ?? statusIn(error.code),
      code: [error.code, error.type].filter(Boolean).map(String).map(clean).join(' '),
      after: after(headers, now()),
      again: again === null ? undefined : again === 'true',
    })
  }
  const reasons = chain(error).map((link) => clean(link.message))
  const code = chain(error).flatMap((link) =>
    'code' in link && link.code ? [clean(String(link.code))] : [],
  )[0]
  // The library's errors hold the request, and with it the key; only their words are kept.
  return new Trouble(reasons.at(-1) ?? 'unknown', code ? { code } : {}, {
    cause: new Error(reasons.join(': ')),
  })
}

/** Within a stream that has begun an error comes without a status, and some servers put it where the code belongs. */
const statusIn = (code: unknown): number | undefined => {
  const status = Number(code)
  return Number.isInteger(status) && status >= 400 && status < 600 ? status : undefined
}

const chain = (error: unknown): Error[] =>
  error instanceof Error
    ? [error, ...chain(error instanceof AggregateError ? error.errors[0] : error.cause)]
    : []
