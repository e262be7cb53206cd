/** The CDN: what was attached, to everybody who has the address, as long as it is good. */
import type { ServerResponse } from 'node:http'
import type { World } from './world.ts'

/** Answers for `/attachments/CHANNEL/ID/NAME`; false where the path is another. */
export const served = (world: World, path: string, response: ServerResponse): boolean => {
  const [, folder, channel, id = ''] = path.split('/')
  if (folder !== 'attachments') return false
  const kept = world.files.get(id)
  if (kept === undefined || kept.channel !== channel || kept.stale) {
    response.writeHead(404, { 'content-type': 'text/plain' })
    response.end('This content is no longer available.')
    return true
  }
  response.writeHead(200, { 'content-type': kept.mime, 'content-length': kept.bytes.length })
  response.end(kept.bytes)
  return true
}
