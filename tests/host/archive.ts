/** Reads archives back, by their directory as readers do; what is wrong in one throws. */
import { crc32 } from 'node:zlib'
import type { Attachment } from '../../src/platform/card.ts'

/** What a file holds. */
export const bytesOf = (file: Attachment): Buffer =>
  Buffer.from('bytes' in file ? file.bytes : new TextEncoder().encode(file.text))

/** The files in an archive, by name. */
export const unzipped = (bytes: Uint8Array): Map<string, Buffer> => {
  const all = Buffer.from(bytes)
  const end = all.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const files = new Map<string, Buffer>()
  let at = all.readUInt32LE(end + 16)
  for (let left = all.readUInt16LE(end + 10); left > 0; left--) {
    if (all.readUInt32BE(at) !== 0x504b0102) throw new Error('no entry in the directory')
    const [crc, size] = [all.readUInt32LE(at + 16), all.readUInt32LE(at + 24)]
    const length = all.readUInt16LE(at + 28)
    const name = all.toString('latin1', at + 46, at + 46 + length)
    const local = all.readUInt32LE(at + 42)
    if (all.readUInt32BE(local) !== 0x504b0304) throw new Error('no file where the directory says')
    const from = local + 30 + all.readUInt16LE(local + 26) + all.readUInt16LE(local + 28)
    const content = all.subarray(from, from + size)
    if (crc32(content) !== crc) throw new Error(`${name} is damaged`)
    files.set(name, content)
    at += 46 + length
  }
  if (at !== end) throw new Error('the directory is not what its end says')
  return files
}

/** The picture that an entry names, from the files of an export: what the JSON says of it, and its content. */
export const exported = (
  files: readonly Attachment[],
  key: string,
): { name: string; mime: string; content: Buffer | undefined } | undefined => {
  const json = files.find(({ name }) => name === 'mlsd-export.json')
  const { interviews } = JSON.parse(json ? bytesOf(json).toString() : '{"interviews":[]}')
  const found = interviews.map(({ pictures }: { pictures: object }) => pictures[key as never]).find(Boolean)
  if (!found) return undefined
  const archive = files.find(({ name }) => name === found.archive)
  return {
    ...{ name: found.name, mime: found.mime },
    content: archive && unzipped(bytesOf(archive)).get(found.file),
  }
}
