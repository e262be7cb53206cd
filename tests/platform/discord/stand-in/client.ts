/** A bare client of discord.js at a stand-in, for its own tests. */
import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from 'discord.js'
import type { StandIn } from './stand-in.ts'

const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits

/** Logs in and waits until it is ready; `heard` grows with the texts of what people say. */
export const clientAt = async (
  discord: StandIn,
  options: Partial<ClientOptions> = {},
): Promise<{ client: Client<true>; heard: string[] }> => {
  const client = new Client({
    intents: [Guilds, GuildMessages, DirectMessages, MessageContent],
    partials: [Partials.Channel],
    ...options,
    rest: { api: discord.apiUrl, ...options.rest },
  })
  const heard: string[] = []
  client.on(Events.MessageCreate, ({ content, author }) => {
    if (!author.bot) heard.push(content)
  })
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve))
  await client.login(discord.token)
  return { client: await ready, heard }
}
