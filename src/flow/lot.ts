/** A number from 0 to 2^32 from a text, the same on every machine: FNV-1a, its bits then mixed so that the high ones differ too. */
export const lot = (text: string): number => {
  let out = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) out = Math.imul(out ^ text.charCodeAt(at), 0x01000193)
  out = Math.imul(out ^ (out >>> 16), 0x85ebca6b)
  return (out ^ (out >>> 13)) >>> 0
}
