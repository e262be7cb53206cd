/** A prompt's file as a template: every place that the code fills stands in it, and no other. */
import type { Fault } from '../flow/faults.ts'
import { PromptError } from './fault.ts'
import { type Head, type Headed, headed } from './head.ts'
import { filled, type Section, sections } from './section.ts'

/** A file of `prompts/`, read by whoever may read files. */
export type PromptFile = { file: string; text: string }

/** Which parts a prompt has, and the places that the code fills in each. */
export type Parts = Readonly<Record<string, readonly string[]>>

export type Template<P extends Parts> = {
  /** Name and version. */
  prompt: string
  /** A part with its places filled. */
  put<K extends keyof P & string>(part: K, values: Readonly<Record<P[K][number], string>>): string
}

/** Reads a template of this name and role; throws a PromptError that lists every fault with its line. */
export const templateOf = <const P extends Parts>(
  wanted: Pick<Head, 'name' | 'role'>,
  { file, text }: PromptFile,
  parts: P,
): Template<P> => {
  const top = headed(text, file)
  if ('faults' in top) throw new PromptError(top.faults)
  const read = sections(top.lines, top.first, file)
  const faults = [
    ...read.faults,
    ...headFaults(top, read.sections, file, wanted),
    ...partFaults(read.sections, parts, file),
  ]
  if (faults.length > 0) throw new PromptError(faults.sort((a, b) => a.line - b.line))
  const texts = new Map(read.sections.map((section) => [section.name, section.text]))
  return {
    prompt: `${wanted.name} ${top.head.version}`,
    put: (part, values) => filled(texts.get(part) ?? '', values),
  }
}

/** The head says what the text has: a reader of the head knows what the prompt is made of. */
const headFaults = (
  { head, lineOf }: Headed,
  read: readonly Section[],
  file: string,
  wanted: Pick<Head, 'name' | 'role'>,
): Fault[] => {
  const { placeholders } = head
  const used = read.flatMap(({ places }) => places)
  const unlisted = used.filter(
    (place, index) =>
      !placeholders.includes(place.name) && used.findIndex((one) => one.name === place.name) === index,
  )
  const wrong = (['name', 'role'] as const).filter((key) => head[key] !== wanted[key])
  const unused = placeholders.filter((one) => !used.some((place) => place.name === one))
  const repeated = placeholders.filter((one, index) => placeholders.indexOf(one) !== index)
  return [
    ...wrong.map((key) => ({
      file,
      line: lineOf([key]),
      path: key,
      says: `the ${key} is ${head[key]}`,
      mend: `write ${wanted[key]}; the program goes by it`,
    })),
    ...unlisted.map((place) => ({
      file,
      line: place.line,
      path: place.name,
      says: `the head does not list the placeholder "${place.name}"`,
      mend: 'add it to placeholders, or remove the place',
    })),
    ...[...unused, ...repeated].map((one) => ({
      file,
      line: lineOf(['placeholders', placeholders.indexOf(one)]),
      path: 'placeholders',
      says: unused.includes(one) ? `"${one}" is used nowhere` : `"${one}" is listed twice`,
      mend: unused.includes(one) ? `write {{${one}}} where it belongs, or remove it here` : 'keep one',
    })),
  ]
}

/** The text has what the code fills. */
const partFaults = (read: readonly Section[], parts: Parts, file: string): Fault[] => {
  const missing = Object.keys(parts).filter((part) => !read.some(({ name }) => name === part))
  return [
    ...missing.map((part) => ({
      file,
      line: 1,
      path: part,
      says: `there is no part "# ${part}"`,
      mend: 'add it; the program puts it into what it sends',
    })),
    ...read.flatMap((section) => {
      const places = parts[section.name]
      return places === undefined ? [unknownPart(section, parts, file)] : placeFaults(section, places, file)
    }),
  ]
}

const unknownPart = ({ name, line }: Section, parts: Parts, file: string): Fault => ({
  file,
  line,
  path: name,
  says: `nothing asks for a part "# ${name}"`,
  mend: `remove it, or use one of ${Object.keys(parts).join(', ')}; inside a part use ## for headings`,
})

const placeFaults = (section: Section, places: readonly string[], file: string): Fault[] => {
  const { name, line, places: used } = section
  const foreign = used.filter((place) => !places.includes(place.name))
  const missing = places.filter((place) => !used.some((one) => one.name === place))
  return [
    ...foreign.map((place) => ({
      file,
      line: place.line,
      path: `${name}.${place.name}`,
      says: `nothing is filled in for {{${place.name}}} here`,
      mend: places.length > 0 ? `this part may use ${places.join(', ')}` : 'this part has no places',
    })),
    ...missing.map((place) => ({
      file,
      line,
      path: `${name}.${place}`,
      says: `the placeholder {{${place}}} is missing in this part`,
      mend: 'add it; what it stands for would not be sent',
    })),
  ]
}
