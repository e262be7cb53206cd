/** A program that talks on its own streams and notes what it hears in a file; `process.test.ts` runs it. */
import { appendFile } from 'node:fs/promises'
import { systemClock } from '../../src/clock.ts'
import { terminal } from '../../src/platform/terminal/terminal.ts'
import { EMPTY_DESK } from './bare.ts'

const [, , file = '', tty] = process.argv
let count = 0
const platform = terminal({
  input: process.stdin,
  output: process.stdout,
  tty: tty === 'tty',
  color: false,
  columns: () => process.stdout.columns ?? 80,
  clock: systemClock(),
  settled: async () => undefined,
  person: 'terminal:me',
  place: 'terminal:here',
  ids: () => String(++count),
})
await platform.say('terminal:here', { tone: 'interviewer', text: 'Where would you begin?' }, 'first')
await platform.start(async (heard) => {
  const { type } = heard
  await appendFile(
    file,
    `${type} ${type === 'message' ? heard.text : type === 'command' ? heard.command : ''}\n`,
  )
  if (type === 'message')
    await platform.say(heard.place, { tone: 'interviewer', text: 'And then?' }, heard.id)
}, EMPTY_DESK)
await platform.done
await platform.stop()
