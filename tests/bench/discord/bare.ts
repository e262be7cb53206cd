/** What the Discord edge's memory is measured against: a client of the library alone, with the same intents. */
import { Client, GatewayIntentBits } from 'discord.js'

const { DISCORD_API_URL = '', DISCORD_TOKEN = '' } = process.env
const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits
const client = new Client({
  intents: [Guilds, GuildMessages, DirectMessages, MessageContent],
  rest: { api: DISCORD_API_URL },
})
client.once('clientReady', () => process.stdout.write('ready\n'))
await client.login(DISCORD_TOKEN)
process.on('SIGTERM', () => process.exit(0))
