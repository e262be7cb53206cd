/** Text broken into lines that fit. */
import type { Line, Run } from './style.ts'
import { columnsOf, graphemes, widthOf } from './width.ts'

/** Breaks at spaces and line ends; a word longer than a line is broken where it must be. */
export const wrap = (runs: readonly Run[], width: number): Line[] => {
  const lines: Run[][] = [[]]
  let filled = 0
  let word: Run[] = []
  let space: Run | undefined

  const begin = (): void => {
    lines.push([])
    filled = 0
    space = undefined
  }
  const add = (run: Run, columns: number): void => {
    lines.at(-1)?.push(run)
    filled += columns
  }
  const addLetter = (letter: Run): void => {
    const columns = columnsOf(letter.text)
    if (filled > 0 && filled + columns > width) begin()
    add(letter, columns)
  }
  const addWord = (): void => {
    if (word.length === 0) return
    const columns = word.map(({ text }) => widthOf(text))
    const total = columns.reduce((sum, each) => sum + each, 0)
    const gap = filled > 0 ? space : undefined
    if (filled > 0 && filled + (gap ? 1 : 0) + total > width) begin()
    else if (gap) add(gap, 1)
    if (total > width) word.flatMap(letters).forEach(addLetter)
    else for (const [index, run] of word.entries()) add(run, columns[index] ?? 0)
    word = []
    space = undefined
  }

  for (const { text, on } of runs) {
    for (const part of text.split(/(\n|[ \t]+)/)) {
      if (part === '') continue
      if (part === '\n') {
        addWord()
        begin()
      } else if (/^[ \t]/.test(part)) {
        addWord()
        space = { text: ' ', on }
      } else word.push({ text: part, on })
    }
  }
  addWord()
  return lines.map(joined)
}

const letters = ({ text, on }: Run): Run[] => graphemes(text).map((letter) => ({ text: letter, on }))

/** Neighbours that look alike as one. */
const joined = (line: readonly Run[]): Line => {
  const runs: Run[] = []
  for (const run of line) {
    const last = runs.at(-1)
    if (last && last.on === run.on) last.text += run.text
    else runs.push({ ...run })
  }
  return runs
}
