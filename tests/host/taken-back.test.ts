/** What is asked of a model is taken back once nobody waits for it: over real HTTP, the server sees the connection close. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { llmGrader } from '../../src/grader/llm.ts'
import { llmInterviewer } from '../../src/interviewer/llm.ts'
import { chatModel } from '../../src/model/chat.ts'
import { type Faulty, faulty, type Manner } from '../model/faulty.ts'
import { endpointAt, settingsFor, worldOf } from '../model/house.ts'
import { PROMPTS } from '../prompt/files.ts'
import { type House, house, QUIET } from './house.ts'
import { type Person, person } from './person.ts'

const C1 = 'chat:T1/C1'

let server: Faulty
let home: House
let mia: Person
let thread: string
/** How many connections are open and wait for an answer, and how many were closed from this side. */
let open = 0
let closed = 0

/** Takes the request, says nothing, and sees when whoever asked goes. */
const waits: Manner = (response) => {
  open += 1
  response.on('close', () => {
    open -= 1
    closed += 1
  })
}

beforeEach(async () => {
  open = 0
  closed = 0
  server = await faulty()
  server.always(waits)
  const model = chatModel(settingsFor(endpointAt(server.url)), worldOf())
  const means = { model, prompts: PROMPTS, mark: () => 'f00dfeed1234' }
  home = await house({ interviewer: llmInterviewer(means), grader: llmGrader(means) })
  mia = person(home, 'T1/mia')
  thread = await mia.start(C1)
  await home.settled()
  await mia.say(thread, 'The goal is fewer complaints.')
  await home.pass(QUIET)
  await vi.waitFor(() => expect(open).toBe(1))
})
afterEach(async () => {
  await home.close()
  await server.close()
})

const goes = async (): Promise<void> => {
  await vi.waitFor(() => expect(closed).toBe(1))
  await home.settled()
}

test('when the person ends the talk', async () => {
  await mia.press(thread, 'End')
  await goes()
  expect(open).toBe(0)
  expect(mia.last(thread).text).toContain('That was the interview')
})

test('when the person goes on to the next stage, whose question is not held up', async () => {
  await mia.command(thread, 'next')
  await goes()
  expect(mia.last(thread).tone).toBe('interviewer')
})

test('not in a pause: what is answered meanwhile is said when the talk goes on', async () => {
  await mia.press(thread, 'Pause')
  await home.settled()
  expect([open, closed]).toEqual([1, 0])
  await mia.press(thread, 'End')
  await goes()
})

test('when all is forgotten', async () => {
  await mia.command(C1, 'forget --sure yes')
  await goes()
  expect(home.stored()).not.toContain('mia')
})
