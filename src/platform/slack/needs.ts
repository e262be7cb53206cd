/** What the app asks of a workspace, as data: `slack-manifest.yaml` says the same, and a test compares. */
import { METHODS } from './api/methods.ts'

/** The events that the app is told, with the bot scopes without which Slack keeps them to itself. */
export const EVENTS: Readonly<Record<string, readonly string[]>> = {
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  'message.mpim': ['mpim:history'],
  app_mention: ['app_mentions:read'],
  app_home_opened: [],
  assistant_thread_started: ['assistant:write'],
  app_uninstalled: [],
  tokens_revoked: [],
}

/** The slash commands, with the bot scopes they need. */
export const COMMANDS: Readonly<Record<string, readonly string[]>> = { '/mlsd': ['commands'] }

/** Every bot scope that something needs, each once, in the order of the alphabet. */
export const SCOPES: readonly string[] = [
  ...new Set([METHODS, EVENTS, COMMANDS].flatMap((table) => Object.values(table).flat())),
].toSorted()
