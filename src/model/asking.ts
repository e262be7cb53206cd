/** From an ask to a value: tries, the look at its shape, and a second turn. */
import type { Course } from './attempt.ts'
import type { Received } from './collecting.ts'
import type { Line } from './line.ts'
import { type Answered, type Message, ModelFailure, type Usage } from './model.ts'
import { readJson } from './reading.ts'
import { repairing } from './request.ts'
import { describeEndpoint } from './settings.ts'
import { answered } from './tries.ts'

/** A value of the shape that is asked for; the model is asked once more, with the fault named, when its answer has another. */
export const valueFrom = async <T>(line: Line, course: Course<T>): Promise<Answered<T>> => {
  const { ask, used } = course
  let messages: readonly Message[] = ask.messages
  let fault = ''
  for (let turn = 1; turn <= TURNS; turn++) {
    const received = await answered(line, course, messages)
    throwIfDeclined(received, line, used)
    const read = valueIn(received, course, line)
    if ('value' in read) return { value: read.value, usage: used }
    fault = read.fault
    markLast(used, 'malformed')
    messages = repairing(messages, received.text, fault)
  }
  const says = `${describeEndpoint(line.endpoint)} does not answer in the form that was asked for: ${fault.replace(/[.;\s]*$/, '.')}`
  throw new ModelFailure('malformed', says, used)
}

const TURNS = 2

const valueIn = <T>(received: Received, { ask }: Course<T>, line: Line): { value: T } | { fault: string } => {
  const json = readJson(received.text)
  const cut = received.finish === 'length'
  if (cut && (received.tokens?.thought ?? 0) > 0) line.abilities = { ...line.abilities, thinks: true }
  if ('fault' in json) {
    if (cut) return { fault: `It is longer than ${ask.most} tokens and breaks off.` }
    // Some servers take the schema and do not look at it; words reach every model.
    if (received.text !== '' && !received.text.includes('{'))
      line.abilities = { ...line.abilities, format: 'words' }
    return json
  }
  return ask.shape.parse(json.value)
}

const throwIfDeclined = ({ refusal, finish }: Received, { endpoint }: Line, used: Usage[]): void => {
  if (refusal === '' && finish !== 'content_filter') return
  markLast(used, 'declined')
  const who = describeEndpoint(endpoint)
  const says = refusal === '' ? `A content filter stopped ${who}.` : `${who} would not answer.`
  throw new ModelFailure('declined', says, used)
}

const markLast = (used: Usage[], outcome: Usage['outcome']): void => {
  const last = used.pop()
  if (last) used.push({ ...last, outcome })
}
