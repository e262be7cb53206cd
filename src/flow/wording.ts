/** Wording: questions that can be taken in at once, and no words that were only holding a place. */
import type { Finding, Path } from './faults.ts'

/** Words that a question to a candidate may have. */
export const MOST_WORDS = 60

/** Findings for an opening or probe that asks two things at once or is too long to be taken in. */
export const questionFindings = (text: string, path: Path): Finding[] => {
  const marks = text.split('?').length - 1
  const words = text.split(/\s+/).filter(Boolean).length
  const found: Finding[] = []
  if (marks > 1)
    found.push({
      path,
      says: `it asks ${marks} questions at once`,
      mend: 'keep one and leave the others out',
    })
  if (words > MOST_WORDS)
    found.push({
      path,
      says: `it has ${words} words, at most ${MOST_WORDS} are wanted`,
      mend: 'say it more briefly',
    })
  return found
}

/** Findings for every text anywhere in a value in which a word such as TBD was left. */
export const placeholders = (value: unknown, path: Path = []): Finding[] => {
  if (typeof value === 'string') {
    const word = PLACEHOLDER.exec(value)?.[0]
    return word ? [{ path, says: `the placeholder "${word}" was left`, mend: 'write what belongs here' }] : []
  }
  if (typeof value !== 'object' || value === null) return []
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return entries.flatMap(([key, part]) => placeholders(part, [...path, key]))
}

// Lower-case "todo" may be meant, as in a problem about a todo list.
const PLACEHOLDER = /\b(?:TODO|TBD|FIXME|[Ll]orem|LOREM)\b/
