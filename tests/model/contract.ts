import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Ask, type Message, type Model, ModelFailure, type Shape } from '../../src/model/model.ts'

/** A model under test, behind which somebody answers as told. */
export type Opened = {
  model: Model
  /** What is answered, call by call. */
  says(...answers: string[]): void
  /** The next call is left without an answer. */
  falls(kind: 'silent' | 'down'): void
  /** The messages of every call so far, without what is added to say which form the answer shall have. */
  asked(): Message[][]
  close(): Promise<void>
}

export type Move = { say: string; move: 'probe' | 'hint' }

/** A shape as prompts have it. */
export const MOVE: Shape<Move> = {
  name: 'move',
  schema: {
    type: 'object',
    properties: { say: { type: 'string' }, move: { enum: ['probe', 'hint'] } },
    required: ['say', 'move'],
    additionalProperties: false,
  },
  parse(value) {
    const { say, move } = value as Partial<Move>
    if (typeof say !== 'string') return { fault: 'say: wanted is a text' }
    return move === 'probe' || move === 'hint'
      ? { value: { say, move } }
      : { fault: 'move: wanted is "probe" or "hint"' }
  },
}

export const MESSAGES: readonly Message[] = [
  { role: 'system', content: 'You ask short questions.' },
  { role: 'user', content: 'I would log "clicks".\nAnd ünicode, 日本 🦊.' },
]

export const asking = (more: Partial<Ask<Move>> = {}): Ask<Move> => ({
  role: 'interviewer',
  prompt: 'interviewer 1',
  messages: MESSAGES,
  shape: MOVE,
  most: 300,
  ...more,
})

export const GOOD: Move = { say: 'Which clicks do you count, and which do you leave out?', move: 'probe' }

/** The failure of an ask that has to fail. */
export const failureOf = async (asked: Promise<unknown>): Promise<ModelFailure> => {
  const error = await asked.then(
    (value) => expect.fail(`answered: ${JSON.stringify(value)}`),
    (error: unknown) => error,
  )
  if (!(error instanceof ModelFailure)) throw error
  expect(error.message).toMatch(/^\S.*[.!]$/)
  return error
}

