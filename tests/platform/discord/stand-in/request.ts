/** Reads what a client of the REST API sent. */
import type { IncomingMessage } from 'node:http'
import { invalidForm } from './refusal.ts'
import type { Json } from './world.ts'

export type Upload = { key: string; name: string; mime: string; bytes: Uint8Array }

export type Sent = { body: Json | Json[]; uploads: Upload[] }

/** The whole body of a request: JSON, or a form with JSON and files in it. */
export const sentBy = async (request: IncomingMessage): Promise<Sent> => {
  const bytes = await bytesOf(request)
  const type = request.headers['content-type'] ?? ''
  if (bytes.length === 0) return { body: {}, uploads: [] }
  if (type.startsWith('multipart/form-data')) return formOf(type, bytes)
  if (!type.startsWith('application/json')) throw invalidForm([`content-type ${type} is not read here`])
  return { body: jsonOf(bytes.toString()), uploads: [] }
}

const bytesOf = (request: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => resolve(Buffer.concat(parts)))
    request.on('error', reject)
  })

const formOf = async (type: string, bytes: Buffer): Promise<Sent> => {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
  const payload = form.get('payload_json')
  const uploads: Upload[] = []
  for (const [key, value] of form) {
    const index = /^files\[(\d+)\]$/.exec(key)?.[1]
    if (index === undefined || typeof value === 'string') continue
    uploads.push({
      key: index,
      name: value.name,
      mime: value.type || 'application/octet-stream',
      bytes: new Uint8Array(await value.arrayBuffer()),
    })
  }
  return { body: typeof payload === 'string' ? jsonOf(payload) : {}, uploads }
}

const jsonOf = (text: string): Json | Json[] => {
  try {
    return JSON.parse(text) as Json
  } catch {
    throw invalidForm(['the body is no JSON'])
  }
}
