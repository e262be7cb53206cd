import { fork } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'

test('runs in a process of its own, takes what it does not know, and counts', async () => {
  const child = fork(new URL('process.ts', import.meta.url), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const [{ url, token }] = (await once(child, 'message')) as [{ url: string; token: string }]
  const post = (channel: string, thread_ts: string) =>
    fetch(`${url}/api/chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: new URLSearchParams({ channel, thread_ts, text: 'hello' }),
    }).then((answer) => answer.json() as Promise<{ ok: boolean; ts: string }>)
  const answers = await Promise.all([
    post('C901', '1700000000.000001'),
    post('D902', '1700000000.000001'),
    post('C901', '1700000000.000001'),
  ])
  expect(answers.every(({ ok }) => ok)).toBe(true)
  expect(new Set(answers.map(({ ts }) => ts)).size).toBe(3)
  child.send('posted')
  const [counted] = (await once(child, 'message')) as [{ posted: number }]
  expect(counted.posted).toBe(3)
  const ended = once(child, 'exit')
  child.disconnect()
  expect((await ended)[0]).toBe(0)
})
