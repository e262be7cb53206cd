import { fork } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { ONE } from './seed.ts'

test('runs in a process of its own, and tells what was posted', async () => {
  const child = fork(new URL('process.ts', import.meta.url), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const [{ apiUrl, token }] = (await once(child, 'message')) as [{ apiUrl: string; token: string }]
  const told: unknown[] = []
  child.on('message', (message) => told.push(message))
  child.send({ id: 1, who: ONE.candidate, act: 'say', args: [ONE.general, 'hello'] })
  await once(child, 'message')
  const answer = await fetch(`${apiUrl}/v10/channels/${ONE.general}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ content: 'hello yourself' }),
  })
  expect(answer.status).toBe(200)
  child.send({ id: 2, who: ONE.candidate, act: 'sees', args: [ONE.general] })
  while (told.length < 3) await once(child, 'message')
  expect(told).toEqual([
    { id: 1, value: expect.stringMatching(/^\d+$/) },
    {
      call: {
        route: 'POST /channels/:id/messages',
        path: `/channels/${ONE.general}/messages`,
        about: ONE.general,
        status: 200,
      },
    },
    {
      id: 2,
      value: [
        expect.objectContaining({ text: 'hello' }),
        expect.objectContaining({ text: 'hello yourself' }),
      ],
    },
  ])
  const ended = once(child, 'exit')
  child.disconnect()
  expect((await ended)[0]).toBe(0)
})
