/** Findings in a file as its author is told them: with their lines, each once, in the order of the lines. */
import type { Fault, Finding, Path } from './faults.ts'
import { valueAt } from './misfit.ts'

/** A finding that may know its line already. */
export type Place = Finding & { line?: number }

/** The file, what was read from it, and on which line a path stands. */
type Source = { file: string; value: unknown; lineOf(path: Path): number }

/** The faults of one file, by line; what is said twice of one line is listed once. */
export const placed = (findings: readonly Place[], { file, value, lineOf }: Source): Fault[] => {
  const distinct = new Map<string, Fault>()
  for (const { path, says, mend, line = lineOf(path) } of findings) {
    const fault = { file, line, path: labelled(path, value), says, mend }
    distinct.set(JSON.stringify([line, fault.path, says]), fault)
  }
  return [...distinct.values()].sort((a, b) => a.line - b.line)
}

/** A path for people: an entry of a list goes by its id, or by its number from 1. */
const labelled = (path: Path, value: unknown): string =>
  path
    .map((part, depth) => {
      if (typeof part === 'string') return part.slice(0, 60)
      const id = valueAt(value, [...path.slice(0, depth + 1), 'id'])
      return typeof id === 'string' && /^[\w-]{1,60}$/.test(id) ? id : `#${part + 1}`
    })
    .join('.')
