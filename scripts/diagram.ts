/**
 * Prints what is told of the sources in the documents: the state diagram of the framework, the rooms, the platforms, what
 * Discord is asked for. `node scripts/diagram.ts`; with `--write` each goes between its markers there.
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