/** What every model promises. */
export const modelContract = (name: string, open: () => Promise<Opened>): void => {
  describe(`model: ${name}`, () => {
    let opened: Opened
    let model: Model

    beforeEach(async () => {
      opened = await open()
      model = opened.model
    })

    afterEach(() => opened.close())

    test('a value of the shape, and what it took', async () => {
      opened.says(JSON.stringify(GOOD))
      const { value, usage } = await model.ask(asking())
      expect(value).toEqual(GOOD)
      expect(opened.asked()).toEqual([MESSAGES])
      expect(usage).toMatchObject([{ role: 'interviewer', prompt: 'interviewer 1', outcome: 'answered' }])
      const [{ sent = 0, cached = -1, received = 0, whole = -1, firstToken = -1 } = {}] = usage
      expect(sent).toBeGreaterThan(0)
      expect(received).toBeGreaterThan(0)
      expect(cached).toBeGreaterThanOrEqual(0)
      expect(whole).toBeGreaterThanOrEqual(firstToken)
      expect(firstToken).toBeGreaterThanOrEqual(0)
    })

    test('both roles are described, and answered under their own name', async () => {
      for (const role of ['interviewer', 'judge'] as const) {
        opened.says(JSON.stringify(GOOD))
        const { usage } = await model.ask(asking({ role }))
        const [{ model: named = '?', endpoint = '?', role: as } = {}] = usage
        expect(as).toBe(role)
        expect(model.describe(role)).toContain(named)
        expect(model.describe(role)).toContain(endpoint)
      }
    })

    test('text is told as it comes, each time with what was told before', async () => {
      const heard: string[] = []
      const attempts = new Set<number>()
      opened.says(JSON.stringify(GOOD))
      await model.ask(
        asking({
          onText: (soFar, attempt) => {
            heard.push(soFar)
            attempts.add(attempt)
          },
        }),
      )
      expect(heard.length).toBeGreaterThan(1)
      heard.reduce((before, now) => {
        expect(now.startsWith(before) && now.length > before.length).toBe(true)
        return now
      })
      expect(JSON.parse(heard.at(-1) ?? '')).toEqual(GOOD)
      expect([...attempts]).toEqual([1])
    })

    test.each([
      ['prose', 'I think you should look at the clicks.'],
      ['JSON that breaks off', '{"say": "Which cl'],
      ['another shape', '{"say": "Which clicks?", "move": "praise"}'],
    ])('after %s it is asked once more, with the fault named', async (_, bad) => {
      const attempts: number[] = []
      opened.says(bad, JSON.stringify(GOOD))
      const { value, usage } = await model.ask(
        asking({ onText: (_, attempt) => void attempts.push(attempt) }),
      )
      expect(value).toEqual(GOOD)
      expect(usage.map(({ outcome }) => outcome)).toEqual(['malformed', 'answered'])
      const [first, second = []] = opened.asked()
      expect(first).toEqual(MESSAGES)
      expect(second.slice(0, 3)).toEqual([...MESSAGES, { role: 'assistant', content: bad }])
      expect(second[3]?.role).toBe('user')
      if (bad.includes('praise')) expect(second[3]?.content).toContain('move: wanted is "probe" or "hint"')
      expect([...new Set(attempts)]).toEqual([1, 2])
    })

    test('a shape that is missed twice is a failure that names the fault', async () => {
      const bad = '{"say": "Well done!", "move": "praise"}'
      opened.says(bad, bad, JSON.stringify(GOOD))
      const failure = await failureOf(model.ask(asking()))
      expect(failure.kind).toBe('malformed')
      expect(failure.message).toContain('move: wanted is')
      expect(failure.usage.map(({ outcome }) => outcome)).toEqual(['malformed', 'malformed'])
      expect(opened.asked()).toHaveLength(2)
    })

    test('what is taken back before it is sent is not sent', async () => {
      opened.says(JSON.stringify(GOOD))
      const failure = await failureOf(model.ask(asking({ signal: AbortSignal.abort() })))
      expect(failure).toMatchObject({ kind: 'aborted', usage: [] })
      expect(opened.asked()).toEqual([])
    })

    test('what is taken back while there is no answer ends at once', async () => {
      opened.falls('silent')
      const control = new AbortController()
      const asked = failureOf(model.ask(asking({ signal: control.signal })))
      while (opened.asked().length === 0) await new Promise((done) => setTimeout(done, 5))
      control.abort()
      expect(await asked).toMatchObject({ kind: 'aborted', usage: [{ outcome: 'aborted' }] })
    })

    test('what is taken back while the answer comes tells no more of it', async () => {
      const control = new AbortController()
      const heard: string[] = []
      opened.says(JSON.stringify(GOOD))
      const onText = (soFar: string) => {
        heard.push(soFar)
        control.abort()
      }
      const failure = await failureOf(model.ask(asking({ signal: control.signal, onText })))
      expect(failure.kind).toBe('aborted')
      expect(heard).toHaveLength(1)
    })

    test('an endpoint that is not there is a failure that names it', async () => {
      opened.falls('down')
      const failure = await failureOf(model.ask(asking()))
      expect(failure.kind).toBe('unreachable')
      expect(failure.usage.every(({ outcome, sent }) => outcome === 'unreachable' && sent === 0)).toBe(true)
      opened.says(JSON.stringify(GOOD))
      expect((await model.ask(asking())).value).toEqual(GOOD)
    })

    test('calls at the same time do not mix', async () => {
      opened.says(JSON.stringify(GOOD), JSON.stringify(GOOD), JSON.stringify(GOOD))
      const roles = ['interviewer', 'judge', 'interviewer'] as const
      const answers = await Promise.all(roles.map((role, n) => model.ask(asking({ role, prompt: `p ${n}` }))))
      expect(answers.map(({ usage }) => usage.map(({ role, prompt }) => [role, prompt]))).toEqual(
        roles.map((role, n) => [[role, `p ${n}`]]),
      )
    })
  })
}
