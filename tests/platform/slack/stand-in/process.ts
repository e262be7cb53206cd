/**
 * The stand-in in a process of its own, for benchmarks: sends `{ url, token }` to its parent once it listens, and the
 * number of messages posted so far whenever the parent sends `'posted'`. It checks nothing and keeps little.
 */
import { standIn } from './stand-in.ts'

let posted = 0
const slack = await standIn({
  check: false,
  echo: false,
  keep: 20,
  now: Date.now,
  step: 1,
  onCall: ({ method, answer }) => {
    if (method === 'chat.postMessage' && answer === 'ok') posted += 1
  },
})
process.on('message', (asked) => {
  if (asked === 'posted') process.send?.({ posted })
})
process.on('disconnect', () => void slack.stop())
process.send?.({ url: slack.url, token: slack.token('T1') })
