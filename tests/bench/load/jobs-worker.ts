/** A process that does jobs and tells which, some at a time: `node jobs-worker.ts KIND URL`. */
import { type Kind, QUEUES } from './queues.ts'

const [kind = 'mailbox', url = ''] = process.argv.slice(2)
let done: { key: string; n: number }[] = []
const tell = (): void => {
  if (done.length > 0) process.send?.(done)
  done = []
}
const stop = await QUEUES[kind as Kind].work(url, (job) => {
  if (done.push(job) === 1) setImmediate(tell)
})
process.on('SIGTERM', async () => {
  await stop()
  process.exit(0)
})
process.send?.('ready')
