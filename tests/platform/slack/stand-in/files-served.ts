/** Where files are uploaded to, and where they are had from with a token. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { bodyOf } from './request.ts'
import type { World } from './world.ts'

/** Takes the content of a file that is being uploaded, raw or as a form. */
export const upload = async (
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> => {
  const kept = world.uploads.get(id)
  const body = await bodyOf(request)
  if (kept === undefined) return end(response, 404, 'not found')
  const type = request.headers['content-type'] ?? ''
  kept.file.bytes = type.startsWith('multipart/form-data') ? await contentOf(type, body) : body
  end(response, 200, `OK - ${kept.file.bytes.length}`)
}

const contentOf = async (type: string, body: Buffer): Promise<Uint8Array> => {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  for (const value of form.values()) if (typeof value !== 'string') return value.bytes()
  return new Uint8Array(0)
}

/** Gives a file to who may read it; everybody else is sent to the page where one signs in, as Slack does. */
export const download = (
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): void => {
  const [teamId = '', fileId = ''] = path.split('-')
  const file = world.teams.get(teamId)?.files.get(fileId)
  const [, given = ''] = (request.headers.authorization ?? '').split(' ')
  const token = world.tokens.get(given)
  const allowed =
    token?.state === 'good' && token.scopes.has('files:read') && token.teams.some(({ id }) => id === teamId)
  if (!allowed) {
    response.writeHead(302, { location: '/signin' })
    response.end()
  } else if (file === undefined) end(response, 404, 'not found')
  else {
    response.writeHead(200, { 'content-type': file.mime, 'content-length': file.bytes.length })
    response.end(file.bytes)
  }
}

/** A short answer in plain text, or a page. */
export const end = (response: ServerResponse, status: number, text: string, type = 'text/plain'): void => {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` })
  response.end(text)
}
