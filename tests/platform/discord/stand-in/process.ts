/**
 * The stand-in in a process of its own, for benchmarks. It checks nothing and keeps little. It sends its parent `{ url,
 * apiUrl, token }` once it listens and `{ call: { route, path, about, status } }` for all that the app posts and changes. The parent
 * sends `{ id, who, act, args }`, as `{ id: 1, who: ONE.candidate, act: 'say', args: [thread, 'hello'] }`, and gets `{ id, value }`, or
 * `{ id, error }`: what a person's `say`, `command`, `press`... give, as far as it can be sent.
 */
import type { Person } from './person.ts'
import { standIn } from './stand-in.ts'

type Asked = { id: number; who: string; act: keyof Person; args: unknown[] }

const discord = await standIn({
  check: false,
  keep: 20,
  now: Date.now,
  onCall: ({ route, path, about, status }) => {
    if (route.startsWith('GET ') || route.endsWith('/typing')) return
    process.send?.({ call: { route, path, about, status } })
  },
})

const acting = async ({ id, who, act, args }: Asked): Promise<void> => {
  try {
    const deed = discord.person(who)[act] as unknown
    const value: unknown = typeof deed === 'function' ? await deed(...args) : deed
    process.send?.({ id, value: JSON.parse(JSON.stringify(value ?? null)) as unknown })
  } catch (error) {
    process.send?.({ id, error: String(error) })
  }
}

process.on('message', (asked: Asked) => void acting(asked))
process.on('disconnect', () => void discord.stop())
process.send?.({ url: discord.url, apiUrl: discord.apiUrl, token: discord.token })
