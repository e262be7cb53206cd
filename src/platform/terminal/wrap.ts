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
  const addWord = (): void => {
    if (word.length === 0) return
    const columns = word.reduce((sum, { text }) => sum + widthOf(text), 0)
    const gap = space && filled > 0 ? 1 : 0
    if (filled > 0 && filled + gap + columns > width) begin()
    else if (space && gap) add({ text: ' ', on: space.on }, 1)
    const broken = columns > width
    for (const run of broken ? word.flatMap(letters) : word) {
      const taken = broken ? columnsOf(run.text) : widthOf(run.text)
      if (filled > 0 && filled + taken > width) begin()
      add(run, taken)
    }
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
