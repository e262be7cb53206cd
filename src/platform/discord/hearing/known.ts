/** What is known of a guild by what the gateway told. */
export type Known = {
  /** The channel above a thread; `null` for what is no thread, nothing where it is not known. */
  parentOf(channel: string): string | null | undefined
  channelName(channel: string): string | undefined
  roleName(guild: string, role: string): string | undefined
  /** The role that Discord made for the bot in a guild, by which people mention it as well. */
  ownRole(guild: string): string | undefined
}
