/**
 * Prints the state diagram of the framework and the table of rooms: `node scripts/diagram.ts`.
 * With `--write` both go between their markers in the documents.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { type Part, PRINTED, partsNow, withPart } from './printed.ts'

const parts = partsNow()

if (process.argv.includes('--write')) {
  for (const [document, wanted] of Object.entries(PRINTED)) {
    const file = new URL(`../${document}`, import.meta.url)
    const put = (text: string, part: Part) => withPart(text, part, parts[part])
    writeFileSync(file, wanted.reduce(put, readFileSync(file, 'utf8')))
  }
} else process.stdout.write(`${Object.values(parts).join('\n\n')}\n`)
