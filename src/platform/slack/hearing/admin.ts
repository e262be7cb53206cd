/** Whether a person may set things for a whole workspace. */
import type { Api } from '../api/api.ts'

/** Asks Slack; admins and owners of the workspace may. Throws a `PlatformFault`. */
export const isAdmin = async (api: Pick<Api, 'call'>, tenant: string, user: string): Promise<boolean> => {
  const { user: found } = await api.call(tenant, 'users.info', { user })
  return Boolean(found?.is_admin || found?.is_owner || found?.is_primary_owner)
}
