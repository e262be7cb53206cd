/** The parts of a prompt's file: each begins with a line such as `# system` and has places such as `{{facts}}`. */
import type { Fault } from '../flow/faults.ts'

export type Place = { name: string; line: number }

export type Section = { name: string; line: number; text: string; places: readonly Place[] }

/** The parts in their order; `first` is the number of the first line. */
export const sections = (
  lines: readonly string[],
  first: number,
  file: string,
): { sections: Section[]; faults: Fault[] } => {
  const found: { name: string; line: number; lines: string[] }[] = []
  const faults: Fault[] = []
  for (const [index, text] of lines.entries()) {
    const line = first + index
    const name = HEADING.exec(text)?.[1]
    if (name !== undefined) {
      if (found.some((one) => one.name === name)) faults.push(twice(name, line, file))
      found.push({ name, line, lines: [] })
    } else if (found.length > 0) found.at(-1)?.lines.push(text)
    else if (text.trim() !== '') faults.push(lost(line, file))
    if (STRAY.test(text.replace(PLACE, ''))) faults.push(stray(line, file))
  }
  return { sections: found.map(sectionOf), faults }
}

/**
 * The text with every place filled. What is filled in is never read for places; a line that holds nothing but a place
 * without content goes, together with the empty line after it.
 */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text
    .replace(ALONE, (all, name: string) => (values[name] === '' ? '' : all))
    .replace(PLACE, (_, name: string) => values[name] ?? '')
    .trim()

const HEADING = /^# ([a-z]+)$/
const PLACE = /\{\{([a-z]+)\}\}/g
const ALONE = /^\{\{([a-z]+)\}\}\n(?:\n|$)/gm
const STRAY = /\{\{|\}\}/

const sectionOf = ({ name, line, lines }: { name: string; line: number; lines: string[] }): Section => ({
  name,
  line,
  text: lines.join('\n').trim(),
  places: lines.flatMap((text, index) =>
    [...text.matchAll(PLACE)].map(([, place = '']) => ({ name: place, line: line + 1 + index })),
  ),
})

const twice = (name: string, line: number, file: string): Fault => ({
  file,
  line,
  path: name,
  says: `the part "# ${name}" begins here a second time`,
  mend: 'put both into one',
})

const lost = (line: number, file: string): Fault => ({
  file,
  line,
  path: '',
  says: 'this stands before the first part',
  mend: 'put it below a line such as "# system"',
})

const stray = (line: number, file: string): Fault => ({
  file,
  line,
  path: '',
  says: 'braces that are no place',
  mend: 'write a place as {{name}}, in lower-case letters',
})
