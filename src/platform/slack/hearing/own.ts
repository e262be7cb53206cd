/** Whether direct messages are those of a person with the app, and not of two people among themselves. */
import { errorIn } from '../api/fault.ts'
import type { Channels } from '../saying/target.ts'

/**
 * Where Slack does not let us ask, they are taken to be. Somebody waits for an acknowledgement meanwhile, so that it is
 * asked at once or not at all. Throws a `PlatformFault` where it cannot be asked now.
 */
export const isOwn = async (
  channels: Pick<Channels, 'isWith'>,
  { tenant, user }: { tenant: string; user: string },
  channel: string,
): Promise<boolean> => {
  try {
    return await channels.isWith(tenant, channel, user, true)
  } catch (fault) {
    const error = errorIn(fault)
    if (error === undefined) throw fault
    return error === 'missing_scope'
  }
}
