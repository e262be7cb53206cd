/** What is printed into the documents: each part between its markers, so that a test can compare it. */
import { readFileSync } from 'node:fs'
import { parseFlow } from '../src/flow/parse.ts'
import { abilities } from './abilities.ts'
import { codeMap } from './code-map.ts'
import { discordNeeds } from './discord-needs.ts'
import { diagramsOf } from './draw.ts'

/** The documents that hold printed parts, and which. */
export const PRINTED: Readonly<Record<string, readonly Part[]>> = {
  'README.md': ['diagram', 'discord'],
  'ARCHITECTURE.md': ['diagram', 'rooms', 'platforms'],
}

export type Part = 'diagram' | 'rooms' | 'platforms' | 'discord'

/** The parts as they are now, by their marker. */
export const partsNow = (): Record<Part, string> => {
  const file = 'flows/mlsd.yaml'
  const { whole, inside } = diagramsOf(
    parseFlow(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'), file),
  )
  return {
    diagram: `${mermaid(whole)}\n\nInside each stage:\n\n${mermaid(inside)}`,
    rooms: codeMap(),
    platforms: abilities(),
    discord: discordNeeds(),
  }
}

const mermaid = (diagram: string): string => `\`\`\`mermaid\n${diagram}\n\`\`\``

/** The document with a part put between its markers; throws when it has no such place. */
export const withPart = (document: string, part: string, text: string): string => {
  const [begin, end] = [`<!-- ${part} -->`, `<!-- /${part} -->`]
  const [from, to] = [document.indexOf(begin), document.indexOf(end)]
  if (from < 0 || to < from)
    throw new Error(`The document has no place for "${part}": put ${begin} and ${end} on lines of their own.`)
  return `${document.slice(0, from)}${begin}\n${text}\n${document.slice(to)}`
}
