/** The server of a recorded conversation: it speaks HTTP, and answers as the recording says and otherwise well. */
import { type ChatCompletionRequest, type FixtureResponse, LLMock } from '@copilotkit/aimock'
import { answer, type Body, cut, faulty, gone, type Manner, silent, stalled, status } from './faulty.ts'
import { type Answer, answerTo, type Recording } from './recording.ts'

/** Who asks, by the shape of the answer: a kind of call that is new here is `other`. */
export type Asker = 'interviewer' | 'judge' | 'other'

export type Replay = {
  url: string
  /** Who asked, request by request. */
  asked: Asker[]
  /** Whether an answer is on its way that waits for nothing. */
  owes(): boolean
  close(): Promise<void>
}

/** Starts the server; `down` says whether nobody is there now. */
export const replay = (recording: Recording, down: () => boolean): Promise<Replay> =>
  recording.server === 'aimock' ? byOthers(recording) : byOurs(recording, down)

const byOurs = async (recording: Recording, down: () => boolean): Promise<Replay> => {
  const server = await faulty()
  const asked: Asker[] = []
  const spare = [...QUESTIONS]
  let owed = 0
  server.always((response, sent) => {
    const who = askerOf(sent.body)
    asked.push(who)
    const told = down() ? 'gone' : next(recording, asked, who, sent.body)
    // Whoever says nothing owes nothing: time may run on.
    if (told !== 'silent' && told !== 'stalled') {
      owed++
      response.on('close', () => owed--)
    }
    return mannerOf(told, sent.body, spare)(response, sent)
  })
  return { url: server.url, asked, owes: () => owed > 0, close: server.close }
}

const byOthers = async (recording: Recording): Promise<Replay> => {
  const mock = new LLMock({ port: 0, chunkSize: 40, logLevel: 'silent' })
  const asked: Asker[] = []
  const spare = [...QUESTIONS]
  mock.on({ predicate: () => true }, (request) => {
    const body = bodyOf(request)
    const who = askerOf(body)
    asked.push(who)
    return responseOf(next(recording, asked, who, body), body, spare)
  })
  await mock.start()
  return { url: `${mock.url}/v1`, asked, owes: () => false, close: () => mock.stop() }
}

const bodyOf = ({ messages, ...rest }: ChatCompletionRequest): Body => ({
  ...(rest as Body),
  messages: messages.map(({ role, content }) => ({ role, content: String(content) })),
})

const next = (recording: Recording, asked: readonly Asker[], who: Asker, body: Body): Answer | undefined => {
  const n = asked.filter((one) => one === who).length
  return who === 'other' ? undefined : answerTo(recording[who], n, criteriaIn(body)[0]?.slice(0, 2) ?? '')
}

const responseOf = (told: Answer | undefined, body: Body, spare: string[]): FixtureResponse => {
  if (typeof told === 'object' && 'status' in told) {
    const { status, after, code, message = 'It failed.' } = told
    const error = { message, ...(code !== undefined && { code }) }
    return { error, status, ...(after !== undefined && { retryAfter: after }) }
  }
  if (typeof told === 'object' && 'text' in told)
    return { content: told.text, ...(told.finish !== undefined && { finishReason: told.finish }) }
  if (typeof told === 'string' || (told !== undefined && ('cut' in told || 'refuses' in told)))
    throw new Error('This is not what aimock can do; the recording needs the other server.')
  return { content: JSON.stringify(givenTo(told, body, spare)) }
}

const mannerOf = (told: Answer | undefined, body: Body, spare: string[]): Manner => {
  if (told === 'silent') return silent
  if (told === 'stalled') return stalled
  if (told === 'gone') return gone
  if (told !== undefined) {
    if ('status' in told) {
      const { after, code, message } = told
      const headers = after === undefined ? {} : { 'retry-after': String(after) }
      return status(told.status, { ...(code && { code }), ...(message && { message }) }, headers)
    }
    if ('text' in told) return answer(told.text, told.finish === undefined ? {} : { finish: told.finish })
    if ('cut' in told) return cut(told.cut)
    if ('refuses' in told) return answer('', { before: [{ refusal: told.refuses }] })
  }
  return answer(JSON.stringify(givenTo(told, body, spare)))
}

const givenTo = (
  told: Extract<Answer, { says: string } | { judges: unknown }> | undefined,
  body: Body,
  spare: string[],
) => {
  const who = askerOf(body)
  if (who === 'other') return least(schemaOf(body))
  if (who === 'judge') return judgement(body, told && 'judges' in told ? told.judges : {})
  return turn(body, told && 'says' in told ? told : { says: spare.shift() ?? '' })
}

/** A turn that every check lets pass, if its words do. */
const turn = (body: Body, { says, ...rest }: { says: string }) => ({
  ...(least(schemaOf(body)) as object),
  say: says,
  ...USUAL,
  ...rest,
})

/** A move that any stage allows. */
const USUAL = { move: 'redirect', criterion: null }

/** Each is asked once. */
const QUESTIONS = [
  'What would the kitchen notice first?',
  'Who would complain on the first bad evening?',
  'Which part of this would you leave to somebody else?',
  'When would you stop and ask again?',
  'Where would a newcomer get lost here?',
  'How would you explain that to a courier?',
  'What would make you change your mind?',
  'Whom would you call before the first release?',
  'Which evening of the week would you look at?',
  'What happens on a rainy Sunday?',
]

/** Verdicts as told; on all others `partial`, resting on the first words of the candidate. */
const judgement = (body: Body, told: Readonly<Record<string, { verdict: number; quote: string }>>) => {
  const usual = told.all ?? { verdict: 1, quote: FIRST }
  return {
    verdicts: criteriaIn(body).map((criterion) => ({
      criterion,
      reason: 'A reason.',
      ...(told[criterion] ?? usual),
    })),
    flags: [],
  }
}

const criteriaIn = ({ messages = [] }: Body): string[] => {
  const task = messages.findLast(({ content }) => content.includes(CRITERIA))?.content ?? ''
  return [...new Set(task.slice(task.lastIndexOf(CRITERIA)).match(/\b[A-Z]{2}\d+\b/g) ?? [])]
}

const CRITERIA = '## The criteria'
/** What every recorded talk begins with. */
export const FIRST = 'The business goal is fewer refunds'

type Schema = {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  properties?: Record<string, Schema>
}

const WISH = 'fits this JSON schema, and with nothing else:\n'

/** As it was sent along, or put in words. */
const schemaOf = ({ response_format, messages = [] }: Body): Schema => {
  const sent = response_format as { json_schema?: { schema?: Schema } } | undefined
  if (sent?.json_schema?.schema) return sent.json_schema.schema
  const [, words] =
    messages
      .map(({ content }) => content)
      .find((text) => text.includes(WISH))
      ?.split(WISH) ?? []
  return words === undefined ? {} : (JSON.parse(words.split('\n')[0] ?? '{}') as Schema)
}

const askerOf = (body: Body): Asker => {
  const { properties = {} } = schemaOf(body)
  return 'say' in properties ? 'interviewer' : 'verdicts' in properties ? 'judge' : 'other'
}

/** The least value that fits a schema. */
const least = ({ type, enum: choices, const: one, anyOf, properties = {} }: Schema): unknown => {
  if (one !== undefined) return one
  if (choices !== undefined) return choices[0]
  if (anyOf?.[0] !== undefined) return least(anyOf[0])
  if (type === 'object')
    return Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, least(inner)]))
  if (type === 'array') return []
  if (type === 'number' || type === 'integer') return 0
  return type === 'boolean' ? false : type === 'null' ? null : ''
}
