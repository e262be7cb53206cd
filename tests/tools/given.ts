/** Files for tools, as texts. */
import type { Input } from '../../src/tools/tool.ts'

/** In pieces of so many bytes, so that values and signs are cut anywhere. */
export const file = (content: string | Uint8Array, piece = 7): Input => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return {
    name: 'file.csv',
    size: bytes.length,
    bytes: (async function* () {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
    })(),
  }
}
