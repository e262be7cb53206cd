/** How a command is typed at a place of Slack's. */
import { isDirect, spotOf } from './names.ts'

/** The slash command, which every place but a thread takes. */
export const SLASH = '/mlsd '

/** A thread takes no slash commands, so that the bot is spoken to by its name; in direct messages the word alone will do. */
export const prefixAt = (place: string): string => {
  const spot = spotOf(place)
  if (spot.type !== 'channel' || isDirect(spot.channel)) return ''
  return spot.thread === undefined ? SLASH : '@mlsd '
}
