/** A model that answers what a test says, and keeps what it was asked. */
import { type Ask, type Model, ModelFailure, type Usage } from '../../src/model/model.ts'

const USAGE: Usage = {
  role: 'interviewer',
  model: 'fake',
  endpoint: 'nowhere',
  prompt: '',
  sent: 100,
  cached: 90,
  received: 10,
  firstToken: 1,
  whole: 2,
  cost: null,
  outcome: 'answered',
}

export type FakeModel = Model & { asked: Ask<unknown>[] }

/** The nth call, from 0, gets `answer(ask, n)`: a value, its JSON as a text, or a failure to be thrown. */
export const fakeModel = (answer: (ask: Ask<unknown>, n: number) => unknown): FakeModel => {
  const asked: Ask<unknown>[] = []
  return {
    asked,
    describe: (role) => `fake ${role} at nowhere`,
    async ask(ask) {
      const given = await answer(ask, asked.push(ask) - 1)
      if (given instanceof ModelFailure) throw given
      const json = typeof given === 'string' ? given : JSON.stringify(given)
      for (let end = 3; end < json.length + 3; end += 3) ask.onText?.(json.slice(0, end), 1)
      const read = ask.shape.parse(parsed(json))
      if ('fault' in read)
        throw new ModelFailure('malformed', read.fault, [{ ...USAGE, outcome: 'malformed' }])
      return { value: read.value, usage: [USAGE] }
    },
  }
}

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

export const MARK = 'f00dfeed1234'
