/** Whether a person may set things for a whole workspace. */
import { needsAdmin } from '../../commands.ts'
import type { Heard } from '../../platform.ts'
import type { Api } from '../api/api.ts'
import { spotOf } from '../names.ts'
import { commandIn, mayCommand } from './spoken.ts'

/** Asks Slack, at once or not at all; admins and owners of the workspace may. Throws a `PlatformFault`. */
export const isAdmin = async (api: Pick<Api, 'call'>, tenant: string, user: string): Promise<boolean> => {
  const { user: found } = await api.call(tenant, 'users.info', { user }, { hurry: true })
  return Boolean(found?.is_admin || found?.is_owner || found?.is_primary_owner)
}

/** What was said, vouched for where it is a command that only an admin may give. Throws a `PlatformFault`. */
export const vouched = async (api: Pick<Api, 'call'>, heard: Heard): Promise<Heard> => {
  if (heard.type !== 'message' || !mayCommand(heard.text, heard.manner === 'direct')) return heard
  const who = spotOf(heard.person)
  const parsed = commandIn(heard.text)
  if (who.type === 'channel' || !('args' in parsed) || !needsAdmin(parsed.command, parsed.args)) return heard
  return (await isAdmin(api, who.tenant, who.user)) ? { ...heard, admin: true } : heard
}
