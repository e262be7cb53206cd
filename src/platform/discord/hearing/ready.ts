/** Who the bot is, as the gateway says at the beginning of each session. */
import { isRecord } from '../../outside.ts'
import { idIn } from './shapes.ts'

export type Ready = { user: string; application: string | undefined }

/** The ids of the bot and its application; nothing where it is not told who the bot is. */
export const readyIn = (data: unknown): Ready | undefined => {
  const { user, application } = isRecord(data) ? data : {}
  const id = isRecord(user) ? idIn(user.id) : undefined
  return id === undefined
    ? undefined
    : { user: id, application: isRecord(application) ? idIn(application.id) : undefined }
}
