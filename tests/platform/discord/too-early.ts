/** A process whose shard says who it is while its connection is still being made; `steady` is in its arguments or not. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, createServer as tcpServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, GatewayOpcodes, SimpleShardingStrategy } from 'discord.js'
import { steady } from '../../../src/platform/discord/hearing/steady.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const portOf = (server: { address(): unknown }): number => (server.address() as AddressInfo).port

/** A gateway that takes a connection and never says that it is made, and an API that names it. */
const gateway = tcpServer().listen(0, '127.0.0.1')
await once(gateway, 'listening')
const limit = { total: 1_000, remaining: 1_000, reset_after: 1_000, max_concurrency: 1 }
const named = { url: `ws://127.0.0.1:${portOf(gateway)}`, shards: 1, session_start_limit: limit }
const api = createServer((_, response) => {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(named))
}).listen(0, '127.0.0.1')
await once(api, 'listening')

const told = { failed: ({ message }: Error) => say(message), puzzled: () => say('What was that?') }
let strategy: SimpleShardingStrategy | undefined
const client = new Client({
  intents: 0,
  rest: { api: `http://127.0.0.1:${portOf(api)}/api` },
  ws: {
    buildStrategy: (manager) => {
      const bare = new SimpleShardingStrategy(manager)
      strategy = process.argv.includes('steady') ? steady(bare, told) : bare
      return strategy
    },
  },
})
const taken = once(gateway, 'connection')
void client.login('one.two.three')
await taken
void strategy?.send(0, { op: GatewayOpcodes.Resume, d: { token: '', session_id: '', seq: 0 } })
await pause(100)
say('It lives.')
process.exit(0)
