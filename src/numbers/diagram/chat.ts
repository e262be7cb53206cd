import { cut, hasArrow } from './arrow-lines.ts'
import { MOST } from './diagram.ts'
import { MOST_IN_LINE, notationOf } from './read.ts'

/** The diagram that a chat message holds, to be given to `readDiagram`; undefined where there is none. */
export const diagramIn = (message: string): string | undefined => {
  if (message.length > MOST.characters) return undefined
  const text = message.replace(/\r\n?/g, '\n')
  for (const [, language = '', inner = ''] of text.matchAll(/```([^\n`]*)\n([\s\S]*?)```/g)) {
    const named = /^\s*(mermaid|dot|graphviz)\s*$/i.test(language)
    if (named || notationOf(inner) !== 'arrows') return inner
    const lines = drawnLines(inner)
    if (lines !== undefined) return lines
  }
  const start =
    /^[^\S\n]*(?:(?:graph|flowchart)[^\S\n]+(?:TB|TD|BT|RL|LR)\b|(?:strict\s+)?(?:di)?graph\s*\w*\s*\{)/im.exec(
      text,
    )
  return start === null ? drawnLines(text) : text.slice(start.index)
}

/** Lines with arrows, and the heads of frames above them; a lone arrow in a sentence draws nothing. */
const drawnLines = (text: string): string | undefined => {
  const lines = text
    .split('\n')
    .map((line) => (line.length <= MOST_IN_LINE && drawsChain(line) ? withoutWords(line) : head(line)))
  const drawn = lines.filter((line) => hasArrow(line))
  const arrows = drawn.reduce((sum, line) => sum + arrowsIn(line), 0)
  return arrows >= 2 && drawn.some((line) => arrowsIn(line) >= 2 || drawn.length >= 2)
    ? lines.join('\n').trim()
    : undefined
}

const HEAD =
  /^\W{0,4}(?:[\p{L}\d/-]+ ){0,2}(?:online|offline|serving|training|batch|stream|path|pipeline|inference|feedback)\W{0,4}:\s*$/iu

const head = (line: string): string => (HEAD.test(line) ? line : '')

/** `I would draw app -> api -> app.` without the words before the first name, where that name stands again. */
const withoutWords = (line: string): string => {
  const bare = line.replace(/(?<=\p{L})[.!]\s*$/u, '')
  const [first = '', ...others] = cut(bare).terms
  const again = others.find((term) => first.toLowerCase().endsWith(` ${term.toLowerCase()}`))
  return again === undefined ? bare : bare.slice(bare.indexOf(first) + first.length - again.length)
}

const arrowsIn = (line: string): number => (line.match(/-->|->|=>|~>|\.->|→|⇒|⟶|←|<-/g) ?? []).length

/** True for a line of short names with arrows between them, and not for a sentence with an arrow in it. */
const drawsChain = (line: string): boolean => {
  if (!hasArrow(line)) return false
  const names = line.split(/(?:-[^<>]{0,60}?-?|=|~|\.-)>(?:\|[^|]*\|)?|→|⇒|⟶|←|<-/)
  return names.every((name) => name.split(/[,&]/).every((one) => one.trim().split(/\s+/).length <= 6))
}
